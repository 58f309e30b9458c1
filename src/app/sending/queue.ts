import { draftRedact, fileNamesIn } from "#ledger"
import type { AnyDraft, Tools } from "#ledger"
import { mayWrite, tell } from "#practices"
import { toBase64url } from "#wire"
import type { Queued, QueuedContent, State } from "../keeping/state.ts"
import { isOver } from "../people/here.ts"
import { hasAgreed } from "./taking-out.ts"
import { carriedFor } from "../files/due.ts"
import { heldAs } from "./writing.ts"

// The queue's first stage: what is chosen to go. It goes when its time is over, the app is open and a relay has just answered with a head; not while the shared
// log has one member. The second stage, the signed run, is placing.ts.

/** One request carries at most so many entries, and so many bytes of DATA. */
const most = { entries: 16, bytes: 1024 * 1024 }

export interface Due {
  readonly items: readonly Queued[]
  /** What would be set aside by both phones if it were sent now: it stays here, with the reason. */
  readonly refused: readonly { readonly item: Queued; readonly because: string }[]
  /** Redactions of what is gone already, or never stood. */
  readonly moot: readonly Queued[]
}

export function isTogether(state: State): boolean {
  return (state.shared?.state.members.length ?? 0) > 1
}

/** What may go now, in the order it was chosen. A thing that names one that still waits, waits with it. */
export function dueNow(state: State, at: number): Due {
  const items: Queued[] = []
  const refused: { readonly item: Queued; readonly because: string }[] = []
  const moot: Queued[] = []
  if (!isTogether(state) || state.shared === null) return { items, refused, moot }
  const writer = toBase64url(state.shared.member)
  const waiting = new Set<string>()
  const over = isOver(state)
  let { house } = state
  let bytes = 0
  for (const item of state.queue) {
    if (items.length >= most.entries) break
    if (item.notSent !== null) continue
    if (item.is === "redact") {
      const judged = redactable(state, item.target)
      if (judged === "moot") moot.push(item)
      else if (judged === "now") items.push(item)
      continue
    }
    const entry = { ...item.entry, writer }
    if (item.unwanted) continue
    if (over) {
      refused.push({ item, because: "house.over" })
      continue
    }
    const carried = carriedFor(state, item)
    if (carried === "lost") {
      refused.push({ item, because: "house.file-lost" })
      continue
    }
    if ((item.notBefore ?? 0) > at || carried === "not-yet" || names(item, waiting)) {
      waiting.add(item.ref)
      continue
    }
    const verdict = mayWrite(house, "shared", entry)
    if (!verdict.ok) {
      refused.push({ item, because: verdict.because })
      continue
    }
    bytes += item.data.length
    if (items.length > 0 && bytes > most.bytes) break
    house = tell(house, entry, house.standing.devices)
    items.push(item)
  }
  return { items, refused, moot }
}

function redactable(state: State, target: string): "now" | "later" | "moot" {
  const held = heldAs(state, target)
  if (held !== null) {
    const isDone = held.header.kind === 1 ? held.shut === "redacted" : hasAgreed(state, held)
    return isDone || held.shut === "redacted" ? "moot" : "now"
  }
  return state.queue.some((q) => q.ref === target && q.notSent === null) ? "later" : "moot"
}

function names(item: QueuedContent, refs: ReadonlySet<string>): boolean {
  if (refs.size === 0) return false
  const text = JSON.stringify(item.entry.body)
  return [...refs].some((ref) => text.includes(ref))
}

export function draftOf(t: Tools, state: State, item: Queued): AnyDraft {
  if (item.is === "content") return { uid: item.uid, kind: item.recordKind, data: item.data }
  const held = heldAs(state, item.target)
  if (held === null) throw new Error("a redaction of nothing")
  const { device, uid } = held.header
  const blobs = fileNamesIn(held.opened?.body).map(({ blob }) => blob)
  return { ...draftRedact(t, [{ entry: held.entry, device, uid }], blobs), uid: item.uid }
}

/** A clock that was set back makes nobody wait longer than was chosen: such a hold begins anew, now. */
export function withFairHolds(state: State, at: number): State {
  const isTooFar = (q: Queued): boolean => q.is === "content" && (q.notBefore ?? 0) - at > q.hold
  if (!state.queue.some(isTooFar)) return state
  const queue = state.queue.map((q) =>
    q.is === "content" && isTooFar(q) ? { ...q, notBefore: at + q.hold } : q,
  )
  return { ...state, queue }
}

/** Milliseconds since 1970 UTC at which the next thing's hold is over; null when nothing is held. */
export function nextHoldEnd(state: State, at: number): number | null {
  const ends = state.queue.flatMap((q) =>
    q.is === "content" && q.notSent === null && q.notBefore !== null && q.notBefore > at ? [q.notBefore] : [],
  )
  return ends.length === 0 ? null : Math.min(...ends)
}
