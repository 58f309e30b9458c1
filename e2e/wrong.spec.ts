import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { buildWithSwitches, cases } from "../tools/wrong/cases.ts"
import { mark } from "../tools/wrong/test-build.ts"
import { textOf } from "../tools/wrong/text-of.ts"
import { builtApp, forgetFolder, inWorld, openBrowser } from "../tools/wrong/world.ts"

// What goes wrong gets a plain sentence, a way on, and loses nothing. The cases are those of `npm run wrong`, which also runs each once more with its handler
// switched off; here one of them is, so that this file is seen to turn red.

let browser: Browser
let withSwitches = ""
beforeAll(async () => {
  browser = await openBrowser()
  withSwitches = await buildWithSwitches()
})
afterAll(async () => {
  await browser.close()
  forgetFolder(withSwitches)
})

describe("a plain sentence, a way on, and nothing lost", () => {
  for (const { name, walk, inTestBuild } of cases.filter((one) => one.onlyInCommand === undefined)) {
    test(name, async () => {
      const app = inTestBuild === true ? withSwitches : builtApp
      const found = await inWorld({ browser, app, off: null }, walk)
      for (const said of Object.values(found)) expect(said).not.toBe("")
    })
  }
})

test("with its handler switched off, the cut link goes on without a word, and its case turns red", async () => {
  const [cut] = cases
  if (cut === undefined) throw new Error("there are no cases")
  await expect(inWorld({ browser, app: withSwitches, off: cut }, cut.walk)).rejects.toThrow(
    "This link cannot be used",
  )
})

test("nothing of the switches is in the app that people get", () => {
  expect(textOf(withSwitches)).toContain(mark)
  expect(textOf(builtApp)).not.toContain(mark)
})
