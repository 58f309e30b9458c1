import type { Page } from "playwright-core"

// The way out on every screen: on top at its own centre, large enough for a thumb, and a step or two away for a keyboard (CARE A1).

export interface Size {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly largeText?: boolean
}
export const sizes: readonly Size[] = [
  { name: "320 wide", width: 320, height: 568 },
  { name: "360 wide", width: 360, height: 640 },
  { name: "390 wide", width: 390, height: 844 },
  { name: "412 wide", width: 412, height: 915 },
  { name: "on its side", width: 640, height: 360 },
  { name: "the keyboard up", width: 360, height: 300 },
  { name: "letters twice as large", width: 360, height: 640, largeText: true },
]

interface Spot {
  readonly wide: number
  readonly high: number
  readonly isOnTop: boolean
  readonly isWhole: boolean
}

/** Runs in the page: at both ends of it, for a bar may cover what it did not cover before. */
function spots(): readonly (Spot | null)[] {
  return [0, document.documentElement.scrollHeight].map((to) => {
    scrollTo(0, to)
    const button = document.querySelector(".kit-exit")
    if (button === null) return null
    const box = button.getBoundingClientRect()
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return {
      wide: box.width,
      high: box.height,
      isOnTop: top !== null && button.contains(top),
      isWhole: box.x >= 0 && box.y >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
    }
  })
}

function faultOf(spot: Spot | null): string | null {
  if (spot === null) return "there is no way out"
  if (!spot.isOnTop) return "something lies over it"
  if (!spot.isWhole) return "it is not wholly on the screen"
  return spot.wide < 44 || spot.high < 44 ? "it is too small" : null
}

async function stepsTo(page: Page, from: "header" | "main h1", key: "Tab" | "Shift+Tab"): Promise<number> {
  await page.evaluate((where) => {
    // Where a dialog is open, one is in it.
    const dialog = where === "header" ? null : document.querySelector<HTMLElement>(".kit-dialog h2")
    const start = dialog ?? document.querySelector<HTMLElement>(where)
    if (start === null) return
    start.tabIndex = -1
    start.focus({ preventScroll: true })
  }, from)
  for (let steps = 1; steps <= 3; steps += 1) {
    await page.keyboard.press(key)
    if (await page.evaluate(() => document.activeElement?.classList.contains("kit-exit") === true))
      return steps
  }
  return Number.POSITIVE_INFINITY
}

/** Looks at one screen in all sizes. */
export async function exitFaults(
  page: Page,
  screen: string,
  only: readonly Size[] = sizes,
): Promise<readonly string[]> {
  const before = page.viewportSize()
  const faults: string[] = []
  for (const { name, width, height, largeText } of only) {
    await page.setViewportSize({ width, height })
    if (largeText === true) await page.evaluate(() => (document.documentElement.style.fontSize = "200%"))
    for (const spot of await page.evaluate(spots)) {
      const fault = faultOf(spot)
      if (fault !== null) faults.push(`${screen}, ${name}: ${fault}`)
    }
    if (largeText === true) await page.evaluate(() => (document.documentElement.style.fontSize = ""))
  }
  if (before !== null) await page.setViewportSize(before)
  if ((await stepsTo(page, "header", "Tab")) > 3) faults.push(`${screen}: more than three Tabs from the top`)
  if ((await stepsTo(page, "main h1", "Shift+Tab")) > 3)
    faults.push(`${screen}: more than three steps back from the heading`)
  return faults
}
