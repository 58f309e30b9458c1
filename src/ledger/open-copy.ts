import {
  bad,
  checkEntries,
  decodeData,
  emptyLog,
  entryHash,
  fileLimits,
  good,
  isRedacted,
  isZero,
  piecesIn,
  Reader,
  toHex,
} from "#wire"
import type { Bytes, Checked, Outcome, Verify } from "#wire"
import {
  COPY_PARTS_MAX,
  COPY_STEP,
  copyLayouts,
  copySorts,
  sealedCopy,
  sealedCopyWithFiles,
  whysEarlier,
} from "./copy.ts"
import type { Copy, CopyFile, CopyPart, CopyRow, CopyThing } from "./copy.ts"
import { fileBytesIn, FILES_MAX } from "./export-files.ts"
import { entriesIn } from "./export-layout.ts"
import { isMediaType, openFile as openSealed } from "./file.ts"
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
  /** The bytes of its files, each looked at, in the order of `copy.files`. */
  readonly files: readonly Bytes[]
}

/** What can be said of a file before there is a passphrase; null: it may be a copy. */
export function copyFaultOf(file: Uint8Array): CopyFault | null {
  const begins = /^gs\/v([1-9])\/$/.exec(String.fromCharCode(...file.subarray(0, 6)))
  const form = file[6]
  if (begins === null || form === undefined) return fault("copy-form")
  if (begins[1] !== "1" || form === 4 || form > sealedCopyWithFiles.form) return fault("copy-newer")
  if (form !== 0 && form !== sealedCopy.form && form !== sealedCopyWithFiles.form) return fault("copy-export")
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
  const withFiles = file[6] === sealedCopyWithFiles.form
  const kind = withFiles ? sealedCopyWithFiles : sealedCopy
  const plain = await openFile(deps.tools, deps.stretch, kind, passphrase, file)
  if (!plain.ok) return bad(fault(`copy-${plain.error.type}`))
  return readCopy(deps, plain.value.inside, withFiles ? plain.value.behind : null)
}

/** What was under the passphrase, and the bytes of the files behind it; null where the form has none. */
export async function readCopy(
  deps: { readonly tools: Pick<Tools, "subtle" | "decodeUtf8">; readonly verify: Verify },
  inside: Bytes,
  behind: Uint8Array | null = null,
): Promise<Outcome<OpenedCopy, CopyFault>> {
  const withFiles = behind !== null
  const layout = inside[0] ?? 0
  const isKnown = withFiles
    ? layout === copyLayouts.files
    : layout === copyLayouts.plain || layout === copyLayouts.earlier
  if (layout > (withFiles ? copyLayouts.files : copyLayouts.plain) && !isKnown)
    return bad(fault("copy-newer"))
  const copy = isKnown ? copyIn(inside, deps.tools.decodeUtf8) : null
  if (copy === null) return bad(fault("copy-layout"))
  const checked: Checked[] = []
  for (const part of copy.parts) {
    const judged = await standing(deps.verify, part)
    if (judged === null) return bad(fault("copy-chain"))
    checked.push(judged)
  }
  const files = await soundFiles(deps.tools, copy.files ?? [], behind ?? new Uint8Array(0))
  return files === null ? bad(fault("copy-sealed")) : good({ copy, checked, files })
}

/** Null: they were changed, or cut. */
async function soundFiles(
  t: Pick<Tools, "subtle">,
  files: readonly CopyFile[],
  behind: Uint8Array,
): Promise<readonly Bytes[] | null> {
  const bytes = fileBytesIn(files, behind)
  for (const [n, { logId, device, name }] of files.entries()) {
    const one = bytes?.[n]
    if (one === undefined || !(await openSealed(t, { logId, device }, name, one)).ok) return null
  }
  return bytes
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
  const layout = reader.number(1)
  const day = textIn(reader.take(10), decodeUtf8)
  const lockMinutes = reader.number(1)
  const parts = listIn(reader.number(1), () => partIn(reader, decodeUtf8))
  if (day === null || !isDay(day) || parts === null || !inOrder(parts)) return null
  const hasEarlier = parts.some(({ which }) => which === "earlier")
  if (layout !== copyLayouts.files && (layout === copyLayouts.plain) === hasEarlier) return null
  const rows = listIn(reader.number(4), () => rowIn(reader, decodeUtf8))
  const things = rows === null ? null : listIn(reader.number(4), () => thingIn(reader, decodeUtf8))
  if (rows === null || things === null || reader.failed) return null
  if (new Set(rows.map(({ name }) => name)).size !== rows.length) return null
  const files = layout === copyLayouts.files ? filesIn(reader, decodeUtf8) : []
  if (files === null || reader.failed) return null
  const isFilled =
    plain.length % COPY_STEP === 0 && reader.left < COPY_STEP && isZero(reader.take(reader.left))
  const bare = { day, lockMinutes, parts, rows, things }
  return isFilled ? (files.length === 0 ? bare : { ...bare, files }) : null
}

function filesIn(reader: Reader, decodeUtf8: Tools["decodeUtf8"]): readonly CopyFile[] | null {
  const count = reader.number(4)
  const files = count > FILES_MAX ? null : listIn(count, () => fileIn(reader, decodeUtf8))
  if (files === null || files.length === 0) return null
  return new Set(files.map(({ name }) => toHex(name.blob))).size === files.length ? files : null
}

function fileIn(reader: Reader, decodeUtf8: Tools["decodeUtf8"]): CopyFile | null {
  const ref = reader.take(32)
  const draft = textIn(reader.take(reader.number(2)), decodeUtf8)
  const [logId, device, blob, key] = [reader.take(32), reader.take(16), reader.take(32), reader.take(32)]
  const size = reader.number(4)
  const type = textIn(reader.take(reader.number(1)), decodeUtf8)
  const length = reader.number(4)
  if (reader.failed || draft === null || type === null || piecesIn(length) === null) return null
  const isOfEntry = draft === ""
  if (isOfEntry === isZero(ref) || !isMediaType(type) || size < 1 || size > fileLimits.bytes) return null
  return { ref: isOfEntry ? ref : null, draft, logId, device, name: { blob, key, size, type }, length }
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
