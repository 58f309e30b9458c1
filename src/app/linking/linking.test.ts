import { expect, test } from "vitest"
import { looks } from "../testing/duo.ts"
import { linked, linkOf, stepIn, toWords } from "../testing/linked.ts"
import { alone, kept, ownTitles, pairOfTwo, read, says, titles } from "../testing/sheets.ts"
import type { SheetPair } from "../testing/sheets.ts"

// A second device of one person, linked by a link and by words (spec/ledger.md §20).

const link = (pair: SheetPair, o: Parameters<typeof linked>[1] = {}) =>
  linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: pair.empty() }, o)
const mine = (of: { snapshot: SheetPair["ana"]["snapshot"] }) =>
  (of.snapshot().here ?? []).find(({ isMe }) => isMe)

test("the laptop reads all that the phone reads, writes in what is shared, and everybody sees that a device came", async () => {
  const pair = await pairOfTwo()
  const opened = await says(pair.ana, "What Ana opened")
  await looks(pair)
  const { laptop, words } = await link(pair)
  expect(words).toHaveLength(7)
  expect(laptop.snapshot().alarm).toBeNull()
  expect(read(laptop)).toBe(read(pair.ana))
  expect(ownTitles(laptop)).toEqual(["The loan"])
  expect(titles(laptop)).toEqual(titles(pair.ana))
  await says(laptop, "From the laptop")
  await looks({ ana: laptop, ben: pair.ben })
  await pair.ana.sync()
  for (const who of [pair.ana, pair.ben, laptop])
    expect(titles(who)).toEqual(["What Ben opened", "What Ana opened", "From the laptop"])
  await says(pair.ben, "To both of hers")
  await Promise.all([laptop.sync(), pair.ana.sync()])
  for (const who of [pair.ana, laptop]) expect(titles(who).at(-1)).toBe("To both of hers")
  expect(pair.ben.snapshot().recovery?.uses).toMatchObject([{ by: "device", mine: false, day: "2026-11-24" }])
  expect(pair.ana.snapshot().recovery?.uses).toMatchObject([{ by: "device", mine: true }])
  expect(laptop.snapshot().recovery?.uses).toEqual([])
  expect(stepIn(pair.ana)).toBe("done")
  // What was written on the one can be taken back on the other.
  await laptop.takeBack(opened)
  await looks({ ana: laptop, ben: pair.ben })
  for (const who of [laptop, pair.ben]) expect(titles(who)).not.toContain("What Ana opened")
})

test("alone, with nothing shared, the private log is on both; the letterbox is gone afterwards", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const { laptop } = await link(pair)
  expect(ownTitles(laptop)).toEqual(["The loan"])
  expect(mine(laptop)?.devices.map(({ isThis, mayGo }) => [isThis, mayGo])).toEqual([
    [false, false],
    [true, false],
  ])
  expect(mine(pair.ana)?.devices.map(({ isThis, mayGo }) => [isThis, mayGo])).toEqual([
    [true, false],
    [false, true],
  ])
  await pair.ana.sync()
  await pair.ana.linking.putAway()
  expect(stepIn(pair.ana)).toBe("none")
  const gone = pair.asked.filter(({ method, path }) => method === "DELETE" && /batches/.test(path))
  expect(gone).toHaveLength(1)
})

test("copying is on from then, all of the private log at once; when nothing comes of it, it is off again", async () => {
  const pair = await pairOfTwo()
  await linkOf(pair.keepers.ana, pair.ana)
  expect(pair.ana.snapshot().recovery?.copying).toMatchObject({ day: "2026-11-24" })
  await pair.ana.linking.end("given-up")
  expect(pair.ana.snapshot().recovery).toBeUndefined()
  await pair.ana.sync()
  // Both stores are let go: the letterbox, and what was copied for nothing.
  const deleted = pair.asked.filter(({ method }) => method === "DELETE").map(({ path }) => path)
  expect(new Set(deleted).size).toBe(2)
})

test("“different” on the phone ends it: nobody is added, and the laptop says so", async () => {
  const pair = await pairOfTwo()
  const laptop = pair.empty()
  await toWords(pair.ana, laptop, await linkOf(pair.keepers.ana, pair.ana))
  await pair.ana.linking.end("different")
  expect(await laptop.linkHere(null)).toEqual({ is: "stopped", because: "different" })
  expect(await laptop.linkHere(null)).toEqual({ is: "none" })
  expect(pair.ana.snapshot().linking).toMatchObject({ step: "stopped", because: "different" })
  expect(mine(pair.ana)?.devices).toHaveLength(1)
  // Another try takes another link.
  await pair.ana.linking.putAway()
  await link(pair)
  expect(mine(pair.ana)?.devices).toHaveLength(2)
})

test("a link is good for fifteen minutes, and given up on the laptop it is over on the phone", async () => {
  const pair = await pairOfTwo()
  const first = await linkOf(pair.keepers.ana, pair.ana)
  pair.clock.forward(15 * 60_000 + 1)
  await pair.ana.sync()
  expect(pair.ana.snapshot().linking).toMatchObject({ step: "stopped", because: "too-old" })
  await pair.ana.linking.putAway()
  expect(await pair.empty().linkHere(first)).toEqual({ is: "stopped", because: "over" })
  const laptop = pair.empty()
  await toWords(pair.ana, laptop, await linkOf(pair.keepers.ana, pair.ana))
  await laptop.leaveLinking()
  await pair.ana.sync()
  expect(pair.ana.snapshot().linking).toMatchObject({ step: "stopped", because: "given-up" })
})

test("who begins anew in the browser that was to be added gives the link up: its keys are gone, and the phone is told", async () => {
  const pair = await pairOfTwo()
  const disk = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>()
  const laptop = pair.empty({ disk })
  await toWords(pair.ana, laptop, await linkOf(pair.keepers.ana, pair.ana))
  expect(await laptop.isLinking()).toBe(true)
  // Looked at again after a kill, it goes on; then something else is chosen.
  const again = pair.empty({ disk })
  expect(await again.linkHere(null)).toMatchObject({ is: "waits", agreed: false })
  await again.begin()
  expect(await again.isLinking()).toBe(false)
  await pair.ana.sync()
  expect(pair.ana.snapshot().linking).toMatchObject({ step: "stopped", because: "given-up" })
})

test("alone, the first device lets the other go: in the private log here and now", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  await link(pair)
  const other = mine(pair.ana)?.devices.find(({ isThis }) => !isThis)
  expect(await pair.keepers.ana.letGo(null, other?.id ?? "")).toEqual({ ok: true })
  // One device and nobody else: there is no list any more.
  expect(pair.ana.snapshot().here).toBeUndefined()
})

test("a laptop that comes first lets the phone go, everywhere; the phone reads nothing new and says so", async () => {
  const pair = await pairOfTwo()
  const laptop = pair.empty()
  const { laptop: ana } = await linked(
    { phone: pair.keepers.ana, ana: pair.ana, laptop },
    { comesFirst: true },
  )
  const phone = mine(ana)?.devices.find(({ isThis }) => !isThis)
  expect(phone).toMatchObject({ mayGo: true, along: 0 })
  expect(mine(pair.ana)?.devices.find(({ isThis }) => !isThis)).toMatchObject({ mayGo: false })
  expect(await laptop.letGo(null, phone?.id ?? "")).toEqual({ ok: true })
  await looks({ ana, ben: pair.ben })
  expect(mine(ana)?.devices).toHaveLength(1)
  expect(ana.snapshot().recovery?.removing).not.toBe(true)
  await says(pair.ben, "For the laptop alone")
  await ana.sync()
  await pair.ana.sync()
  expect(titles(ana)).toContain("For the laptop alone")
  expect(titles(pair.ana)).not.toContain("For the laptop alone")
  expect(pair.ana.snapshot().server).toBe("removed")
  // The copies go on in a store that the phone does not know.
  await ana.keep("matters.kept", { ...kept, title: "After it" })
  pair.clock.forward(86_400_000)
  await ana.sync()
  expect(ana.snapshot().recovery?.copying).toMatchObject({ day: "2026-11-25" })
})
