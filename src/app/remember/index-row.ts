import type { Tools } from "#ledger"
import type { LogName } from "#practices"
import type { Bytes, LogState } from "#wire"
import { fromRow, toRow } from "../keeping/rows.ts"
import type { Vault, VaultOp } from "../keeping/vault.ts"

// What was verified, opened and folded, kept beside the chain so that a year opens at once. It says nothing the chain does not say: it is a copy that is sealed
// like every other row, is held against the chain before it is taken, and is made again where anything does not match. docs/adr/0010.

/** Goes up when a chunk is laid out anew, and when the record's fold or the opening comes to give something else for the same entries. What rooms make of entries is not remembered, so a new room needs no new number. */
export const format = 1

export interface Sizes {
  /** Entries in one row. A log shorter than that is not remembered: it opens at once anyway. */
  readonly chunk: number
  /** So many entries more, and it is written on. */
  readonly behind: number
  /** Rows of entries written in one breath. */
  readonly step: number
}
export const usual: Sizes = { chunk: 256, behind: 64, step: 4 }

/** A row of entries: the number that was drawn when it was written, so that no earlier row of that name passes for it; and how many are in it. */
export type Chunk = readonly [tag: Bytes, count: number]

/** The state of the fold but for what the entries themselves tell (wire/seen-again.ts). */
export type SmallState = Omit<
  LogState,
  "uids" | "contents" | "redacted" | "devices" | "keysSeen" | "invites" | "proposals" | "taking"
> & {
  readonly redacted: readonly string[]
  readonly devices: Pairs<LogState["devices"]>
  readonly keysSeen: readonly string[]
  readonly invites: Pairs<LogState["invites"]>
  readonly proposals: Pairs<LogState["proposals"]>
  readonly taking: Pairs<LogState["taking"]>
}
type Pairs<M> = M extends ReadonlyMap<string, infer V> ? readonly (readonly [string, V])[] : never

export interface Part {
  readonly logId: Bytes
  /** Null where there is no row, or none any more. */
  readonly chunks: readonly (Chunk | null)[]
  /** How far it reaches; null while it is being made, or once something in it changed. */
  readonly at: { readonly length: number; readonly hash: string; readonly state: SmallState } | null
}
export interface Index {
  readonly format: number
  readonly size: number
  /** As in the state: how often entries that were there already have changed. */
  readonly changes: number
  readonly parts: Readonly<Partial<Record<LogName, Part>>>
}

export const indexName = "index"
export const chunkName = (log: LogName, n: number): string => `${log}.${String(n).padStart(8, "0")}`

/** Null: there is none, or none that can be used here. */
export async function indexIn(
  t: Pick<Tools, "decodeUtf8">,
  vault: Vault,
  changes: number,
  { chunk }: Sizes,
): Promise<Index | null> {
  const row = await vault.get("remembered", indexName)
  if (!row.ok || row.value === null) return null
  const index = fromRow<Index>(row.value, t.decodeUtf8)
  const fits = index.format === format && index.size === chunk && index.changes === changes
  return fits ? index : null
}

export function indexOp(index: Index): VaultOp {
  return { op: "put", table: "remembered", name: indexName, value: toRow(index) }
}
