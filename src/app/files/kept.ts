import { openFile } from "#ledger"
import type { FileName, Tools } from "#ledger"
import type { Ref } from "#practices"
import { equalBytes, fileLimits, partCount, partLength } from "#wire"
import type { Bytes } from "#wire"
import { fromRow, toRow } from "../keeping/rows.ts"
import type { State } from "../keeping/state.ts"
import type { Vault, VaultOp } from "../keeping/vault.ts"

// Files as this device holds them (spec/ledger.md §23.4): one row that says what it is, and its bytes in parts, each a row under the file's own key. A part is never
// there without that row, so nothing is left lying about, whenever the device dies.

export interface KeptFile {
  /** Its name on this device: drawn here, and told to nobody. */
  readonly id: string
  /** Place in the order of putting. */
  readonly n: number
  /** What its parts lie under. */
  readonly under: Bytes
  /** Bytes that lie here when all of it does; as it was put, or as it was sealed. */
  readonly length: number
  /** How many parts of them do. */
  readonly here: number
  /** What is inside. */
  readonly size: number
  readonly type: string
  /** The draft it lies beside; null once an entry names it. */
  readonly draft: string | null
  readonly sealed: SealedHere | null
}
/** A file that has its name, in one log. */
export interface SealedHere {
  readonly log: Bytes
  /** That stored it. */
  readonly device: Bytes
  readonly name: FileName
  /** The entry that names it; null while none was chosen to go. */
  readonly ref: Ref | null
  /** How many parts the relay has acknowledged; null: it was asked for nothing, or it is another's. */
  readonly there: number | null
  /** The relay went back since it was stored: it is given again, or was. What was taken back before then may not have reached it there. */
  readonly again?: true
}
/** What a relay is still to let go of. */
export interface LetGoThere {
  readonly log: Bytes
  readonly blob: Bytes
}

export const isWhole = ({ here, length }: KeptFile): boolean => here === partCount(length)

/** Whether the relay has all of it. */
export function isThere({ sealed, length }: KeptFile): boolean {
  return sealed !== null && sealed.there === partCount(length)
}

export function fileOf(state: Pick<State, "files">, log: Bytes, blob: Bytes): KeptFile | null {
  const isIt = ({ sealed }: KeptFile): boolean =>
    sealed !== null && equalBytes(sealed.name.blob, blob) && equalBytes(sealed.log, log)
  return state.files.find(isIt) ?? null
}

/** The files with one put in the place of the one of its id, or behind them. */
export function withFile(files: readonly KeptFile[], file: KeptFile): readonly KeptFile[] {
  return files.some(({ id }) => id === file.id)
    ? files.map((one) => (one.id === file.id ? file : one))
    : [...files, file]
}

export function withThere(state: State, id: string, there: number): State {
  const file = state.files.find((one) => one.id === id)
  if (file === undefined || file.sealed === null) return state
  return { ...state, files: withFile(state.files, { ...file, sealed: { ...file.sealed, there } }) }
}

const partName = (file: Pick<KeptFile, "id">, n: number): string => `${file.id}.${String(n)}`

/** A mebibyte must be free when all of a file lies here, its last part with it: words come before pictures. */
const spare = 1_048_576 + fileLimits.partBytes

/** Before the first part. */
export function spareOp({ id, under }: KeptFile): VaultOp {
  return { op: "put", table: "parts", under, name: id, value: new Uint8Array(spare) }
}

/** With the last part the room that was held free is free again. */
export function partOps(file: KeptFile, n: number, value: Bytes): readonly VaultOp[] {
  const { id, under, length } = file
  const put: VaultOp = { op: "put", table: "parts", under, name: partName(file, n), value }
  return n + 1 < partCount(length) ? [put] : [put, { op: "delete", table: "parts", under, name: id }]
}

/** Of all the bytes, those of part n. */
export function partOf(bytes: Bytes, n: number): Bytes {
  const from = n * fileLimits.partBytes
  return bytes.slice(from, from + partLength(bytes.length, n))
}

/** Null: the disk lost it, or changed it. */
export async function partHere(vault: Vault, file: KeptFile, n: number): Promise<Bytes | null> {
  const row = await vault.get({ table: "parts", under: file.under }, partName(file, n))
  return row.ok && row.value?.length === partLength(file.length, n) ? row.value : null
}

/** All of it, as it lies here. Null: not all of it does. */
export async function wholeHere(vault: Vault, file: KeptFile): Promise<Bytes | null> {
  if (!isWhole(file)) return null
  const whole = new Uint8Array(file.length)
  for (let n = 0; n < file.here; n += 1) {
    const part = await partHere(vault, file, n)
    if (part === null) return null
    whole.set(part, n * fileLimits.partBytes)
  }
  return whole
}

/** What was put, opened where it is sealed already. Null: the disk lost some of it. */
export async function insideOf(
  { tools, vault }: { readonly tools: Pick<Tools, "subtle">; readonly vault: Vault },
  file: KeptFile,
): Promise<Bytes | null> {
  const whole = await wholeHere(vault, file)
  if (whole === null || file.sealed === null) return whole
  const { log, device, name } = file.sealed
  const opened = await openFile(tools, { logId: log, device }, name, whole)
  return opened.ok ? opened.value : null
}

/** Rows that say what there is; those of a file that went go with every part of it. */
export function fileOps(before: readonly KeptFile[], after: readonly KeptFile[]): readonly VaultOp[] {
  if (before === after) return []
  const puts = after
    .filter((file) => !before.includes(file))
    .map((file): VaultOp => ({ op: "put", table: "files", name: file.id, value: toRow(file) }))
  const gone = before.filter(({ id }) => !after.some((file) => file.id === id)).flatMap(goneOps)
  return [...gone, ...puts]
}

function goneOps(file: KeptFile): readonly VaultOp[] {
  const parts = Array.from({ length: partCount(file.length) }, (_, n): VaultOp => {
    return { op: "delete", table: "parts", under: file.under, name: partName(file, n) }
  })
  const room: VaultOp = { op: "delete", table: "parts", under: file.under, name: file.id }
  return [{ op: "delete", table: "files", name: file.id }, room, ...parts]
}

export async function loadFiles(
  decodeUtf8: (bytes: Uint8Array) => string,
  vault: Vault,
): Promise<readonly KeptFile[]> {
  const { rows } = await vault.list("files")
  return rows.map(({ value }) => fromRow<KeptFile>(value, decodeUtf8)).toSorted((a, b) => a.n - b.n)
}

export function behindAll(files: readonly KeptFile[]): number {
  return files.reduce((most, { n }) => Math.max(most, n), 0) + 1
}

/** Bytes that lie here. */
export function bytesHere(files: readonly KeptFile[]): number {
  return files.reduce((sum, file) => sum + Math.min(file.length, file.here * fileLimits.partBytes), 0)
}
