import { decodeHeader, HEADER_LENGTH, Reader, RECORD_HEAD, toHex } from "#wire"
import type { Bytes, Structural } from "#wire"
import { FOOTER_LENGTH, formOf, LOGS_MAX } from "./export.ts"
import type { ExportLog, Shown } from "./export.ts"

// spec/ledger.md §14.3, the half of it that looks at no signature: where each part of a plain file begins and ends.

export interface ExportFault {
  readonly type:
    | Structural["type"]
    | "export-form"
    | "export-layout"
    | "export-order"
    | "export-redacted"
    | "export-footer"
    | "export-passphrase"
    | "export-sealed"
  /** Counted from 0; null where there is none. */
  readonly log: number | null
  readonly entry: number | null
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
  readonly fault: ExportFault | null
  readonly footer: Footer | null
}

/** Never throws. Stops at the first thing wrong; what was laid out before it can still be judged, and comes first. */
export function layOut(file: Uint8Array): LaidOut {
  if (formOf(file) !== "plain") return { logs: [], fault: faultOf("export-form"), footer: null }
  const count = file[7] ?? 0
  if (count === 0 || count > LOGS_MAX) return { logs: [], fault: faultOf("export-layout"), footer: null }
  const walk = new Reader(file)
  walk.take(8)
  const logs: ExportLog[] = []
  for (let log = 0; log < count; log += 1) {
    if (walk.left < 36) return { logs, fault: faultOf("export-layout", log), footer: null }
    const [logId, entries] = [walk.take(32), walk.number(4)]
    if (entries === 0) return { logs, fault: faultOf("export-layout", log), footer: null }
    const before = logs.at(-1)
    if (before !== undefined && toHex(before.logId) >= toHex(logId))
      return { logs, fault: faultOf("export-order", log), footer: null }
    const read = entriesIn(walk, log, entries)
    logs.push({ logId, entries: read.entries })
    if (read.fault !== null) return { logs, fault: read.fault, footer: null }
    // Receipts have their place and are not built.
    if (walk.left < 4 || walk.number(4) !== 0)
      return { logs, fault: faultOf("export-layout", log), footer: null }
  }
  if (walk.left !== FOOTER_LENGTH) return { logs, fault: faultOf("export-footer"), footer: null }
  const [device, which] = [walk.take(16), walk.take(1)[0] ?? 0]
  const before = file.subarray(0, file.length - walk.left)
  return { logs, fault: null, footer: { device, which, sig: walk.take(64), before } }
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
