import { home, stateOf } from "#practices"
import type { Day } from "#practices"
import { equalBytes, fromBase64url, isActive, toHex } from "#wire"
import type { Bytes } from "#wire"
import type { Book } from "../book.ts"
import { mine } from "../here.ts"
import { operatingAlone } from "../recovery/held.ts"
import type { HeldDeps } from "../recovery/held.ts"
import type { Recovery } from "../recovery/recovery.ts"
import type { State } from "../state.ts"

// One device goes: one job over all logs (spec/ledger.md §20.5). Which ids are one and the same device is said in the private log.

interface Pair {
  readonly own: Bytes | null
  readonly there: Bytes | null
  readonly day: Day
}

/** A device of this person by its id in either log; null where no entry says which it is. */
export function pairOf(state: State, id: Bytes): Pair | null {
  for (const { own, there, day } of stateOf(state.house, home).own.devices ?? []) {
    const pair = { own: fromBase64url(own), there: there === null ? null : fromBase64url(there), day }
    if ([pair.own, pair.there].some((one) => one !== null && equalBytes(one, id))) return pair
  }
  return null
}

/** Whether this device stands before that one wherever both are active, so that it can let it go everywhere. */
export function mayGoAlone(state: State, id: Bytes): boolean {
  const pair = pairOf(state, id)
  if (pair === null) return false
  const there = [standing(state.private, pair.own), standing(state.shared, pair.there)]
  return there.includes("behind") && !there.includes("before")
}

/** Where a device stands in a log, seen from this one. */
function standing(book: Book | null, id: Bytes | null): "behind" | "before" | "gone" {
  if (book === null || id === null || !isActive(book.state, id)) return "gone"
  const devices = mine(book)?.devices ?? []
  const at = (one: Bytes): number => devices.findIndex((device) => equalBytes(device, one))
  const isHere = isActive(book.state, book.device.id) && mine(book)?.left === null
  if (!isHere || at(id) < 0) return "before"
  return at(book.device.id) < at(id) ? "behind" : "before"
}

/** The private log here and now, the shared one with the next connection, tried again until it is done. What came through it goes with it. */
export async function lettingOneGo(deps: HeldDeps, state: State, id: Bytes): Promise<State> {
  const pair = pairOf(state, id)
  if (pair === null || !mayGoAlone(state, id)) return state
  const { private: own, shared, recovery } = state
  const isHere = own !== null && standing(own, pair.own) === "behind"
  const control = { op: "device.remove", target: pair.own ?? id, kept: [] } as const
  const book = isHere
    ? await operatingAlone(deps, own, own.device, [{ uid: deps.tools.random(16), control }])
    : own
  const isThere = shared !== null && standing(shared, pair.there) === "behind"
  const removing =
    isThere && pair.there !== null ? [...recovery.removing, toHex(pair.there)] : recovery.removing
  return { ...state, private: book, recovery: elsewhere(deps, book, { ...recovery, removing }) }
}

/** A device that is gone still knows the store: the last one left copies into a new one. With a sheet the store stays: the sheet would not find another. */
function elsewhere({ tools }: HeldDeps, own: Book | null, recovery: Recovery): Recovery {
  const { copying, sheet } = recovery
  if (copying === null || sheet !== null || (mine(own)?.devices.length ?? 0) > 1) return recovery
  const fresh = {
    store: tools.random(32),
    batchKey: tools.random(32),
    sent: 0,
    upTo: 0,
    day: null,
    elsewhere: false,
  }
  return { ...recovery, copying: fresh, old: [...recovery.old, { locator: null, store: copying.store }] }
}
