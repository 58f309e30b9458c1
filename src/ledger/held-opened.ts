import type { Bytes, LogState } from "#wire"
import type { DeviceKeys } from "./device.ts"
import { openHeld } from "./held.ts"
import type { HeldKey } from "./held.ts"
import { releasedKey } from "./held-release.ts"
import type { RoundView, StandingAnswer } from "./held-round.ts"
import type { Tools } from "./tools.ts"

/**
 * What opens the answers of a round that were shown, by their refs: what a file may carry of them (spec/ledger.md §14.1). One's own only where a release of it
 * stands: a file goes to others, and what is still held back would be told by it.
 */
export async function openedAnswers(
  t: Pick<Tools, "subtle" | "decodeUtf8">,
  device: DeviceKeys,
  of: { readonly state: LogState; readonly view: RoundView; readonly kept: HeldKey | undefined },
): Promise<ReadonlyMap<string, Bytes>> {
  const { state, view, kept } = of
  const { logId } = state
  const opened = new Map<string, Bytes>()
  const take = async (answer: StandingAnswer, k: Bytes | null): Promise<void> => {
    if (k === null || answer.held === null || opened.has(answer.ref)) return
    const read = await openHeld(t, k, { ...answer.header, logId }, answer.held)
    if (read.ok) opened.set(answer.ref, k)
  }
  const [, ...releases] = view.own
  if (view.mine !== null && releases.length > 0 && kept?.ref === view.mine.ref) await take(view.mine, kept.k)
  for (const { answer, release } of view.shown)
    await take(answer, await releasedKey(device, { logId, targetRef: answer.ref }, release))
  return opened
}
