import type { HouseEntry, Ref } from "#practices"
import { encodeRef, isActive } from "#wire"
import type { Bytes } from "#wire"
import type { Book } from "../keeping/book.ts"
import { mine } from "../people/here.ts"
import type { Recovery } from "../recovery/recovery.ts"
import type { State } from "../keeping/state.ts"

/** What was written alone on this device and stands in no place yet: other devices of this person write here too (spec/ledger.md §19). */
export interface Unplaced {
  readonly ref: Ref
  /** Place in the order of writing. */
  readonly n: number
  readonly uid: Bytes
  /** DATA as it will be sealed; drawn once, kept at every placing. */
  readonly data: Bytes
  readonly entry: HouseEntry
}

type Own = Pick<State, "unplaced"> & {
  readonly private: Book
  readonly recovery: Pick<Recovery, "copying">
}

/** Whether this device alone writes its person's private log: then what is written is signed at once. */
export function isAlone({ private: book, recovery, unplaced }: Own): boolean {
  if (!isActive(book.state, book.device.id) || unplaced.length > 0) return false
  return recovery.copying === null || (mine(book)?.devices.length ?? 0) === 1
}

/** Written by this device. What another one wrote, and no server has any more, is only kept to be read. */
export function isOwn(book: Pick<Book, "device">, { ref, uid }: Unplaced): boolean {
  return ref === encodeRef(book.device.id, uid)
}

export function behind(all: readonly Unplaced[]): number {
  return all.reduce((most, { n }) => Math.max(most, n), 0) + 1
}

/** What does not stand in the book yet. */
export function stillUnplaced(book: Book, all: readonly Unplaced[]): readonly Unplaced[] {
  if (all.length === 0) return all
  const standing = new Set(book.entries.map(({ header }) => encodeRef(header.device, header.uid)))
  return all.filter(({ ref }) => !standing.has(ref))
}
