import type { Page } from "playwright-core"
import type { GalleryTools } from "../src/app/gallery/main.tsx"
import type { Found, Screen } from "../src/app/gallery/crawl.tsx"
import { faultsSeen } from "./harness.ts"

// Looks at many screens in many ways: for e2e/gallery.spec.ts, and for `npm run gallery -- --all`.

export interface Mode {
  readonly name: string
  readonly width: number
  readonly speech: "english" | "long" | "pseudo"
  readonly textSize?: number
  readonly dark?: true
  readonly forced?: true
  readonly still?: true
}
export const modes: readonly Mode[] = [
  { name: "320 px", width: 320, speech: "english" },
  { name: "200 % text", width: 360, speech: "english", textSize: 200 },
  { name: "dark", width: 360, speech: "english", dark: true },
  { name: "forced colours", width: 360, speech: "english", forced: true },
  { name: "reduced motion", width: 360, speech: "english", still: true },
  { name: "long words", width: 320, speech: "long" },
  { name: "pseudo-language", width: 320, speech: "pseudo" },
]

export async function ready(page: Page, url: string): Promise<void> {
  await page.goto(`${url}?quiet`)
  await page.waitForFunction(() => Object.hasOwn(globalThis, "gallery"))
}

export function crawled(page: Page, options: Parameters<GalleryTools["crawl"]>[0]): Promise<Found> {
  return page.evaluate(
    (given) => (globalThis as unknown as { gallery: GalleryTools }).gallery.crawl(given),
    options,
  )
}

/** Begins anew in this mode: a page that was dark a moment ago keeps some of it in forced colours. */
export async function begin(page: Page, url: string, mode: Mode): Promise<void> {
  await page.setViewportSize({ width: mode.width, height: 740 })
  await page.emulateMedia({
    colorScheme: mode.dark === true ? "dark" : "light",
    forcedColors: mode.forced === true ? "active" : "none",
    reducedMotion: mode.still === true ? "reduce" : "no-preference",
  })
  await ready(page, url)
}

/** What a screen is of: a place of the app or a page of a room. */
export function kindOf({ place }: Screen): string {
  return place.at === "room" ? `${place.room} ${place.place.page}` : place.at
}

/** Some of each kind, as one comes to them and after something was pressed; where three are, or were, one of each in each such state, as one comes to it. */
export function someOf(screens: readonly Screen[], most: number): readonly Screen[] {
  const counts = new Map<string, number>()
  return screens.filter((screen) => {
    const { three, pressed } = screen
    const kind = `${kindOf(screen)} ${String(pressed.length)} ${three ? `three ${String(screen.source)}` : "two"}`
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return three ? pressed.length === 0 && count === 1 : count <= most
  })
}

export function inBatches(screens: readonly Screen[], size = 60): readonly (readonly Screen[])[] {
  return Array.from({ length: Math.ceil(screens.length / size) }, (_, n) =>
    screens.slice(n * size, (n + 1) * size),
  )
}

/** Draws these screens in this mode and returns all that is wrong: what threw, what moves, what is too wide or cut off, what axe says. */
export async function lookAt(
  page: Page,
  mode: Mode,
  screens: readonly Screen[],
  between: boolean,
): Promise<readonly string[]> {
  const broken = await page.evaluate(
    async ({ screens, mode, between }) => {
      document.documentElement.style.fontSize = mode.textSize === undefined ? "" : `${String(mode.textSize)}%`
      const { gallery } = globalThis as unknown as { gallery: GalleryTools }
      return gallery.show(screens, { speech: mode.speech, between })
    },
    { screens, mode, between },
  )
  const seen = [
    ...broken,
    ...(await page.evaluate(faultsOfLayout, mode.still === true)),
    // What lies half under the bar at this moment can be scrolled to; the walks look at each page as tall as it is.
    ...(await faultsSeen(page)).filter((fault) => !fault.includes("partially obscured")),
  ]
  return seen.map((fault) => `${mode.name}: ${fault}`)
}

/** In the page: what is wider than it, what is cut off, and what still moves though it was asked not to. */
function faultsOfLayout(still: boolean): readonly string[] {
  const faults: string[] = []
  const screenOf = (element: Element): string =>
    element.closest("[data-screen]")?.getAttribute("data-screen") ?? "the frame"
  const told = (element: Element): string =>
    `${screenOf(element)}: <${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${(element.textContent ?? "").slice(0, 60)}`
  const width = document.documentElement.clientWidth
  const main = document.querySelector("main")
  if (document.querySelectorAll("[data-screen]").length === 0) return ["nothing is drawn"]
  if (document.documentElement.scrollWidth > width)
    faults.push(`sideways scroll: ${String(document.documentElement.scrollWidth)} of ${String(width)} px`)
  for (const element of main?.querySelectorAll<HTMLElement>("*") ?? []) {
    if (!element.checkVisibility()) continue
    const { left, right, width: wide } = element.getBoundingClientRect()
    if (wide > 1 && (right > width + 1 || left < -1)) faults.push(`too wide: ${told(element)}`)
    const style = getComputedStyle(element)
    const isCut = style.overflowX === "hidden" || style.overflowX === "clip"
    // A box of one pixel is there for a screen reader alone.
    if (
      isCut &&
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.textContent !== ""
    )
      faults.push(`cut off: ${told(element)}`)
    // Words that come out of their own box: seen only where something else stands beside it.
    if (
      style.overflowX === "visible" &&
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth + 2
    )
      faults.push(`spills: ${told(element)}`)
  }
  if (still)
    for (const moving of document.getAnimations()) {
      const { duration } = moving.effect?.getComputedTiming() ?? {}
      if (typeof duration === "number" && duration > 1) faults.push(`moves: ${moving.constructor.name}`)
    }
  return faults
}
