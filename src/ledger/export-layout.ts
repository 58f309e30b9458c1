import { decodeHeader, HEADER_LENGTH, Reader, RECORD_HEAD, toHex } from "#wire"
import type { Bytes, Structural } from "#wire"
import { RECEIPT_LENGTH, RECEIPTS_MAX } from "./export-receipts.ts"
import { fileBytesIn, fileListIn } from "./export-files.ts"
import type { FileRow } from "./export-files.ts"
import { FOOTER_LENGTH, formOf, hasFiles, LOGS_MAX } from "./export.ts"
import type { ExportLog, Shown } from "./export.ts"

// spec/ledger.md §14.3, the half of it that looks at no signature: where each part of a plain file begins and ends.

export interface ExportFault {
  readonly type:
    | Structural["type"]
    | "export-form"
    | "export-layout"
    | "export-order"
    | "export-redacted"
    | "export-receipt"
    | "export-footer"
    | "export-file"
    | "export-passphrase"
    | "export-sealed"
  /** Counted from 0; null where there is none. */
  readonly log: number | null
  readonly entry: number | null
  /** Which one of the log's receipts; of export-receipt alone. */
  readonly receipt?: number
  /** Which one of the file list; of export-file alone. */
  readonly file?: number
}
export function faultOf(
  type: ExportFault["type"],
  log: number | null = null,
  entry: number | null = null,
): ExportFault {
  return { type, log, entry }
}

export interface Footer {
  readonly device: Bytes
  readonly which: number
  readonly sig: Bytes
  /** Every byte of the file before the signature. */
  readonly before: Uint8Array
}
export interface LaidOut {
  /** Those begun before the fault; the last one may be cut short by it. */
  readonly logs: readonly ExportLog[]
  /** Of each log that was read to its end, as they stand there; not yet looked at. */
  readonly receipts: readonly (readonly Bytes[])[]
  readonly fault: ExportFault | null
  readonly footer: Footer | null
  /** The file list, and the bytes of its files: null where they are not as long as it says. Without files both are empty. */
  readonly rows: readonly FileRow[]
  readonly bytes: readonly Bytes[] | null
}

/** Never throws. Stops at the first thing wrong; what was laid out before it can still be judged, and comes first. `behind`: the bytes of files that stand behind the whole of it; where it stands by itself they are its end. */
export function layOut(file: Uint8Array, behind: Uint8Array | null = null): LaidOut {
  const logs: ExportLog[] = []
  const receipts: (readonly Bytes[])[] = []
  const refused = (fault: ExportFault): LaidOut => ({
    logs,
    receipts,
    fault,
    footer: null,
    rows: [],
    bytes: [],
  })
  if (formOf(file) !== "plain") return refused(faultOf("export-form"))
  const count = file[7] ?? 0
  if (count === 0 || count > LOGS_MAX) return refused(faultOf("export-layout"))
  const walk = new Reader(file)
  walk.take(8)
  for (let log = 0; log < count; log += 1) {
    if (walk.left < 36) return refused(faultOf("export-layout", log))
    const [logId, entries] = [walk.take(32), walk.number(4)]
    if (entries === 0) return refused(faultOf("export-layout", log))
    const before = logs.at(-1)
    if (before !== undefined && toHex(before.logId) >= toHex(logId))
      return refused(faultOf("export-order", log))
    const read = entriesIn(walk, log, entries)
    logs.push({ logId, entries: read.entries })
    if (read.fault !== null) return refused(read.fault)
    const words = receiptsIn(walk)
    if (words === null) return refused(faultOf("export-layout", log))
    receipts.push(words)
  }
  const list = hasFiles(file) ? fileListIn(walk, (log) => logs[log]?.entries.length ?? 0) : noFiles
  if (list === null) return refused(faultOf("export-layout"))
  if (list.fault !== null) return refused({ ...faultOf("export-file"), file: list.fault })
  const isOpen = hasFiles(file) && behind === null
  if (isOpen ? walk.left < FOOTER_LENGTH : walk.left !== FOOTER_LENGTH)
    return refused(faultOf("export-footer"))
  const [device, which] = [walk.take(16), walk.take(1)[0] ?? 0]
  const before = file.subarray(0, file.length - walk.left)
  const footer = { device, which, sig: walk.take(64), before }
  const bytes = fileBytesIn(list.rows, behind ?? file.subarray(file.length - walk.left))
  return { logs, receipts, fault: null, footer, rows: list.rows, bytes }
}
const noFiles = { rows: [], fault: null }

/** Null: too many, or cut. */
function receiptsIn(walk: Reader): readonly Bytes[] | null {
  const count = walk.left < 4 ? Infinity : walk.number(4)
  if (count > RECEIPTS_MAX || walk.left < count * RECEIPT_LENGTH) return null
  return Array.from({ length: count }, () => walk.take(RECEIPT_LENGTH))
}

/** Entries one after the other, as they stand in a file of any kind. */
export function entriesIn(
  walk: Reader,
  log: number,
  count: number,
): { readonly entries: readonly Shown[]; readonly fault: ExportFault | null } {
  const entries: Shown[] = []
  for (let n = 0; n < count; n += 1) {
    const shown = entryIn(walk)
    if (typeof shown === "string") return { entries, fault: faultOf(shown, log, n) }
    entries.push(shown)
  }
  return { entries, fault: null }
}

function entryIn(walk: Reader): Shown | ExportFault["type"] {
  if (walk.left < 1 + RECORD_HEAD) return "export-layout"
  const flag = walk.take(1)[0]
  if (flag !== 0 && flag !== 1 && flag !== 3 && flag !== 7) return "export-layout"
  const header = walk.take(HEADER_LENGTH)
  const sig = walk.take(RECORD_HEAD - HEADER_LENGTH)
  const decoded = decodeHeader(header)
  if (!decoded.ok) return decoded.error.type
  if (flag === 0) return { entry: { header, sig, body: null }, mk: null }
  const { kind, bodyLen } = decoded.value
  const keys = flag === 1 ? 0 : flag === 3 ? 1 : 2
  if ((keys > 0 && kind !== 1 && kind !== 4) || (keys === 2 && kind !== 1)) return "export-layout"
  if (walk.left < bodyLen + 32 * keys) return "export-layout"
  const entry = { header, sig, body: walk.take(bodyLen) }
  if (keys === 0) return { entry, mk: null }
  const mk = walk.take(32)
  return keys === 1 ? { entry, mk } : { entry, mk, k: walk.take(32) }
}
