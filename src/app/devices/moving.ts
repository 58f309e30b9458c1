import type { BatchPlace } from "#ledger"
import { numberOfDay } from "#practices"
import type { Day } from "#practices"
import { decodeControl, equalBytes, fromBase64url } from "#wire"
import type { Bytes } from "#wire"
import type { Book, Held } from "../keeping/book.ts"
import { mine } from "../people/here.ts"
import type { Copying, Old, Recovery } from "../recovery/recovery.ts"

// The store moves where somebody who knows it may read no more (spec/ledger.md §19.3): the new one is said in the log, in an epoch they cannot open.

/** A store's two secrets. */
export type StorePlace = Omit<BatchPlace, "n">
export interface Told extends StorePlace {
  /** Where the entry stands that says it. */
  readonly seq: number
}

/** The store that was said last, among the first so many entries. */
export function storeIn(entries: readonly Held[], upTo = entries.length): Told | null {
  for (let at = Math.min(upTo, entries.length) - 1; at >= 0; at -= 1) {
    const held = entries[at]
    if (held?.opened?.kind !== "home.store") continue
    const told = placeIn(held.opened.body)
    if (told !== null) return { ...told, seq: held.seq }
  }
  return null
}

function placeIn(body: unknown): StorePlace | null {
  const field = (name: string): Bytes | null => {
    const text: unknown = typeof body === "object" && body !== null ? Reflect.get(body, name) : null
    const bytes = typeof text === "string" ? fromBase64url(text) : null
    return bytes?.length === 32 ? bytes : null
  }
  const [store, batchKey] = [field("store"), field("batchKey")]
  return store === null || batchKey === null ? null : { store, batchKey }
}

/** A device was let go behind the last word on where the store is: it knows that one. */
export function owesMove({ entries }: Book, { since = 0 }: Copying): boolean {
  for (let at = entries.length - 1; at >= since; at -= 1) {
    const held = entries[at]
    if (held?.opened?.kind === "home.store") return false
    if (held?.header.kind !== 2 || held.verdict.verdict !== "ok" || held.entry.body === null) continue
    const decoded = decodeControl(held.entry.body)
    if (decoded.is === "built" && decoded.control.op === "device.remove") return true
    // With a code a store was drawn.
    if (decoded.is === "built" && decoded.control.op === "recovery.set") return false
  }
  return false
}

/** Once a store of this log has the entry that says so, the new one is read and written, from its first batch on. What was acknowledged before stays where it stands. */
export function movedOn(book: Book, of: Recovery): Recovery {
  const { copying, old, sheet } = of
  const told = copying && storeIn(book.entries, copying.upTo)
  if (copying === null || told === null || equalBytes(told.store, copying.store)) return of
  if (told.seq < (copying.since ?? 0)) return of
  const settled = Math.max(copying.upTo, copying.settled ?? 0)
  const { store, batchKey, seq } = told
  const isOnWay = mine(book)?.recovery !== null && sheet?.ready !== false
  const before: Old = { locator: null, store: copying.store, since: seq, isOnWay }
  return {
    ...of,
    copying: { store, batchKey, sent: 0, upTo: 0, day: null, settled, since: seq },
    // Who let a device go lets the store go, too; who only follows leaves it to them.
    old: isMine(book, seq) ? [...old, before] : old,
    sheet: sheet?.ready === true ? { ...sheet, isOlder: true } : sheet,
  }
}

function isMine(book: Book, seq: number): boolean {
  const header = book.entries[seq]?.header
  return header !== undefined && equalBytes(header.device, book.device.id)
}

/** Days in which who was let go can still read that they were. */
const LEFT_DAYS = 30

/**
 * Every other device that writes here has written behind the word on the new store, who was let go had their time to read it, and no sheet finds its way through the
 * old one.
 */
export function mayLetGo(book: Book | null, { since, isOnWay }: Old, today: Day): boolean {
  if (since === undefined) return true
  if (book === null || isOnWay === true) return false
  const said = book.entries[since]?.opened?.day
  if (said !== undefined && numberOfDay(today) < numberOfDay(said) + LEFT_DAYS) return false
  const wrote = book.entries.slice(since + 1).map(({ header }) => header.device)
  const others = (mine(book)?.devices ?? []).filter((id) => !equalBytes(id, book.device.id))
  return others.every((id) => wrote.some((device) => equalBytes(device, id)))
}
