import { expect, test } from "vitest"
import type { Session } from "../session/session.ts"
import { joined, looks } from "../testing/duo.ts"
import { linked } from "../testing/linked.ts"
import { alone, kept, ownTitles, pairOfTwo, says, titles } from "../testing/sheets.ts"
import type { SheetPair } from "../testing/sheets.ts"
import { carried, goesTo, letIn } from "../testing/later.ts"

// A log that one device comes into after another one was linked (spec/ledger.md §21).

const mine = (of: Session) => of.snapshot().here?.find(({ isMe }) => isMe)?.devices ?? []
const hers = (of: Session) => of.snapshot().here?.find(({ isMe }) => !isMe)?.devices ?? []
const linkTo = async (pair: SheetPair, comesFirst = false) => {
  const keeper = pair.empty()
  const of = { phone: pair.keepers.ana, ana: pair.ana, laptop: keeper }
  return { keeper, session: (await linked(of, { comesFirst })).laptop }
}

test("Ana invites Ben on her phone: she is asked there, the laptop comes with all that was said, and everybody sees that it came", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const laptop = await linkTo(pair)
  await joined(pair)
  await says(pair.ben, "From before")
  await looks(pair)
  await laptop.session.sync()
  expect(laptop.session.snapshot().together).toBe(false)
  expect(pair.ana.snapshot().absent).toMatchObject([{ asked: false }])
  await letIn(pair.keepers.ana, pair.ana)
  expect(pair.ana.snapshot().absent).toMatchObject([{ asked: true }])
  await carried(pair.ana, laptop.session)
  expect(pair.ana.snapshot().absent).toBeUndefined()
  expect(titles(laptop.session)).toEqual(["From before"])
  expect(laptop.session.snapshot()).toMatchObject({ together: true, alarm: null })
  expect(laptop.session.snapshot().recovery?.uses).toMatchObject([{ by: "space", mine: true }])
  await says(laptop.session, "From the laptop")
  await looks(pair)
  for (const who of [pair.ana, pair.ben, laptop.session])
    expect(titles(who)).toEqual(["From before", "From the laptop"])
  expect(hers(pair.ben)).toHaveLength(2)
  expect(pair.ben.snapshot().recovery?.uses).toMatchObject([{ by: "device", mine: false }])
  expect(mine(pair.ana).map(({ isThis }) => isThis)).toEqual([true, false])
  expect(mine(laptop.session).map(({ id }) => id)).toEqual(mine(pair.ana).map(({ id }) => id))
  // It is one and the same device in both logs, and is let go in both.
  const other = mine(pair.ana)[1]
  expect(other?.mayGo).toBe(true)
  await pair.keepers.ana.letGo(null, other?.id ?? "")
  await looks(pair)
  expect(hers(pair.ben)).toHaveLength(1)
})

test("the laptop joins first and stands above the phone in what is one's own: there it does, too, and the phone comes behind or before as there", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const laptop = await linkTo(pair, true)
  await joined({ ...pair, ana: laptop.session })
  await letIn(laptop.keeper, laptop.session)
  await carried(laptop.session, pair.ana)
  expect(mine(pair.ana).map(({ isThis }) => isThis)).toEqual([false, true])
  const other = await alone()
  await other.ana.keep("matters.kept", kept)
  const first = await linkTo(other, true)
  await joined(other)
  await letIn(other.keepers.ana, other.ana)
  await carried(other.ana, first.session)
  // The phone let it in, and it stands above the phone.
  expect(mine(first.session).map(({ isThis }) => isThis)).toEqual([true, false])
  expect(mine(other.ana).some(({ mayGo }) => mayGo)).toBe(false)
})

test("nothing of it is said to the laptop before the person says so; a yes for one is none for another", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const [laptop, tablet] = [await linkTo(pair), await linkTo(pair)]
  await joined(pair)
  await carried(pair.ana, laptop.session, tablet.session)
  for (const one of [laptop, tablet]) expect(one.session.snapshot().together).toBe(false)
  expect(pair.ana.snapshot().absent).toHaveLength(2)
  await letIn(pair.keepers.ana, pair.ana)
  await carried(pair.ana, laptop.session, tablet.session)
  expect([laptop, tablet].filter(({ session }) => session.snapshot().together)).toHaveLength(1)
  expect(pair.ana.snapshot().absent).toMatchObject([{ asked: false }])
  await letIn(pair.keepers.ana, pair.ana)
  await carried(pair.ana, laptop.session, tablet.session)
  expect(mine(pair.ana)).toHaveLength(3)
})

test("a space that is over on both is put away on the laptop when the new one comes; what was kept alone stays", async () => {
  const pair = await pairOfTwo()
  const laptop = await linkTo(pair)
  await pair.ana.going.choose("leave")
  await pair.ana.sync()
  await pair.ana.elsewhere.begin({ again: false })
  const mira = await goesTo(pair, pair.ana)
  await says(mira, "Of now")
  await letIn(pair.keepers.ana, pair.ana)
  await carried(pair.ana, laptop.session)
  expect(titles(laptop.session)).toEqual(["Of now"])
  expect(laptop.session.elsewhere.earlier()).toMatchObject([{ why: "left" }])
  expect(ownTitles(laptop.session)).toEqual(["The loan"])
})

test("what the laptop shares with somebody else is not put away for it: it waits, and comes when that is over", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const laptop = await linkTo(pair)
  await joined({ ...pair, ana: laptop.session })
  await says(pair.ben, "With Ben")
  const mira = await goesTo(pair, pair.ana)
  await says(mira, "With Mira")
  await letIn(pair.keepers.ana, pair.ana)
  await carried(pair.ana, laptop.session)
  await laptop.session.sync()
  expect(titles(laptop.session)).toEqual(["With Ben"])
  expect(laptop.session.snapshot().comes).toBe("waits")
  await laptop.session.going.choose("leave")
  await laptop.session.sync()
  await carried(pair.ana, laptop.session)
  expect(titles(laptop.session)).toEqual(["With Mira"])
  expect(laptop.session.snapshot().comes).toBeUndefined()
  expect(laptop.session.elsewhere.earlier()).toMatchObject([{ why: "left" }])
})

test("what waited on the laptop for whoever would come goes to nobody when this comes: it stays there, as not sent", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const laptop = await linkTo(pair)
  const { ref } = await laptop.session.queue(
    "matters.opened",
    { title: "For nobody yet" },
    { holdMinutes: 0 },
  )
  await joined(pair)
  await letIn(pair.keepers.ana, pair.ana)
  await carried(pair.ana, laptop.session)
  expect(laptop.session.snapshot().together).toBe(true)
  await looks({ ana: laptop.session, ben: pair.ben })
  expect(titles(pair.ben)).toEqual([])
  expect(laptop.session.whereIs(ref)).toMatchObject({ at: "not-sent" })
})

test("a device that came with the sheet says which it is; it is there already, and nobody is asked for it", async () => {
  const pair = await pairOfTwo()
  const { code } = await (await import("../testing/sheets.ts")).sheetOf(pair.keepers.ana)
  const browser = pair.empty()
  const brought = await browser.returnWith(code)
  if (!brought.ok) throw new Error(brought.because)
  await brought.session.sync()
  await looks(pair)
  expect(pair.ana.snapshot().absent).toBeUndefined()
  await carried(brought.session, pair.ana)
  for (const who of [pair.ana, brought.session]) expect(who.snapshot().absent).toBeUndefined()
  expect(mine(brought.session).map(({ mayGo }) => mayGo)).toEqual([false, true])
})
