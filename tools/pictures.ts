import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { buildApp } from "./build.ts"
import { findBrowser } from "./browser.ts"
import { root } from "./step.ts"

// npm run pictures [-- --only first,help] [--readme]: a picture of every screen, two sizes, light and dark, for somebody to look at one by one.
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

const at = process.argv.indexOf("--only")
const only = at < 0 ? null : new Set((process.argv[at + 1] ?? "").split(","))
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
  }
  await page.emulateMedia({ colorScheme: "light" })
  await page.setViewportSize(before)
}

await everyPage((who, screen) => take("alone", who, screen))
const walks = {
  "Ben, who hurt Ana": "journey",
  "Cleo, who makes three": "three",
  "Ana, who speaks first": "second",
  "Ana, whose phone is lost": "lost",
  "Ana, whose laptop is linked": "linked",
  "Ana, who shares something later": "later",
} as const
for (const name of Object.keys(walks) as readonly (keyof typeof walks)[]) {
  const walk = walks[name]
  const surprises = await walkThrough(name, { look: (who, screen) => take(walk, who, screen) })
  for (const line of surprises) console.log(line)
}
const rows = taken.map(
  (file) => `<figure><img src="${file}" alt=""><figcaption>${file}</figcaption></figure>`,
)
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html><title>Pictures</title><style>body{background:#888}figure{display:inline-block;vertical-align:top;margin:8px}img{max-width:420px}</style>${rows.join("\n")}`,
)
console.log(`${String(taken.length)} pictures of ${String(seen.size)} screens, in .tmp/pictures`)
process.exit(taken.length === 0 ? 1 : 0)
