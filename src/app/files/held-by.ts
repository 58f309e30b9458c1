import type { Ref } from "#practices"
import { equalBytes } from "#wire"
import type { Held } from "../keeping/book.ts"
import type { Queued, State } from "../keeping/state.ts"
import type { KeptFile, LetGoThere } from "./kept.ts"

// A file is here for the entry that names it, or for the draft it lies beside, and for nothing else. What loses its words here loses its files in the same write.

type Before = Pick<State, "queue" | "shared" | "copied" | "earlier" | "files" | "alarm">

/** The state with every file let go whose entry went with this change; what the relay has of one that never stood, or was given again, is to be let go there. */
export function lettingGo<S extends State>(before: Before, after: S): S {
  if (after.files.length === 0 || isSameHold(before, after)) return after
  const [was, is] = [refsIn(before), refsIn(after)]
  const hasGone = ({ sealed }: KeptFile): boolean =>
    sealed !== null && sealed.ref !== null && was.has(sealed.ref) && !is.has(sealed.ref)
  const isRefused = ({ sealed }: KeptFile): boolean =>
    sealed !== null && hasEndedHere(before, after, sealed.ref)
  const gone = after.files.filter(hasGone)
  const refused = after.files.filter((file) => !gone.includes(file) && isRefused(file))
  if (gone.length + refused.length === 0) return after
  const files = after.files
    .filter((file) => !gone.includes(file))
    .map((file) =>
      refused.includes(file) && file.sealed !== null
        ? { ...file, sealed: { ...file.sealed, there: null } }
        : file,
    )
  const stood = standing(before)
  // What was given again may have come there after the entry that lets go of it.
  const unheard = [...gone, ...refused].filter(
    ({ sealed }) => sealed !== null && (sealed.again === true || !stood.has(sealed.ref ?? "")),
  )
  return { ...after, files, lettingGo: [...after.lettingGo, ...thereOf(after, unheard)] }
}

function isSameHold(before: Before, after: Before): boolean {
  return (
    before.queue === after.queue &&
    before.shared === after.shared &&
    before.copied === after.copied &&
    before.earlier === after.earlier
  )
}

/** Of those that can be read here. */
export function refsOf(entries: readonly Held[]): readonly Ref[] {
  return entries.flatMap(({ opened }) => (opened === null ? [] : [opened.ref]))
}

/** Of entries that stand and can be read. */
function standing({ shared, copied, earlier }: Before): ReadonlySet<Ref> {
  const parts = [...earlier.map(({ part }) => part), copied?.shared ?? null, shared]
  return new Set(parts.flatMap((part) => refsOf(part?.entries ?? [])))
}

function refsIn(state: Before): ReadonlySet<Ref> {
  const unsent = state.earlier.flatMap((one) => one.unsent)
  return new Set([...standing(state), ...[...unsent, ...state.queue].map(({ ref }) => ref)])
}

/** It will not go any more: its words stay to be read here, and its file with them, and nothing of it has to lie with the relay. */
function hasEndedHere(before: Before, after: Before, ref: Ref | null): boolean {
  const find = ({ queue }: Before): Queued | undefined => queue.find((q) => q.ref === ref)
  return find(before)?.notSent === null && (find(after)?.notSent ?? null) !== null
}

/** Only the relay of the log of now is asked for anything. */
export function thereOf(
  { shared }: Pick<State, "shared">,
  files: readonly KeptFile[],
): readonly LetGoThere[] {
  return files.flatMap(({ sealed }) => {
    const isAsked = sealed !== null && sealed.there !== null && shared !== null
    return isAsked && equalBytes(sealed.log, shared.state.logId)
      ? [{ log: sealed.log, blob: sealed.name.blob }]
      : []
  })
}
