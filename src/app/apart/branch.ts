import { shownBy } from "#ledger"
import type { ExportLog, Shown } from "#ledger"
import { foldEntry, isRedacted, toHex, entryHash, emptyLog } from "#wire"
import type { Head, LogState } from "#wire"
import type { Day } from "#practices"
import type { Book, Held } from "../keeping/book.ts"
import type { CopiedEntry, Replica } from "../copy/copied.ts"

// The other branch of a fork (spec/ledger.md §22.1): what a server showed in the place of what stood here. Evidence, to be read and exported; no room is told it.

export interface Branch {
  /** The first place at which it differs from the log of here. */
  readonly at: number
  /** What the common beginning and the entries of this branch make of the log. */
  readonly state: LogState
  /** From `at` on, each verified; empty where the server named another end and showed nothing. */
  readonly entries: readonly CopiedEntry[]
  /** Where the server said it ends. */
  readonly told: Head | null
  /** There was more than is kept, or what came behind did not stand. */
  readonly isCut: boolean
  /** On which it was kept. */
  readonly day: Day
}

/** The most that is kept of one, so that no server fills a disk with it. */
export const branchMost: { readonly entries: number; readonly bytes: number } = {
  entries: 4096,
  bytes: 8 * 1024 * 1024,
}

/** The log as it stood right before a place, from entries that were verified. */
export function stateBefore(log: Pick<Book, "state" | "entries">, at: number): LogState {
  let state = emptyLog(log.state.logId)
  for (const { entry, verdict } of log.entries.slice(0, at)) {
    const pop = !(verdict.verdict === "void" && verdict.reason === "pop")
    const folded = foldEntry(state, entry, { signature: true, pop })
    if (!folded.ok) throw new Error("verified before, and does not stand")
    state = folded.value.state
  }
  return state
}

/** With the one key beside it that opens it, where it was opened. */
export function withOwnKey(epochs: Book["epochs"], held: Held): CopiedEntry {
  return { ...held, mk: held.opened === null ? null : shownBy(epochs, held.entry).mk }
}

/** The whole of the other branch as a log of a file: the common beginning first, without the words that were taken back there. */
export function branchLog(beginning: ExportLog, branch: Branch): ExportLog {
  const shared = beginning.entries
    .slice(0, branch.at)
    .map((shown): Shown =>
      isRedacted(branch.state, toHex(entryHash(shown.entry)))
        ? { entry: { ...shown.entry, body: null }, mk: null }
        : shown,
    )
  const own = branch.entries.map(({ entry, opened, mk }) => ({ entry, mk: opened === null ? null : mk }))
  return { logId: beginning.logId, entries: [...shared, ...own] }
}

/** The same, to be read. */
export function branchReplica(from: Book | Replica, branch: Branch): Replica {
  const beginning = from.entries
    .slice(0, branch.at)
    .map((held): CopiedEntry =>
      isRedacted(branch.state, held.hash)
        ? { ...held, entry: { ...held.entry, body: null }, opened: null, shut: "redacted", mk: null }
        : { ...held, mk: null },
    )
  return {
    log: from.log,
    member: from.member,
    state: branch.state,
    entries: [...beginning, ...branch.entries],
  }
}
