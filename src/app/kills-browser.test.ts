import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { together } from "./testing/duo.ts"
import { allDoings } from "./testing/mortal-all.ts"
import { firstDoings } from "./testing/mortal-coming.ts"
import { deviceDoings } from "./testing/mortal-devices.ts"
import { doings } from "./testing/mortal-doings.ts"
import { through } from "./testing/mortal.ts"
import type { Doing } from "./testing/mortal.ts"
import { namesIn, reads } from "./testing/one-can.ts"

// What a real browser is killed at (`npm run kills`) is what a phone in memory is killed at: nothing that one can do is left out there, and all of it can be done.

test("nothing that one can do is left out in a real browser", async () => {
  const { ana, phones } = await together()
  const writes = [...namesIn(ana, "session"), ...namesIn(phones.ana.keeper, "keeper")].filter(
    (name) => !reads.has(name),
  )
  const killed = new Set(allDoings.flatMap(({ does, also = [] }) => [does, ...also]))
  expect([...killed].toSorted()).toEqual(writes.toSorted())
})

test("whatever is killed in memory, by whatever test, is on the list of the browser", () => {
  const lists = readdirSync(new URL("testing/", import.meta.url)).filter((file) => {
    const text = readFileSync(new URL(`testing/${file}`, import.meta.url), "utf8")
    return /^export const \w+: readonly Doing\[\]/m.test(text) && file !== "mortal-all.ts"
  })
  const all = readFileSync(new URL("testing/mortal-all.ts", import.meta.url), "utf8")
  expect(lists.length).toBeGreaterThan(6)
  for (const file of lists) {
    const text = readFileSync(new URL(`testing/${file}`, import.meta.url), "utf8")
    for (const [, name] of text.matchAll(/^export const (\w+): readonly Doing\[\]/gm))
      expect(all, file).toContain(`...${String(name)},`)
  }
  const names = allDoings.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

/** The others are killed in memory just so: kills-more.test.ts. */
const justSo: ReadonlySet<Doing> = new Set([...doings, ...deviceDoings, ...firstDoings])

test.each(allDoings.filter((one) => !justSo.has(one)))(
  "$name: can be done as the browser does it",
  async (doing) => {
    const { died } = await through(doing, null)
    expect(died).toBe(false)
  },
)
