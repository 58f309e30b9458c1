import { afterAll, beforeAll, expect, test } from "vitest"
import { axe, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { goneElsewhere } from "./walks/gone-elsewhere.ts"

let [from, to]: readonly [TestRelay, TestRelay] = [undefined as never, undefined as never]
beforeAll(async () => {
  ;[from, to] = await Promise.all([startRelay(), startRelay()])
})
afterAll(() => Promise.all([from.stop(), to.stop()]))

/** A new screen has no fault in it, at both sizes. */
async function look({ page }: Person, screen: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 360, height: 740 }
  for (const size of [
    { width: 360, height: 740 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size)
    expect(await axe(page), `${screen} at ${String(size.width)}`).toEqual([])
  }
  await page.setViewportSize(before)
}

test("A device that Ana lets go after everybody agreed on another server is gone there for both, and the old one is asked for nothing", () =>
  goneElsewhere({ from, to }, look))
