import { fileNamesIn } from "#ledger"
import { equalBytes } from "#wire"
import type { QueuedContent, State } from "../keeping/state.ts"
import { fileOf, isThere, isWhole } from "./kept.ts"
import type { KeptFile } from "./kept.ts"
import { isOver } from "../people/here.ts"

// The gate of the queue (spec/ledger.md §23.2): what names a file is signed only once the relay has acknowledged all of it. Were it the other way round, the others
// would read an entry whose picture is nowhere, and a phone lost in between would have taken it along.

/** "lost": this device has not got what it names, or it was sealed for another log. */
export function carriedFor(state: State, item: QueuedContent): "whole" | "not-yet" | "lost" {
  const files = filesFor(state, item)
  if (files.some((file) => file === null)) return "lost"
  return files.every((file) => file === null || isThere(file)) ? "whole" : "not-yet"
}

/** What it names, as this device holds it; null for one it does not hold so that it could be sent. */
export function filesFor(
  state: Pick<State, "files" | "shared">,
  { entry, ref }: Pick<QueuedContent, "entry" | "ref">,
): readonly (KeptFile | null)[] {
  const { shared } = state
  return fileNamesIn(entry.body).map(({ blob }) => {
    const file = shared === null ? null : fileOf(state, shared.state.logId, blob)
    if (file === null || file.sealed?.ref !== ref || !isWhole(file)) return null
    return shared !== null && equalBytes(file.sealed.device, shared.device.id) ? file : null
  })
}

/** What lay beside a draft belongs to the entry from now on. Throws where the entry names what is not here for it: its page should have asked for the name first. */
export function boundTo(state: State, { entry, ref, recordKind }: QueuedContent): State {
  const named = fileNamesIn(entry.body)
  if (named.length === 0) return state
  // Whoever stored a file lets it go alone: what is kept together cannot hold one (§23.2).
  if (recordKind === 4) throw new Error("house.file-kept")
  const isNamed = ({ sealed, draft }: KeptFile): boolean =>
    draft !== null && sealed !== null && named.some(({ blob }) => equalBytes(blob, sealed.name.blob))
  const files = state.files.map((file) =>
    isNamed(file) && file.sealed !== null ? { ...file, draft: null, sealed: { ...file.sealed, ref } } : file,
  )
  if (filesFor({ ...state, files }, { entry, ref }).includes(null)) throw new Error("house.file-not-here")
  return { ...state, files }
}

/** What is to be carried to the relay now, in the order it was chosen: what is held is nobody's business yet. */
export function dueFiles(state: State, at: number): readonly KeptFile[] {
  if ((state.shared?.state.members.length ?? 0) < 2 || isOver(state)) return []
  return state.queue.flatMap((q) =>
    q.is === "content" && q.notSent === null && !q.unwanted && (q.notBefore ?? 0) <= at
      ? filesFor(state, q).flatMap((file) => (file === null || isThere(file) ? [] : [file]))
      : [],
  )
}
