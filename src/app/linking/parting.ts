import type { Day } from "#practices"
import { equalBytes, fromBase64url, isActive, toHex } from "#wire"
import type { Bytes } from "#wire"
import type { Book } from "../keeping/book.ts"
import { pairsIn } from "../coming/later.ts"
import { mine } from "../people/here.ts"
import { operatingAlone } from "../recovery/held.ts"
import type { HeldDeps } from "../recovery/held.ts"
import type { State } from "../keeping/state.ts"

// One device goes: one job over all logs (spec/ledger.md §20.5). Which ids are one and the same device is said in the private log.

interface Pair {
  readonly own: Bytes | null
  readonly there: Bytes | null
  readonly day: Day
}

/** A device of this person by its id in either log; null where no entry says which it is. */
export function pairOf(state: State, id: Bytes): Pair | null {
  for (const { own, there, day } of pairsIn(state)) {
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

/**
 * With the next connection in each log, tried again until it is done; a private log that is copied nowhere has it here and now, and so has one whose people went on at
 * another server (`isElsewhere`): from there nobody reads it any more, and a copy carries it along. What came through it goes with it.
 */
export async function lettingOneGo(
  deps: HeldDeps,
  state: State,
  id: Bytes,
  isElsewhere = false,
): Promise<State> {
  const pair = pairOf(state, id)
  if (pair === null || !mayGoAlone(state, id)) return state
  const { private: own, shared, recovery } = state
  const isThere = shared !== null && standing(shared, pair.there) === "behind"
  const removing =
    isThere && pair.there !== null ? [...recovery.removing, toHex(pair.there)] : recovery.removing
  if (own === null || pair.own === null || standing(own, pair.own) !== "behind")
    return { ...state, recovery: { ...recovery, removing } }
  if (recovery.copying !== null && !isElsewhere) {
    const removingOwn = [...(recovery.removingOwn ?? []), toHex(pair.own)]
    return { ...state, recovery: { ...recovery, removing, removingOwn } }
  }
  const control = { op: "device.remove", target: pair.own, kept: [] } as const
  const drafts = [{ uid: deps.tools.random(16), control }]
  const book = await operatingAlone(deps, own, own.device, drafts)
  return { ...state, private: book, recovery: { ...recovery, removing } }
}

/** A private log of this person, this one or one from before a copy, let this device go. */
function isGoneAlone({ private: own, copied }: State, id: Bytes): boolean {
  const logs = [own?.state, ...(copied?.own ?? []).map(({ state }) => state)]
  return logs.some((log) => log?.devices.get(toHex(id))?.state === "removed")
}

/** What the private log let go of and what is shared still has: it goes there, too, whichever device it was that let it go (spec/ledger.md §20.5). */
export function owedThere(state: State): readonly Bytes[] {
  return pairsIn(state).flatMap(({ own, there }) => {
    const [alone, together] = [fromBase64url(own), there === null ? null : fromBase64url(there)]
    if (alone === null || together === null || !isGoneAlone(state, alone)) return []
    return standing(state.shared, together) === "behind" ? [together] : []
  })
}

/** It was chosen to go, and does as soon as it can. `id`: in the log that is shown. */
export function isGoing(state: State, id: Bytes): boolean {
  const { removing, removingOwn = [] } = state.recovery
  const own = pairOf(state, id)?.own ?? id
  const isChosen = removing.includes(toHex(id)) || removingOwn.includes(toHex(own))
  return isChosen || owedThere(state).some((there) => equalBytes(there, id))
}
