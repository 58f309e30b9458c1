import { concat, copy, encodeRedact, utf8 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { firstEntry, noLog, refOf, writeAll } from "./chain.ts"
import type { CopyCase } from "./copies.ts"
import { bareCopy, copyFile, filled, passphrase } from "./copy-parts.ts"
import type { CopyOf, PartOf } from "./copy-parts.ts"
import { dataOf } from "./entry-data.ts"
import { answeredLog, wrongKey } from "./export-held.ts"
import { fileOf, logPart, only, partOf, twoLogs, under, withParts } from "./export-parts.ts"
import type { LogPart } from "./export-parts.ts"
import { targetOf } from "./log-redacts.ts"
import { ana, ben, bytesOf, flipped } from "./people.ts"

const none = new Uint8Array(32)
const cut = (bytes: Bytes, to: number): Bytes => copy(bytes, 0, to)
const thing = (name: string) => ({ kind: 1, ref: refOf(ana, name), from: none, data: utf8(dataOf(name)) })
const row = (name: string, text: string): readonly [Bytes, Bytes] => [utf8(name), utf8(text)]

export async function copyCases(): Promise<readonly CopyCase[]> {
  const { sharedPart, ownPart } = await twoLogs()
  const own: PartOf = { which: 0, member: ana.member, log: ownPart }
  const small = logPart(noLog.logId, sharedPart.parts.slice(0, 5))
  const shared: PartOf = { which: 1, member: ana.member, log: small }
  const alone: CopyOf = { layout: 1, day: "2026-11-26", lock: 1, parts: [own], rows: [], things: [] }
  return [
    ...(await soundCases(alone, own, shared, { ...shared, log: sharedPart })),
    ...(await formCases(alone, small)),
    ...(await layoutCases(alone, own, shared)),
    ...(await chainCases(alone, own, small)),
    ...(await earlierCases(alone, own, shared)),
  ]
}

async function soundCases(
  alone: CopyOf,
  own: PartOf,
  shared: PartOf,
  whole: PartOf,
): Promise<readonly CopyCase[]> {
  const more = { ...thing("kept"), kind: 4, from: refOf(ana, "own") }
  const rows = [row("apology.letter", "I am “sorry”.\n"), row("setting.theme", "dark"), row("", "")]
  const first: PartOf = {
    which: 0,
    member: ben.member,
    log: logPart(noLog.logId, shared.log.parts.slice(0, 1)),
  }
  const answered = await answeredLog()
  // Its kind says that it belongs to the private log, behind all that stands there.
  const said = dataOf("own that waits", { kind: "matters.kept" })
  const unplaced = { ...thing("own that waits"), data: utf8(said) }
  const cases: readonly (readonly [string, CopyOf])[] = [
    ["a private log alone", alone],
    ["an earlier private log, and a later one", { ...alone, parts: [first, own] }],
    ["a shared log alone", { ...alone, parts: [shared] }],
    [
      "both logs, what was being written, what was to go",
      { ...alone, lock: 5, parts: [own, shared], rows, things: [thing("one"), more] },
    ],
    ["a held answer with what opens it", { ...alone, parts: [{ ...shared, log: answered }] }],
    ["a held answer with another one's key", { ...alone, parts: [{ ...shared, log: wrongKey(answered) }] }],
    ["a shared log with an entry of each sort", { ...alone, lock: 255, parts: [own, whole] }],
    ["a private log, and what waited for a place in it", { ...alone, things: [unplaced, thing("one")] }],
  ]
  const made: CopyCase[] = []
  for (const [name, of] of cases) made.push({ name, type: "ok", file: await copyFile(of) })
  return made
}

async function formCases(alone: CopyOf, small: LogPart): Promise<readonly CopyCase[]> {
  const file = await copyFile(alone)
  const plain = await fileOf([small])
  const headed = (text: string, form: number): Bytes =>
    concat(utf8(text), Uint8Array.of(form), file.subarray(7))
  return [
    { name: "nothing at all", type: "copy-form", file: cut(file, 0) },
    {
      name: "another kind of file",
      type: "copy-form",
      file: concat(utf8("\u0089PNG\r\n"), file.subarray(7)),
    },
    { name: "ends before the form", type: "copy-form", file: cut(file, 6) },
    { name: "form 0", type: "copy-form", file: headed("gs/v1/", 0) },
    { name: "version 0", type: "copy-form", file: headed("gs/v0/", 3) },
    { name: "a version to come", type: "copy-newer", file: headed("gs/v2/", 3) },
    { name: "a form to come", type: "copy-newer", file: headed("gs/v1/", 4) },
    { name: "an export", type: "copy-export", file: plain },
    { name: "an export under a passphrase", type: "copy-export", file: await under(passphrase, plain) },
    { name: "86 bytes", type: "copy-layout", file: cut(file, 86) },
    { name: "87 bytes of one", type: "copy-sealed", file: cut(file, 87) },
    { name: "another passphrase", type: "copy-passphrase", file, passphrase: "three warm plum" },
    { name: "a bit of the salt", type: "copy-passphrase", file: flipped(file, 7) },
    { name: "a bit of the commitment", type: "copy-passphrase", file: flipped(file, 70) },
    { name: "the first bit of what is sealed", type: "copy-sealed", file: flipped(file, 71) },
    { name: "the last bit", type: "copy-sealed", file: flipped(file, file.length - 1, 7) },
    { name: "a byte too many", type: "copy-sealed", file: concat(file, Uint8Array.of(0)) },
    {
      name: "an export sealed as a copy",
      type: "copy-newer",
      file: await under(passphrase, plain, 3),
    },
    { name: "a layout to come", type: "copy-newer", file: await copyFile({ ...alone, layout: 2 }) },
    { name: "layout 0", type: "copy-layout", file: await copyFile({ ...alone, layout: 0 }) },
    {
      name: "sealed, and nothing in it",
      type: "copy-layout",
      file: await under(passphrase, cut(file, 0), 3),
    },
  ]
}

async function layoutCases(alone: CopyOf, own: PartOf, shared: PartOf): Promise<readonly CopyCase[]> {
  const text = utf8("x")
  const long = Uint8Array.of(0xff)
  const wrong: readonly (readonly [string, Partial<CopyOf>])[] = [
    ["no day", { day: "2026-13-01" }],
    ["no part", { parts: [] }],
    ["fifteen parts", { parts: Array.from({ length: 15 }, () => own) }],
    ["the shared one first", { parts: [shared, own] }],
    ["two shared ones", { parts: [{ ...own, which: 1 }, shared] }],
    ["a log twice", { parts: [own, { ...own, which: 1 }] }],
    ["a part of no sort", { parts: [{ ...own, which: 2 }] }],
    ["fewer parts than it says", { count: 2 }],
    ["a log without entries", { parts: [{ ...own, log: { ...own.log, parts: [], count: 0 } }] }],
    ["receipts", { parts: [{ ...own, log: { ...own.log, receipts: 1 } }] }],
    ["a flag that is none", { parts: [{ ...own, log: withParts(own.log, only(1, { flag: 2 })) }] }],
    ["a name twice", { rows: [row("a", "1"), row("a", "2")] }],
    ["a name that is no UTF-8", { rows: [[long, text]] }],
    ["a text that is no UTF-8", { rows: [[text, long]] }],
    ["a thing of kind 3", { things: [{ ...thing("one"), kind: 3 }] }],
    ["a thing that says nothing", { things: [{ ...thing("one"), data: utf8("{}") }] }],
    ["a thing that is no DATA", { things: [{ ...thing("one"), data: utf8("x") }] }],
  ]
  const made: CopyCase[] = []
  for (const [name, of] of wrong)
    made.push({ name, type: "copy-layout", file: await copyFile({ ...alone, ...of }) })
  const bare = bareCopy(alone)
  const sealed: readonly (readonly [string, Bytes])[] = [
    ["not filled", bare],
    ["filled with more than needed", filled(bare, 4096)],
    ["filled with something else than zeros", concat(cut(filled(bare), 4095), Uint8Array.of(1))],
    ["cut within the last number", cut(filled(bare), bare.length - 1)],
    ["cut within an entry", filled(cut(bare, 300))],
  ]
  for (const [name, plain] of sealed)
    made.push({ name, type: "copy-layout", file: await under(passphrase, plain, 3) })
  return made
}

/** Earlier shared logs stand between the private ones and the one of now, and with them the layout is 3 (§16.1). */
async function earlierCases(alone: CopyOf, own: PartOf, shared: PartOf): Promise<readonly CopyCase[]> {
  const first: PartOf = {
    which: 2,
    ended: [1, "2026-10-01"],
    member: ben.member,
    log: logPart(noLog.logId, shared.log.parts.slice(0, 1)),
  }
  const ended: PartOf = { ...shared, which: 2, ended: [0, "2026-11-26"] }
  const other: PartOf = { ...own, which: 1 }
  const sound: readonly (readonly [string, readonly PartOf[]])[] = [
    ["an earlier shared log, and none since", [own, ended]],
    ["an earlier shared log, and the one of now", [ended, other]],
    ["an earlier shared log alone", [{ ...first, ended: [4, "2026-10-01"] }]],
  ]
  const wrong: readonly (readonly [string, Partial<CopyOf>])[] = [
    ["layout 3 without an earlier shared log", { parts: [own, shared] }],
    ["an earlier shared log in layout 1", { layout: 1, parts: [own, ended] }],
    ["an earlier shared log behind the one of now", { parts: [other, ended] }],
    ["an earlier shared log before a private one", { parts: [ended, own] }],
    [
      "an earlier shared log put away for no reason there is",
      { parts: [{ ...ended, ended: [5, "2026-11-26"] }] },
    ],
    ["an earlier shared log put away on no day", { parts: [{ ...ended, ended: [0, "2026-11-32"] }] }],
    ["a part of no sort, in layout 3", { parts: [ended, { ...own, which: 3 }] }],
  ]
  const made: CopyCase[] = []
  for (const [name, parts] of sound)
    made.push({ name, type: "ok", file: await copyFile({ ...alone, layout: 3, parts }) })
  for (const [name, of] of wrong)
    made.push({ name, type: "copy-layout", file: await copyFile({ ...alone, layout: 3, ...of }) })
  const later = { ...alone, layout: 4, parts: [own, ended] }
  return [...made, { name: "layout 4", type: "copy-newer", file: await copyFile(later) }]
}

async function chainCases(alone: CopyOf, own: PartOf, small: LogPart): Promise<readonly CopyCase[]> {
  const sig = flipped(own.log.parts[1]?.sig ?? none, 7)
  const gone = await redactedLog()
  const wrong: readonly (readonly [string, PartOf])[] = [
    ["a signature that does not stand", { ...own, log: withParts(own.log, only(1, { sig })) }],
    [
      "an entry left out",
      { which: 1, member: ana.member, log: logPart(small.logId, small.parts.toSpliced(1, 1)) },
    ],
    ["another log’s id", { ...own, log: { ...own.log, logId: bytesOf("no log", 32) } }],
    ["a body that was taken back", { which: 0, member: ben.member, log: gone }],
    ["nobody in it", { ...own, member: bytesOf("nobody", 16) }],
  ]
  const made: CopyCase[] = []
  for (const [name, part] of wrong)
    made.push({ name, type: "copy-chain", file: await copyFile({ ...alone, parts: [part] }) })
  return made
}

/** A log that takes back what it still holds. */
async function redactedLog(): Promise<LogPart> {
  const begun = await writeAll(noLog, [firstEntry, { uid: "said" }])
  const target = targetOf(begun.entries[1], ben, "said")
  const body = encodeRedact({ targets: [target], blobs: [] })
  const log = await writeAll(begun, [{ kind: 3, body, uid: "redact" }])
  return logPart(
    log.logId,
    log.entries.map((entry) => partOf(entry)),
  )
}
