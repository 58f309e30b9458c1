import { createDraft, place, verifyExport } from "#ledger"
import type { ExportReport } from "#ledger"
import { checkEntries, toHex } from "#wire"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import { taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { alone } from "../testing/sheets.ts"
import { exportFile } from "./export-file.ts"
import { fileName } from "./export-download.ts"
import type { Disk } from "../store/memory.ts"
import { joined, looks } from "../testing/duo.ts"
import { clockFrom, enter, phone, quickStretch, toolsOf, verify } from "../testing/people.ts"
import { sharedPair } from "../testing/shared-pair.ts"

// CARE E10: one's own, and everything that stands in the shared log and can be read here; never anything of the other's own log.

const t = toolsOf(10)
async function read(file: Bytes | null, passphrase: string | null = null): Promise<ExportReport> {
  if (file === null) throw new Error("no file")
  const stretch = (phrase: string, salt: Bytes) =>
    quickStretch(phrase, salt, { memoryKiB: 65_536, passes: 3, lanes: 1 })
  const report = await verifyExport({ tools: t, verify, stretch }, file, passphrase)
  if (!report.ok) throw new Error(report.error.type)
  return report.value
}
const states = (report: ExportReport) =>
  report.logs.map(({ entries }) =>
    entries.map((e) => (e.reason === null ? e.state : `${e.state}: ${e.reason}`)),
  )

/** What Ben said, in both their books; `lost`: its body never reached Ana. */
async function benSays(pair: { readonly ana: Book; readonly ben: Book }, text: string, lost = false) {
  const draft = createDraft(t, {
    kind: 1,
    name: "matters.opened",
    body: { title: text },
    day: "2026-11-26",
    basis: null,
  })
  if (!draft.ok) throw new Error(draft.error.type)
  const placed = await place(t, pair.ben.device, pair.ben, [draft.value])
  const takes = async (book: Book, bare: boolean): Promise<Book> => {
    const entries = placed.entries.map((e) => (bare ? { ...e, body: null } : e))
    return taking(t, book, entries, await checkEntries(verify, book.state, entries))
  }
  return { ana: await takes(pair.ana, lost), ben: await takes(pair.ben, false) }
}

test("Ana’s file holds the shared log from its beginning: what she can read opens, what never came is absent", async () => {
  let pair = await sharedPair(t)
  pair = await benSays(pair, "one")
  pair = await benSays(pair, "two", true)
  pair = await benSays(pair, "three")
  const hers = await read(await exportFile(t, { private: null, shared: pair.ana }))
  expect(states(hers)).toEqual([["ok", "ok", "ok", "ok", "absent", "ok"]])
  expect(hers.signer?.device).toBe(toHex(pair.ana.device.id))
  const his = await read(await exportFile(t, { private: null, shared: pair.ben }))
  expect(states(his)).toEqual([["ok", "ok", "ok", "ok", "ok", "ok"]])
  expect(his.logs[0]?.headWords).toEqual(hers.logs[0]?.headWords)
})

test("the key of no epoch is in a file, in whatever place", async () => {
  const pair = await benSays(await sharedPair(t), "one")
  const file = await exportFile(t, { private: null, shared: pair.ana })
  expect(pair.ana.epochs.size).toBe(1)
  for (const key of pair.ana.epochs.values())
    expect(toHex(file ?? new Uint8Array(0))).not.toContain(toHex(key))
})

test("what does not open here is in the file as it is, and its key is not", async () => {
  const pair = await benSays(await sharedPair(t), "one")
  const shut = pair.ana.entries.map((h) =>
    h.seq === 3 ? { ...h, opened: null, shut: "unreadable" as const } : h,
  )
  const report = await read(await exportFile(t, { private: null, shared: { ...pair.ana, entries: shut } }))
  expect(states(report)).toEqual([["ok", "ok", "ok", "unreadable: key"]])
})

const kept = { title: "Mine", mine: "unsure", what: "" }

test("alone, the file holds one’s own pages; with two logs the shared one signs", async () => {
  const keeper = phone({ disk: new Map() })
  const session = await enter(keeper)
  await session.keep("matters.kept", kept)
  const made = await keeper.saveCopy(null, null)
  if (!made.ok) throw new Error(made.because)
  const report = await read(made.file)
  expect(states(report)).toEqual([["ok", "ok"]])
  const pair = await benSays(await sharedPair(t), "one")
  const both = await read(await exportFile(t, { private: pair.ben, shared: null }))
  expect(both.sound).toBe(true)
  expect(await exportFile(t, { private: null, shared: null })).toBeNull()
})

test("drafts and what waits are not in it, and a name says nothing", async () => {
  const keeper = phone({ disk: new Map() })
  const session = await enter(keeper)
  await session.keep("matters.kept", kept)
  session.setDraft("apology.letter", "never to be seen")
  await session.flush()
  const made = await keeper.saveCopy(null, null)
  if (!made.ok) throw new Error(made.because)
  expect((await read(made.file)).logs[0]?.entries).toHaveLength(2)
  expect(fileName("2026-11-26")).toBe("notes-2026-11-26.bin")
})

async function pairOfPhones() {
  const d = await alone()
  await joined(d)
  return { keepers: d.keepers, d }
}

test("CARE E10: two phones: each file is one’s own log and the shared one, what was taken back is gone, and nothing is the other’s own", async () => {
  const { keepers, d } = await pairOfPhones()
  for (const side of ["ana", "ben"] as const)
    await d[side].keep("matters.kept", { ...kept, title: `only ${side}` })
  const early = await d.ben.queue("matters.opened", { title: "Too early" }, { holdMinutes: 0 })
  await d.ana.queue("matters.opened", { title: "The loan" }, { holdMinutes: 0 })
  await looks(d)
  await d.ben.takeBack(early.ref)
  await looks(d)
  const reports = []
  for (const side of ["ana", "ben"] as const) {
    const made = await keepers[side].saveCopy(null, null)
    if (!made.ok) throw new Error(made.because)
    const report = await read(made.file)
    expect(report.sound).toBe(true)
    reports.push(report)
  }
  const [hers, his] = reports
  const ids = (report: ExportReport | undefined) => (report?.logs ?? []).map(({ logId }) => logId)
  const both = ids(hers).filter((id) => ids(his).includes(id))
  expect([ids(hers).length, ids(his).length, both.length]).toEqual([2, 2, 1])
  const sharedOf = (report: ExportReport | undefined) =>
    report?.logs.find(({ logId }) => both.includes(logId))
  // What a server confirmed was said to one phone each; all else is the same.
  const plain = (report: ExportReport | undefined) => ({ ...sharedOf(report), vouched: [] })
  expect(plain(hers)).toEqual(plain(his))
  for (const report of [hers, his]) {
    const { vouched = [], last, contradictions } = sharedOf(report) ?? {}
    expect(vouched.map(({ as }) => as)).toContain("receipt")
    expect(vouched.every(({ chain }) => chain === "here")).toBe(true)
    expect(vouched).toContainEqual(expect.objectContaining({ as: "head", seq: last }))
    expect(contradictions).toEqual([])
    for (const log of report?.logs ?? []) if (!both.includes(log.logId)) expect(log.vouched).toEqual([])
  }
  // The words of the file's end are those on both screens (spec/ledger.md §14.4).
  for (const [side, report] of [
    ["ana", hers],
    ["ben", his],
  ] as const)
    expect(sharedOf(report)?.headWords).toEqual(d[side].snapshot().newest?.words)
  expect(sharedOf(hers)?.last).toBe(d.ben.snapshot().newest?.seq)
  const said = (sharedOf(hers)?.entries ?? []).map(({ state }) => state)
  expect(said.filter((state) => state === "redacted")).toHaveLength(1)
  expect(said.filter((state) => state !== "ok" && state !== "redacted")).toEqual([])
  const hashes = (report: ExportReport | undefined) =>
    (report?.logs ?? []).flatMap(({ entries }) => entries.map((e) => e.hash))
  const shared = new Set((sharedOf(hers)?.entries ?? []).map((e) => e.hash))
  expect(hashes(hers).filter((hash) => hashes(his).includes(hash) && !shared.has(hash))).toEqual([])
})

test("who left saves a sound file all the same, closed by a device of their own that may still", async () => {
  const { keepers, d } = await pairOfPhones()
  await d.ana.keep("matters.kept", { ...kept, title: "Only Ana's" })
  await d.ben.queue("matters.opened", { title: "The loan" }, { holdMinutes: 0 })
  await looks(d)
  await d.ana.going.choose("leave")
  await looks(d)
  expect(d.ana.snapshot().going?.here).toBe(false)
  const made = await keepers.ana.saveCopy(null, null)
  if (!made.ok) throw new Error(made.because)
  const report = await read(made.file)
  expect(report).toMatchObject({ sound: true, fault: null })
  expect(report.logs).toHaveLength(2)
  const signed = report.logs[report.signer?.log ?? 0]
  expect(signed?.entries.length).toBe(2)
})

test("where there is a passphrase it is asked again, wrong ones slow down, and the file may have one of its own", async () => {
  const disk: Disk = new Map()
  const clock = clockFrom()
  const keeper = phone({ disk, clock })
  const session = await enter(keeper)
  await session.keep("matters.kept", kept)
  await keeper.setPassphrase("right words")
  for (const own of [null, "", "wrong words"])
    expect(await keeper.saveCopy(own, null)).toMatchObject({ ok: false, because: "wrong" })
  const made = await keeper.saveCopy("right words", "words for the file")
  if (!made.ok) throw new Error(made.because)
  expect(await read(made.file, "words for the file")).toMatchObject({ sound: true })
  expect(await read(made.file, "right words")).toMatchObject({ fault: { type: "export-passphrase" } })
  for (let n = 0; n < 4; n += 1) await keeper.saveCopy(`wrong ${String(n)}`, null)
  expect(await keeper.saveCopy("right words", null)).toEqual({
    ok: false,
    because: "slow-down",
    waitSeconds: 2,
  })
  keeper.lock()
  await expect(keeper.saveCopy("right words", null)).rejects.toThrow("locked")
})

test("the passphrase of another profile on this device is as wrong as any", async () => {
  const disk: Disk = new Map()
  const first = phone({ disk })
  await enter(first)
  await first.setPassphrase("first words")
  const second = phone({ disk })
  const session = await second.begin()
  await session.keep("matters.kept", kept)
  await second.setPassphrase("second words")
  expect(await second.saveCopy("first words", null)).toEqual({ ok: false, because: "wrong" })
  expect(await second.saveCopy("second words", null)).toMatchObject({ ok: true })
})
