import { createDraft } from "#ledger"
import type { AnyDraft, Tools } from "#ledger"
import type { Day } from "#practices"
import { decodeServerLine, equalBytes, originHash, toHex } from "#wire"
import type { Bytes, LogState, Proposal } from "#wire"
import type { Book } from "../keeping/book.ts"
import { owedBefore } from "../people/going.ts"
import { isOver, mine } from "../people/here.ts"
import { approval } from "../people/proposals.ts"
import { isTogether } from "../sending/queue.ts"
import type { State } from "../keeping/state.ts"
import { addressOf, canArrive, nameOf } from "./agreed.ts"

// Going on at another server together: chosen here, proposed with its address, agreed to by all (spec/relay.md §13).

/** A server somebody would like to go to; chosen, and not in the record yet. */
export interface Moving {
  readonly origin: string
  readonly ed: Bytes
}
/** "line": none, or cut short. "here": it is this server. "no-sheet": nobody could write again there. "cannot": nothing can be said here. */
export type NotMoving = "line" | "here" | "no-sheet" | "cannot"

type Act = NonNullable<LogState["relay"]>

function actOf({ origin, ed }: Moving): Act {
  return { ed, origin: originHash(origin) }
}

function isSame(a: Act, b: Act): boolean {
  return equalBytes(a.ed, b.ed) && equalBytes(a.origin, b.origin)
}

function openFor({ state }: Book, act: Act): readonly [string, Proposal] | undefined {
  return [...state.proposals].find(
    ([, p]) => p.state === "open" && p.act.op === "relay.set" && isSame(p.act, act),
  )
}

/** Where others are: who is alone has nothing here that a copy does not hold. */
export function canPropose(state: State): boolean {
  return isTogether(state) && mine(state.shared)?.left === null && !isOver(state)
}

/** With what is on the line; or why not. */
export function movingTo(state: State, line: string, here: string): Moving | NotMoving {
  const to = decodeServerLine(line)
  if (to === null) return "line"
  const relay = state.shared?.state.relay ?? null
  // Where the agreed one was given up, all can agree on the one they are at.
  if (to.origin === here && (relay === null || nameOf(relay) !== state.givenUp)) return "here"
  if (!canPropose(state) || (relay !== null && isSame(relay, actOf(to)))) return "cannot"
  return canArrive(state) ? to : "no-sheet"
}

/** What this person chose, decided on the state as it is: agreed to, where somebody proposed the same before. */
export function movingNow(t: Tools, state: State, day: Day): readonly AnyDraft[] {
  const { shared, moving, house } = state
  if (shared === null || moving === null || isMovingDone(state)) return []
  const act = actOf(moving)
  const there = openFor(shared, act)
  if (there !== undefined) return [approval(t, ...there)]
  const control: AnyDraft = {
    uid: t.random(16),
    control: { op: "propose", act: { op: "relay.set", ...act } },
  }
  if (addressOf(house, act) !== null) return [control]
  const body = { address: moving.origin }
  const draft = createDraft(t, { kind: 1, name: "home.moving", body, day, basis: shared.state.head })
  // Those who are asked read an address: it goes right before the question.
  return draft.ok ? [...owedBefore(t, shared), draft.value, control] : []
}

function isMovingDone(state: State): boolean {
  const { shared, moving } = state
  if (shared === null || moving === null) return true
  const act = actOf(moving)
  if (shared.state.relay !== null && isSame(shared.state.relay, act)) return true
  const there = openFor(shared, act)
  return !canPropose(state) || there?.[1].approvedBy.includes(toHex(shared.member)) === true
}

/** The choice stands in the record, or can no longer be made. */
export function withMovingDone(state: State): State {
  return state.moving === null || !isMovingDone(state) ? state : { ...state, moving: null }
}
