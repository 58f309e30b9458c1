import { expect, test } from "vitest"
import { linkOf, stepIn, toWords } from "../testing/linked.ts"
import { joined, looks } from "../testing/duo.ts"
import { kept, ownTitles, pairOfTwo } from "../testing/sheets.ts"
import { enter } from "../testing/people.ts"

// A link that is open while the shared log is put away, and another begins.

test("what was shared is put away while a link is open: the laptop comes in with one's own pages, and nothing of either", async () => {
  const pair = await pairOfTwo()
  const keeper = pair.empty()
  await toWords(pair.ana, keeper, await linkOf(pair.keepers.ana, pair.ana))
  await pair.ben.going.choose("leave")
  await looks(pair)
  await pair.ana.elsewhere.begin({ again: false })
  const ben = await enter(pair.empty())
  await joined({ ...pair, ben })
  expect((await pair.keepers.ana.addLinked(null)).ok).toBe(true)
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  const here = await keeper.linkHere(null)
  if (here.is !== "here") throw new Error(JSON.stringify(here))
  await here.session.sync()
  expect(stepIn(pair.ana)).toBe("done")
  expect(here.session.snapshot().alarm).toBeNull()
  expect(here.session.snapshot().together).toBe(false)
  expect(ownTitles(here.session)).toEqual(["The loan"])
  await here.session.keep("matters.kept", { ...kept, title: "L" })
  await here.session.recovery.bringTogether()
  await pair.ana.recovery.bringTogether()
  expect(ownTitles(pair.ana)).toEqual(["The loan", "L"])
  // In the new one nobody sees a device that is not there.
  expect(ben.snapshot().here?.flatMap(({ devices }) => devices)).toHaveLength(2)
})
