import type { AnyDraft, Tools } from "#ledger"
import type { Book } from "../keeping/book.ts"
import { isSeniorHere, mine, othersHere } from "./here.ts"
import { closingTogether, isClosingProposed, needsEverybody } from "./proposals.ts"
import type { Snapshot } from "../session/shown.ts"
import type { State } from "../keeping/state.ts"

// Leaving, ending, and what is owed to those who stay (spec/ledger.md §7.3).

function canStill(state: State, going: "leave" | "close"): boolean {
  const { shared } = state
  if (shared === null || mine(shared)?.left !== null || !isSeniorHere(shared)) return false
  if (going === "leave") return true
  return shared.state.closed === null && !isClosingProposed(shared)
}

/** What a person chose, decided on the state as it is now. Never placed again, always decided again. */
export function goingNow(t: Tools, state: State): readonly AnyDraft[] {
  const { going, shared } = state
  if (going === null || shared === null || !canStill(state, going)) return []
  if (going === "close" && needsEverybody(shared)) return closingTogether(t, shared)
  return [{ uid: t.random(16), control: { op: going } }]
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
    others: othersHere(shared).length,
    closed: shared.state.closed !== null,
    senior: isSeniorHere(shared),
    chosen: going,
    away: isAway,
  }
}
