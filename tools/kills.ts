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
const { buildMortal } = await import("../e2e/kills/planted.ts")
const { killAt, placesIn } = await import("../e2e/kills/kill.ts")
const { startWorld } = await import("../e2e/kills/world.ts")

const began = performance.now()
const files = await buildMortal()
const all = await placesIn(files)
const places = all.filter((place, n) => n % every === 0 && place.doing.name.includes(values.only))
console.log(`${String(all.length)} places to die; ${String(places.length)} of them now.`)
let [killed, broken] = [0, 0]
let world = await startWorld(files)
for (const [index, place] of places.entries()) {
  const where = `${place.doing.name}, ${place.after ? "right after" : "at"} write ${String(place.at)}`
  let isOver = place.doing.last === true
  try {
    const died = await killAt(world, place, 1000 + index)
    if (died) killed += 1
    console.log(`  ${died ? "whole" : "whole, and never came to it"}  ${where}`)
  } catch (error) {
    broken += 1
    isOver = true
    console.log(`  BROKEN  ${where}\n${String(error)}`)
  }
  if (!isOver || index === places.length - 1) continue
  await world.stop()
  world = await startWorld(files)
}
await world.stop()
rmSync(files, { recursive: true, force: true })
const took = ((performance.now() - began) / 1000).toFixed(0)
console.log(
  `${String(places.length - broken)} of ${String(places.length)} whole, ${String(killed)} browsers killed, nothing lost and nothing twice: ${broken === 0 ? "yes" : "NO"} (${took} s).`,
)
// A place that is never reached proves nothing: most of them must have been.
process.exit(broken === 0 && killed * 2 > places.length ? 0 : 1)
