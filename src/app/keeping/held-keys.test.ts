import { decideRelease, openCopy, sealCopy, shownBy, verifyExport } from "#ledger"
import type { CopyPart } from "#ledger"
import { toBase64url, toHex } from "#wire"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import { ana, answers, ben, day, names, roundOf, t, viewOf } from "../../ledger/testing/rounds.ts"
import { arriving } from "../copy/arriving.ts"
import type { Keeper } from "../door/door.ts"
import { heldKeysIn } from "./held-keys.ts"
import { copyOf, passphrase, plainStretch } from "../testing/copies.ts"
import { enter, phone, verify } from "../testing/people.ts"
import { back, kept, pairOfTwo, sheetOf } from "../testing/sheets.ts"

// What opens a held answer comes wherever one's own pages come, and no file that is shown to others opens it.

const held = { answer: toBase64url(new Uint8Array(32).fill(7)), k: toBase64url(new Uint8Array(32).fill(9)) }

/** What a browser would begin with that opened a copy made here. */
async function keysOf(keeper: Keeper, phrase = passphrase) {
  const opened = await openCopy(
    { tools: t, verify, stretch: plainStretch },
    await copyOf(keeper, phrase),
    phrase,
  )
  if (!opened.ok) throw new Error(opened.error.type)
  return heldKeysIn(await arriving(t, opened.value))
}
async function opensInExport(keeper: Keeper, own: string | null): Promise<string> {
  const made = await keeper.saveCopy(own, null)
  if (!made.ok) throw new Error(made.because)
  const report = await verifyExport({ tools: t, verify, stretch: plainStretch }, made.file, null)
  if (!report.ok || !report.value.sound) throw new Error("not sound")
  const all = report.value.logs.flatMap(({ entries }) => entries.map(({ reason }) => reason))
  return `${String(all.filter((reason) => reason === "key").length)} of ${String(all.length)} closed`
}
const opens = (k: Bytes | undefined): string => (k === undefined ? "" : toBase64url(k))

test("row 53: kept before the answer goes, it comes with a sheet and with a copy, and with a copy of that; an export of any of them leaves it closed", async () => {
  const pair = await pairOfTwo()
  await pair.ana.keep("home.held", held)
  expect(opens((await keysOf(pair.keepers.ana)).get(held.answer)?.k)).toBe(held.k)
  expect(await opensInExport(pair.keepers.ana, null)).toMatch(/^1 of/)
  const { code } = await sheetOf(pair.keepers.ana)
  const file = await copyOf(pair.keepers.ana)
  const withSheet = pair.empty()
  await back(withSheet, code)
  expect(opens((await keysOf(withSheet)).get(held.answer)?.k)).toBe(held.k)
  const withCopy = pair.empty()
  expect((await withCopy.bringBack(file, passphrase)).ok).toBe(true)
  expect(opens((await keysOf(withCopy)).get(held.answer)?.k)).toBe(held.k)
  expect(await opensInExport(withCopy, passphrase)).toMatch(/^[12] of/)
})

test("planted: a page that is no such thing opens in an export as ever", async () => {
  const keeper = phone()
  await (await enter(keeper)).keep("matters.kept", kept)
  expect(await opensInExport(keeper, null)).toMatch(/^0 of/)
})

test("beside an answer in a copy, as another app may write it, it is kept: the answer can still be shown, after a restart and from the next copy too", async () => {
  const told = await roundOf(2)
  const ref = await answers(told, ana, "Nobody has read this yet.")
  await answers(told, ben, "Mine.")
  const { group, stores } = told
  const secret = stores[ana]?.get(ref)
  const me = group.members[ana]
  if (secret === undefined || me === undefined) throw new Error("no answer")
  const state = group.state()
  const keys = new Map([[ref, secret.k]])
  const epochs = await group.keysOf(ana)
  const shared: CopyPart = {
    which: "shared",
    member: me.member,
    log: { logId: state.logId, entries: group.entries().map((entry) => shownBy(epochs, entry, keys)) },
  }
  const other = await openCopy(
    { tools: t, verify, stretch: plainStretch },
    await copyOf(await withPage()),
    passphrase,
  )
  if (!other.ok) throw new Error(other.error.type)
  const parts = [...other.value.copy.parts, shared]
  const file = await sealCopy(t, plainStretch, passphrase, { ...other.value.copy, parts })
  const disk = new Map()
  expect((await phone({ disk }).bringBack(file, passphrase)).ok).toBe(true)
  const again = phone({ disk })
  await enter(again, passphrase)
  const found = (await keysOf(again)).get(ref)
  expect(toHex(found?.k ?? new Uint8Array(0))).toBe(toHex(secret.k))
  const view = await viewOf(told, ana)
  const of = { state, view, name: names.release, day }
  expect(await decideRelease(t, { ...of, kept: found })).not.toBeNull()
  expect(await decideRelease(t, { ...of, kept: undefined })).toBeNull()
  expect(await opensInExport(again, passphrase)).toMatch(/of/)
})

async function withPage(): Promise<Keeper> {
  const keeper = phone()
  await (await enter(keeper)).keep("matters.kept", kept)
  return keeper
}
