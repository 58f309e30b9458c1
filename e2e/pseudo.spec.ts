import { rmSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { person } from "./harness.ts"
import type { Person } from "./harness.ts"
import { buildPseudoApp, lookInPseudo } from "./pseudo-app.ts"
import { journeys, walkThrough } from "./walks/journeys.ts"

// Every journey in a language that is 40 % longer and runs from right to left: no step may lean on an English word in the code.

let files = ""
beforeAll(async () => {
  files = await buildPseudoApp()
  process.env["APP_FILES"] = files
  const somebody = await person("Somebody")
  lookInPseudo(somebody.page)
  await somebody.close()
})
afterAll(() => {
  delete process.env["APP_FILES"]
  rmSync(files, { recursive: true, force: true })
})

/** What is too wide on this screen, and any English left on it that is not somebody's own or a name. */
async function faultsOn({ page }: Person): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, dir } = document.documentElement
    return [
      ...(scrollWidth > clientWidth
        ? [`sideways scroll: ${String(scrollWidth)} of ${String(clientWidth)}`]
        : []),
      ...(dir === "rtl" ? [] : [`runs ${dir}`]),
    ]
  })
}

// The walk of the lost phone has that of Ana speaking first in it; all four are walked with JOURNEYS=all.
const usual: readonly (keyof typeof journeys)[] = ["Ben, who hurt Ana", "Ana, whose phone is lost"]
const walked =
  process.env["JOURNEYS"] === "all" ? (Object.keys(journeys) as (keyof typeof journeys)[]) : usual

test.each(walked)("%s", async (name) => {
  const faults: string[] = []
  let screens = 0
  const surprises = await walkThrough(name, {
    look: async (who, screen) => {
      screens += 1
      for (const fault of await faultsOn(who)) faults.push(`${screen}: ${fault}`)
    },
  })
  expect(surprises).toEqual([])
  expect(faults).toEqual([])
  expect(screens).toBeGreaterThan(15)
})
