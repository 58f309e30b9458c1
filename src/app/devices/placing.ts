import { makeDeviceAdd } from "#ledger"
import type { AnyDraft, DeviceKeys } from "#ledger"
import type { Day } from "#practices"
import { checkEntries, deviceId, encodeRef, equalBytes, fromHex, isActive, toBase64url, toHex } from "#wire"
import { taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { heldAnew } from "../recovery/held.ts"
import type { HeldDeps } from "../recovery/held.ts"
import { keeping } from "../sending/writing.ts"
import type { State } from "../keeping/state.ts"
import { owesMove } from "./moving.ts"
import { isOwn } from "./unplaced.ts"

// The second stage of the private log (spec/ledger.md §19.2): called in a turn, right after the store was read to its end. Operations are decided on the book as it
// is; a device that is to go goes first, and then the store moves before anything else is said.

export async function placed(deps: HeldDeps, state: State, day: Day): Promise<State> {
  if (state.private === null || state.alarm === "private-damaged") return state
  const back = await comeBack(deps, state)
  if (back.private === null || !isActive(back.private.state, back.private.device.id)) return back
  const decided = await operated(deps, back)
  const { private: book, recovery } = decided
  if (book === null || recovery.copying === null) return decided
  if (owesMove(book, recovery.copying)) return { ...decided, private: await telling(deps, book, day) }
  return said(deps, await heldAnew(deps, decided, day))
}

/** Whether there is anything to place: without it, nothing is read for it either. */
export function hasToPlace({ private: book, unplaced, recovery }: State): boolean {
  if (book === null) return false
  const { removingOwn = [], addingOwn = [], copying } = recovery
  if (removingOwn.length + addingOwn.length > 0 || unplaced.some((u) => isOwn(book, u))) return true
  return copying !== null && isActive(book.state, book.device.id) && owesMove(book, copying)
}

/** A new store, said right behind what makes it needed. */
async function telling({ tools, place }: HeldDeps, book: Book, day: Day): Promise<Book> {
  const [store, batchKey] = [toBase64url(tools.random(32)), toBase64url(tools.random(32))]
  return (await keeping(tools, place, book, { kind: "home.store", body: { store, batchKey }, day })).book
}

export { telling as tellingOfStore }

/** The book with these operations; null when one of them would have no effect on it. */
async function operating(
  { tools, verify, place }: HeldDeps,
  book: Book,
  by: DeviceKeys,
  drafts: readonly AnyDraft[],
): Promise<Book | null> {
  const run = await place(tools, by, book, drafts)
  const checked = await checkEntries(verify, book.state, run.entries)
  if (checked.fault !== null || checked.verdicts.some(({ verdict }) => verdict !== "ok")) return null
  return taking(tools, { ...book, epochs: run.epochs }, run.entries, checked)
}

/** The sheet's key adds this device once more, where somebody else was first. */
async function comeBack(deps: HeldDeps, state: State): Promise<State> {
  const { private: book, recovery } = state
  const by = recovery.returningOwn
  if (book === null || by === undefined || isActive(book.state, book.device.id)) return state
  const of = { logId: book.state.logId, member: book.member, adder: by.id, rank: 1 } as const
  const control = await makeDeviceAdd(deps.tools, book.device, of)
  const isInForce = book.state.members.some(({ recovery: r }) => r !== null && equalBytes(r.id, by.id))
  const uid = deps.tools.random(16)
  const back = isInForce ? await operating(deps, book, by, [{ uid, control }]) : null
  return back === null ? state : { ...state, private: back }
}

/** What was decided and has not gone, done here and now on the book as it is. */
export async function operated(deps: HeldDeps, state: State): Promise<State> {
  const { removingOwn = [], addingOwn = [], ...recovery } = state.recovery
  let book = state.private
  for (const hex of removingOwn) {
    const target = fromHex(hex)
    if (book === null || target === null || !isActive(book.state, target)) continue
    if (equalBytes(target, book.device.id)) continue
    const control = { op: "device.remove", target, kept: [] } as const
    book = (await operating(deps, book, book.device, [{ uid: deps.tools.random(16), control }])) ?? book
  }
  for (const control of addingOwn) {
    const isThere = book?.state.devices.has(toHex(deviceId(control.ed, control.x))) !== false
    if (book === null || isThere) continue
    book = (await operating(deps, book, book.device, [{ uid: deps.tools.random(16), control }])) ?? book
  }
  return book === state.private && removingOwn.length + addingOwn.length === 0
    ? state
    : { ...state, private: book, recovery }
}

/** All that waits, in the order it was written: same uid, same DATA, behind what stands. */
async function said(deps: HeldDeps, state: State): Promise<State> {
  const { private: book, unplaced, recovery } = state
  if (book === null) return state
  const now = unplaced.filter((u) => isOwn(book, u))
  if (now.length === 0) return state
  const drafts = now.map(({ uid, data }) => ({ uid, kind: 1 as const, data }))
  const { number } = book.state.epoch
  const isOwed = book.state.isRotationOwed || !book.epochs.has(number)
  const rotation: AnyDraft = { uid: deps.tools.random(16), control: { op: "epoch" } }
  const after = await operating(deps, book, book.device, [...(isOwed ? [rotation] : []), ...drafts])
  if (after === null) throw new Error("what waits has no effect in one's own log")
  const { pending } = recovery
  const entry = after.entries.findLastIndex(
    ({ header }) => encodeRef(header.device, header.uid) === pending?.ref,
  )
  const moved = pending === null || pending.ref === undefined || entry < 0 ? pending : { ...pending, entry }
  const left = unplaced.filter((u) => !now.includes(u))
  return { ...state, private: after, unplaced: left, recovery: { ...recovery, pending: moved } }
}
