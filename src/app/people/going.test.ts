import { describe, expect, test } from "vitest"
import { apology, matters, promises, stateOf } from "#practices"
import { createDraft, place } from "#ledger"
import { openMemoryStore } from "#relay"
import { checkEntries, fromBase64url } from "#wire"
import { taking } from "../keeping/book.ts"
import { owedBefore } from "./going.ts"
import type { Session } from "../session/session.ts"
import { looks, together } from "../testing/duo.ts"
import type { Duo } from "../testing/duo.ts"
import { isPost } from "../testing/malice.ts"
import { toolsOf, verify } from "../testing/people.ts"
import { sharedPair } from "../testing/shared-pair.ts"

// Going (spec/ledger.md §7.3): nobody needs the other for it, nobody is removed by anybody, and what stays can be read.

const say = async (session: Session, title: string): Promise<string> =>
  (await session.queue("matters.opened", { title }, { holdMinutes: 0 })).ref
const titles = (session: Session): readonly string[] =>
  stateOf(session.snapshot().house, matters).shared.matters.map((m) => m.title)

describe("leaving", () => {
  test("who leaves reads on what was there, takes back their own words, and says nothing more", async () => {
    const d = await together()
    const bens = await say(d.ben, "The money")
    const anas = await say(d.ana, "The winter")
    await looks(d)
    await d.ana.going.choose("leave")
    await looks(d)
    expect(d.ana.snapshot().going).toMatchObject({ here: false, others: 1, chosen: null })
    expect(d.ben.snapshot().going).toMatchObject({ here: true, others: 0 })
    expect(titles(d.ana).toSorted()).toEqual(["The money", "The winter"])
    expect(d.ana.may("matters.opened", { title: "More" })).toEqual({ ok: false, because: "house.over" })
    await expect(say(d.ana, "More")).rejects.toThrow("house.over")
    await d.ana.takeBack(anas)
    await looks(d)
    expect(titles(d.ben)).toEqual(["The money"])
    await d.ana.takeBack(bens)
    await looks(d)
    expect(titles(d.ana)).toEqual(["The money"])
    expect(d.ana.snapshot().alarm).toBeNull()
    await d.restart("ana")
    expect(d.ana.snapshot().going).toMatchObject({ here: false })
  })

  test("what the other had chosen to send stays with them, as not sent", async () => {
    const d = await together()
    await d.ana.going.choose("leave")
    const late = await d.ben.queue("matters.opened", { title: "Late" }, { holdMinutes: 0 })
    await looks(d)
    expect(d.ben.whereIs(late.ref)).toEqual({ at: "not-sent", because: "house.over" })
    expect(titles(d.ana)).toEqual([])
  })

  test("thought over before it went, it never was; chosen without a connection, it goes with the next one", async () => {
    let away = false
    const d = await together({
      between: (relay) => ({ fetch: (r) => (away ? Promise.reject(new Error("offline")) : relay.fetch(r)) }),
    })
    away = true
    await d.ana.going.choose("leave")
    expect(d.ana.snapshot().going).toMatchObject({ here: true, chosen: "leave" })
    await d.ana.going.choose(null)
    away = false
    await looks(d)
    expect(d.ana.snapshot().going).toMatchObject({ here: true, chosen: null })
    away = true
    await d.ana.going.choose("leave")
    await d.restart("ana")
    away = false
    await looks(d)
    expect(d.ana.snapshot().going).toMatchObject({ here: false, chosen: null })
  })

  test("somebody was faster: it is decided again and stands, once", async () => {
    let late: (() => Promise<unknown>) | null = null
    const d = await together({
      between: (relay, side) => ({
        fetch: async (request) => {
          const act = late
          if (side === "ana" && isPost(request) && act !== null) {
            late = null
            await act()
          }
          return relay.fetch(request)
        },
      }),
    })
    late = async () => {
      await say(d.ben, "In between")
      await d.ben.sync()
    }
    await d.ana.going.choose("leave")
    await looks(d)
    expect(d.ana.snapshot().going).toMatchObject({ here: false })
    expect(titles(d.ana)).toEqual(["In between"])
    expect(titles(d.ben)).toEqual(["In between"])
  })
})

describe("ending it", () => {
  test("either of two ends it: both read, both take back their own, and nobody says more", async () => {
    const d = await together()
    const bens = await say(d.ben, "The money")
    await looks(d)
    await d.ana.going.choose("close")
    await looks(d)
    for (const side of ["ana", "ben"] as const) {
      expect(d[side].snapshot().going).toMatchObject({ here: true, closed: true })
      await expect(say(d[side], "More")).rejects.toThrow("house.over")
    }
    await d.ben.takeBack(bens)
    await looks(d)
    expect(titles(d.ana)).toEqual([])
    // Leaving is still there for both.
    await d.ben.going.choose("leave")
    await looks(d)
    expect(d.ben.snapshot().going).toMatchObject({ here: false, closed: true })
  })

  test("kept words are let go together also afterwards, by who left too", async () => {
    const d = await together()
    const made = { when: "", will: "Call", due: "2026-05-04T18:00", zone: "Europe/Berlin", repeat: "once" }
    const { ref } = await d.ben.queue("promises.made", made, { holdMinutes: 0 })
    await looks(d)
    await d.ana.going.choose("leave")
    await looks(d)
    await d.ben.takeOut(ref)
    await looks(d)
    await d.ana.takeOut(ref)
    await looks(d)
    expect(stateOf(d.ben.snapshot().house, promises).shared.promises).toEqual([])
  })
})

test("stepping out asks nobody anything and tells nobody; coming back goes on", async () => {
  const d = await together()
  await d.ana.going.stepOut(true)
  const before = d.asked.length
  await say(d.ana, "Kept for later")
  for (let n = 0; n < 5; n += 1) await d.ana.sync()
  await d.restart("ana")
  await d.ana.sync()
  expect(d.asked.length).toBe(before)
  expect(d.ana.snapshot().going).toMatchObject({ away: true, here: true })
  await say(d.ben, "Meanwhile")
  await d.ben.sync()
  expect(d.ben.snapshot().going).toMatchObject({ here: true, others: 1 })
  await d.ana.going.stepOut(false)
  await looks(d)
  expect(titles(d.ana).toSorted()).toEqual(["Kept for later", "Meanwhile"])
  expect(d.ben.snapshot().house.shared).toEqual(d.ana.snapshot().house.shared)
})

test("row 8: a key that never arrived: the next words bring a new one before them, and both read them", async () => {
  const t = toolsOf()
  const { ana, ben } = await sharedPair(t)
  const without = { ...ana, epochs: new Map([...ana.epochs].filter(([n]) => n !== ana.state.epoch.number)) }
  expect(owedBefore(t, ana)).toEqual([])
  const day = "2026-11-26"
  const draft = createDraft(t, { kind: 1, name: "matters.opened", body: { title: "x" }, day, basis: null })
  if (!draft.ok) throw new Error(draft.error.type)
  const placed = await place(t, ana.device, without, [...owedBefore(t, without), draft.value])
  const checked = await checkEntries(verify, ben.state, placed.entries)
  expect(checked.verdicts).toEqual([{ verdict: "ok" }, { verdict: "ok" }])
  const read = await taking(t, ben, placed.entries, checked)
  expect(read.entries.at(-1)?.opened?.kind).toBe("matters.opened")
})

/** All that anybody was ever asked to write down, whatever it was; signing in writes nothing. */
const writesIn = (d: Duo): readonly string[] =>
  d.asked
    .filter(({ method, path }) => method !== "GET" && !path.startsWith("/api/sign-in/"))
    .map(({ method, path, body }) => `${method} ${path} ${String(body.length)}`)

test("row 31: Ben, with nothing waiting, opens the app a thousand times, reads, looks for news and locks: what the relay has and what it was sent stay as they were", async () => {
  const relayStore = openMemoryStore()
  const d = await together({ relayStore })
  const matter = await say(d.ana, "The winter")
  const letter = { matter, way: "letter", text: "It was my doing, and it was wrong.", repairs: [] }
  const { ref: target } = await d.ana.queue("apology.sent", letter, { holdMinutes: 0 })
  await looks(d)
  const path = d.asked.findLast((asked) => asked.path.startsWith("/api/log/"))?.path.slice(9, 52) ?? ""
  const stood = () => relayStore.read(fromBase64url(path) ?? new Uint8Array(0), 0, 1000)
  const before = { stood: await stood(), writes: writesIn(d), asked: d.asked.length }
  expect(before.stood.entries.length).toBeGreaterThan(5)
  const reads = async (session: Session, n: number): Promise<void> => {
    expect(titles(session)).toEqual(["The winter"])
    expect(stateOf(session.snapshot().house, apology).shared.letters).toHaveLength(1)
    session.shared()
    session.whereIs(target)
    // Opening the letter is a page of his own, once; and it is nobody else's.
    if (n === 7) await session.keep("apology.gate", { target, choice: "ready" })
    await session.sync()
  }
  for (let n = 0; n < 500; n += 1) {
    await d.restart("ben")
    await reads(d.ben, n)
  }
  const { keeper } = d.phones.ben
  await keeper.setPassphrase("three blue boats")
  for (let n = 500; n < 1000; n += 1) {
    keeper.lock()
    const opened = await keeper.unlock("three blue boats")
    if (!opened.ok) throw new Error(opened.because)
    await reads(opened.session, n)
  }
  expect(await stood()).toEqual(before.stood)
  expect(writesIn(d)).toEqual(before.writes)
  // He did look each time.
  expect(d.asked.length - before.asked).toBeGreaterThanOrEqual(1000)
}, 120_000)
