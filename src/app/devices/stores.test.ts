import { expect, test } from "vitest"
import { linked } from "../testing/linked.ts"
import { anaOn, keep, titlesOn } from "../testing/own-devices.ts"
import { alone, back, kept, ownTitles, sheetOf } from "../testing/sheets.ts"
import type { SheetPair } from "../testing/sheets.ts"

// A store that was said once, and another that was drawn behind it with nobody there to tell (spec/ledger.md §19.3).

const mine = (of: { snapshot: SheetPair["ana"]["snapshot"] }) =>
  of.snapshot().here?.find(({ isMe }) => isMe)?.devices ?? []

/** The phone, once it has let a laptop go and made a new sheet alone. */
async function drawnAlone() {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: pair.empty() })
  const gone = mine(pair.ana).find(({ isThis }) => !isThis)
  expect(await pair.keepers.ana.letGo(null, gone?.id ?? "")).toEqual({ ok: true })
  await pair.ana.sync()
  const { code } = await sheetOf(pair.keepers.ana)
  return { ...pair, code }
}

test("where one device was let go, and a new sheet made alone: a laptop that is linked afterwards goes on where the phone goes on", async () => {
  const pair = await drawnAlone()
  const { laptop } = await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: pair.empty() })
  await laptop.keep("matters.kept", { ...kept, title: "On the laptop" })
  expect(await laptop.recovery.bringTogether()).toBe("on")
  await pair.ana.keep("matters.kept", { ...kept, title: "On the phone" })
  expect(await pair.ana.recovery.bringTogether()).toBe("on")
  expect(await laptop.recovery.bringTogether()).toBe("on")
  expect(ownTitles(pair.ana)).toEqual(["The loan", "On the laptop", "On the phone"])
  expect(ownTitles(laptop)).toEqual(ownTitles(pair.ana))
})

test("… and who comes with that sheet goes on where the phone goes on", async () => {
  const pair = await drawnAlone()
  const second = await back(pair.empty(), pair.code)
  expect(second.snapshot().recovery?.sheet?.isOlder).not.toBe(true)
  await second.keep("matters.kept", { ...kept, title: "On the second" })
  expect(await second.recovery.bringTogether()).toBe("on")
  await pair.ana.recovery.bringTogether()
  expect(ownTitles(pair.ana)).toEqual(["The loan", "On the second"])
})

test("… also where the one that was let go had a sheet, and it goes on there when it writes again", async () => {
  const ana = await anaOn({ devices: 2 })
  const [, b] = ana.devices
  if (b === undefined) throw new Error("no device")
  await b.session.recovery.removeLost()
  await b.session.sync()
  const { code } = await sheetOf(b.keeper)
  const c = await ana.another(code)
  await keep(c, "On C")
  await c.session.recovery.bringTogether()
  await keep(c, "And once more")
  await c.session.recovery.bringTogether()
  await b.session.recovery.bringTogether()
  expect(titlesOn(b)).toEqual(["First", "On C", "And once more"])
  expect(await ana.signedTwice()).toBeNull()
})
