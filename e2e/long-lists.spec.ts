import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { faultsSeen, person } from "./harness.ts"
import type { Person } from "./harness.ts"
import { servePage } from "./test-page.ts"
import type { TestPage } from "./test-page.ts"

// A year of things on one page: the newest of them, and ways to what is earlier that keep a hand's place.

let served: TestPage
let ana: Person
beforeAll(async () => {
  served = await servePage("tools/bench/screens-page.tsx")
  ana = await person("Ana")
  await ana.page.goto(served.url)
  await ana.page.waitForFunction(() => Object.hasOwn(globalThis, "screens"))
  await draw("begin", 400)
})
afterAll(async () => {
  await ana.close()
  served.close()
})

function draw(what: "begin" | "draw", ...given: readonly unknown[]): Promise<unknown> {
  return ana.page.evaluate(
    ([name, args]) =>
      (globalThis as unknown as { screens: Record<string, (...a: readonly unknown[]) => unknown> }).screens[
        name
      ]?.(...args),
    [what, given] as const,
  )
}
const cards = () => ana.page.locator("main .kit-card-title button")
const focused = () => ana.page.evaluate(() => document.activeElement?.textContent ?? "")

test("Looking back shows the newest; earlier ones come with a press, and reading goes on at the first of them", async () => {
  await draw("draw", "ana", "Looking back")
  expect(await cards().count()).toBe(30)
  expect(await ana.page.locator("main .kit-card-reason").first().innerText()).toContain("June 2026")
  await ana.page.getByRole("button", { name: "Show earlier ones" }).click()
  expect(await cards().count()).toBe(60)
  expect(
    await ana.page.evaluate(() =>
      [...document.querySelectorAll("main .kit-card-title button")].indexOf(
        document.activeElement ?? document.body,
      ),
    ),
  ).toBe(30)
  const month = ana.page.getByLabel("Go to a month")
  await month.focus()
  await month.selectOption("December 2025")
  expect(await cards().count()).toBe(30)
  expect(await ana.page.locator("main .kit-card-reason").first().innerText()).toContain("December 2025")
  expect(await ana.page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT")
  expect(await faultsSeen(ana.page)).toEqual([])
})

test("the very first thing of a year is reached, from any month on, by pressing on", async () => {
  await draw("draw", "ana", "Looking back")
  await ana.page.getByLabel("Go to a month").selectOption("November 2025")
  const more = ana.page.getByRole("button", { name: "Show earlier ones" })
  while (await more.isVisible()) await more.click()
  expect(await ana.page.locator("main .kit-card-reason").last().innerText()).toContain("1 November 2025")
})

test("a room, whose newest stand last, brings earlier ones above them; Today five of each sort", async () => {
  await draw("draw", "ana", "account")
  expect(await cards().count()).toBe(30)
  const last = await ana.page.locator("main .kit-card-reason").last().innerText()
  await ana.page.getByRole("button", { name: "Show earlier ones" }).click()
  expect(await cards().count()).toBe(60)
  expect(await ana.page.locator("main .kit-card-reason").last().innerText()).toBe(last)
  expect(await focused()).toContain("The Friday")
  expect(
    await ana.page.evaluate(() =>
      [...document.querySelectorAll("main .kit-card-title button")].indexOf(
        document.activeElement ?? document.body,
      ),
    ),
  ).toBe(0)
  expect(await faultsSeen(ana.page)).toEqual([])
  await draw("draw", "ana", "Today")
  expect(await cards().count()).toBeLessThanOrEqual(23)
  await ana.page.getByRole("button", { name: "Show earlier ones" }).first().click()
  expect(await cards().count()).toBeGreaterThan(23)
  expect(await faultsSeen(ana.page)).toEqual([])
})

describe("what was taken back", () => {
  const lines = () => ana.page.getByText(/^Ben took something back here/)
  const earlier = () => ana.page.getByRole("button", { name: "Show earlier ones" }).last()

  test("each room remembers its own list of it: where one of them was left, the others do not begin", async () => {
    await draw("begin", 400, 160)
    await draw("draw", "ana", "account")
    expect(await lines().count()).toBe(30)
    await earlier().click()
    expect(await lines().count()).toBe(40)
    for (const room of ["apology", "matters"]) {
      await draw("draw", "ana", room)
      expect(await lines().count()).toBe(30)
    }
    await draw("draw", "ana", "account")
    expect(await lines().count()).toBe(40)
  })

  test("a page that is gone says what became of it, wherever the list of its room was left", async () => {
    await draw("begin", 400, 160)
    await draw("draw", "ana", "matters")
    await ana.page.getByLabel("Go to a month").last().selectOption("November 2025")
    expect(await lines().count()).toBeLessThan(30)
    await draw("draw", "ana", "A page that was taken back")
    expect(await lines().count()).toBe(1)
  })
})

describe("what is shared", () => {
  const things = () => ana.page.locator("main .kit-sheet")
  const more = () => ana.page.getByRole("button", { name: "Show earlier ones" })
  const count = (n: string) => ana.page.getByText(`${n} things in all.`)
  /** Which of the things on the page holds the focus itself. */
  const at = () =>
    ana.page.evaluate(() =>
      [...document.querySelectorAll("main .kit-sheet")].indexOf(document.activeElement ?? document.body),
    )
  const said = () => ana.page.getByRole("status")
  /** How wide the page is with text at 200 %. */
  const withLargeText = () =>
    ana.page.evaluate(() => {
      const { style } = document.documentElement
      style.fontSize = "200%"
      const { scrollWidth } = document.documentElement
      style.fontSize = ""
      return scrollWidth
    })

  test("the newest of ten thousand are drawn; how many there are is said of all, and every month is reached", async () => {
    await draw("begin", 10_000)
    await draw("draw", "ben", "What is shared")
    expect(await things().count()).toBe(30)
    expect(await count("10,000").count()).toBe(1)
    expect(await things().first().innerText()).toContain("June 2026")
    await more().click()
    expect(await things().count()).toBe(60)
    // On the thing, not on a button of it: a key that is held for long takes nothing back.
    expect(await at()).toBe(30)
    await ana.page.getByLabel("Go to a month").selectOption("November 2025")
    expect(await things().count()).toBe(30)
    expect(await things().first().innerText()).toContain("November 2025")
    expect(await count("10,000").count()).toBe(1)
    for (const width of [1280, 360]) {
      await ana.page.setViewportSize({ width, height: 740 })
      expect(await faultsSeen(ana.page)).toEqual([])
      expect(await withLargeText()).toBeLessThanOrEqual(width)
    }
  })

  test("what waits comes first, and is stopped there; the very first is reached, too", async () => {
    await draw("begin", 400, 0, 2)
    await draw("draw", "ben", "What is shared")
    const waits = things().filter({ hasText: "It has not gone." })
    expect(await waits.count()).toBe(2)
    expect(await things().nth(2).innerText()).toContain("June 2026")
    await things().first().getByRole("button", { name: "Stop it" }).click()
    await said().getByText("It is stopped.").waitFor()
    expect(await waits.count()).toBe(1)
    expect(await things().first().innerText()).toContain("It has not gone.")
    expect(await count("401").count()).toBe(1)
    await ana.page.getByLabel("Go to a month").selectOption("November 2025")
    while (await more().isVisible()) await more().click()
    expect(await things().last().innerText()).toContain("1 November 2025")
  })

  test("what is taken back is gone: it is said, the count knows, and reading goes on at what took its place", async () => {
    await draw("begin", 400)
    await draw("draw", "ben", "What is shared")
    const take = (n: number) => things().nth(n).getByRole("button", { name: "Take it back" })
    const next = await things().nth(2).innerText()
    await take(1).focus()
    await ana.page.keyboard.press("Enter")
    await count("399").waitFor()
    expect(await things().count()).toBe(30)
    expect(await things().nth(1).innerText()).toBe(next)
    expect(await at()).toBe(1)
    await said().getByText("It is taken back.").waitFor()
    // Held for long: it is no button that has the focus now.
    await ana.page.keyboard.press("Enter")
    expect(await count("399").count()).toBe(1)
  })

  test("taking everything back is of all, also of what is not drawn, wherever one stands in the list", async () => {
    await draw("begin", 160)
    await draw("draw", "ben", "What is shared")
    await ana.page.getByLabel("Go to a month").selectOption("November 2025")
    await ana.page.getByRole("button", { name: "Take everything back" }).click()
    await ana.page.getByRole("button", { name: "Take everything back" }).click()
    // What they keep together stays: every fourth thing was a promise.
    await count("39").waitFor()
    expect(await things().count()).toBe(30)
    await more().click()
    expect(await things().count()).toBe(39)
    expect(await things().getByRole("button", { name: "Take it back" }).count()).toBe(0)
  })
})
