import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { person } from "./harness.ts"
import { servePage } from "./test-page.ts"
import type { TestPage } from "./test-page.ts"

// The language may change while the page runs: sentences, numbers, days and direction follow, and nothing that was written is touched.

let served: TestPage
beforeAll(async () => {
  served = await servePage("e2e/words-page.tsx")
})
afterAll(() => served.close())

/** Not a translation: enough of another language to see that each sentence asks for its words anew, in plural forms English does not have. */
const other = {
  locale: "ar",
  dir: "rtl",
  catalogue: {
    "page.title": "ماذا حدث",
    "page.leave": "غادر هذه الصفحة",
    "page.sheet": "بكلماتك",
    "page.kept": { one: "صفحة", two: "صفحتان", few: "{n} صفحات", many: "{n} صفحة", other: "{n} صفحة" },
    "kit.parts-at": "{at} من {all}",
  },
} as const

test("the language changes while Ana writes: every sentence, number, day and the direction; her words, caret, part and undo stay", async () => {
  const ana = await person("Ana")
  const { page } = ana
  await page.goto(served.url)
  await page.getByRole("button", { name: "Next: b" }).click()
  await page.locator("input[type=text]").fill("Thursday")
  await page.getByRole("radio", { name: "both" }).check()
  const sheet = page.locator("textarea").first()
  await sheet.fill("I was not at work.")
  await sheet.press("End")
  await page.keyboard.type(" I was out.")
  await sheet.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(2, 9))
  await sheet.focus()
  const seen = (): Promise<unknown> =>
    page.evaluate(() => {
      const area = document.querySelector("textarea")
      const button = document.querySelector(".kit-exit")
      return {
        lang: document.documentElement.lang,
        dir: document.documentElement.dir,
        title: document.querySelector("h1")?.textContent,
        exitAtStart: (button?.getBoundingClientRect().left ?? 0) < innerWidth / 2,
        label: area?.labels[0]?.textContent,
        at: document.querySelector(".kit-parts-at")?.textContent,
        kept: document.querySelector("#kept")?.textContent,
        month: document.querySelector("#day")?.textContent,
        text: area?.value,
        caret: [area?.selectionStart, area?.selectionEnd, document.activeElement === area],
        name: document.querySelector<HTMLInputElement>("input[type=text]")?.value,
        chosen: document.querySelector<HTMLInputElement>("input[type=radio]")?.checked,
      }
    })
  const written = {
    text: "I was not at work. I was out.",
    caret: [2, 9, true],
    name: "Thursday",
    chosen: true,
  }
  const english = {
    lang: "en-GB",
    dir: "ltr",
    title: "What happened",
    exitAtStart: false,
    label: "In your words",
    at: "2 of 2",
    kept: "1,234 pages kept",
    month: "January",
    ...written,
  }
  expect(await seen()).toEqual(english)
  await speak(page, other)
  expect(await seen()).toEqual({
    lang: "ar",
    dir: "rtl",
    title: "ماذا حدث",
    exitAtStart: true,
    label: "بكلماتك",
    at: await inArabic(page, [2, 2]),
    kept: await keptInArabic(page),
    month: "يناير",
    ...written,
  })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await speak(page, {})
  expect(await seen()).toEqual(english)
  await sheet.press("Control+z")
  expect(await sheet.inputValue()).not.toContain("I was out.")
  expect(ana.console).toEqual([])
  await ana.close()
})

function speak(page: Page, spoken: unknown): Promise<void> {
  return page.evaluate((given) => {
    const { wordsPage } = globalThis as unknown as { wordsPage: { speak: (spoken: unknown) => void } }
    wordsPage.speak(given)
  }, spoken)
}

/** Whichever digits this browser's Arabic has. */
function inArabic(page: Page, [at, all]: readonly [number, number]): Promise<string> {
  return page.evaluate(
    ([a, b]) => {
      const digits = new Intl.NumberFormat("ar")
      return `${digits.format(a)} من ${digits.format(b)}`
    },
    [at, all] as const,
  )
}
function keptInArabic(page: Page): Promise<string> {
  return page.evaluate(() => `${new Intl.NumberFormat("ar").format(1234)} صفحة`)
}
