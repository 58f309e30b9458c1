import { deviceFromBytes, deviceToBytes } from "#ledger"
import type { DeviceKeys, Tools } from "#ledger"
import type { LogName } from "#practices"
import type { Bytes, Entry } from "#wire"
import { emptyBook, entryOfRow, fromRows, rowOf } from "./book.ts"
import type { Book } from "./book.ts"
import type { Pace } from "./pace.ts"
import type { Index, Sizes } from "../remember/index-row.ts"
import { recalled } from "../remember/recalling.ts"
import type { Recalled } from "../remember/recalling.ts"
import type { Vault, VaultOp } from "./vault.ts"

// One log as rows: an entry a row, and how it is read again, from what is remembered of it or row by row.

export interface KeptBook {
  readonly logId: Bytes
  readonly member: Bytes
  readonly device: Bytes
  readonly epochs: readonly (readonly [number, Bytes])[]
  /** How many entries there must be: a row that went missing at the end is missed too. */
  readonly length: number
}

export function keptBook(b: Book | null): KeptBook | null {
  if (b === null) return null
  const { logId } = b.state
  const device = deviceToBytes(b.device)
  return { logId, member: b.member, device, epochs: [...b.epochs], length: b.entries.length }
}

const seqName = (seq: number): string => String(seq).padStart(12, "0")

export function bookOps(before: Book | null, after: Book | null, table: LogName): readonly VaultOp[] {
  const [old, now] = [before?.entries ?? [], after?.entries ?? []]
  if (old === now) return []
  const puts = now
    .filter((held, i) => held !== old[i])
    .map((held): VaultOp => ({ op: "put", table, name: seqName(held.seq), value: rowOf(held) }))
  const gone = old
    .slice(now.length)
    .map((held): VaultOp => ({ op: "delete", table, name: seqName(held.seq) }))
  return [...puts, ...gone]
}

export function deviceOf(bytes: Bytes): DeviceKeys {
  const device = deviceFromBytes(bytes)
  if (device === null) throw new Error("storage damaged")
  return device
}

export interface LoadDeps {
  readonly tools: Tools
  readonly vault: Vault
  readonly pace: Pace
  readonly sizes: Sizes
}

export async function loadBook(
  o: LoadDeps,
  log: LogName,
  kept: KeptBook | null,
  index: Index | null,
): Promise<{ readonly book: Book | null; readonly whole: boolean; readonly inDoubt: boolean }> {
  if (kept === null) return { book: null, whole: true, inDoubt: false }
  const device = deviceOf(kept.device)
  const bare = emptyBook({ log, device, member: kept.member, logId: kept.logId })
  const epochs = new Map(kept.epochs)
  const known = index && (await rememberedOf(o, log, kept, index).catch(() => null))
  if (known !== null) return { book: { ...bare, epochs, ...known }, whole: true, inDoubt: false }
  const inDoubt = (index?.parts[log]?.at ?? null) !== null
  const rows = (await o.vault.list(log, o.pace)).rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const gap = rows.findIndex((row, i) => row.name !== seqName(i))
  const readable = gap < 0 ? rows : rows.slice(0, gap)
  const values = readable.slice(0, kept.length).map((row) => row.value)
  const read = await fromRows(o.tools, bare, values, o.pace)
  if (read === null) return { book: bare, whole: false, inDoubt }
  return { book: { ...bare, epochs, ...read }, whole: values.length === kept.length, inDoubt }
}

/** What was remembered, and the rows of the chain that came after. Null when anything does not match. */
async function rememberedOf(
  o: LoadDeps,
  log: LogName,
  { logId, length }: KeptBook,
  index: Index,
): Promise<Recalled | null> {
  const row = async (seq: number): Promise<Bytes | null> => {
    const found = await o.vault.get(log, seqName(seq))
    return found.ok ? found.value : null
  }
  const chainAt = async (seq: number): Promise<Entry | null> => {
    const found = await row(seq)
    return found && entryOfRow(o.tools, found)
  }
  const known = await recalled(o, index, { log, logId, length, chainAt })
  if (known === null || known.entries.length === length) return known
  const since = Array.from({ length: length - known.entries.length }, (_, n) => row(known.entries.length + n))
  const values = (await Promise.all(since)).filter((value) => value !== null)
  const read = values.length < since.length ? null : await fromRows(o.tools, known, values, o.pace)
  return read && { state: read.state, entries: [...known.entries, ...read.entries] }
}
