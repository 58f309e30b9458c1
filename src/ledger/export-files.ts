import { concat, copy, equalBytes, piecesIn, Reader, toHex, u32 } from "#wire"
import type { Bytes, Json } from "#wire"
import { fileNamesIn, openFile } from "./file.ts"
import type { FileName, FilePlace } from "./file.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §14.5: files of entries in a file that is saved. Their list is signed, their bytes stand behind all else as they lie with a relay.

export const FILES_MAX = 4096
const ROW = 41

/** One row of the list. Log and entry count from 0. */
export interface FileRow {
  readonly log: number
  readonly entry: number
  readonly blob: Bytes
  readonly length: number
}
/** A file that is given along, by the log and the place of the entry that names it. */
export interface GivenFile {
  readonly logId: Bytes
  readonly seq: number
  readonly blob: Bytes
  /** Bytes, sealed. */
  readonly length: number
}

const keyOf = ({ log, entry, blob }: FileRow): Bytes => concat(Uint8Array.of(log), u32(entry), blob)
const rowOf = (row: FileRow): Bytes => concat(keyOf(row), u32(row.length))

/** Files in the order in which their rows stand, and their bytes behind the footer. `logIds`: of the logs, in their order. */
export function filesInOrder<File extends GivenFile>(
  logIds: readonly Bytes[],
  files: readonly File[],
): readonly { readonly file: File; readonly row: FileRow }[] {
  return files
    .map((file) => {
      const log = logIds.findIndex((id) => equalBytes(id, file.logId))
      if (log < 0) throw new Error("a file of a log that is not in it")
      return { file, row: { log, entry: file.seq, blob: file.blob, length: file.length } }
    })
    .toSorted((a, b) => (toHex(keyOf(a.row)) < toHex(keyOf(b.row)) ? -1 : 1))
}

export function fileListOf(rows: readonly FileRow[]): readonly Bytes[] {
  if (rows.length > FILES_MAX) throw new Error("more files than one list has")
  return [u32(rows.length), ...rows.map(rowOf)]
}

/** The list, or the first row in it that is none. Null: cut, or of another number. */
export function fileListIn(
  walk: Reader,
  entriesOf: (log: number) => number,
): { readonly rows: readonly FileRow[]; readonly fault: number | null } | null {
  const count = walk.left < 4 ? 0 : walk.number(4)
  if (count === 0 || count > FILES_MAX || walk.left < count * ROW) return null
  const rows: FileRow[] = []
  let fault: number | null = null
  for (let n = 0; n < count; n += 1) {
    const row = { log: walk.number(1), entry: walk.number(4), blob: walk.take(32), length: walk.number(4) }
    const before = rows.at(-1)
    const isRising = before === undefined || toHex(keyOf(before)) < toHex(keyOf(row))
    if (!isRising || row.entry >= entriesOf(row.log) || piecesIn(row.length) === null) fault ??= n
    rows.push(row)
  }
  return { rows, fault }
}

/** The bytes of each row. Null: they are not as long as the rows say, together. */
export function fileBytesIn(
  rows: readonly Pick<FileRow, "length">[],
  behind: Uint8Array,
): readonly Bytes[] | null {
  let at = 0
  const found = rows.map(({ length }) => {
    const bytes = copy(behind, Math.min(at, behind.length), Math.min(at + length, behind.length))
    at += length
    return bytes
  })
  return at === behind.length ? found : null
}

/** What an entry that opens names, in the order of the blob ids; of several names of one the first counts. */
export function namedIn(body: Json): readonly FileName[] {
  const all = fileNamesIn(body)
  const first = all.filter((name, n) => all.findIndex(({ blob }) => equalBytes(blob, name.blob)) === n)
  return first.toSorted((a, b) => (toHex(a.blob) < toHex(b.blob) ? -1 : 1))
}

/** As it is written out with `--json`. */
export interface FileReport {
  readonly log: number
  readonly entry: number
  readonly blob: string
  readonly size: number
  readonly type: string
  readonly state: "here" | "missing"
}
/** An entry of kind 1 that is ok and opens. */
export interface NamingEntry {
  readonly log: number
  readonly entry: number
  readonly at: FilePlace
  readonly body: Json
}

/** What is named, and whether it is here; or which row of the list is not what an entry names. */
export async function judgeFiles(
  t: Pick<Tools, "subtle">,
  naming: readonly NamingEntry[],
  rows: readonly FileRow[],
  bytes: readonly Bytes[],
): Promise<readonly FileReport[] | number> {
  for (const [n, row] of rows.entries()) {
    const of = naming.find(({ log, entry }) => log === row.log && entry === row.entry)
    const name = namedIn(of?.body ?? null).find(({ blob }) => equalBytes(blob, row.blob))
    const file = bytes[n]
    if (of === undefined || name === undefined || file === undefined) return n
    if (!(await openFile(t, of.at, name, file)).ok) return n
  }
  const isHere = (of: NamingEntry, name: FileName): boolean =>
    rows.some(({ log, entry, blob }) => log === of.log && entry === of.entry && equalBytes(blob, name.blob))
  return naming.flatMap((of) =>
    namedIn(of.body).map((name): FileReport => {
      const { log, entry } = of
      const { blob, size, type } = name
      return { log, entry, blob: toHex(blob), size, type, state: isHere(of, name) ? "here" : "missing" }
    }),
  )
}
