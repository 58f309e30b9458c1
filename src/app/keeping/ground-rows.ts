import { deviceToBytes } from "#ledger"
import type { Tools } from "#ledger"
import { decodeRun, encodeRun } from "#wire"
import type { Bytes } from "#wire"
import { keptBranch, loadBranch, rowsOf, stretchesOf, stretchOps } from "../apart/branch-rows.ts"
import type { KeptBranch } from "../apart/branch-rows.ts"
import { bookOps, deviceOf, keptBook, loadBook } from "./book-rows.ts"
import type { KeptBook, LoadDeps } from "./book-rows.ts"
import type { Coming } from "../coming/coming.ts"
import { copiedOps, keptCopied, loadCopied } from "../copy/copied-rows.ts"
import type { KeptCopied } from "../copy/copied-rows.ts"
import type { Unplaced } from "../devices/unplaced.ts"
import { earlierOps, keptEarlier, loadEarlier } from "../earlier/earlier-rows.ts"
import type { KeptEarlier } from "../earlier/earlier-rows.ts"
import { fileOps, loadFiles } from "../files/kept.ts"
import { houseOf, telling } from "./house-of.ts"
import { paced } from "./pace.ts"
import { keptRecovery, noRecovery } from "../recovery/recovery.ts"
import { indexIn } from "../remember/index-row.ts"
import { deskOps, refOps } from "./row-ops.ts"
import { fromRow, toRow } from "./rows.ts"
import type { Joining, Queued, Signed, State } from "./state.ts"
import type { Vault, VaultOp } from "./vault.ts"
import type { Vouched } from "../server/vouched.ts"

// The state as rows: what is written when it changes, and how it is read again. docs/storage.md says what is kept where.

export const empty: Omit<State, "house"> = {
  private: null,
  shared: null,
  copied: null,
  device: null,
  queue: [],
  unplaced: [],
  signed: null,
  refused: [],
  inviting: null,
  joining: null,
  chores: [],
  stopped: null,
  going: null,
  moving: null,
  givenUp: null,
  isAway: false,
  said: [],
  isOperationRefused: false,
  recovery: noRecovery,
  linking: null,
  coming: null,
  vouched: null,
  heard: null,
  branch: null,
  earlier: [],
  goesOn: null,
  files: [],
  lettingGo: [],
  alarm: null,
  lockMinutes: 1,
  changes: 0,
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
  | "house"
  | "queue"
  | "unplaced"
  | "signed"
  | "vouched"
  | "private"
  | "shared"
  | "copied"
  | "branch"
  | "earlier"
  | "files"
  | "device"
  | "joining"
  | "coming"
  | "changes"
> & {
  readonly private: KeptBook | null
  readonly shared: KeptBook | null
  /** Absent in what was written before there were copies. */
  readonly copied?: KeptCopied | null
  readonly branch?: KeptBranch | null
  readonly earlier?: readonly KeptEarlier[]
  readonly changes?: number
  readonly device: Bytes | null
  readonly joining: (Omit<Joining, "device"> & { readonly device: Bytes }) | null
  readonly coming?: (Omit<Coming, "device"> & { readonly device: Bytes }) | null
}
function keptOf(s: State): Kept {
  const { refused, inviting, chores, stopped, going, isAway, said, isOperationRefused, alarm, lockMinutes } =
    s
  const { changes, moving, givenUp, heard, goesOn, lettingGo } = s
  return {
    private: keptBook(s.private),
    shared: keptBook(s.shared),
    copied: keptCopied(s.copied),
    branch: keptBranch(s.branch),
    earlier: s.earlier.map(keptEarlier),
    heard,
    goesOn,
    device: s.device && deviceToBytes(s.device),
    joining: s.joining && { ...s.joining, device: deviceToBytes(s.joining.device) },
    refused,
    inviting,
    chores,
    stopped,
    going,
    moving,
    givenUp,
    isAway,
    said,
    isOperationRefused,
    recovery: keptRecovery(s.recovery),
    linking: s.linking,
    coming: s.coming && { ...s.coming, device: deviceToBytes(s.coming.device) },
    lettingGo,
    alarm,
    lockMinutes,
    changes,
  }
}

type KeptSigned = Omit<Signed, "entries"> & { readonly run: Bytes }

function signedRow({ entries, together, begins }: Signed): KeptSigned {
  return { run: encodeRun(entries), together, begins }
}

function branchesIn({ branch, earlier }: State): ReturnType<typeof stretchesOf> {
  return stretchesOf([branch, ...earlier.map((part) => part.branch)])
}

export function difference(before: State, after: State): readonly VaultOp[] {
  return [
    ...bookOps(before.private, after.private, "private"),
    ...bookOps(before.shared, after.shared, "shared"),
    ...copiedOps(before.copied, after.copied),
    ...stretchOps("branch", branchesIn(before), branchesIn(after)),
    ...earlierOps(before.earlier, after.earlier),
    ...refOps("queue", before.queue, after.queue),
    ...refOps("unplaced", before.unplaced, after.unplaced),
    ...fileOps(before.files, after.files),
    ...deskOps("signed", before.signed, after.signed, signedRow),
    ...deskOps("vouched", before.vouched, after.vouched, (vouched) => vouched),
    { op: "put", table: "desk", name: "state", value: toRow(keptOf(after)) },
  ]
}

export interface Loaded {
  readonly state: State
  readonly turns: number
  /** Something was remembered and did not match: it is to be made anew. */
  readonly inDoubt: boolean
}

export async function load(o: LoadDeps): Promise<Loaded> {
  const { tools: t, vault, pace } = o
  const turns = await turnsIn(t, vault)
  const [row, signedThere, vouchedRow] = await Promise.all([
    vault.get("desk", "state"),
    vault.get("desk", "signed"),
    vault.get("desk", "vouched"),
  ])
  if (!row.ok || !signedThere.ok || !vouchedRow.ok) throw new Error("storage damaged")
  if (row.value === null) return { state: { ...empty, house: houseOf(empty, null) }, turns, inDoubt: false }
  const kept = fromRow<Kept>(row.value, t.decodeUtf8)
  const changes = kept.changes ?? 0
  const index = await indexIn(t, vault, changes, o.sizes).catch(() => null)
  // Side by side: one after the other, most of the time would go by waiting for the disk.
  const [own, shared, copied, queued, waits, branches, files] = await Promise.all([
    loadBook(o, "private", kept.private, index),
    loadBook(o, "shared", kept.shared, index),
    loadCopied(t, vault, kept.copied ?? null, pace),
    vault.list("queue"),
    vault.list("unplaced"),
    rowsOf(vault, "branch", pace),
    loadFiles(t.decodeUtf8, vault),
  ])
  const queue = queued.rows.map((r) => fromRow<Queued>(r.value, t.decodeUtf8))
  const unplaced = waits.rows
    .map((r) => fromRow<Unplaced>(r.value, t.decodeUtf8))
    .toSorted((one, other) => one.n - other.n)
  const books = { private: own.book, shared: shared.book, copied: copied.copied, unplaced }
  const on = { tools: t, vault, pace, branches }
  const other = await loadBranch({ tools: t, pace, rows: on.branches }, kept.branch ?? null, shared.book)
  const earlier = await loadEarlier(on, kept.earlier ?? [])
  const isWhole = shared.whole && copied.whole
  const state: State = {
    // What an older version did not write down yet.
    ...empty,
    ...kept,
    ...books,
    branch: other.branch,
    earlier,
    files,
    changes,
    device: kept.device && deviceOf(kept.device),
    coming: kept.coming ? { ...kept.coming, device: deviceOf(kept.coming.device) } : null,
    joining: kept.joining && { ...kept.joining, device: deviceOf(kept.joining.device) },
    queue: queue.toSorted((a, b) => a.n - b.n),
    signed:
      signedThere.value === null ? null : signedIn(fromRow<KeptSigned>(signedThere.value, t.decodeUtf8)),
    vouched: vouchedRow.value === null ? null : fromRow<Vouched>(vouchedRow.value, t.decodeUtf8),
    // What the disk has changed is not written over: reading goes on as far as it holds, writing stops.
    alarm: own.whole ? (kept.alarm ?? (isWhole ? null : "shared-damaged")) : "private-damaged",
    house: await paced(telling(books, null), pace),
  }
  return { state, turns, inDoubt: own.inDoubt || shared.inDoubt }
}

function signedIn(row: KeptSigned): Signed {
  const run = decodeRun(row.run, Number.MAX_SAFE_INTEGER)
  if (!run.ok) throw new Error("storage damaged")
  return { entries: run.value, together: row.together, begins: row.begins }
}
