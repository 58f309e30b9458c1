import { concat, sha, toHex } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { blobs, listOf, logId, logWithFiles, made, passphrase, recipes } from "./export-files-parts.ts"
import type { Made, Row } from "./export-files-parts.ts"
import { fileOf, under } from "./export-parts.ts"
import type { FileOf, LogPart } from "./export-parts.ts"
import { readExport, statesOf } from "./exports.ts"
import { sealingIn } from "./files.ts"
import { flipped } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

// Exports with files. A file is large, so a vector has the bytes before the files, says how each file is made, and what SHA-256 of all of it is.

interface Case {
  readonly name: string
  readonly type: string
  /** Which file is the fault. */
  readonly file?: number
  readonly head: Bytes
  readonly files: readonly Made[]
  /** In the byte at `flip` of the files' bytes the lowest bit is turned; so many are cut from the end; and these put behind. */
  readonly flip?: number
  readonly short?: number
  readonly more?: string
  readonly sealed?: true
}

async function cases(): Promise<readonly Case[]> {
  const log = await logWithFiles()
  const rising = (["one", "two"] as const).toSorted((a, b) => Buffer.compare(blobs[a], blobs[b]))
  const [low = "one", high = "two"] = rising
  const of = (list: Bytes, more: FileOf = {}) => fileOf([log], { form: 5, list, ...more })
  const both = listOf(rising.map((file) => ({ file })))
  const whole = await of(both)
  const only = await of(listOf([{ file: "one" }]))
  const bad = async (name: string, n: number, rows: readonly Row[]): Promise<Case> => {
    const files = rows.map(({ file }) => file)
    return { name, type: "export-file", file: n, head: await of(listOf(rows)), files }
  }
  const length = made.one.length
  return [
    { name: "two files", type: "ok", head: whole, files: rising },
    { name: "one of two", type: "ok", head: only, files: ["one"] },
    {
      name: "under a passphrase",
      type: "ok",
      head: await under(passphrase, whole, 6),
      files: rising,
      sealed: true,
    },
    { name: "no files", type: "export-layout", head: await of(listOf([])), files: [] },
    {
      name: "more files than a list has",
      type: "export-layout",
      head: await of(listOf([{ file: "one" }], 4097)),
      files: ["one"],
    },
    {
      name: "cut in the list",
      type: "export-layout",
      head: whole.subarray(0, whole.length - 81 - 1 - 41),
      files: [],
    },
    {
      name: "cut in the number of files",
      type: "export-layout",
      head: whole.subarray(0, whole.length - 81 - 82 - 1),
      files: [],
    },
    await bad("of a log that is not in it", 0, [{ file: "one", log: 1 }]),
    await bad("of an entry that is not in it", 1, [{ file: low }, { file: high, entry: 8 }]),
    await bad("not in their order", 1, [{ file: high }, { file: low }]),
    await bad("one twice", 1, [{ file: "one" }, { file: "one" }]),
    await bad("of a length that no file has", 0, [{ file: "one", length: length + 1 }]),
    await bad(
      "of an entry that does not name it",
      1,
      [{ file: low }, { file: "three" }].toSorted((a, b) =>
        Buffer.compare(blobs[a.file as Made], blobs[b.file as Made]),
      ) as readonly Row[],
    ),
    await bad("of the genesis", 0, [{ file: "one", entry: 0 }]),
    await bad("of another device's entry", 0, [{ file: "one", entry: 4 }]),
    await bad("of kept content", 0, [{ file: "three", entry: 5 }]),
    await bad("of an entry that is not shown", 0, [{ file: "three", entry: 6 }]),
    await bad("of another size than the entry says", 0, [{ file: "three", entry: 7 }]),
    {
      name: "of two files one alone",
      type: "export-layout",
      head: await of(both),
      files: ["one"],
    },
    { name: "without any of their bytes", type: "export-layout", head: whole, files: [] },
    { name: "a byte short", type: "export-layout", head: whole, files: rising, short: 1 },
    { name: "a byte too many", type: "export-layout", head: whole, files: rising, more: "00" },
    {
      name: "the first byte of the first one changed",
      type: "export-file",
      file: 0,
      head: whole,
      files: rising,
      flip: 0,
    },
    {
      name: "the last byte of the last one changed",
      type: "export-file",
      file: 1,
      head: whole,
      files: rising,
      flip: made.one.length + made.two.length - 1,
    },
    {
      name: "a salt changed, in one file alone",
      type: "export-file",
      file: 0,
      head: only,
      files: ["one"],
      flip: 31,
    },
    {
      name: "the list changed after it was signed",
      type: "export-footer",
      head: flipped(whole, whole.length - 81 - 41 - 10),
      files: rising,
    },
    {
      name: "the signature changed",
      type: "export-footer",
      head: flipped(whole, whole.length - 1),
      files: rising,
    },
    { name: "cut in the footer", type: "export-footer", head: whole.subarray(0, -1), files: [] },
    {
      name: "signed as one without files",
      type: "export-footer",
      head: await signedWithout(log, both),
      files: rising,
    },
    { name: "form 4", type: "export-form", head: await of(both, { form: 4 }), files: rising },
    { name: "form 7", type: "export-form", head: await of(both, { form: 7 }), files: rising },
    {
      name: "one without files under a passphrase with them",
      type: "export-form",
      head: await under(passphrase, await fileOf([log]), 6),
      files: [],
      sealed: true,
    },
    {
      name: "one with files under a passphrase without them",
      type: "export-form",
      head: await under(passphrase, whole, 2),
      files: [],
      sealed: true,
    },
    {
      name: "the list's bytes under the passphrase, too",
      type: "export-footer",
      head: await under(passphrase, concat(only, made.one), 6),
      files: ["one"],
      sealed: true,
    },
    {
      name: "under a passphrase, a file changed",
      type: "export-file",
      file: 1,
      head: await under(passphrase, whole, 6),
      files: rising,
      flip: made[low].length + 40,
      sealed: true,
    },
    {
      name: "under a passphrase, a byte short",
      type: "export-layout",
      head: await under(passphrase, whole, 6),
      files: rising,
      short: 1,
      sealed: true,
    },
    {
      name: "under a passphrase, its length changed",
      type: "export-sealed",
      head: flipped(await under(passphrase, whole, 6), 74),
      files: rising,
      sealed: true,
    },
    {
      name: "under a passphrase, longer than the file",
      type: "export-layout",
      head: flipped(await under(passphrase, whole, 6), 71),
      files: rising,
      sealed: true,
    },
    {
      name: "under a passphrase, cut in its length",
      type: "export-layout",
      head: (await under(passphrase, whole, 6)).subarray(0, 74),
      files: [],
      sealed: true,
    },
  ]
}

/** The footer speaks of form 1, and of no list. */
async function signedWithout(log: LogPart, list: Bytes): Promise<Bytes> {
  const plain = await fileOf([log])
  const bare = await fileOf([log], { form: 5, list })
  return concat(bare.subarray(0, -64), plain.subarray(-64))
}

async function vectorOf(one: Case): Promise<Vector> {
  const parts = concat(...one.files.map((file) => made[file]))
  const turned = one.flip === undefined ? parts : flipped(parts, one.flip)
  const behind = concat(
    turned.subarray(0, turned.length - (one.short ?? 0)),
    Buffer.from(one.more ?? "", "hex"),
  )
  const file = concat(one.head, behind)
  const phrase = one.sealed === true ? passphrase : null
  const report = await readExport(file, phrase)
  if (report === null) throw new Error(`${one.name}: wants a passphrase`)
  const place = one.file === undefined ? {} : { file: one.file }
  return {
    name: one.name,
    type: one.type,
    head: toHex(one.head),
    behind: one.files.map((which) => ({ ...recipes[which], ...sealingIn(logId) })),
    flip: one.flip ?? -1,
    short: one.short ?? 0,
    more: one.more ?? "",
    sha: toHex(sha(file)),
    passphrase: phrase,
    fault: one.type === "ok" ? null : { type: one.type, log: null, entry: null, ...place },
    signer: report.signer,
    states: statesOf(report),
    heads: report.logs.map(({ head, headWords }) => ({ head, headWords })),
    files: report.files ?? null,
  }
}

export async function exportFileVectors(): Promise<VectorFile> {
  const vectors: Vector[] = []
  for (const each of await cases()) vectors.push(await vectorOf(each))
  return {
    file: "export-files",
    about:
      "spec/ledger.md §14.5: exports with files, each judged from its bytes: `head`; then each file of `behind`, made as in files.json, one after the other, with the lowest bit of their byte at `flip` turned, if it is not -1, and `short` bytes cut from their end; then `more`. `sha` is SHA-256 of all of it. The other fields are those of exports.json; files: of each file that is named, as in §14.4 (null where the form has none).",
    vectors,
  }
}
