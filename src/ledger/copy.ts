import { concat, u16, u32, utf8 } from "#wire"
import type { Bytes } from "#wire"
import { FILES_MAX } from "./export-files.ts"
import { logParts } from "./export.ts"
import type { ExportLog } from "./export.ts"
import type { FileName } from "./file.ts"
import { sealFile } from "./sealed-file.ts"
import type { StretchExport } from "./sealed-file.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §16: what one person comes back with in an empty browser. Whole chains with the one key of each entry that could be read, what was being
// written, what waited. No private key and no epoch key: a copy reads, and never signs in the logs that are in it.

export const COPY_PARTS_MAX = 14
/** 1: as it was first. 3: with earlier shared logs, which a reader of 1 would not know to keep apart. 5: with files. 2 and 4 were never given out. */
export const copyLayouts = { plain: 1, earlier: 3, files: 5 } as const
/** Why an earlier shared log was put away; their numbers are their places. */
export const whysEarlier = ["apart", "left", "closed", "alone", "moved"] as const
/** The plaintext grows in steps of so many bytes. */
export const COPY_STEP = 4096
/** Their numbers are their places. */
export const copySorts = ["private", "shared", "earlier"] as const
export const sealedCopy = { form: 3, label: "copy" } as const
export const sealedCopyWithFiles = { form: 7, label: "copy" } as const

export interface CopyPart {
  readonly which: "private" | "shared" | "earlier"
  /** Of an earlier shared one: why it was put away, and on which day. */
  readonly ended?: { readonly why: (typeof whysEarlier)[number]; readonly day: string }
  /** Whose copy it is, in this log: 16 bytes. */
  readonly member: Bytes
  readonly log: ExportLog
}
/** What was being written, or a choice made on the device. */
export interface CopyRow {
  readonly name: string
  readonly text: string
}
/** Content that was chosen to go and stands nowhere yet. */
export interface CopyThing {
  readonly kind: 1 | 4
  /** device 16 | uid 16. */
  readonly ref: Bytes
  /** The ref of the private entry it was made from; null where there is none. */
  readonly from: Bytes | null
  readonly data: Bytes
}
/** A file that comes along. Its bytes, sealed, stand behind the copy, in the order of the list. */
export interface CopyFile {
  /** device 16 | uid 16 of the entry that names it; null beside a draft. */
  readonly ref: Bytes | null
  /** The draft it lies beside; empty where an entry names it. */
  readonly draft: string
  /** What it is sealed for. */
  readonly logId: Bytes
  readonly device: Bytes
  readonly name: FileName
  /** Bytes, sealed. */
  readonly length: number
}
export interface Copy {
  readonly day: string
  readonly lockMinutes: number
  /** Private ones first, then the earlier shared ones, each the oldest first; at most one is the shared one of now, and it is last. */
  readonly parts: readonly CopyPart[]
  readonly rows: readonly CopyRow[]
  readonly things: readonly CopyThing[]
  readonly files?: readonly CopyFile[]
}

/** The file, under a passphrase; the bytes of its files go behind it. A copy out of its bounds is a defect of ours and throws. */
export async function sealCopy(
  t: Tools,
  stretch: StretchExport,
  passphrase: string,
  what: Copy,
): Promise<Bytes> {
  if (what.parts.length === 0 || what.parts.length > COPY_PARTS_MAX)
    throw new Error("a copy holds one log to fourteen")
  const files = what.files ?? []
  if (files.length > FILES_MAX) throw new Error("more files than one list has")
  const kind = files.length === 0 ? sealedCopy : sealedCopyWithFiles
  return sealFile(t, stretch, kind, passphrase, filled(layoutOf(what, files)))
}

/** What is under the passphrase. Also what a parcel holds (§20.6). */
export function copyBytes(what: Copy): Bytes {
  return filled(layoutOf(what, []))
}

function layoutIn(parts: readonly CopyPart[], files: readonly CopyFile[]): number {
  if (files.length > 0) return copyLayouts.files
  return parts.some(({ which }) => which === "earlier") ? copyLayouts.earlier : copyLayouts.plain
}

function layoutOf({ day, lockMinutes, parts, rows, things }: Copy, files: readonly CopyFile[]): Bytes {
  return concat(
    Uint8Array.of(layoutIn(parts, files)),
    utf8(day),
    Uint8Array.of(lockMinutes, parts.length),
    ...parts.flatMap(({ which, ended, member, log }) => [
      Uint8Array.of(copySorts.indexOf(which)),
      ...(ended === undefined ? [] : [Uint8Array.of(whysEarlier.indexOf(ended.why)), utf8(ended.day)]),
      member,
      ...logParts({ logId: log.logId, entries: log.entries }),
    ]),
    u32(rows.length),
    ...rows.flatMap(rowParts),
    u32(things.length),
    ...things.flatMap(({ kind, ref, from, data }) => [
      Uint8Array.of(kind),
      ref,
      from ?? new Uint8Array(32),
      u32(data.length),
      data,
    ]),
    ...(files.length === 0 ? [] : [u32(files.length), ...files.flatMap(fileParts)]),
  )
}

function fileParts({ ref, draft, logId, device, name, length }: CopyFile): readonly Bytes[] {
  const [label, type] = [utf8(draft), utf8(name.type)]
  const of = [ref ?? new Uint8Array(32), u16(label.length), label, logId, device, name.blob, name.key]
  return [...of, u32(name.size), Uint8Array.of(type.length), type, u32(length)]
}

function rowParts({ name, text }: CopyRow): readonly Bytes[] {
  const [label, words] = [utf8(name), utf8(text.toWellFormed())]
  return [u16(label.length), label, u32(words.length), words]
}

function filled(bytes: Bytes): Bytes {
  const whole = new Uint8Array(Math.ceil(bytes.length / COPY_STEP) * COPY_STEP)
  whole.set(bytes)
  return whole
}
