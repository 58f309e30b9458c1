import { expect, test } from "vitest"
import { joined } from "../testing/duo.ts"
import { carried, letIn } from "../testing/later.ts"
import { linked, linkOf, stepIn, toWords } from "../testing/linked.ts"
import { alone, back, kept, ownTitles, pairOfTwo, says, sheetOf, titles } from "../testing/sheets.ts"
import type { SheetPair } from "../testing/sheets.ts"
import type { Session } from "../session/session.ts"

// A device that was linked writes the private log like one that came with a sheet (spec/ledger.md §19, §20).

const mine = (of: Session) => of.snapshot().here?.find(({ isMe }) => isMe)?.devices ?? []
const writes = (who: Session, title: string) => who.keep("matters.kept", { ...kept, title })
const meets = async (...all: readonly Session[]): Promise<void> => {
  for (let round = 0; round < 2; round += 1) for (const who of all) await who.recovery.bringTogether()
}
const linkTo = async (
  pair: SheetPair,
  o: { readonly comesFirst?: boolean; keeper?: ReturnType<SheetPair["empty"]> } = {},
) => {
  const laptop = o.keeper ?? pair.empty()
  return (await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop }, o)).laptop
}

test("what both kept apart is on both, once, and refs of the one hold on the other", async () => {
  const pair = await pairOfTwo()
  const laptop = await linkTo(pair)
  const { ref } = await laptop.keep("matters.kept", { ...kept, title: "L" })
  await writes(pair.ana, "P")
  await laptop.keep("matters.rewritten", { matter: ref, title: "L again", mine: "both", what: "" })
  await meets(pair.ana, laptop)
  expect(ownTitles(pair.ana)).toEqual(["The loan", "P", "L again"])
  expect(ownTitles(laptop)).toEqual(ownTitles(pair.ana))
})

test("a third one is linked while things wait on the phone and on the laptop", async () => {
  const pair = await pairOfTwo()
  const laptop = await linkTo(pair)
  await writes(pair.ana, "P waits")
  await writes(laptop, "L waits")
  const tablet = await linkTo(pair)
  expect(ownTitles(tablet)).toEqual(["The loan", "P waits"])
  await writes(tablet, "T waits")
  await meets(laptop, tablet, pair.ana)
  for (const who of [pair.ana, laptop, tablet])
    expect(ownTitles(who)).toEqual(["The loan", "P waits", "L waits", "T waits"])
})

test("the laptop places in the very moment in which a third one is added: all three are one", async () => {
  const pair = await pairOfTwo()
  const laptop = await linkTo(pair)
  const keeper = pair.empty()
  await toWords(pair.ana, keeper, await linkOf(pair.keepers.ana, pair.ana))
  await writes(laptop, "L first")
  await laptop.recovery.bringTogether()
  const said = await pair.keepers.ana.addLinked(null)
  expect(said.ok).toBe(true)
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  const here = await keeper.linkHere(null)
  if (here.is !== "here") throw new Error(JSON.stringify(here))
  expect(ownTitles(here.session)).toEqual(["The loan", "L first"])
  await writes(here.session, "T")
  await meets(here.session, laptop, pair.ana)
  for (const who of [pair.ana, laptop, here.session])
    expect(ownTitles(who)).toEqual(["The loan", "L first", "T"])
  await laptop.sync()
  expect(mine(pair.ana)).toHaveLength(3)
  expect(mine(laptop)).toHaveLength(3)
})

test("a phone that is let go while it adds another one: that ends, nobody is added, and it says so", async () => {
  const pair = await pairOfTwo()
  const keeper = pair.empty()
  const laptop = await linkTo(pair, { comesFirst: true, keeper })
  const tablet = pair.empty()
  await toWords(pair.ana, tablet, await linkOf(pair.keepers.ana, pair.ana))
  const phone = mine(laptop).find(({ isThis }) => !isThis)
  expect(await keeper.letGo(null, phone?.id ?? "")).toEqual({ ok: true })
  await laptop.sync()
  await pair.ana.recovery.bringTogether()
  expect(pair.ana.snapshot().recovery?.copying).toMatchObject({ isGone: true })
  await pair.keepers.ana.addLinked(null)
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  expect(stepIn(pair.ana)).toBe("stopped")
  expect(await tablet.linkHere(null)).toMatchObject({ is: "stopped" })
})

test("a linked device lets go of the other: the store moves, the one that went reads nothing new, the sheet stays good", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  const laptop = await linkTo(pair)
  await writes(laptop, "L waits")
  const other = mine(pair.ana).find(({ isThis }) => !isThis)
  const stores = () =>
    new Set(
      pair.asked
        .filter(({ method, path }) => method === "PUT" && path.startsWith("/api/batches/"))
        .map(({ path }) => path.split("/")[3]),
    ).size
  const before = stores()
  expect(await pair.keepers.ana.letGo(null, other?.id ?? "")).toEqual({ ok: true })
  await pair.ana.sync()
  expect(stores()).toBe(before + 1)
  await writes(pair.ana, "For the phone alone")
  await pair.ana.recovery.bringTogether()
  await laptop.recovery.bringTogether()
  expect(laptop.snapshot().recovery?.copying).toMatchObject({ isGone: true })
  expect(ownTitles(laptop)).toEqual(["The loan", "L waits"])
  expect(pair.ana.snapshot().recovery?.sheet).toMatchObject({ isOlder: true })
  const again = await back(pair.empty(), code)
  expect(ownTitles(again)).toEqual(["The loan", "For the phone alone"])
})

test("a laptop that comes first makes a new sheet: the phone overwrites the old slot once it reads, and tells of the new sheet", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  const keeper = pair.empty()
  const laptop = await linkTo(pair, { comesFirst: true, keeper })
  pair.clock.forward(86_400_000)
  await laptop.sync()
  const fresh = await sheetOf(keeper)
  const tried = async (with_: string) => {
    const brought = await pair.empty().returnWith(with_)
    return brought.ok ? "back" : brought.because
  }
  expect(await tried(code)).toBe("replaced")
  await pair.ana.recovery.bringTogether()
  await pair.ana.sync()
  pair.clock.forward(86_400_000)
  await pair.ana.sync()
  expect(await tried(code)).toBe("nothing")
  expect(pair.ana.snapshot().recovery?.sheet).toMatchObject({ day: "2026-11-25", ready: true })
  await laptop.sync()
  const again = await back(pair.empty(), fresh.code)
  expect(ownTitles(again)).toEqual(["The loan"])
  // It opens what is shared, too.
  expect(again.snapshot().together).toBe(true)
})

test("the phone makes a newer sheet: the laptop says so by what is shared, though the server keeps one's own log back, and by that once it has it", async () => {
  const pair = await pairOfTwo()
  await sheetOf(pair.keepers.ana)
  const laptop = await linkTo(pair)
  const sheet = (of: Session) => of.snapshot().recovery?.sheet
  expect(sheet(laptop)).toEqual({ day: "2026-11-24", ready: true, isOlder: false })
  pair.clock.forward(86_400_000)
  await sheetOf(pair.keepers.ana)
  pair.between((relay) => ({
    fetch: (request) =>
      request.url.includes("/api/batches/")
        ? Promise.reject(new TypeError("kept back"))
        : relay.fetch(request),
  }))
  await laptop.sync()
  expect(sheet(laptop)).toMatchObject({ newer: { day: "2026-11-25", isLearned: true } })
  expect(sheet(pair.ana)?.newer).toBeUndefined()
  pair.between((relay) => relay)
  pair.clock.forward(86_400_000)
  await laptop.recovery.bringTogether()
  expect(sheet(laptop)).toMatchObject({ day: "2026-11-25", newer: { day: "2026-11-25", isLearned: false } })
  // The other way round: one's own log first, and what is shared says nothing new.
  await sheetOf(pair.keepers.ana)
  await laptop.recovery.bringTogether()
  expect(sheet(laptop)).toMatchObject({ day: "2026-11-26", newer: { isLearned: false } })
  await laptop.sync()
  expect(sheet(laptop)).toMatchObject({ day: "2026-11-26", newer: { day: "2026-11-26", isLearned: false } })
})

test("a key that is set in what is shared later belongs to the sheet there is: nothing says that a newer one was made", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  await sheetOf(pair.keepers.ana)
  const laptop = await linkTo(pair)
  await joined(pair)
  for (let day = 0; day < 2; day += 1) {
    pair.clock.forward(86_400_000)
    await pair.ana.sync()
  }
  await says(pair.ana, "Sets it before")
  await letIn(pair.keepers.ana, pair.ana)
  await carried(pair.ana, laptop)
  expect(laptop.snapshot().together).toBe(true)
  expect(laptop.snapshot().recovery?.sheet?.newer).toBeUndefined()
})

test("alone, the same", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  await sheetOf(pair.keepers.ana)
  const keeper = pair.empty()
  const laptop = await linkTo(pair, { comesFirst: true, keeper })
  await writes(pair.ana, "P")
  const fresh = await sheetOf(keeper)
  await meets(pair.ana, laptop)
  expect(ownTitles(laptop)).toEqual(["The loan", "P"])
  const again = await back(pair.empty(), fresh.code)
  await writes(again, "A")
  await meets(again, pair.ana, laptop)
  for (const who of [again, pair.ana, laptop]) expect(ownTitles(who)).toEqual(["The loan", "P", "A"])
})

test("what begins on a linked laptop alone is opened by the sheet that the phone made", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const { code } = await sheetOf(pair.keepers.ana)
  const laptop = await linkTo(pair)
  await joined({ ...pair, ana: laptop })
  await says(pair.ben, "What Ben opened")
  for (let day = 0; day < 2; day += 1) {
    pair.clock.forward(86_400_000)
    for (const who of [laptop, pair.ben, pair.ana]) await who.sync()
  }
  // The sheet's key is set right before words that somebody chose to write.
  await says(laptop, "From the laptop")
  expect(pair.ana.snapshot().together).toBe(false)
  const again = await back(pair.empty(), code)
  expect(again.snapshot().together).toBe(true)
  expect(titles(again)).toEqual(["What Ben opened", "From the laptop"])
})
