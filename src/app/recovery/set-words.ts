import { headWords } from "#ledger"
import { decodeControl, equalBytes, fromHex, writerOf } from "#wire"
import type { Book } from "../keeping/book.ts"

/** The eight words on a sheet: those of this person's last recovery.set in this log. Null where there is none. */
export function setWordsIn(book: Pick<Book, "entries" | "state" | "member">): readonly number[] | null {
  const set = book.entries.findLast(({ header, verdict, entry }) => {
    if (header.kind !== 2 || verdict.verdict !== "ok" || entry.body === null) return false
    const control = decodeControl(entry.body)
    const writer = writerOf(book.state, header.device)
    const isMine = writer !== null && equalBytes(writer, book.member)
    return control.is === "built" && control.control.op === "recovery.set" && isMine
  })
  const hash = set === undefined ? null : fromHex(set.hash)
  return hash === null ? null : headWords(hash)
}
