import { rmSync } from "node:fs"
import { parseArgs } from "node:util"
import { findBrowser } from "./browser.ts"

// npm run kills [-- --every 10] [--only "sending"]: each write of each thing a person can do, and a real browser that is killed there.

const { values } = parseArgs({
  options: { every: { type: "string", default: "1" }, only: { type: "string", default: "" } },
})
const every = Number(values.every)
if (!Number.isSafeInteger(every) || every < 1) {
  console.log('npm run kills [-- --every 10] [--only "sending"]')
  process.exit(2)
}
const browser = findBrowser((line) => console.log(line))
if (browser.path === null) {
  console.log(`not run: ${browser.why}`)
  process.exit(1)
}
process.env["CHROMIUM"] = browser.path
const { allDoings } = await import("../src/app/testing/mortal-all.ts")
const { buildMortal } = await import("../e2e/kills/planted.ts")
const { browserOn } = await import("../e2e/kills/browser.ts")
const { killAt, oneOfEach, placesIn } = await import("../e2e/kills/kill.ts")

const doings = allDoings.filter(({ name }) => name.includes(values.only))
if (doings.length === 0) {
  console.log(`Nothing one can do has "${values.only}" in its name.`)
  process.exit(2)
}
const began = performance.now()
const files = await buildMortal()
const mortal = browserOn(files)
const all = await placesIn(doings, mortal.start, (name, writes) =>
  console.log(`  ${String(writes)}  ${name}`),
)
const places = oneOfEach(all, every)
console.log(
  `${String(doings.length)} things one can do, ${String(all.length)} places to die; ${String(places.length)} of them now.`,
)
let [killed, broken] = [0, 0]
for (const place of places) {
  const where = `${place.doing.name}, ${place.after ? "right after" : "at"} write ${String(place.at)}`
  try {
    const died = await killAt(place, mortal.start)
    if (died) killed += 1
    console.log(`  ${died ? "whole" : "whole, and never came to it"}  ${where}`)
  } catch (error) {
    broken += 1
    console.log(`  BROKEN  ${where}\n${String(error)}`)
  }
}
await mortal.stop()
rmSync(files, { recursive: true, force: true })
const took = ((performance.now() - began) / 1000).toFixed(0)
console.log(
  `${String(places.length - broken)} of ${String(places.length)} whole, ${String(killed)} browsers killed, nothing lost and nothing twice: ${broken === 0 ? "yes" : "NO"} (${took} s).`,
)
// A place that is never reached proves nothing: most of them must have been.
process.exit(broken === 0 && killed * 2 > places.length ? 0 : 1)
