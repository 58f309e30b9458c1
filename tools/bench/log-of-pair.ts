import { deviceFromBytes } from "#ledger"
import { fromBase64url } from "#wire"
import type { Bytes } from "#wire"
import { emptyBook } from "../../src/app/keeping/book.ts"
import type { Book } from "../../src/app/keeping/book.ts"
import type { PairLog } from "./pair-log.ts"

/** The long log as a page holds it, before anything of it is read. */
export interface Loaded {
  readonly log: PairLog
  readonly runs: readonly Bytes[]
}

export function bytes(text: string): Bytes {
  const found = fromBase64url(text)
  if (found === null) throw new Error("no bytes")
  return found
}

export function bookFor(log: PairLog): Book {
  const device = deviceFromBytes(bytes(log.device))
  if (device === null) throw new Error("no device")
  return emptyBook({ log: "shared", device, member: bytes(log.member), logId: bytes(log.logId) })
}

/** How many entries of the book say what they should. */
export function told(book: Book | null): number {
  return book?.entries.filter((held) => held.shut === null || held.shut === "none").length ?? 0
}
