import { rmSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { builtApp } from "./harness.ts"
import { doings } from "./kills/doings.ts"
import { killAt } from "./kills/kill.ts"
import { buildMortal } from "./kills/planted.ts"
import { startWorld } from "./kills/world.ts"
import type { World } from "./kills/world.ts"
import { scriptsOf } from "./planted-build.ts"

// Two of the places at which `npm run kills` kills a real browser; there it is every one.

let files = ""
let world: World
beforeAll(async () => {
  files = await buildMortal()
  world = await startWorld(files)
}, 120_000)
afterAll(async () => {
  await world.stop()
  rmSync(files, { recursive: true, force: true })
})

for (const [name, at, after] of [
  ["sending something", 2, false],
  ["taking back what went", 1, true],
] as const)
  test(`${name}: killed ${after ? "right after" : "at"} write ${String(at)}, nothing is lost and nothing happens twice`, async () => {
    const doing = doings.find((d) => d.name === name)
    if (doing === undefined) throw new Error(name)
    expect(await killAt(world, { doing, at, after }, at)).toBe(true)
  })

test("the product has nothing of what kills here", () => {
  expect(scriptsOf(files)).toContain("dieNow")
  expect(scriptsOf(builtApp)).not.toContain("dieNow")
})
