import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { chromium } from "playwright-core"
import { findBrowser } from "./browser.ts"
import { root } from "./step.ts"

// node tools/icons.ts: draws the icons' PNGs again from src/app/public/icon.svg, for home screens that take no SVG. They are kept in the repository; run this after
// the drawing changed.

const folder = join(root, "src/app/public")
const browser = findBrowser((line) => console.log(line))
if (browser.path === null) {
  console.log(`not run: ${browser.why}`)
  process.exit(1)
}
const svg = readFileSync(join(folder, "icon.svg"), "utf8")
/** The whole square is paper: a phone cuts its own shape out of it, and keeps the middle four fifths at least. */
const whole = svg.replace(/ rx="\d+"/, "")

const icons = [
  { name: "icon-192.png", size: 192, drawing: svg },
  { name: "icon-512.png", size: 512, drawing: svg },
  { name: "icon-maskable-192.png", size: 192, drawing: whole },
  { name: "icon-maskable-512.png", size: 512, drawing: whole },
  { name: "apple-touch-icon.png", size: 180, drawing: whole },
] as const

mkdirSync(folder, { recursive: true })
const open = await chromium.launch({ executablePath: browser.path, args: ["--no-sandbox", "--disable-gpu"] })
const page = await open.newPage()
for (const { name, size, drawing } of icons) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block;width:${String(size)}px;height:${String(size)}px}</style>${drawing}`,
  )
  const bytes = await page.screenshot({ omitBackground: true })
  writeFileSync(join(folder, name), bytes)
  console.log(`${name}  ${String(bytes.length)} bytes`)
}
await open.close()
