import { expect, test } from "vitest"
import { linkOf, toWords } from "../testing/linked.ts"
import { ownTitles, pairOfTwo } from "../testing/sheets.ts"

// A page asks every two seconds, and a slow device needs longer for what it brought.

test("a step that is asked for while the one before still opens what came: both say that it is here, and nobody is told that it ended", async () => {
  const pair = await pairOfTwo()
  const keeper = pair.empty()
  await toWords(pair.ana, keeper, await linkOf(pair.keepers.ana, pair.ana))
  expect((await pair.keepers.ana.addLinked(null)).ok).toBe(true)
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  const [first, second] = await Promise.all([keeper.linkHere(null), keeper.linkHere(null)])
  if (first.is !== "here" || second.is !== "here") throw new Error(`${first.is}, ${second.is}`)
  expect(second.session).toBe(first.session)
  expect(ownTitles(first.session)).toEqual(["The loan"])
})
