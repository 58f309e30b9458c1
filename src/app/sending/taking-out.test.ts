import { expect, test } from "vitest"
import { openMemoryStore } from "#relay"
import { fromBase64url } from "#wire"
import { promises, stateOf } from "#practices"
import { looks, together } from "../testing/duo.ts"
import type { DuoOptions } from "../testing/duo.ts"
import { serving } from "../testing/malice.ts"
import type { Session } from "../session/session.ts"

// Kept words are let go together or not at all (spec/ledger.md §7.3, ATTACKS 32).

const promise = {
  when: "",
  will: "Call my sister on marmalade day",
  due: "2026-05-04T18:00",
  zone: "Europe/Berlin",
  repeat: "once",
}

const made = (session: Session) => stateOf(session.snapshot().house, promises).shared

async function promised(more: DuoOptions = {}) {
  const relayStore = openMemoryStore()
  const d = await together({ relayStore, ...more })
  const path = d.asked.find((asked) => asked.method === "POST")?.path ?? ""
  const logId = fromBase64url(path.split("/").at(-1) ?? "")
  /** What the server keeps of it: how many entries, and how many of them without a body. */
  const kept = async () => {
    const { entries } = await relayStore.read(logId ?? new Uint8Array(0), 0, 1000)
    return { entries: entries.length, bare: entries.filter((e) => e.body === null).length }
  }
  const target = await d.ben.queue("promises.made", promise, { holdMinutes: 0 })
  await looks(d)
  await d.ben.queue(
    "promises.settled",
    { target, occurrence: promise.due, ending: "kept", note: "She was glad of the marmalade." },
    { holdMinutes: 0 },
  )
  await looks(d)
  expect(made(d.ana)).toMatchObject({ promises: [{ ref: target.ref }], endings: [{ ending: "kept" }] })
  return { d, ref: target.ref, kept }
}

test("row 32: one of two says that kept words may go: they stay, for both and with the server, and each sees who said so", async () => {
  const { d, ref, kept } = await promised()
  await d.ben.takeOut(ref)
  await looks(d)
  expect(made(d.ana).promises).toHaveLength(1)
  expect(d.ana.takenOutBy(ref)).toEqual([d.ben.snapshot().reader.shared])
  expect(d.ben.takenOutBy(ref)).toEqual([d.ben.snapshot().reader.shared])
  expect((await kept()).bare).toBe(0)
  // Saying it again says nothing new.
  const before = (await kept()).entries
  await d.ben.takeOut(ref)
  await looks(d)
  expect((await kept()).entries).toBe(before)
})

test("both say so: a promise goes with how it went, from both phones, from what they start with again, and from the server", async () => {
  const { d, ref, kept } = await promised()
  await d.ben.takeOut(ref)
  await looks(d)
  await d.ana.takeOut(ref)
  await looks(d)
  for (const side of ["ana", "ben"] as const) {
    expect(made(d[side])).toMatchObject({ promises: [], endings: [] })
    await d.restart(side)
    expect(JSON.stringify(d[side].snapshot().house)).not.toContain("marmalade")
    expect(d[side].snapshot().alarm).toBeNull()
    expect(d[side].snapshot().missing).toBeUndefined()
  }
  expect((await kept()).bare).toBe(2)
  // Life goes on after it.
  await d.ana.queue("promises.made", { ...promise, will: "Be home" }, { holdMinutes: 0 })
  await looks(d)
  expect(made(d.ben).promises).toHaveLength(1)
})

test("row 32: nobody can take out alone what is kept: taking it back does nothing", async () => {
  const { d, ref } = await promised()
  await d.ben.takeBack(ref)
  await looks(d)
  expect(made(d.ana).promises).toHaveLength(1)
  expect(d.ana.takenOutBy(ref)).toEqual([])
})

test("row 32: words the server holds back are missing and are said to be; nobody took them back; they are read once they come", async () => {
  let hold = false
  const { d, ref } = await promised({
    between: (relay, side) =>
      serving(relay, (entries) =>
        hold && side === "ana"
          ? entries.map((e) => (e.header[93] === 4 ? { ...e, body: null } : e))
          : entries,
      ),
  })
  hold = true
  const next = await d.ben.queue("promises.made", { ...promise, will: "Be home" }, { holdMinutes: 0 })
  await looks(d)
  expect(d.ana.snapshot().missing).toBe(1)
  expect(d.ana.snapshot().alarm).toBeNull()
  expect(made(d.ana).promises.map((p) => p.ref)).toEqual([ref])
  hold = false
  await looks(d)
  expect(d.ana.snapshot().missing).toBeUndefined()
  expect(made(d.ana).promises.map((p) => p.ref)).toEqual([ref, next.ref])
})
