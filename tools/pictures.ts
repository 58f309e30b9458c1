import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { buildApp } from "./build.ts"
import { findBrowser } from "./browser.ts"
import { root } from "./step.ts"

// npm run pictures [-- --only first,help] [--walks alone,moved] [--readme]: a picture of every screen, two sizes, light and dark, and with letters twice as
// large, for somebody to look at one by one.
// With --readme the four pictures of the README are made anew from the same walk.

const browser = findBrowser((line) => console.log(line))
if (browser.path === null) {
  console.log(`not run: ${browser.why}`)
  process.exit(1)
}
process.env["CHROMIUM"] = browser.path
await buildApp()
const { everyPage } = await import("../e2e/walks/every-page.ts")
const { pictureFolder, walkThrough } = await import("../e2e/walks/journeys.ts")

const { startRelay } = await import("../e2e/harness.ts")
const { copyThereAndBack } = await import("../e2e/walks/copies.ts")
const { afterFork } = await import("../e2e/walks/forked.ts")
const { goneElsewhere } = await import("../e2e/walks/gone-elsewhere.ts")
const { moveTogether } = await import("../e2e/walks/moved.ts")
const { troublesShown } = await import("../e2e/walks/troubles.ts")

const chosen = (name: string): ReadonlySet<string> | null => {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : new Set((process.argv[at + 1] ?? "").split(","))
}
const only = chosen("--only")
const folder = pictureFolder("pictures")
rmSync(folder, { recursive: true, force: true })
pictureFolder("pictures")

const sizes = [
  { name: "phone", width: 360, height: 740 },
  { name: "desk", width: 1280, height: 800 },
] as const
/** The README's four, as one sees them on a phone before scrolling. */
const readme: Readonly<Record<string, { readonly file: string; readonly scheme: "light" | "dark" }>> = {
  "alone-ana-first": { file: "first.png", scheme: "light" },
  "journey-ben-apology-marked": { file: "writing.png", scheme: "light" },
  "journey-ana-account-gate": { file: "closed.png", scheme: "dark" },
  "journey-ana-promise-look-back": { file: "promise.png", scheme: "dark" },
}
const forReadme = process.argv.includes("--readme")
const taken: string[] = []
const seen = new Set<string>()

type Who = Parameters<NonNullable<Parameters<typeof walkThrough>[1]["look"]>>[0]

async function take(walk: string, who: Who, screen: string): Promise<void> {
  const name = `${walk}-${who.name.toLowerCase()}-${screen}`
  if (seen.has(name) || (only !== null && !only.has(screen))) return
  seen.add(name)
  const { page } = who
  const before = page.viewportSize() ?? sizes[0]
  // As a whole page, with the bars where they are for somebody who has just come to it.
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.evaluate(() => scrollTo(0, 0))
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme })
      const shown = readme[name]
      if (forReadme && size.name === "phone" && shown?.scheme === colorScheme)
        await page.screenshot({ path: join(root, "docs/pictures", shown.file) })
      const file = `${name}-${size.name}-${colorScheme}.png`
      await page.screenshot({ path: join(folder, file), fullPage: size.name === "phone" })
      taken.push(file)
    }
    await page.emulateMedia({ colorScheme: "light" })
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"))
    const file = `${name}-${size.name}-large.png`
    await page.screenshot({ path: join(folder, file), fullPage: true })
    taken.push(file)
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"))
  }
  await page.emulateMedia({ colorScheme: "light" })
  await page.setViewportSize(before)
}

const looking =
  (walk: string) =>
  (who: Who, screen: string): Promise<void> =>
    take(walk, who, screen)
const journey = (name: Parameters<typeof walkThrough>[0], walk: string) => async (): Promise<void> => {
  for (const line of await walkThrough(name, { look: looking(walk) })) console.log(line)
}
async function atTwo(walk: typeof moveTogether, name: string): Promise<void> {
  const [from, to] = await Promise.all([startRelay(), startRelay()])
  await walk({ from, to }, looking(name))
  await Promise.all([from.stop(), to.stop()])
}
const walks: Readonly<Record<string, () => Promise<void>>> = {
  alone: () => everyPage(looking("alone")),
  journey: journey("Ben, who hurt Ana", "journey"),
  three: journey("Cleo, who makes three", "three"),
  second: journey("Ana, who speaks first", "second"),
  lost: journey("Ana, whose phone is lost", "lost"),
  linked: journey("Ana, whose laptop is linked", "linked"),
  later: journey("Ana, who shares something later", "later"),
  copies: () => copyThereAndBack(looking("copies")),
  forked: () => afterFork(looking("forked")),
  moved: () => atTwo(moveTogether, "moved"),
  gone: () => atTwo(goneElsewhere, "gone"),
  troubles: () => troublesShown(looking("troubles")),
}
const walked = chosen("--walks")
for (const [name, walk] of Object.entries(walks)) if (walked === null || walked.has(name)) await walk()
const rows = taken.map(
  (file) => `<figure><img src="${file}" alt=""><figcaption>${file}</figcaption></figure>`,
)
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html><title>Pictures</title><style>body{background:#888}figure{display:inline-block;vertical-align:top;margin:8px}img{max-width:420px}</style>${rows.join("\n")}`,
)
console.log(`${String(taken.length)} pictures of ${String(seen.size)} screens, in .tmp/pictures`)
process.exit(taken.length === 0 ? 1 : 0)
