import type { Tools } from "#ledger"
import { toHex } from "#wire"
import type { Bytes, Head } from "#wire"
import type { Day } from "#practices"
import { fromRows, rowOf } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import type { CopiedEntry, Replica } from "../copy/copied.ts"
import type { Pace } from "../keeping/pace.ts"
import { fromRow, toRow } from "../keeping/rows.ts"
import type { Table, Vault, VaultOp } from "../keeping/vault.ts"
import { stateBefore } from "./branch.ts"
import type { Branch } from "./branch.ts"

// Entries with their own keys, as rows named after their log and place: another branch's, and those of earlier shared parts.

/** Some entries of one log, the first of them at `at`. */
export interface Stretch {
  readonly logId: Bytes
  readonly at: number
  readonly entries: readonly CopiedEntry[]
}

const nameOf = (logId: Bytes, seq: number): string =>
  `${toHex(logId).slice(0, 16)}.${String(seq).padStart(12, "0")}`

interface EntryRow {
  /** As `rowOf` makes it. */
  readonly held: Bytes
  readonly mk: Bytes | null
}

/** What is not there any more goes, what is new comes; a stretch that was there is not written again. */
export function stretchOps(
  table: Table,
  before: readonly Stretch[],
  after: readonly Stretch[],
): readonly VaultOp[] {
  const has = (all: readonly Stretch[], one: Stretch): boolean =>
    all.some((other) => other.entries === one.entries)
  const gone = before.filter((one) => !has(after, one))
  const come = after.filter((one) => !has(before, one))
  return [
    ...gone.flatMap(({ logId, at, entries }) =>
      entries.map((_, n): VaultOp => ({ op: "delete", table, name: nameOf(logId, at + n) })),
    ),
    ...come.flatMap(({ logId, at, entries }) =>
      entries.map((entry, n): VaultOp => {
        const row: EntryRow = { held: rowOf(entry), mk: entry.mk }
        return { op: "put", table, name: nameOf(logId, at + n), value: toRow(row) }
      }),
    ),
  ]
}

/** Each row of a table, by its name. */
export async function rowsOf(vault: Vault, table: Table, pace: Pace): Promise<ReadonlyMap<string, Bytes>> {
  return new Map((await vault.list(table, pace)).rows.map(({ name, value }) => [name, value]))
}

export async function loadStretch(
  o: { readonly tools: Tools; readonly pace: Pace; readonly rows: ReadonlyMap<string, Bytes> },
  before: Pick<Book, "state">,
  of: { readonly at: number; readonly length: number },
): Promise<Pick<Replica, "state" | "entries"> & { readonly whole: boolean }> {
  const found: EntryRow[] = []
  for (let n = 0; n < of.length; n += 1) {
    const row = o.rows.get(nameOf(before.state.logId, of.at + n))
    if (row === undefined) break
    found.push(fromRow<EntryRow>(row, o.tools.decodeUtf8))
  }
  const values = found.map(({ held }) => held)
  const read = await fromRows(o.tools, before, values, o.pace)
  if (read === null) return { state: before.state, entries: [], whole: false }
  const entries = read.entries.map((held, n) => ({ ...held, mk: found[n]?.mk ?? null }))
  return { state: read.state, entries, whole: found.length === of.length }
}

export interface KeptBranch {
  readonly at: number
  readonly length: number
  readonly told: Head | null
  readonly isCut: boolean
  readonly day: Day
}

export function keptBranch(branch: Branch | null): KeptBranch | null {
  if (branch === null) return null
  const { at, told, isCut, day, entries } = branch
  return { at, told, isCut, day, length: entries.length }
}

export function stretchesOf(branches: readonly (Branch | null)[]): readonly Stretch[] {
  return branches.flatMap((branch): readonly Stretch[] =>
    branch === null ? [] : [{ logId: branch.state.logId, at: branch.at, entries: branch.entries }],
  )
}

/** `beginning` is the log of here, of which both are branches. */
export async function loadBranch(
  o: Parameters<typeof loadStretch>[0],
  kept: KeptBranch | null,
  beginning: Pick<Book, "state" | "entries"> | null,
): Promise<{ readonly branch: Branch | null; readonly whole: boolean }> {
  if (kept === null) return { branch: null, whole: true }
  if (beginning === null || beginning.entries.length < kept.at) return { branch: null, whole: false }
  const { at, told, isCut, day, length } = kept
  const loaded = await loadStretch(o, { state: stateBefore(beginning, at) }, { at, length })
  return {
    branch: { at, told, isCut, day, state: loaded.state, entries: loaded.entries },
    whole: loaded.whole,
  }
}
