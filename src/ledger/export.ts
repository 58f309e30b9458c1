import { concat, copy, decodeHeader, encodeRef, entryHash, equalBytes, H, toHex, u32, u64 } from "#wire"
import type { Bytes, Entry } from "#wire"
import { sign } from "./device.ts"
import type { DeviceKeys } from "./device.ts"
import { fileListOf, filesInOrder } from "./export-files.ts"
import type { GivenFile } from "./export-files.ts"
import { receiptParts } from "./export-receipts.ts"
import type { RelayWord } from "./export-receipts.ts"
import { messageKey } from "./seal.ts"
import { magic, sealFile } from "./sealed-file.ts"
import type { StretchExport } from "./sealed-file.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §14: logs in one file, for whoever wants to judge them without a relay. Whole chains, the bodies there are, and for each entry
// that is shown the one key that opens it; never the key of an epoch.

export const LOGS_MAX = 16
export const FOOTER_LENGTH = 81
/** An entry as a file holds it; the key is that of this one entry, for what its maker shows. */
export interface Shown {
  readonly entry: Entry
  readonly mk: Bytes | null
  /** What opens the held answer in it (§15), where it was shown. */
  readonly k?: Bytes
}
export interface ExportLog {
  readonly logId: Bytes
  /** From the genesis on, without a gap. */
  readonly entries: readonly Shown[]
  /** What a relay signed of it; none where this is left out. */
  readonly receipts?: readonly RelayWord[]
}
/**
 * The entry with the one key that opens it, if it is sealed, is here, and its epoch's key is at hand. `answers`: what opens held answers, by their refs; only of
 * those that were shown, or the file would tell what its maker still holds back.
 */
export function shownBy(
  epochs: ReadonlyMap<number, Bytes>,
  entry: Entry,
  answers: ReadonlyMap<string, Bytes> = new Map(),
): Shown {
  const header = decodeHeader(entry.header)
  if (!header.ok || entry.body === null) return { entry, mk: null }
  const { kind, epoch, device, uid } = header.value
  const key = epochs.get(epoch)
  if ((kind !== 1 && kind !== 4) || key === undefined) return { entry, mk: null }
  const mk = messageKey(key, copy(entry.body, 0, 32), header.value)
  const k = kind === 1 ? answers.get(encodeRef(device, uid)) : undefined
  return k === undefined ? { entry, mk } : { entry, mk, k }
}

export type ExportForm = "plain" | "sealed"
/** Null: no file of this kind. */
export function formOf(file: Uint8Array): ExportForm | null {
  if (file.length < 7 || !equalBytes(file.subarray(0, 6), magic)) return null
  const form = file[6]
  return form === 1 || form === 5 ? "plain" : form === 2 || form === 6 ? "sealed" : null
}
/** With files: their bytes stand behind what the form says (§14.5). */
export function hasFiles(file: Uint8Array): boolean {
  return file[6] === 5 || file[6] === 6
}

/** What the footer's signature covers, once its own device and log are named. */
export function footerMessage(before: Uint8Array, logs: readonly ExportLog[]): Bytes {
  const heads = logs.map(({ entries }) => {
    const last = entries.at(-1)
    if (last === undefined) throw new Error("a log of a file has its genesis at least")
    return concat(u64(entries.length - 1), entryHash(last.entry), u32(entries.length))
  })
  return concat(H("export", before), Uint8Array.of(logs.length), ...heads)
}

/**
 * The plain file; with files up to and with its footer, and their bytes go behind it in the order of `filesInOrder`. `by` is an active device of the log named. The
 * logs are put into their order here; a defect of ours throws.
 */
export async function makeExport(
  t: Tools,
  logs: readonly ExportLog[],
  by: { readonly device: DeviceKeys; readonly logId: Bytes },
  files: readonly GivenFile[] = [],
): Promise<Bytes> {
  if (logs.length === 0 || logs.length > LOGS_MAX) throw new Error("a file holds one log to sixteen")
  const sorted = inTheirOrder(logs)
  const which = sorted.findIndex((log) => equalBytes(log.logId, by.logId))
  if (which < 0) throw new Error("the maker's log is not among them")
  const logIds = sorted.map(({ logId }) => logId)
  const rows = filesInOrder(logIds, files).map(({ row }) => row)
  const before = concat(
    magic,
    Uint8Array.of(files.length === 0 ? 1 : 5, sorted.length),
    ...sorted.flatMap((log) => logParts(log)),
    ...(files.length === 0 ? [] : fileListOf(rows)),
    by.device.id,
    Uint8Array.of(which),
  )
  return concat(before, await sign(t, by.device, "export", footerMessage(before, sorted)))
}

/** As they stand in a file. */
export function inTheirOrder<Log extends Pick<ExportLog, "logId">>(logs: readonly Log[]): readonly Log[] {
  return logs.toSorted((a, b) => (toHex(a.logId) < toHex(b.logId) ? -1 : 1))
}

/** One log as it stands in a file (§14.1). */
export function logParts({ logId, entries, receipts = [] }: ExportLog): readonly Uint8Array[] {
  const shown = entries.flatMap((one) => entryParts(one))
  return [logId, u32(entries.length), ...shown, ...receiptParts(receipts)]
}

function entryParts({ entry, mk, k }: Shown): readonly Uint8Array[] {
  const head = [entry.header, entry.sig]
  if (entry.body === null) return [Uint8Array.of(0), ...head]
  if (mk === null) return [Uint8Array.of(1), ...head, entry.body]
  const shown = [...head, entry.body, mk]
  return k === undefined ? [Uint8Array.of(3), ...shown] : [Uint8Array.of(7), ...shown, k]
}

/** The file under a passphrase; with files up to their bytes, which go behind it as they are. */
export function sealExport(
  t: Tools,
  stretch: StretchExport,
  passphrase: string,
  file: Bytes,
): Promise<Bytes> {
  return sealFile(t, stretch, hasFiles(file) ? sealedWithFiles : sealedExport, passphrase, file)
}
export const sealedExport = { form: 2, label: "export" } as const
export const sealedWithFiles = { form: 6, label: "export" } as const

/** Eight numbers of six bits from a head: two people with the same words hold the same log up to there. */
export function headWords(head: Uint8Array): readonly number[] {
  const words: number[] = []
  for (let at = 0; at < 6; at += 3) {
    const bits = ((head[at] ?? 0) << 16) | ((head[at + 1] ?? 0) << 8) | (head[at + 2] ?? 0)
    for (let shift = 18; shift >= 0; shift -= 6) words.push((bits >> shift) & 63)
  }
  return words
}
