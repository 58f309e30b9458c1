import { EXPORT_COST, makeExport, sealExport } from "#ledger"
import type { GivenFile, Tools } from "#ledger"
import { createVerify, equalBytes, isActive } from "#wire"
import type { Bytes } from "#wire"
import { branchLog } from "../apart/branch.ts"
import { branchIn, deviceOf } from "../apart/branch-seen.ts"
import type { Book } from "../keeping/book.ts"
import { logOf } from "../copy/make-copy.ts"
import type { Stretch } from "../door/lock.ts"
import type { State } from "../keeping/state.ts"
import { wordsForFile } from "../server/vouched.ts"

// One file with what is one's own and what stands in the shared log and can be read here (CARE E10, spec/ledger.md §14). What waits, and what is being
// written, is no entry and is not in it; nothing of the other person's own log ever is, because none of it is here.

/** Null when there is nothing yet to put into a file. */
export async function exportFile(
  t: Tools,
  state: Pick<State, "private" | "shared"> & Partial<Pick<State, "copied" | "vouched" | "earlier">>,
  /** Of its entries; their bytes go behind it. */
  files: readonly GivenFile[] = [],
): Promise<Bytes | null> {
  const books = [state.private, state.shared].filter((book) => book !== null && book.entries.length > 0)
  // Signed in the shared log's name where there is one: that is the one another person can know.
  const maker = books.findLast((book) => book !== null && mayClose(book))
  if (maker === undefined || maker === null) return null
  const brought = [
    ...(state.copied?.own ?? []),
    state.shared === null ? (state.copied?.shared ?? null) : null,
    ...(state.earlier ?? []).map(({ part }) => part),
  ]
  const logs = [...brought, ...books].flatMap((book) => (book === null ? [] : [logOf(book, "export")]))
  const { shared, vouched } = state
  const receipts =
    shared === null || !vouched ? [] : await wordsForFile(createVerify(t.subtle), shared.state.logId, vouched)
  const said = logs.map((log) =>
    shared !== null && equalBytes(log.logId, shared.state.logId) ? { ...log, receipts } : log,
  )
  return makeExport(t, said, { device: maker.device, logId: maker.state.logId }, files)
}

/** What the server showed instead, as a file of its own: a log stands once in a file (spec/ledger.md §22.1). Null when no device of here belonged to it at its end. */
export async function otherFile(t: Tools, state: State): Promise<Bytes | null> {
  const found = branchIn(state)
  const device = found === null ? null : deviceOf(state, found.log)
  if (found === null || device === null || found.branch.entries.length === 0) return null
  if (!isActive(found.branch.state, device.id)) return null
  const log = branchLog(logOf(found.log, "export"), found.branch)
  return makeExport(t, [log], { device, logId: log.logId })
}

function mayClose({ state, device }: Book): boolean {
  return isActive(state, device.id)
}

export async function underPassphrase(
  t: Tools,
  stretch: Stretch,
  passphrase: string,
  file: Bytes,
): Promise<Bytes> {
  return sealExport(t, (phrase, salt) => stretch(phrase, salt, EXPORT_COST), passphrase, file)
}
