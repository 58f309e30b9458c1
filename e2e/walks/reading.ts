import type { Page } from "playwright-core"
import type { Person } from "../harness.ts"

// Every screen as people with other eyes have it: a small phone, letters twice as large, wider spacing, forced colours, no motion, and on paper nothing.

/** What somebody with other eyes could not read of this screen; it stands as before afterwards. */
export async function hardToRead({ page }: Person): Promise<readonly string[]> {
  const size = page.viewportSize() ?? { width: 360, height: 740 }
  const faults: string[] = []
  const measure = async (how: string): Promise<void> => {
    for (const fault of await outOfPlace(page)) faults.push(`${how}: ${fault}`)
  }
  await page.setViewportSize({ width: 320, height: 568 })
  await measure("320 px")
  await letters(page, { twice: false, spaced: true })
  await measure("wider spacing")
  await letters(page, { twice: true, spaced: false })
  await measure("letters twice as large")
  await letters(page, { twice: false, spaced: false })
  await page.setViewportSize(size)
  await page.emulateMedia({ forcedColors: "active" })
  for (const fault of await lostInForcedColours(page)) faults.push(`forced colours: ${fault}`)
  await page.emulateMedia({ forcedColors: "none", media: "print" })
  if (await page.evaluate(() => document.body.checkVisibility())) faults.push("print shows the page")
  await page.emulateMedia({ forcedColors: "none", media: "screen" })
  const moving = await page.evaluate(
    () => document.getAnimations().filter((a) => a.playState === "running").length,
  )
  if (moving > 0) faults.push(`${String(moving)} things move although motion is reduced`)
  return faults
}

/** Through the page's own objects: the content policy lets no style in, and that is right. WCAG 1.4.4 and 1.4.12. */
function letters(page: Page, how: { readonly twice: boolean; readonly spaced: boolean }): Promise<void> {
  return page.evaluate(({ twice, spaced }) => {
    document.documentElement.style.fontSize = twice ? "200%" : ""
    const sheet = new CSSStyleSheet()
    if (spaced)
      sheet.replaceSync(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
      )
    document.adoptedStyleSheets = [sheet]
  }, how)
}

/** What leads sideways, is cut off, or lies over the way out. */
function outOfPlace(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const wide = document.documentElement.scrollWidth
    if (wide > innerWidth) faults.push(`the page is ${String(wide)} px wide`)
    for (const element of document.querySelectorAll<HTMLElement>("main *, header *, nav *")) {
      const { overflowX } = getComputedStyle(element)
      // A line of a field runs along under the hand that types it; so it does everywhere.
      if (element.closest(".kit-unseen, svg, input, [hidden]") !== null || overflowX === "visible") continue
      // Only for who hears the page.
      if (element.clientWidth <= 1 && element.clientHeight <= 1) continue
      if (element.scrollWidth > element.clientWidth + 1) faults.push(`cut off: ${element.className}`)
    }
    const exit = [...document.querySelectorAll("button")].find((b) => b.textContent === "Leave this page")
    const box = exit?.getBoundingClientRect()
    if (exit === undefined || box === undefined) return [...faults, "no way out"]
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    if (top === null || !exit.contains(top)) faults.push("the way out is covered")
    if (box.width < 44 || box.height < 44 || box.right > innerWidth) faults.push("the way out is cut")
    return faults
  })
}

/** With the system's own few colours: the exit still has its edge, and every state says itself in words. */
function lostInForcedColours(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const exit = [...document.querySelectorAll("button")].find((b) => b.textContent === "Leave this page")
    const style = exit === undefined ? null : getComputedStyle(exit)
    if (style === null) return ["no way out"]
    if (style.borderStyle === "none" || style.borderColor === style.backgroundColor)
      faults.push("the exit has no edge")
    if (style.color === style.backgroundColor) faults.push("the exit's words cannot be read")
    for (const state of document.querySelectorAll(".kit-ending, .kit-where, .kit-part-there, .kit-part-open"))
      if (!/\w/.test(state.textContent)) faults.push(`${state.className} says nothing`)
    for (const button of document.querySelectorAll("main .kit-button:not(.kit-quiet)"))
      if (getComputedStyle(button).borderStyle === "none") faults.push(`no edge: ${button.textContent}`)
    return faults
  })
}
