import type { AnyDraft, Tools } from "#ledger"
import { equalBytes, memberOf, presentMembers, signerOf } from "#wire"
import type { Member } from "#wire"
import type { Book } from "./book.ts"
import type { Snapshot } from "./session.ts"
import type { State } from "./state.ts"

// Leaving, ending, and what is owed to those who stay (spec/ledger.md §7.3).

function mine(book: Book | null): Member | undefined {
  return book === null ? undefined : memberOf(book.state, book.member)
}

/** Nothing more can be said in what two people shared: this person left, it was ended, or nobody else is there. */
export function isOver(state: State): boolean {
  const { shared } = state
  if (shared === null || shared.state.members.length < 2) return false
  return (
    mine(shared)?.left !== null || shared.state.closed !== null || presentMembers(shared.state).length < 2
  )
}

/** Whether this device may leave for its person, or end it: the first of theirs. */
function isSeniorHere({ state, device }: Book): boolean {
  const signer = signerOf(state, device.id)
  const first = signer?.member.devices[0]
  return signer?.is === "device" && first !== undefined && equalBytes(first, device.id)
}

function canStill(state: State, going: "leave" | "close"): boolean {
  const { shared } = state
  if (shared === null || mine(shared)?.left !== null || !isSeniorHere(shared)) return false
  if (going === "leave") return true
  return shared.state.closed === null && presentMembers(shared.state).length <= 2
}

/** What a person chose, decided on the state as it is now. Never placed again, always decided again. */
export function goingNow(t: Tools, state: State): readonly AnyDraft[] {
  const { going } = state
  return going === null || !canStill(state, going) ? [] : [{ uid: t.random(16), control: { op: going } }]
}

/** The choice is done, or cannot be done any more. */
export function withGoingDone(state: State): State {
  return state.going === null || canStill(state, state.going) ? state : { ...state, going: null }
}

/**
 * A new epoch, right before the next words somebody chose to write: because somebody went, or because the key of this one never reached this device. Never by
 * itself, and never because the app was opened (LEDGER §1.6).
 */
export function owedBefore(t: Tools, { state, epochs }: Book): readonly AnyDraft[] {
  const isOwed = state.isRotationOwed || !epochs.has(state.epoch.number)
  return isOwed ? [{ uid: t.random(16), control: { op: "epoch" } }] : []
}

export function goingOf(state: State): Snapshot["going"] | undefined {
  const { shared, going, isAway } = state
  if (shared === null || shared.state.members.length < 2) return undefined
  return {
    here: mine(shared)?.left === null,
    others: presentMembers(shared.state).filter((m) => !equalBytes(m.id, shared.member)).length,
    closed: shared.state.closed !== null,
    senior: isSeniorHere(shared),
    chosen: going,
    away: isAway,
  }
}
