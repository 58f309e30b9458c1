import { rmSync } from "node:fs"
import { join } from "node:path"
import { findBrowser } from "./browser.ts"

// npm run gallery: every page of every room in every story's state, served for looking at in a browser.
// npm run gallery -- --all: the whole matrix in Chromium, with axe, and pictures in .tmp/gallery (--pictures: these alone).

const { servePage } = await import("../e2e/test-page.ts")
const gallery = await servePage("src/app/gallery/main.tsx")
const all = process.argv.includes("--all")

if (!all && !process.argv.includes("--pictures")) {
  const ways = ["", "?speech=long", "?speech=pseudo"]
  console.log(`The gallery: ${ways.map((way) => gallery.url + way).join("  ")}\nStop it with Ctrl+C.`)
} else {
  const browser = findBrowser((line) => console.log(line))
  if (browser.path === null) {
    console.log(`not run: ${browser.why}`)
    process.exit(1)
  }
  process.env["CHROMIUM"] = browser.path
  const faults = await lookAtAll()
  gallery.close()
  process.exit(faults === 0 ? 0 : 1)
}

async function lookAtAll(): Promise<number> {
  const { person } = await import("../e2e/harness.ts")
  const { begin, crawled, inBatches, lookAt, modes, ready, someOf } = await import("../e2e/gallery-walk.ts")
  const { pictureFolder } = await import("../e2e/walks/journeys.ts")
  const folder = pictureFolder("gallery")
  rmSync(folder, { recursive: true, force: true })
  const who = await person("Somebody", { width: 320 })
  await ready(who.page, gallery.url)
  const found = await crawled(who.page, { between: all, depth: all ? 2 : 1, thorough: false })
  console.log(`${String(found.screens.length)} screens, ${String(found.pages.length)} pages of rooms`)
  const faults: string[] = [...found.broken]
  const pictured = someOf(found.screens, 2)
  let looks = 0
  let pictures = 0
  for (const mode of modes) {
    await begin(who.page, gallery.url, mode)
    const before = faults.length
    for (const batch of all ? inBatches(found.screens) : []) {
      faults.push(...(await lookAt(who.page, mode, batch, all)))
      looks += batch.length
    }
    const place = pictureFolder(join("gallery", mode.name.replaceAll(/[^a-z0-9]+/g, "-")))
    // The line at the top stays at the top, or it would lie over what is pictured.
    await who.page.addStyleTag({ content: ".kit-top { position: static }" })
    // Few at a time: a picture of a very long page takes long.
    for (const batch of inBatches(pictured, 6)) {
      faults.push(...(await lookAt(who.page, mode, batch, all)))
      for (const screen of batch) {
        const drawn = who.page.locator(`[data-screen="${screen.name}"]`)
        await drawn.screenshot({ path: join(place, `${screen.name.replaceAll(/[^a-z0-9+]+/g, "-")}.png`) })
        pictures += 1
      }
    }
    console.log(`${mode.name}: ${String(faults.length - before)} faults`)
  }
  await who.close()
  for (const fault of faults.slice(0, 200)) console.log(fault)
  console.log(
    `${String(found.screens.length)} screens × ${String(modes.length)} modes: ${String(looks)} looks, ${String(faults.length)} faults; ${String(pictures)} pictures in .tmp/gallery`,
  )
  return faults.length
}
