import { blobId, concat, sha, toHex, u32, utf8 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { admit, firstEntry, invite, noLog, writeAll } from "./chain.ts"
import { readCopy } from "./copies.ts"
import { bareCopy, copyFile, filled, passphrase } from "./copy-parts.ts"
import type { CopyOf, FileOf } from "./copy-parts.ts"
import { logPart, partOf, under } from "./export-parts.ts"
import { fileKey, madeFrom, one, sealingIn, two } from "./files.ts"
import type { FileRecipe } from "./files.ts"
import { ana, ben, bytesOf, flipped } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

// Copies with files. A file is large, so a vector has the bytes before the files, says how each file is made, and what SHA-256 of all of it is.

const { logId } = noLog
const made = { one: madeFrom(one, logId), two: madeFrom(two, logId) }
type Made = keyof typeof made
const recipes: Readonly<Record<Made, FileRecipe>> = { one, two }
const none = new Uint8Array(0)

const fileIn = (which: Made, more: Partial<FileOf> = {}): FileOf => ({
  ref: concat(ana.id, bytesOf("pictures", 16)),
  draft: none,
  logId,
  device: ana.id,
  blob: blobId(ana.id, sha(made[which])),
  key: fileKey,
  size: recipes[which].length,
  type: utf8("image/jpeg"),
  length: made[which].length,
  ...more,
})
const beside: Partial<FileOf> = { ref: new Uint8Array(32), draft: utf8("account.pictures") }

interface Case {
  readonly name: string
  readonly type: string
  readonly head: Bytes
  readonly files: readonly Made[]
  readonly flip?: number
  readonly short?: number
  readonly more?: string
}

async function cases(): Promise<readonly Case[]> {
  const chain = await writeAll(noLog, [
    firstEntry,
    { kind: 2, body: invite(), uid: "invite" },
    { kind: 2, body: await admit(), uid: "admit", epochAfter: 2 },
  ])
  const log = logPart(
    logId,
    chain.entries.map((entry) => partOf(entry)),
  )
  const of = (files: readonly FileOf[], more: Partial<CopyOf> = {}): CopyOf => ({
    layout: 5,
    day: "2026-11-24",
    lock: 5,
    parts: [{ which: 1, member: ben.member, log }],
    rows: [],
    things: [],
    files,
    ...more,
  })
  const both = of([fileIn("one"), fileIn("two", beside)])
  const head = await copyFile(both, 7)
  const files: readonly Made[] = ["one", "two"]
  const wrong = async (name: string, more: Partial<FileOf>, type = "copy-layout"): Promise<Case> => ({
    name,
    type,
    head: await copyFile(of([fileIn("one", more)]), 7),
    files: ["one"],
  })
  const { files: _, ...bare } = both
  return [
    { name: "a file of an entry, and one beside a draft", type: "ok", head, files },
    {
      name: "with an earlier shared part",
      type: "ok",
      head: await copyFile(
        of([fileIn("one")], { parts: [{ which: 2, ended: [1, "2026-11-20"], member: ben.member, log }] }),
        7,
      ),
      files: ["one"],
    },
    { name: "no files", type: "copy-layout", head: await copyFile(of([]), 7), files: [] },
    {
      name: "more files than there are",
      type: "copy-layout",
      head: await copyFile(of([fileIn("one")], { fileCount: 2 }), 7),
      files: ["one"],
    },
    {
      name: "more files than a list has",
      type: "copy-layout",
      head: await copyFile(of([fileIn("one")], { fileCount: 4097 }), 7),
      files: ["one"],
    },
    {
      name: "one twice",
      type: "copy-layout",
      head: await copyFile(of([fileIn("one"), fileIn("one", beside)]), 7),
      files: ["one", "one"],
    },
    await wrong("of an entry and beside a draft", { draft: utf8("account.pictures") }),
    await wrong("of neither", { ref: new Uint8Array(32) }),
    await wrong("of a length that no file has", { length: made.one.length + 1 }),
    await wrong("of no size", { size: 0 }),
    await wrong("of a size above the largest", { size: 384 * 65_536 - 4 }),
    await wrong("a type that is none", { type: utf8("image") }),
    await wrong("a type that is no text", { type: Uint8Array.of(255) }),
    await wrong("a draft that is no text", { ref: new Uint8Array(32), draft: Uint8Array.of(255) }),
    await wrong("of another size than it says", { size: 4999 }, "copy-sealed"),
    await wrong("under another name", { blob: bytesOf("another", 32) }, "copy-sealed"),
    await wrong("under another key", { key: bytesOf("another", 32) }, "copy-sealed"),
    await wrong("in another log", { logId: bytesOf("another", 32) }, "copy-sealed"),
    await wrong("of another device", { device: bytesOf("another", 16) }, "copy-sealed"),
    { name: "a byte of a file changed", type: "copy-sealed", head, files, flip: 70_000 },
    { name: "a byte short", type: "copy-sealed", head, files, short: 1 },
    { name: "a byte too many", type: "copy-sealed", head, files, more: "00" },
    { name: "without any of their bytes", type: "copy-sealed", head, files: [] },
    { name: "its length changed", type: "copy-sealed", head: flipped(head, 74), files },
    { name: "longer than the file", type: "copy-layout", head: flipped(head, 71), files },
    { name: "cut in its length", type: "copy-layout", head: head.subarray(0, 74), files: [] },
    {
      name: "layout 5 in a copy without files",
      type: "copy-newer",
      head: await copyFile(both, 3),
      files: [],
    },
    {
      name: "layout 1 in a copy with files",
      type: "copy-layout",
      head: await copyFile({ ...bare, layout: 1 }, 7),
      files: [],
    },
    { name: "layout 6", type: "copy-newer", head: await copyFile({ ...both, layout: 6 }, 7), files },
    {
      name: "an export with files",
      type: "copy-export",
      head: concat(utf8("gs/v1/"), Uint8Array.of(5), head.subarray(7)),
      files: [],
    },
    {
      name: "an export with files under a passphrase",
      type: "copy-export",
      head: concat(utf8("gs/v1/"), Uint8Array.of(6), head.subarray(7)),
      files: [],
    },
    {
      name: "form 8",
      type: "copy-newer",
      head: concat(utf8("gs/v1/"), Uint8Array.of(8), head.subarray(7)),
      files: [],
    },
    {
      name: "a zero behind the list that is none",
      type: "copy-layout",
      head: await under(
        passphrase,
        flipped(filled(concat(bareCopy(both), u32(0))), bareCopy(both).length + 1),
        7,
      ),
      files,
    },
  ]
}

async function vectorOf(of: Case): Promise<Vector> {
  const parts = concat(...of.files.map((file) => made[file]))
  const [flip, short, more] = [of.flip ?? -1, of.short ?? 0, of.more ?? ""]
  const turned = flip < 0 ? parts : flipped(parts, flip)
  const file = concat(of.head, turned.subarray(0, turned.length - short), Buffer.from(more, "hex"))
  const read = await readCopy(file, passphrase)
  if (read["type"] !== of.type) throw new Error(`${of.name}: read as ${String(read["type"])}`)
  const behind = of.files.map((which) => ({ ...recipes[which], ...sealingIn(logId) }))
  const given = { head: toHex(of.head), behind, flip, short, more, sha: toHex(sha(file)), passphrase }
  return { ...given, ...read, name: of.name, type: of.type }
}

export async function copyFileVectors(): Promise<VectorFile> {
  const vectors: Vector[] = []
  for (const each of await cases()) vectors.push(await vectorOf(each))
  return {
    file: "copy-files",
    about:
      "spec/ledger.md §16, form 7: copies with files, each judged from its bytes: `head`; then each file of `behind`, made as in files.json, one after the other, with the lowest bit of their byte at `flip` turned, if it is not -1, and `short` bytes cut from their end; then `more`. `sha` is SHA-256 of all of it. The other fields are those of copies.json; files: of each file ref (null where there is none), draft, logId, device, blob, size and type.",
    vectors,
  }
}
