import type { Tools } from "#ledger"
import type { Day } from "#practices"
import { emptyLog } from "#wire"
import type { Bytes } from "#wire"
import { fromRows, rowOf } from "../keeping/book.ts"
import { unhurried } from "../keeping/pace.ts"
import type { Pace } from "../keeping/pace.ts"
import { fromRow, toRow } from "../keeping/rows.ts"
import type { Unplaced } from "../devices/unplaced.ts"
import type { Vault, VaultOp } from "../keeping/vault.ts"
import type { Copied, CopiedEntry, Replica } from "./copied.ts"

// The rows of what came with a copy: written once, when it comes, and read at every opening.

export interface KeptCopied {
  readonly day: Day
  readonly unplaced?: readonly Unplaced[]
  readonly own: readonly KeptReplica[]
  readonly shared: KeptReplica | null
}
interface KeptReplica {
  readonly logId: Bytes
  readonly member: Bytes
  /** How many entries there must be. */
  readonly length: number
}

export function keptCopied(copied: Copied | null): KeptCopied | null {
  if (copied === null) return null
  const { day, own, shared, unplaced = [] } = copied
  return { day, unplaced, own: own.map(keptReplica), shared: shared && keptReplica(shared) }
}

function keptReplica({ state, member, entries }: Replica): KeptReplica {
  return { logId: state.logId, member, length: entries.length }
}

const nameOf = (part: number, n: number): string =>
  `${String(part).padStart(2, "0")}.${String(n).padStart(12, "0")}`

interface CopiedRow {
  /** As `rowOf` makes it. */
  readonly held: Bytes
  readonly mk: Bytes | null
}

export function copiedOps(before: Copied | null, after: Copied | null): readonly VaultOp[] {
  if (before === after) return []
  const gone = named(before).map(({ name }): VaultOp => ({ op: "delete", table: "copied", name }))
  const puts = named(after).map(({ name, entry }): VaultOp => {
    const row: CopiedRow = { held: rowOf(entry), mk: entry.mk }
    return { op: "put", table: "copied", name, value: toRow(row) }
  })
  return [...gone, ...puts]
}

function named(copied: Copied | null): readonly { readonly name: string; readonly entry: CopiedEntry }[] {
  const parts = copied === null ? [] : [...copied.own, ...(copied.shared === null ? [] : [copied.shared])]
  return parts.flatMap(({ entries }, part) => entries.map((entry, n) => ({ name: nameOf(part, n), entry })))
}

/** `whole` is false when the disk lost or changed some of it: reading goes on as far as it holds. */
export async function loadCopied(
  t: Tools,
  vault: Vault,
  kept: KeptCopied | null,
  pace: Pace = unhurried,
): Promise<{ readonly copied: Copied | null; readonly whole: boolean }> {
  if (kept === null) return { copied: null, whole: true }
  const rows = new Map((await vault.list("copied", pace)).rows.map(({ name, value }) => [name, value]))
  const load = (of: KeptReplica, log: Replica["log"], part: number): Promise<Loaded> =>
    loadReplica({ t, rows, pace }, of, log, part)
  const own = await Promise.all(kept.own.map((of, part) => load(of, "private", part)))
  const shared = kept.shared === null ? null : await load(kept.shared, "shared", kept.own.length)
  const all = shared === null ? own : [...own, shared]
  return {
    copied: {
      day: kept.day,
      unplaced: kept.unplaced ?? [],
      own: own.map(({ replica }) => replica),
      shared: shared?.replica ?? null,
    },
    whole: all.every(({ whole }) => whole),
  }
}

interface Loaded {
  readonly replica: Replica
  readonly whole: boolean
}

async function loadReplica(
  { t, rows, pace }: { readonly t: Tools; readonly rows: ReadonlyMap<string, Bytes>; readonly pace: Pace },
  { logId, member, length }: KeptReplica,
  log: Replica["log"],
  part: number,
): Promise<Loaded> {
  const bare: Replica = { log, member, state: emptyLog(logId), entries: [] }
  const found: CopiedRow[] = []
  for (let n = 0; n < length; n += 1) {
    const row = rows.get(nameOf(part, n))
    if (row === undefined) break
    found.push(fromRow<CopiedRow>(row, t.decodeUtf8))
  }
  const values = found.map(({ held }) => held)
  const read = await fromRows(t, bare, values, pace)
  if (read === null) return { replica: bare, whole: false }
  const entries = read.entries.map((held, n) => ({ ...held, mk: found[n]?.mk ?? null }))
  return { replica: { ...bare, state: read.state, entries }, whole: found.length === length }
}
