import type { LogState } from "#wire"
import type { HeldKey } from "./held.ts"
import { makeRelease } from "./held-release.ts"
import type { RoundView } from "./held-round.ts"
import { createDraft } from "./place.ts"
import type { ContentDraft } from "./place.ts"
import type { Tools } from "./tools.ts"

/**
 * What "show my answer" is on this head, or null when it has become needless: there is no answer of one's own any more, its key is not here, or nobody else's
 * answer stands. What a person chose is kept as that choice and never as this draft: when somebody else was first, the view is read anew and this is asked again,
 * so that no key goes to a device that went meanwhile, or to who took theirs back (spec/ledger.md §15.2). The uid is fresh each time.
 */
export async function decideRelease(
  t: Tools,
  of: {
    readonly state: LogState
    readonly view: RoundView
    /** As it stands in the store; undefined when it was lost. */
    readonly kept: HeldKey | undefined
    /** The room's name for a release. */
    readonly name: string
    readonly day: string
  },
): Promise<ContentDraft | null> {
  const { state, view, kept } = of
  const { mine, to } = view
  if (mine === null || mine.held === null || kept?.ref !== mine.ref || to.length === 0) return null
  const body = await makeRelease({ logId: state.logId, target: mine, k: kept.k, to })
  const draft = createDraft(t, { kind: 1, name: of.name, body, day: of.day, basis: state.head })
  if (!draft.ok) throw new Error(`a release that cannot be written: ${draft.error.type}`)
  return draft.value
}
