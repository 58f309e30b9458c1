import { EXPORT_COST, makeExport, sealExport, shownBy } from "#ledger"
import type { ExportLog, Tools } from "#ledger"
import { isActive } from "#wire"
import type { Bytes } from "#wire"
import type { Book } from "./book.ts"
import type { Stretch } from "./lock.ts"
import type { State } from "./state.ts"

// One file with what is one's own and what stands in the shared log and can be read here (CARE E10, spec/ledger.md §14). What waits, and what is being
// written, is no entry and is not in it; nothing of the other person's own log ever is, because none of it is here.

/** Null when there is nothing yet to put into a file. */
export async function exportFile(t: Tools, state: Pick<State, "private" | "shared">): Promise<Bytes | null> {
  const books = [state.private, state.shared].filter((book) => book !== null && book.entries.length > 0)
  // Signed in the shared log's name where there is one: that is the one another person can know.
  const maker = books.findLast((book) => book !== null && mayClose(book))
  if (maker === undefined || maker === null) return null
  const logs = books.flatMap((book) => (book === null ? [] : [logOf(book)]))
  return makeExport(t, logs, { device: maker.device, logId: maker.state.logId })
}

function mayClose({ state, device }: Book): boolean {
  return isActive(state, device.id)
}

/** Every entry with its body as it is here, and the key of each that opens here: of that entry, never of the epoch. */
function logOf(book: Book): ExportLog {
  return {
    logId: book.state.logId,
    entries: book.entries.map(({ entry, opened }) =>
      opened === null ? { entry, mk: null } : shownBy(book.epochs, entry),
    ),
  }
}

export async function underPassphrase(
  t: Tools,
  stretch: Stretch,
  passphrase: string,
  file: Bytes,
): Promise<Bytes> {
  return sealExport(t, (phrase, salt) => stretch(phrase, salt, EXPORT_COST), passphrase, file)
}
