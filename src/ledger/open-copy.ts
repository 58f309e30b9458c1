import {
  bad,
  checkEntries,
  decodeData,
  emptyLog,
  entryHash,
  good,
  isRedacted,
  isZero,
  Reader,
  toHex,
} from "#wire"
import type { Bytes, Checked, Outcome, Verify } from "#wire"
import { COPY_PARTS_MAX, COPY_STEP, copyLayouts, copySorts, sealedCopy, whysEarlier } from "./copy.ts"
import type { Copy, CopyPart, CopyRow, CopyThing } from "./copy.ts"
import { entriesIn } from "./export-layout.ts"
import { isData, isDay } from "./seal.ts"
import { openFile } from "./sealed-file.ts"
import type { StretchExport } from "./sealed-file.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §16.2: a copy, from its first byte to its last. Who made the file knows its passphrase, so it may have been anybody: nothing of it is believed
// that its chains do not say.

export interface CopyFault {
  readonly type:
    | "copy-form"
    | "copy-newer"
    | "copy-export"
    | "copy-layout"
    | "copy-passphrase"
    | "copy-sealed"
    | "copy-chain"
}
const fault = (type: CopyFault["type"]): CopyFault => ({ type })

/** A copy whose chains stand. `checked` has one for each part. */
export interface OpenedCopy {
  readonly copy: Copy
  readonly checked: readonly Checked[]
}

/** What can be said of a file before there is a passphrase; null: it may be a copy. */
export function copyFaultOf(file: Uint8Array): CopyFault | null {
  const begins = /^gs\/v([1-9])\/$/.exec(String.fromCharCode(...file.subarray(0, 6)))
  const form = file[6]
  if (begins === null || form === undefined) return fault("copy-form")
  if (begins[1] !== "1" || form > sealedCopy.form) return fault("copy-newer")
  if (form === 1 || form === 2) return fault("copy-export")
  return form === 0 ? fault("copy-form") : null
}

/** Never throws for what came in. */
export async function openCopy(
  deps: {
    readonly tools: Pick<Tools, "subtle" | "decodeUtf8">
    readonly verify: Verify
    readonly stretch: StretchExport
  },
  file: Uint8Array,
  passphrase: string,
): Promise<Outcome<OpenedCopy, CopyFault>> {
  const other = copyFaultOf(file)
  if (other !== null) return bad(other)
  const plain = await openFile(deps.tools, deps.stretch, sealedCopy, passphrase, file)
  if (!plain.ok) return bad(fault(`copy-${plain.error.type}`))
  const layout = plain.value.inside[0]
  const isKnown = layout === copyLayouts.plain || layout === copyLayouts.earlier
  if (layout !== undefined && layout > copyLayouts.plain && !isKnown) return bad(fault("copy-newer"))
  const copy = isKnown ? copyIn(plain.value.inside, deps.tools.decodeUtf8) : null
  if (copy === null) return bad(fault("copy-layout"))
  const checked: Checked[] = []
  for (const part of copy.parts) {
    const judged = await standing(deps.verify, part)
    if (judged === null) return bad(fault("copy-chain"))
    checked.push(judged)
  }
  return good({ copy, checked })
}

async function standing(verify: Verify, { log, member }: CopyPart): Promise<Checked | null> {
  const entries = log.entries.map(({ entry }) => entry)
  const checked = await checkEntries(verify, emptyLog(log.logId), entries)
  if (checked.fault !== null) return null
  const isKept = entries.some((e) => e.body !== null && isRedacted(checked.state, toHex(entryHash(e))))
  const isKnown = [...checked.state.devices.values()].some((d) => toHex(d.member) === toHex(member))
  return isKept || !isKnown ? null : checked
}

function copyIn(plain: Bytes, decodeUtf8: Tools["decodeUtf8"]): Copy | null {
  const reader = new Reader(plain)
  const isPlain = reader.number(1) === copyLayouts.plain
  const day = textIn(reader.take(10), decodeUtf8)
  const lockMinutes = reader.number(1)
  const parts = listIn(reader.number(1), () => partIn(reader, decodeUtf8))
  if (day === null || !isDay(day) || parts === null || !inOrder(parts)) return null
  if (isPlain === parts.some(({ which }) => which === "earlier")) return null
  const rows = listIn(reader.number(4), () => rowIn(reader, decodeUtf8))
  const things = rows === null ? null : listIn(reader.number(4), () => thingIn(reader, decodeUtf8))
  if (rows === null || things === null || reader.failed) return null
  if (new Set(rows.map(({ name }) => name)).size !== rows.length) return null
  const isFilled =
    plain.length % COPY_STEP === 0 && reader.left < COPY_STEP && isZero(reader.take(reader.left))
  return isFilled ? { day, lockMinutes, parts, rows, things } : null
}

/** Ends at the first that is none: what a number says is believed only as far as there are bytes. */
function listIn<T>(count: number, next: () => T | null): readonly T[] | null {
  const found: T[] = []
  for (let n = 0; n < count; n += 1) {
    const one = next()
    if (one === null) return null
    found.push(one)
  }
  return found
}

function partIn(reader: Reader, decodeUtf8: Tools["decodeUtf8"]): CopyPart | null {
  const which = copySorts[reader.number(1)]
  const ended = which === "earlier" ? endedIn(reader, decodeUtf8) : undefined
  const member = reader.take(16)
  const logId = reader.take(32)
  const count = reader.number(4)
  if (reader.failed || which === undefined || ended === null || count === 0) return null
  const { entries, fault: wrong } = entriesIn(reader, 0, count)
  if (wrong !== null || reader.number(4) !== 0 || reader.failed) return null
  return { which, ...(ended === undefined ? {} : { ended }), member, log: { logId, entries } }
}

function endedIn(reader: Reader, decodeUtf8: Tools["decodeUtf8"]): NonNullable<CopyPart["ended"]> | null {
  const why = whysEarlier[reader.number(1)]
  const day = textIn(reader.take(10), decodeUtf8)
  return why === undefined || day === null || !isDay(day) ? null : { why, day }
}

function inOrder(parts: readonly CopyPart[]): boolean {
  if (parts.length === 0 || parts.length > COPY_PARTS_MAX) return false
  const isOnce = new Set(parts.map(({ log }) => toHex(log.logId))).size === parts.length
  const rank = { private: 0, earlier: 1, shared: 2 } as const
  const ranks = parts.map(({ which }) => rank[which])
  const isRising = ranks.every((one, n) => n === 0 || one >= (ranks[n - 1] ?? 0))
  return isOnce && isRising && ranks.filter((one) => one === rank.shared).length <= 1
}

function rowIn(reader: Reader, decodeUtf8: Tools["decodeUtf8"]): CopyRow | null {
  const name = textIn(reader.take(reader.number(2)), decodeUtf8)
  const text = textIn(reader.take(reader.number(4)), decodeUtf8)
  return name === null || text === null || reader.failed ? null : { name, text }
}

function thingIn(reader: Reader, decodeUtf8: Tools["decodeUtf8"]): CopyThing | null {
  const kind = reader.number(1)
  const [ref, from] = [reader.take(32), reader.take(32)]
  const data = reader.take(reader.number(4))
  if (reader.failed || (kind !== 1 && kind !== 4)) return null
  const value = decodeData(data, decodeUtf8)
  if (!value.ok || !isData(value.value)) return null
  return { kind, ref, from: isZero(from) ? null : from, data }
}

function textIn(bytes: Bytes, decodeUtf8: Tools["decodeUtf8"]): string | null {
  try {
    return decodeUtf8(bytes)
  } catch {
    return null
  }
}
