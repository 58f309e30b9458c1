import { openBody, stateAt } from "#ledger"
import type { Tools } from "#ledger"
import { decodeControl, equalBytes, toHex } from "#wire"
import type { Bytes, DeviceAdd } from "#wire"
import { toldOf } from "../keeping/book.ts"
import type { Book, Held } from "../keeping/book.ts"
import type { Unplaced } from "./unplaced.ts"

// What was signed here and lost its place: another entry stands there, verified. What was said is placed again; what was done is decided again (spec/ledger.md §11).

/** The book as it was before this place. Keys of epochs that began behind it are let go of. */
export function cut(book: Book, length: number): Book {
  if (length === book.entries.length) return book
  const state = stateAt(book, length)
  const epochs = new Map([...book.epochs].filter(([number]) => number <= state.epoch.number))
  return { ...book, state, epochs, entries: book.entries.slice(0, length) }
}

export interface Lost {
  readonly things: readonly Unplaced[]
  /** Hex ids of devices that were to go. */
  readonly removing: readonly string[]
  readonly adding: readonly DeviceAdd[]
}

export async function lostFrom(t: Tools, book: Book, from: number, before: number): Promise<Lost> {
  const gone = book.entries.slice(from)
  const things: Unplaced[] = []
  for (const [i, held] of gone.entries()) {
    const data = await dataOf(t, book, held)
    const entry = toldOf(book, held)
    if (data !== null && entry !== null)
      things.push({ ref: entry.ref, n: before - gone.length + i, uid: held.header.uid, data, entry })
  }
  const controls = gone.flatMap((held) => {
    const isOurs = equalBytes(held.header.device, book.device.id)
    if (!isOurs || held.header.kind !== 2 || held.entry.body === null) return []
    const decoded = decodeControl(held.entry.body)
    return decoded.is === "built" && held.verdict.verdict === "ok" ? [decoded.control] : []
  })
  return {
    things,
    removing: controls.flatMap((c) => (c.op === "device.remove" ? [toHex(c.target)] : [])),
    adding: controls.filter((c) => c.op === "device.add"),
  }
}

async function dataOf(t: Tools, { epochs }: Book, { header, entry, opened }: Held): Promise<Bytes | null> {
  const key = epochs.get(header.epoch)
  if (opened === null || entry.body === null || key === undefined) return null
  const data = await openBody(t, key, header, entry.body)
  return data.ok ? data.value : null
}
