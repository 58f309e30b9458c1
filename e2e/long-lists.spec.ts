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
