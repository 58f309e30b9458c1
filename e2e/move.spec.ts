import { afterAll, beforeAll, expect, test } from "vitest"
import { axe, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { moveTogether } from "./walks/moved.ts"

// Two real servers at two addresses, two real browsers: Ana and Ben agree, and Ana writes on at the other one.

let [from, to]: readonly [TestRelay, TestRelay] = [undefined as never, undefined as never]
beforeAll(async () => {
  ;[from, to] = await Promise.all([startRelay(), startRelay()])
})
afterAll(() => Promise.all([from.stop(), to.stop()]))

/** The gallery draws these in every way there is. */
const inGallery = ["move-no-sheet", "move", "asked-move-no-sheet", "asked-move"]

/** A new screen has no fault in it, also with letters twice as large. */
async function look({ page }: Person, screen: string): Promise<void> {
  if (inGallery.includes(screen)) return
  const size = (fontSize: string) =>
    page.evaluate((now) => (document.documentElement.style.fontSize = now), fontSize)
  expect(await axe(page), screen).toEqual([])
  await size("200%")
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  await size("")
  expect(isTooWide, screen).toBe(false)
}

test(
  "Ana and Ben agree on another server; Ana comes there with a copy and her sheet, and the old one is asked for nothing more",
  () => moveTogether({ from, to }, look),
  90_000,
)
