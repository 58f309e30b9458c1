import { rmSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { allDoings } from "../src/app/testing/mortal-all.ts"
import { torn } from "../src/app/testing/mortal-torn.ts"
import { builtApp } from "./harness.ts"
import { browserOn } from "./kills/browser.ts"
import type { Mortal } from "./kills/browser.ts"
import { killAt } from "./kills/kill.ts"
import { buildMortal } from "./kills/planted.ts"
import { scriptsOf } from "./planted-build.ts"

// Some of the places at which `npm run kills` kills a real browser; there it is every one.

let files = ""
let mortal: Mortal
beforeAll(async () => {
  files = await buildMortal()
  mortal = browserOn(files)
}, 120_000)
afterAll(async () => {
  await mortal.stop()
  rmSync(files, { recursive: true, force: true })
})

for (const [name, at, after] of [
  ["sending something", 2, false],
  ["taking back what went", 1, true],
  ["linking a laptop, on the laptop", 2, true],
] as const)
  test(`${name}: killed ${after ? "right after" : "at"} write ${String(at)}, nothing is lost and nothing happens twice`, async () => {
    const doing = allDoings.find((d) => d.name === name)
    if (doing === undefined) throw new Error(name)
    expect(await killAt({ doing, at, after }, mortal.start)).toBe(true)
  })

test("planted: words that go from one row to another in two writes are found lost in a browser, too", async () => {
  await expect(killAt({ doing: torn, at: 1, after: true }, mortal.start)).rejects.toThrow(
    "killed after write 1",
  )
})

test("the product has nothing of what kills here", () => {
  expect(scriptsOf(files)).toContain("globalThis.planted")
  expect(scriptsOf(builtApp)).not.toContain("globalThis.planted")
})
