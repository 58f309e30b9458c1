import type { Tools } from "#ledger"
import type { Day } from "#practices"
import { decodeHeader, equalBytes, writerOf } from "#wire"
import { toldOf } from "../keeping/book.ts"
import type { Queued, State } from "../keeping/state.ts"
import { heldAs, redacting, takingBack } from "./writing.ts"

/** Deletes what waits; what is on its way is taken back once it stands; what stands is taken back in the record. */
export function takenBack(t: Tools, state: State, ref: string, day: Day): State {
  const item = state.queue.find((q) => q.ref === ref)
  if (item?.is === "content") {
    if (!isSigned(state, item)) return { ...state, queue: state.queue.filter((q) => q !== item) }
    return { ...state, queue: state.queue.map((q) => (q === item ? { ...item, unwanted: true } : q)) }
  }
  const held = heldAs(state, ref)
  const told = held === null || state.shared === null ? null : toldOf(state.shared, held)
  // Whichever device of theirs it was written on.
  const writer =
    held === null || state.shared === null ? null : writerOf(state.shared.state, held.header.device)
  const isOwn = writer !== null && state.shared !== null && equalBytes(writer, state.shared.member)
  const isAsked = state.queue.some((q) => q.is === "redact" && q.target === ref)
  if (held === null || state.shared === null || !isOwn || isAsked) return state
  if (told === null) {
    // Its words do not open here; others may have them all the same.
    const isShut = held.shut === "missing" || held.shut === "unreadable"
    if (!isShut || held.header.kind !== 1) return state
    return { ...state, queue: [...state.queue, redacting(t, state.shared.device, state.queue, ref)] }
  }
  return { ...state, queue: [...state.queue, ...takingBack(t, state, told, day)] }
}

function isSigned(state: State, item: Queued): boolean {
  return (state.signed?.entries ?? []).some((entry) => {
    const header = decodeHeader(entry.header)
    return header.ok && equalBytes(header.value.uid, item.uid)
  })
}
