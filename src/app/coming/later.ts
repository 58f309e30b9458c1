import { home, stateOf } from "#practices"
import type { Ref } from "#practices"
import { decodeRef, equalBytes, isActive, toBase64url } from "#wire"
import type { Bytes } from "#wire"
import { isOwn } from "../devices/unplaced.ts"
import type { State } from "../keeping/state.ts"

// What one's devices say to each other in the private log about a log that is shared later (spec/ledger.md §21). All of it is read out of that log: nothing is
// remembered beside it but the keys that were drawn.

const none = { spaces: [], asks: [], opens: [] } as const

type Own = ReturnType<typeof ownOf>
const ownOf = (state: Pick<State, "house">) => stateOf(state.house, home).own
export type Space = NonNullable<Own["later"]>["spaces"][number]
export type Asks = NonNullable<Own["later"]>["asks"][number]
export type Opens = NonNullable<Own["later"]>["opens"][number]

export function laterIn(state: Pick<State, "house">): NonNullable<Own["later"]> {
  return ownOf(state).later ?? none
}

/** The ids that stand for one and the same device, in one's own log and in what is shared: base64url. */
export function pairsIn(state: Pick<State, "house">): NonNullable<Own["devices"]> {
  return ownOf(state).devices ?? []
}

/** The device that said it; in the private log a device of this person. */
export function saidBy({ ref }: { readonly ref: Ref }): Bytes {
  return decodeRef(ref)?.device ?? new Uint8Array(16)
}

/** Said by this very device. */
export function isMine(state: State, said: { readonly ref: Ref }): boolean {
  return state.private !== null && equalBytes(saidBy(said), state.private.device.id)
}

/** Said by another device of this person that is one still. */
export function isOthers(state: State, said: { readonly ref: Ref }): boolean {
  return state.private !== null && !isMine(state, said) && isActive(state.private.state, saidBy(said))
}

/** Whether it was said of the log that is shared now. */
export function isOfNow({ shared }: State, { log }: { readonly log: string }): boolean {
  return shared !== null && toBase64url(shared.state.logId) === log
}

const errands: ReadonlySet<string> = new Set(["home.space", "home.asks", "home.opens"])

/** Something of this is still to be told to one's other devices, and goes at once. */
export function hasErrand({ private: own, unplaced, recovery: { copying } }: State): boolean {
  if (own === null || copying === null || !isActive(own.state, own.device.id)) return false
  const waits = unplaced.some((one) => errands.has(one.entry.kind) && isOwn(own, one))
  return waits || own.entries.slice(copying.upTo).some(({ opened }) => errands.has(opened?.kind ?? ""))
}
