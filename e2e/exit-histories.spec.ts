import { rmSync } from "node:fs"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { planOf } from "./exit/checks.ts"
import { tellMany } from "./exit/histories.ts"
import { leaves, leavings, neutralPicture } from "./exit/leaving.ts"
import type { Leaving } from "./exit/leaving.ts"
import { moments, putAside } from "./exit/moments.ts"
import { buildExit, isClean } from "./exit/planted.ts"
import type { ExitFault } from "./exit/planted.ts"
import { inItsOwnWindow } from "./exit/real-windows.ts"
import { openBrowser } from "./exit/world.ts"
import { startRelay } from "./harness.ts"
import type { TestRelay } from "./harness.ts"

// A part of `npm run exit-walk` that is quick enough for every day: CARE A2–A6 and A10.

let relay: TestRelay
let browser: Browser
let keeping: Browser
beforeAll(async () => {
  relay = await startRelay()
  browser = await openBrowser(false)
  keeping = await openBrowser(true)
})
afterAll(async () => {
  await browser.close()
  await keeping.close()
  await relay.stop()
})

const slowly: Leaving = { answers: "after 3 s" }

test.each(["to a page that takes three seconds", "without a connection"])(
  "Ana leaves %s: her words are gone within 100 ms and before any network, one word is spoken, and no entry of the history has them",
  async (name) => {
    const neutral = await neutralPicture(browser, relay.url)
    const left = await leaves(browser, relay.url, leavings[name] ?? slowly, neutral)
    expect(left.faults).toEqual([])
    expect(left.goneMs).toBeLessThanOrEqual(100)
  },
)

test.each(
  Object.keys(moments).filter((name) =>
    /word is being saved|passphrase is being tried|another tab/.test(name),
  ),
)("Ana leaves %s", async (name) => {
  expect(await moments[name]?.(browser, relay.url)).toEqual([])
})

test("Ana leaves in the window of an installed app and stays on the neutral screen", async () => {
  expect(await inItsOwnWindow()).toEqual([])
})

test("a page Ana only went on from is put aside blank, and is closed when somebody presses Back", async () => {
  expect(await putAside(keeping, relay.url)).toEqual([])
})

test("six histories nobody thought of: whoever takes the phone after Ana finds the closed page and everyday ones, and their pictures are the same as ever", async () => {
  const faults: string[] = []
  let looks = 0
  for (const [door, seeds] of planOf(7001, 6))
    await tellMany(browser, relay.url, door, seeds, (one, came) => {
      looks += came.looks
      faults.push(...came.faults.map((fault) => `seed ${String(one.seed)} (${one.door}): ${fault}`))
    })
  expect(faults).toEqual([])
  expect(looks).toBeGreaterThan(30)
})

/** Looks with a fault planted, in an app built for this test alone. */
async function planted<T>(fault: ExitFault, look: (url: string) => Promise<T>): Promise<T> {
  const files = await buildExit(fault)
  const other = await startRelay({ files })
  try {
    return await look(other.url)
  } finally {
    await other.stop()
    rmSync(files, { recursive: true, force: true })
  }
}

test("planted: an exit that does not blank the page, and one that goes by href, turn these tests red; no file of the app knows of it", async () => {
  const neutral = await neutralPicture(browser, relay.url)
  const notBlanked = await planted("the page is not blanked before it goes", (url) =>
    leaves(browser, url, slowly, neutral),
  )
  expect(notBlanked.faults.join()).toMatch(/the words|first frame|picture/)
  const byHref = await planted("it goes by href", (url) =>
    leaves(browser, url, { answers: "at once" }, neutral),
  )
  expect(byHref.faults.join()).toMatch(/the history grew/)
  expect(isClean()).toBe(true)
})
