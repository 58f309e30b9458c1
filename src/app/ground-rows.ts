import { deviceFromBytes, deviceToBytes } from "#ledger"
import type { DeviceKeys, Tools } from "#ledger"
import { decodeRun, encodeRun } from "#wire"
import type { Bytes } from "#wire"
import { emptyBook, fromRows, rowOf } from "./book.ts"
import type { Book } from "./book.ts"
import { copiedOps, keptCopied, loadCopied } from "./copy/copied-rows.ts"
import type { KeptCopied } from "./copy/copied-rows.ts"
import { houseOf } from "./house-of.ts"
import { keptRecovery, noRecovery } from "./recovery/recovery.ts"
import { fromRow, toRow } from "./rows.ts"
import type { Joining, Queued, Signed, State } from "./state.ts"
import type { Vault, VaultOp } from "./vault.ts"
import type { Vouched } from "./vouched.ts"

// The state as rows: what is written when it changes, and how it is read again. docs/storage.md says what is kept where.

export const empty: Omit<State, "house"> = {
  private: null,
  shared: null,
  copied: null,
  device: null,
  queue: [],
  signed: null,
  refused: [],
  inviting: null,
  joining: null,
  chores: [],
  stopped: null,
  going: null,
  isAway: false,
  said: [],
  isOperationRefused: false,
  recovery: noRecovery,
  vouched: null,
  alarm: null,
  lockMinutes: 1,
}

/** How many turns were ever written: what tells one tab that another was faster. */
export async function turnsIn(t: Tools, vault: Vault): Promise<number> {
  const row = await vault.get("desk", "turns")
  if (!row.ok) throw new Error("storage damaged")
  return row.value === null ? 0 : fromRow<number>(row.value, t.decodeUtf8)
}

export function turnsOp(turns: number): VaultOp {
  return { op: "put", table: "desk", name: "turns", value: toRow(turns) }
}

type Kept = Omit<
  State,
  "house" | "queue" | "signed" | "vouched" | "private" | "shared" | "copied" | "device" | "joining"
> & {
  readonly private: KeptBook | null
  readonly shared: KeptBook | null
  /** Absent in what was written before there were copies. */
  readonly copied?: KeptCopied | null
  readonly device: Bytes | null
  readonly joining: (Omit<Joining, "device"> & { readonly device: Bytes }) | null
}
interface KeptBook {
  readonly logId: Bytes
  readonly member: Bytes
  readonly device: Bytes
  readonly epochs: readonly (readonly [number, Bytes])[]
  /** How many entries there must be: a row that went missing at the end is missed too. */
  readonly length: number
}

function keptBook(b: Book | null): KeptBook | null {
  if (b === null) return null
  const { logId } = b.state
  const device = deviceToBytes(b.device)
  return { logId, member: b.member, device, epochs: [...b.epochs], length: b.entries.length }
}

function keptOf(s: State): Kept {
  const { refused, inviting, chores, stopped, going, isAway, said, isOperationRefused, alarm, lockMinutes } =
    s
  return {
    private: keptBook(s.private),
    shared: keptBook(s.shared),
    copied: keptCopied(s.copied),
    device: s.device && deviceToBytes(s.device),
    joining: s.joining && { ...s.joining, device: deviceToBytes(s.joining.device) },
    refused,
    inviting,
    chores,
    stopped,
    going,
    isAway,
    said,
    isOperationRefused,
    recovery: keptRecovery(s.recovery),
    alarm,
    lockMinutes,
  }
}

type KeptSigned = Omit<Signed, "entries"> & { readonly run: Bytes }

const seqName = (seq: number): string => String(seq).padStart(12, "0")

function bookOps(before: Book | null, after: Book | null, table: "private" | "shared"): readonly VaultOp[] {
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

function queueOps(before: readonly Queued[], after: readonly Queued[]): readonly VaultOp[] {
  if (before === after) return []
  const puts = after
    .filter((q) => !before.includes(q))
    .map((q): VaultOp => ({ op: "put", table: "queue", name: q.ref, value: toRow(q) }))
  const gone = before
    .filter((q) => !after.some((other) => other.ref === q.ref))
    .map((q): VaultOp => ({ op: "delete", table: "queue", name: q.ref }))
  return [...gone, ...puts]
}

function signedOps(before: Signed | null, after: Signed | null): readonly VaultOp[] {
  if (before === after) return []
  if (after === null) return [{ op: "delete", table: "desk", name: "signed" }]
  const { entries, together, begins } = after
  const row: KeptSigned = { run: encodeRun(entries), together, begins }
  return [{ op: "put", table: "desk", name: "signed", value: toRow(row) }]
}

function vouchedOps(before: Vouched | null, after: Vouched | null): readonly VaultOp[] {
  if (before === after) return []
  return after === null
    ? [{ op: "delete", table: "desk", name: "vouched" }]
    : [{ op: "put", table: "desk", name: "vouched", value: toRow(after) }]
}

export function difference(before: State, after: State): readonly VaultOp[] {
  return [
    ...bookOps(before.private, after.private, "private"),
    ...bookOps(before.shared, after.shared, "shared"),
    ...copiedOps(before.copied, after.copied),
    ...queueOps(before.queue, after.queue),
    ...signedOps(before.signed, after.signed),
    ...vouchedOps(before.vouched, after.vouched),
    { op: "put", table: "desk", name: "state", value: toRow(keptOf(after)) },
  ]
}

function deviceOf(bytes: Bytes): DeviceKeys {
  const device = deviceFromBytes(bytes)
  if (device === null) throw new Error("storage damaged")
  return device
}

async function loadBook(
  t: Tools,
  vault: Vault,
  log: "private" | "shared",
  kept: KeptBook | null,
): Promise<{ readonly book: Book | null; readonly whole: boolean }> {
  if (kept === null) return { book: null, whole: true }
  const device = deviceOf(kept.device)
  const bare = emptyBook({ log, device, member: kept.member, logId: kept.logId })
  const rows = (await vault.list(log)).rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const gap = rows.findIndex((row, i) => row.name !== seqName(i))
  const readable = gap < 0 ? rows : rows.slice(0, gap)
  const values = readable.slice(0, kept.length).map((row) => row.value)
  const read = fromRows(t, bare, values)
  if (read === null) return { book: bare, whole: false }
  const book = { ...bare, epochs: new Map(kept.epochs), ...read }
  return { book, whole: values.length === kept.length }
}

export async function load(
  t: Tools,
  vault: Vault,
): Promise<{ readonly state: State; readonly turns: number }> {
  const turns = await turnsIn(t, vault)
  const [row, signedRow] = [await vault.get("desk", "state"), await vault.get("desk", "signed")]
  const vouchedRow = await vault.get("desk", "vouched")
  if (!row.ok || !signedRow.ok || !vouchedRow.ok) throw new Error("storage damaged")
  if (row.value === null) return { state: { ...empty, house: houseOf(empty, null) }, turns }
  const kept = fromRow<Kept>(row.value, t.decodeUtf8)
  const own = await loadBook(t, vault, "private", kept.private)
  const shared = await loadBook(t, vault, "shared", kept.shared)
  const queue = (await vault.list("queue")).rows.map((r) => fromRow<Queued>(r.value, t.decodeUtf8))
  const copied = await loadCopied(t, vault, kept.copied ?? null)
  const books = { private: own.book, shared: shared.book, copied: copied.copied }
  const isWhole = shared.whole && copied.whole
  const state: State = {
    // What an older version did not write down yet.
    ...empty,
    ...kept,
    ...books,
    device: kept.device && deviceOf(kept.device),
    joining: kept.joining && { ...kept.joining, device: deviceOf(kept.joining.device) },
    queue: queue.toSorted((a, b) => a.n - b.n),
    signed: signedRow.value === null ? null : signedIn(fromRow<KeptSigned>(signedRow.value, t.decodeUtf8)),
    vouched: vouchedRow.value === null ? null : fromRow<Vouched>(vouchedRow.value, t.decodeUtf8),
    // What the disk has changed is not written over: reading goes on as far as it holds, writing stops.
    alarm: own.whole ? (kept.alarm ?? (isWhole ? null : "shared-damaged")) : "private-damaged",
    house: houseOf(books, null),
  }
  return { state, turns }
}

function signedIn(row: KeptSigned): Signed {
  const run = decodeRun(row.run, Number.MAX_SAFE_INTEGER)
  if (!run.ok) throw new Error("storage damaged")
  return { entries: run.value, together: row.together, begins: row.begins }
}
