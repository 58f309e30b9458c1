import type { Page } from "playwright-core"
import type { Person } from "../harness.ts"

// Hands that have only a keyboard. Every stop on the way is looked at: it must be seen, and no bar may lie over it (WCAG 2.4.7, 2.4.11).

export interface Stop {
  /** What a screen reader would call it. */
  readonly name: string
  readonly tag: string
  readonly isVisible: boolean
  readonly isCovered: boolean
}

/** What holds the focus now. */
export function stopAt(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const held = document.activeElement ?? document.body
    const labels =
      held instanceof HTMLInputElement || held instanceof HTMLTextAreaElement ? held.labels : null
    const name = held.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? held.textContent
    const around = [held, held.closest(".kit-row"), held.closest(".kit-editor-sheet")].filter(
      (e) => e !== null,
    )
    const outlined = around.flatMap((e) => [getComputedStyle(e), getComputedStyle(e, "::after")])
    const box = held.getBoundingClientRect()
    const spots = [0.05, 0.25, 0.5, 0.75, 0.95].flatMap((x) =>
      [0.05, 0.5, 0.95].map((y) => [box.x + box.width * x, box.y + box.height * y] as const),
    )
    const isOnTop = ([x, y]: readonly [number, number]): boolean => {
      const top = document.elementFromPoint(x, y)
      return top !== null && (held.contains(top) || top.contains(held))
    }
    return {
      name: name.replaceAll(/\s+/g, " ").trim(),
      tag: held.tagName,
      isVisible: outlined.some((s) => s.outlineStyle !== "none" && Number.parseFloat(s.outlineWidth) > 0),
      isCovered: held !== document.body && !spots.some(isOnTop),
    }
  })
}

/** Where it comes to rest: the browser may bring it into view some frames later, and a busy machine draws few. What is still under a bar after a second stays there. */
async function atRest(page: Page): Promise<Stop> {
  for (let looks = 0; ; looks += 1) {
    const stop = await stopAt(page)
    if ((!stop.isCovered && stop.isVisible) || looks === 8) return stop
    // Behind the last stop the focus is nowhere, and comes to no rest; it may be on its way for a moment.
    if (stop.tag === "BODY" && looks === 1) return stop
    await page.waitForTimeout(120)
  }
}

export interface Keys {
  readonly faults: readonly string[]
  readonly stops: () => number
  /** Tabs forward to what is called so, and stays there. */
  readonly tabTo: (name: string | RegExp) => Promise<void>
  readonly press: (name: string | RegExp) => Promise<void>
  readonly type: (name: string | RegExp, text: string) => Promise<void>
  /** After a move: the focus is on this heading, and the exit is one or two steps back. */
  readonly arrives: (heading: string | RegExp) => Promise<void>
  readonly goTo: (place: string) => Promise<void>
}

const fits = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string" ? name === wanted : wanted.test(name)

export function onlyKeys({ page, name: who }: Person): Keys {
  const faults: string[] = []
  let stops = 0
  let here = "the first page"
  const look = async (): Promise<Stop> => {
    const stop = await atRest(page)
    stops += 1
    if (stop.tag === "BODY") return stop
    if (!stop.isVisible) faults.push(`${here}: the focus on "${stop.name}" cannot be seen`)
    if (stop.isCovered) faults.push(`${here}: "${stop.name}" is covered`)
    return stop
  }
  const tabTo = async (wanted: string | RegExp): Promise<void> => {
    const seen: string[] = []
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press("Tab")
      const stop = await look()
      seen.push(stop.name)
      if (fits(stop.name, wanted)) return
    }
    throw new Error(`${who} never came to ${String(wanted)} on ${here}: ${seen.join(" | ")}`)
  }
  const exitIsNear = async (): Promise<void> => {
    for (let back = 1; back <= 3; back += 1) {
      await page.keyboard.press("Shift+Tab")
      if ((await look()).name !== "Leave this page") continue
      // And on to where one was: the exit never traps.
      for (let on = 0; on < back; on += 1) await page.keyboard.press("Tab")
      return
    }
    faults.push(`${here}: the exit is not within three steps`)
  }
  return {
    faults,
    stops: () => stops,
    tabTo,
    press: async (name) => {
      await tabTo(name)
      await page.keyboard.press("Enter")
    },
    type: async (name, text) => {
      await tabTo(name)
      await page.keyboard.press("Control+A")
      await page.keyboard.type(text)
    },
    arrives: async (heading) => {
      here = String(heading)
      await page.getByRole("heading", { name: heading }).first().waitFor()
      let stop = await stopAt(page)
      for (let waited = 0; waited < 20 && !/^H[1-3]$/.test(stop.tag); waited += 1) {
        await page.waitForTimeout(50)
        stop = await stopAt(page)
      }
      if (!/^H[1-3]$/.test(stop.tag) || !fits(stop.name, heading))
        faults.push(`${here}: the focus is on ${stop.tag} "${stop.name}", not on the heading`)
      await exitIsNear()
    },
    goTo: async (place) => {
      await tabTo(place)
      await page.keyboard.press("Enter")
    },
  }
}

/** Tabs once round this page at one size. Returns what could not be seen, or lay under a bar. */
export async function onceRound(
  who: Person,
  size: { readonly width: number; readonly height: number },
): Promise<readonly string[]> {
  const { page } = who
  await page.setViewportSize(size)
  const faults: string[] = []
  const first = await stopAt(page)
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press("Tab")
    const stop = await atRest(page)
    if (stop.tag === "BODY") break
    const where = `${String(size.width)}×${String(size.height)}: "${stop.name}"`
    if (!stop.isVisible) faults.push(`${where} cannot be seen`)
    if (stop.isCovered) faults.push(`${where} is covered`)
    if (stop.name === first.name && tabs > 2) break
  }
  return faults
}
