import type { Page } from "playwright-core"
import { en } from "../src/practices/words/en.ts"
import type { GalleryTools } from "../src/app/gallery/main.tsx"
import type { Screen } from "../src/app/gallery/crawl.tsx"

// What is read on screens where three are, or were: line by line, as a person reads them.

const names = /\b(?:Ana|Ben|Cleo|Mira)\b/
/** Said of two, where there are three. */
const asOfTwo = /\b(?:the other person|you both|both of you|both sides|neither is)\b/i
/** Somebody's thing or doing that comes to the reader: then it says whose. */
const somebodys =
  /\b(?:an?|the) (?:answer|letter|account|page|promise|offer|remark|repair)\b.*\b(?:from|to) your?\b|\b(?:left|made|sent|told|given|said) (?:for|to) you\b|\byou accepted a\b|\b(?:to|about|on) a (?:letter|promise|matter)\b/i
/** The end of something that was offered and could not be done. */
const refused: readonly string[] = [
  en["practices.sending-failed"],
  en["practices.not-kept"],
  en["house.over"],
  en["house.only-read"],
]

/** Why this line cannot stand where three are; null: it can. */
export function faultOfLine(line: string, { name }: Pick<Screen, "name">): string | null {
  if (refused.includes(line)) return "offered, and then refused"
  const sentences = line.split(/(?<=[.?!:])\s+/)
  if (!name.includes("left") && sentences.some((one) => asOfTwo.test(one) && !names.test(one)))
    return "as if there were two"
  return sentences.some((one) => somebodys.test(one) && !names.test(one)) ? "leaves open whose it is" : null
}

/** Draws these screens and returns every line of every one that cannot stand there. */
export async function faultsOfWords(
  page: Page,
  screens: readonly Screen[],
): Promise<{ readonly lines: number; readonly faults: readonly string[] }> {
  const read = await page.evaluate(async (all) => {
    const { gallery } = globalThis as unknown as { gallery: GalleryTools }
    await gallery.show(all, { speech: "english", between: false })
    // What people wrote is theirs.
    for (const own of document.querySelectorAll(".kit-own")) own.remove()
    return [...document.querySelectorAll<HTMLElement>("[data-screen]")].map((screen) => screen.innerText)
  }, screens)
  const lines = screens.flatMap((screen, n) =>
    (read[n] ?? "").split("\n").map((line) => ({ screen, line: line.trim() })),
  )
  const faults = lines.flatMap(({ screen, line }) => {
    const fault = faultOfLine(line, screen)
    return fault === null ? [] : [`${screen.name}: ${fault}: ${line}`]
  })
  return { lines: lines.length, faults }
}
