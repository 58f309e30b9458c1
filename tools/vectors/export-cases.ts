import { concat, copy, encodeRedact, utf8 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { admit, firstEntry, invite, noLog, write, writeAll } from "./chain.ts"
import {
  bareFile,
  fileOf,
  inOrder,
  logPart,
  only,
  partOf,
  twoLogs,
  under,
  withParts,
} from "./export-parts.ts"
import { entryCases, footerCases } from "./export-lies.ts"
import { receiptCases } from "./export-receipts.ts"
import { heldCases } from "./export-held.ts"
import type { FileOf, LogPart } from "./export-parts.ts"
import type { ExportCase } from "./exports.ts"
import { targetOf } from "./log-redacts.ts"
import { ana, ben, bytesOf, flipped } from "./people.ts"

type At = ExportCase["at"]
const cut = (bytes: Bytes, from: number): Bytes => copy(bytes, 0, from)
const passphrase = "three warm plums"

export async function exportCases(): Promise<readonly ExportCase[]> {
  const { sharedPart, ownPart } = await twoLogs()
  const small = logPart(noLog.logId, sharedPart.parts.slice(0, 5))
  return [
    ...(await soundCases(sharedPart, ownPart, small)),
    ...(await layoutCases(small, ownPart)),
    ...(await entryCases(small, sharedPart)),
    ...(await footerCases(small, ownPart)),
    ...(await redactCases()),
    ...(await sealedCases(small)),
    ...(await heldCases()),
    ...(await receiptCases(small, ownPart)),
  ]
}

async function soundCases(shared: LogPart, own: LogPart, small: LogPart): Promise<readonly ExportCase[]> {
  const [first, second] = inOrder(shared, own)
  return [
    { name: "one log, an entry of each sort", type: "ok", file: await fileOf([shared]) },
    { name: "one log, made by the other", type: "ok", file: await fileOf([small], { by: ana }) },
    {
      name: "one log, its genesis alone",
      type: "ok",
      file: await fileOf([logPart(noLog.logId, small.parts.slice(0, 1))]),
    },
    {
      name: "two logs",
      type: "ok",
      file: await fileOf([first, second], { by: ana, device: ana.id, which: first === shared ? 0 : 1 }),
    },
    {
      name: "two logs, made from the other one of them",
      type: "ok",
      file: await fileOf([first, second], { by: ana, device: ana.id, which: first === shared ? 1 : 0 }),
    },
    {
      name: "nothing is shown",
      type: "ok",
      file: await fileOf([
        withParts(small, (p) => (p.flag === 3 ? { ...p, flag: 1, mk: new Uint8Array(0) } : p)),
      ]),
    },
    {
      name: "under a passphrase",
      type: "ok",
      passphrase,
      file: await under(passphrase, await fileOf([small])),
    },
    {
      name: "under a passphrase of other scripts, brought to its normal form",
      type: "ok",
      passphrase: "e\u0301te\u0301 ﬁn Ⅳ",
      file: await under("été fin IV", await fileOf([small])),
    },
  ]
}

async function layoutCases(small: LogPart, own: LogPart): Promise<readonly ExportCase[]> {
  const file = await fileOf([small])
  const no = async (name: string, type: string, at: At, logs: readonly LogPart[], of: FileOf = {}) => ({
    name,
    type,
    ...(at === undefined ? {} : { at }),
    file: await fileOf(logs, of),
  })
  const [first, second] = inOrder(small, own)
  const borders = [0, 1, 6, 7, 8, 9, 40, 43, 44, 45, 44 + 148, 44 + 212, 44 + 213]
  return [
    await no("another beginning", "export-form", undefined, [small], { magic: utf8("gs/v2/") }),
    await no("form 0", "export-form", undefined, [small], { form: 0 }),
    await no("form 3", "export-form", undefined, [small], { form: 3 }),
    await no("no log", "export-layout", undefined, [small], { count: 0 }),
    await no("seventeen logs", "export-layout", undefined, [small], { count: 17 }),
    // What follows is the footer; taken for a log, it is too short for an entry.
    await no("two logs announced and one here", "export-layout", [1, 0], [small], { count: 2 }),
    await no("one log announced and two here", "export-footer", undefined, [first, second], { count: 1 }),
    await no("the same log twice", "export-order", [1, null], [small, small]),
    await no("the logs in the other order", "export-order", [1, null], [second, first]),
    await no("a log without an entry", "export-layout", [0, null], [logPart(noLog.logId, [])]),
    await no("one entry fewer than announced", "export-layout", [0, 5], [{ ...small, count: 6 }]),
    await no("one entry more than announced", "export-layout", [0, null], [{ ...small, count: 4 }]),
    await no(
      "four thousand million entries announced",
      "export-layout",
      [0, 5],
      [{ ...small, count: 2 ** 32 - 1 }],
    ),
    await no("a receipt", "export-layout", [0, null], [{ ...small, receipts: 1 }]),
    await no("flag 2", "export-layout", [0, 3], [withParts(small, only(3, { flag: 2 }))]),
    await no("flag 4", "export-layout", [0, 3], [withParts(small, only(3, { flag: 4 }))]),
    await no("flag 255", "export-layout", [0, 0], [withParts(small, only(0, { flag: 255 }))]),
    await no(
      "an open body with a key",
      "export-layout",
      [0, 1],
      [withParts(small, only(1, { flag: 3, mk: bytesOf("mk", 32) }))],
    ),
    await no("flag 0 and yet a body", "export-layout", [0, 4], [withParts(small, only(3, { flag: 0 }))]),
    ...borders.map((at) => cutAt(file, at)),
    { name: "empty after the logs", type: "export-footer", file: bareFile([small]) },
    { name: "one byte of the footer is missing", type: "export-footer", file: cut(file, file.length - 1) },
    { name: "one byte after the footer", type: "export-footer", file: concat(file, Uint8Array.of(0)) },
    { name: "two footers", type: "export-footer", file: concat(file, file.subarray(-81)) },
    { name: "a file after the file", type: "export-footer", file: concat(file, file) },
  ]
}

/** Cut after so many bytes; the first entry begins at 44. */
function cutAt(file: Bytes, at: number): ExportCase {
  const where: At = at < 44 ? (at < 8 ? undefined : [0, null]) : [0, 0]
  return {
    name: `cut after ${String(at)} bytes`,
    type: at < 7 ? "export-form" : "export-layout",
    ...(where === undefined ? {} : { at: where }),
    file: cut(file, at),
  }
}

/** A body that was taken back has no place in a file, whoever kept it and signs for it. */
async function redactCases(): Promise<readonly ExportCase[]> {
  const before = await writeAll(noLog, [
    firstEntry,
    { kind: 2, body: invite(), uid: "invite" },
    { kind: 2, body: await admit(), uid: "admit", epochAfter: 2 },
    { uid: "first" },
    { uid: "second" },
    { uid: "late", header: { epoch: 1 } },
  ])
  const targets = [
    targetOf(before.entries[5], ben, "late"),
    targetOf(before.entries[3], ben, "first"),
    targetOf(before.entries[4], ben, "second"),
  ]
  const after = async (which: readonly number[]) =>
    write(before, {
      kind: 3,
      uid: "redact",
      body: encodeRedact({ targets: which.flatMap((n) => targets.slice(n, n + 1)), blobs: [] }),
    })
  const file = async (which: readonly number[], here: readonly number[]) =>
    fileOf([
      logPart(
        noLog.logId,
        (await after(which)).entries.map((entry, n) =>
          partOf(n < 3 || n === 6 || here.includes(n) ? entry : { ...entry, body: null }),
        ),
      ),
    ])
  return [
    { name: "taken back, and its body is gone", type: "ok", file: await file([1], [4, 5]) },
    { name: "taken back while void, and its body is gone", type: "ok", file: await file([0], [3, 4]) },
    {
      name: "taken back, and its body is here",
      type: "export-redacted",
      at: [0, 3],
      file: await file([1], [3]),
    },
    {
      name: "two taken back, and both bodies are here",
      type: "export-redacted",
      at: [0, 3],
      file: await file([2, 1], [3, 4]),
    },
    {
      name: "taken back while void, and its body is here",
      type: "export-redacted",
      at: [0, 5],
      file: await file([0], [5]),
    },
  ]
}

async function sealedCases(small: LogPart): Promise<readonly ExportCase[]> {
  const plain = await fileOf([small])
  const file = await under(passphrase, plain)
  const no = (name: string, type: string, bytes: Bytes, at?: At, by = passphrase): ExportCase => ({
    name,
    type,
    passphrase: by,
    file: bytes,
    ...(at === undefined ? {} : { at }),
  })
  return [
    no("another passphrase", "export-passphrase", file, undefined, "three warm plum"),
    no("the empty passphrase", "export-passphrase", file, undefined, ""),
    no("a bit of the salt turned", "export-passphrase", flipped(file, 7)),
    no("a bit of the commitment turned", "export-passphrase", flipped(file, 39)),
    no("a bit of the last byte of the commitment turned", "export-passphrase", flipped(file, 70)),
    no("the first bit of the ciphertext turned", "export-sealed", flipped(file, 71)),
    no("a bit of the tag turned", "export-sealed", flipped(file, file.length - 1, 7)),
    no("the last byte cut", "export-sealed", cut(file, file.length - 1)),
    no("one byte more", "export-sealed", concat(file, Uint8Array.of(0))),
    no("cut to a tag", "export-sealed", cut(file, 87)),
    no("cut to less than a tag", "export-layout", cut(file, 86)),
    no("form 2 and nothing else", "export-layout", cut(file, 7)),
    no("something else inside", "export-form", await under(passphrase, utf8("a shopping list"))),
    no("nothing inside", "export-form", await under(passphrase, new Uint8Array(0))),
    no("another file under a passphrase inside", "export-form", await under(passphrase, file)),
    no(
      "a plain file inside whose tail is cut",
      "export-footer",
      await under(passphrase, cut(plain, plain.length - 81)),
    ),
    no(
      "a plain file inside with an entry changed",
      "signature",
      await under(passphrase, flipped(plain, 44 + 1 + 150)),
      [0, 0],
    ),
  ]
}
