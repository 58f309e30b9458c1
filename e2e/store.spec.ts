import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { StorePage } from "../src/app/testing/store-page.ts"
import { batteryOut } from "./battery.ts"
import { freshFolder, person } from "./harness.ts"
import type { Person } from "./harness.ts"
import { servePage } from "./test-page.ts"
import type { TestPage } from "./test-page.ts"

// The local store in a real Chromium: the contract on its own database, and what is left of a text when the battery falls out.

let testPage: TestPage
let url = ""

beforeAll(async () => {
  testPage = await servePage("src/app/testing/store-page.ts")
  url = testPage.url
}, 120_000)
afterAll(() => testPage.close())

async function opened(name: string, profile: string): Promise<Person> {
  const one = await person(name, { profile })
  await one.page.goto(url)
  await one.page.waitForFunction(() => Object.hasOwn(globalThis, "storePage"))
  return one
}

/** Calls one function of the page. */
function call<K extends keyof StorePage>(
  who: Person,
  name: K,
  ...given: readonly unknown[]
): Promise<unknown> {
  return who.page.evaluate(
    ([what, args]) => {
      const { storePage } = globalThis as unknown as { storePage: Record<string, unknown> }
      const found = storePage[what]
      return typeof found === "function" ? (found as (...all: readonly unknown[]) => unknown)(...args) : found
    },
    [name, given] as const,
  )
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const text = "I told you I was at work that Friday. I was not. ".repeat(20).trim()

test("the browser's own database keeps every promise of the store", async () => {
  const profile = freshFolder()
  const ana = await opened("Ana", profile)
  expect(await call(ana, "promised")).toBeGreaterThanOrEqual(8)
  expect(await call(ana, "broken")).toEqual([])
  await ana.close()
  rmSync(profile, { recursive: true, force: true })
})

for (const how of ["as it is", "offline", "hidden and locked", "locked at once"] as const) {
  test(`the battery falls out one second after the last key (${how}): after the restart the text is whole`, async () => {
    const profile = freshFolder()
    const ben = await opened("Ben", profile)
    expect(await call(ben, "enter", null)).toBe("fresh")
    const isLocked = how === "hidden and locked" || how === "locked at once"
    if (isLocked) await call(ben, "setPassphrase", "four plain words here")
    if (how === "offline") await ben.context.setOffline(true)
    await call(ben, "type", "account.write", text)
    if (how === "hidden and locked") await pause(200)
    if (isLocked) await call(ben, "lock")
    await pause(1000)
    await batteryOut(profile)
    const again = await opened("Ben", profile)
    const passphrase = isLocked ? "four plain words here" : null
    expect(await call(again, "enter", passphrase)).toBe(isLocked ? "locked" : "open-without-passphrase")
    expect(await call(again, "draft", "account.write")).toBe(text)
    expect(again.console).toEqual([])
    await again.close()
    rmSync(profile, { recursive: true, force: true })
  })
}

test("two tabs keep pages at once: neither loses one, and each sees the other's", async () => {
  const profile = freshFolder()
  const ben = await opened("Ben", profile)
  await call(ben, "enter", null)
  const tab = await ben.context.newPage()
  await tab.goto(url)
  await tab.waitForFunction(() => Object.hasOwn(globalThis, "storePage"))
  const second: Person = { ...ben, page: tab }
  await call(second, "enter", null)
  await Promise.all([1, 2, 3, 4].map((n) => call(n % 2 === 0 ? ben : second, "keep", `Page ${String(n)}`)))
  await pause(300)
  for (const one of [ben, second]) {
    const own = String(await call(one, "own"))
    for (const n of [1, 2, 3, 4]) expect(own).toContain(`Page ${String(n)}`)
  }
  await ben.close()
  rmSync(profile, { recursive: true, force: true })
})

test("forgetting everything leaves no database; words kept before are in no file of the browser's profile", async () => {
  const profile = freshFolder()
  const ben = await opened("Ben", profile)
  await call(ben, "enter", null)
  await call(ben, "keep", "The blue tin under the stairs")
  await call(ben, "type", "account.write", "Marigold Penhaligon")
  await pause(500)
  await ben.page.goto("about:blank")
  const heap = (): string =>
    readdirSync(profile, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => {
        const bytes = readFileSync(join(e.parentPath, e.name))
        return bytes.toString("latin1") + bytes.toString("utf16le")
      })
      .join("\n")
  const files = heap()
  expect(files.includes("Marigold Penhaligon") || files.includes("blue tin")).toBe(false)
  await ben.page.goto(url)
  await ben.page.waitForFunction(() => Object.hasOwn(globalThis, "storePage"))
  await call(ben, "enter", null)
  expect(await call(ben, "own")).toContain("blue tin")
  await call(ben, "forget")
  expect(await call(ben, "databases")).toBe(0)
  await ben.close()
  rmSync(profile, { recursive: true, force: true })
})
