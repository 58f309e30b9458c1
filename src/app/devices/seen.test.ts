import { expect, test } from "vitest"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import { looks } from "../testing/duo.ts"
import { linked } from "../testing/linked.ts"
import { answering } from "../testing/malice.ts"
import { honestRelay } from "../testing/relays.ts"
import { lacks, runSeenLaw } from "../testing/seen-law.ts"
import { ownTitles, pairOfTwo, says, sheetOf, titles } from "../testing/sheets.ts"
import type { SheetPair } from "../testing/sheets.ts"

// What one device of a person says it has of their own log, and what another one makes of it (spec/ledger.md §19.4).

interface Own extends SheetPair {
  readonly laptop: Session
  /** From now on the relay keeps new batches from the laptop, and gives them again. */
  readonly hide: (isHidden: boolean) => void
}

/** A relay that says, after so many readings, that there is no more than what was read. */
const stopping =
  (after: number) =>
  (relay: RelayPort): RelayPort => {
    let asked = 0
    return answering(relay, (request) => {
      const { pathname, searchParams } = new URL(request.url)
      if (request.method !== "GET" || !pathname.startsWith("/api/batches/")) return null
      asked += 1
      return asked > after ? nothingSince(Number(searchParams.get("from"))) : null
    })
  }

function nothingSince(count: number): Response {
  const headers = { "Content-Type": "application/octet-stream", "Goldseam-Batches": String(count) }
  return new Response(new Uint8Array(0), { headers })
}

async function anaOnTwo(): Promise<Own> {
  const pair = await pairOfTwo()
  let shown: number | null = null
  // It says that there is no more than it gave before, and keeps what the laptop sends to itself.
  const relay = answering(pair.relay, async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    if (shown === null || !pathname.startsWith("/api/batches/")) return null
    if (request.method === "PUT") return Response.json({ ok: true })
    if (request.method !== "GET") return null
    shown = Math.max(shown, Number(searchParams.get("from")))
    return nothingSince(shown)
  })
  const of = { phone: pair.keepers.ana, ana: pair.ana, laptop: pair.empty({ relay }) }
  const { laptop } = await linked(of)
  await together(pair.ana, laptop)
  return { ...pair, laptop, hide: (isHidden) => (shown = isHidden ? 0 : null) }
}

async function together(...devices: readonly Session[]): Promise<void> {
  for (let round = 0; round < 2; round += 1)
    for (const device of devices) {
      await device.sync()
      expect(await device.recovery.bringTogether()).toBe("on")
    }
}

const keeps = (who: Session, title: string): Promise<unknown> =>
  who.keep("matters.kept", { title, mine: "unsure", what: "" })

test("row 46: the relay keeps from the laptop what the phone wrote for Ana alone: once the phone shares something, the laptop says that something is not here", async () => {
  const ana = await anaOnTwo()
  ana.hide(true)
  await keeps(ana.ana, "Kept from the laptop")
  await together(ana.ana)
  await ana.laptop.sync()
  expect(await ana.laptop.recovery.bringTogether()).toBe("on")
  expect(ownTitles(ana.laptop)).not.toContain("Kept from the laptop")
  expect(lacks(ana.laptop)).toBe(false)
  await says(ana.ana, "Shared afterwards")
  await ana.laptop.sync()
  expect(titles(ana.laptop)).toContain("Shared afterwards")
  await ana.laptop.recovery.bringTogether()
  await ana.laptop.recovery.bringTogether()
  expect(lacks(ana.laptop)).toBe(true)
  expect(lacks(ana.ana)).toBe(false)
  // The other way round the phone learns it, too: what the laptop wrote was taken, and given to nobody.
  await keeps(ana.laptop, "Kept from the phone")
  await ana.laptop.recovery.bringTogether()
  await says(ana.laptop, "Shared by the laptop")
  await together(ana.ana)
  expect(lacks(ana.ana)).toBe(true)
  // Nobody else sees anything of it.
  await looks(ana)
  expect(ana.ben.snapshot()).toMatchObject({ alarm: null })
  expect(ana.ben.snapshot().recovery?.copying ?? null).toBeNull()
})

test("row 46: once what was kept back comes, nothing is said any more; once is not enough to say it", async () => {
  const ana = await anaOnTwo()
  ana.hide(true)
  await keeps(ana.ana, "Late")
  await together(ana.ana)
  await says(ana.ana, "Shared afterwards")
  await ana.laptop.sync()
  await ana.laptop.recovery.bringTogether()
  expect(lacks(ana.laptop)).toBe(false)
  await ana.laptop.recovery.bringTogether()
  expect(lacks(ana.laptop)).toBe(true)
  ana.hide(false)
  await ana.laptop.recovery.bringTogether()
  expect(ownTitles(ana.laptop)).toContain("Late")
  expect(lacks(ana.laptop)).toBe(false)
})

test("row 46: kept from hearing of a tablet that came, too, the laptop still learns that something is not here", async () => {
  const ana = await anaOnTwo()
  ana.hide(true)
  const of = { phone: ana.keepers.ana, ana: ana.ana, laptop: ana.empty() }
  const { laptop: tablet } = await linked(of)
  await keeps(ana.ana, "Kept from the laptop")
  await together(ana.ana, tablet)
  await says(tablet, "Shared by the tablet")
  await ana.laptop.sync()
  for (let n = 0; n < 2; n += 1) await ana.laptop.recovery.bringTogether()
  expect(titles(ana.laptop)).toContain("Shared by the tablet")
  expect([lacks(ana.laptop), lacks(ana.ana), lacks(tablet)]).toEqual([true, false, false])
})

test("a phone that kept something for Ana alone and has not brought it yet says nothing of it: it is late, and not missing", async () => {
  const ana = await anaOnTwo()
  await keeps(ana.ana, "Still on the phone")
  await says(ana.ana, "Shared before it is brought")
  for (let n = 0; n < 3; n += 1) await together(ana.laptop)
  expect(titles(ana.laptop)).toContain("Shared before it is brought")
  expect(ownTitles(ana.laptop)).not.toContain("Still on the phone")
  expect(lacks(ana.laptop)).toBe(false)
})

test("what the laptop shared long ago names what was taken back, or moved to another store, and nobody misses it", async () => {
  const ana = await anaOnTwo()
  await keeps(ana.ana, "Kept first")
  await together(ana.ana, ana.laptop)
  await says(ana.ana, "Shared afterwards")
  await sheetOf(ana.keepers.ana)
  await together(ana.ana, ana.laptop, ana.ana)
  await says(ana.laptop, "Shared by the laptop")
  await together(ana.ana, ana.laptop)
  expect([lacks(ana.ana), lacks(ana.laptop)]).toEqual([false, false])
})

test("the server lost everything: that is said in its own words, and once all was brought again nothing is lacking", async () => {
  const ana = await anaOnTwo()
  await keeps(ana.ana, "Before the loss")
  await together(ana.ana, ana.laptop)
  await says(ana.ana, "Shared afterwards")
  await together(ana.laptop)
  const fresh = honestRelay(ana.clock, { batchLimits: { batchesPerDay: 1e9 } })
  ana.between(() => fresh)
  for (let n = 0; n < 3; n += 1)
    for (const who of [ana.laptop, ana.ana]) {
      await who.sync()
      await who.recovery.bringTogether()
    }
  expect([lacks(ana.ana), lacks(ana.laptop)]).toEqual([false, false])
  expect(ownTitles(ana.laptop)).toContain("Before the loss")
})

test("twelve seeds: two and three devices over an honest relay, late and without a connection, with new sheets and devices that go: nothing is ever said to be lacking", async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= 12; seed += 1) {
    const what = await runSeenLaw(seed)
    if (what !== null) broken.push(what)
  }
  expect(broken).toEqual([])
}, 120_000)

test("planted: of a relay that gives the last device no batch any more, it is told", async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= 12 && broken.length === 0; seed += 1) {
    const what = await runSeenLaw(seed, stopping(8))
    if (what !== null) broken.push(what)
  }
  expect(broken).not.toEqual([])
}, 120_000)
