import { inspect } from "node:util"
import { buildApp } from "./build.ts"
import { findBrowser } from "./browser.ts"

// npm run journey -- --times 20 [--kill middle|random|none] [--seed 1] [--only three]: every walk, or those whose name has this in it, so many times, each on its own relay and with its own browsers.

function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}

const times = Number(option("times", "1"))
const kill = option("kill", "middle")
const only = option("only", "")
let seed = Number(option("seed", "1"))
if (!Number.isSafeInteger(times) || times < 1 || !["middle", "random", "none"].includes(kill)) {
  console.log("npm run journey -- --times 20 [--kill middle|random|none] [--seed 1] [--only three]")
  process.exit(2)
}
const browser = findBrowser((line) => console.log(line))
if (browser.path === null) {
  console.log(`not run: ${browser.why}`)
  process.exit(1)
}
process.env["CHROMIUM"] = browser.path
await buildApp()
const { journeys, walkThrough } = await import("../e2e/walks/journeys.ts")
const { everybody, killAndReopen } = await import("../e2e/walks/pair.ts")
type Walker = Parameters<typeof killAndReopen>[1]

const all = Object.keys(journeys) as readonly (keyof typeof journeys)[]
const walks = all.filter((name) => name.toLowerCase().includes(only.toLowerCase()))
if (walks.length === 0) {
  console.log(`No walk is called "${only}". There are: ${all.join(" · ")}`)
  process.exit(2)
}

/** Enough of a die for choosing where to kill; the seed is printed, so a failure can be walked again. */
function dice(): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return seed / 2 ** 32
}

const walkers: readonly ("relay" | Walker)[] = ["relay", "ben", "ana", "cleo"]

/** The relay or one of those who walk, each as likely as the other. */
function whoDies(walking: number): "relay" | Walker {
  return walkers[Math.floor(dice() * (walking + 1))] ?? "relay"
}

const middles = {
  "Ben, who hurt Ana": "apology",
  "Cleo, who makes three": "asked",
  "Ana, who speaks first": "invitation",
  "Ana, whose phone is lost": "lost",
  "Ana, whose laptop is linked": "link",
  "Ana, who shares something later": "asked",
} as const satisfies Record<keyof typeof journeys, string>

let passed = 0
let run = 0
const began = performance.now()
for (let n = 1; n <= times; n += 1) {
  for (const name of walks) {
    run += 1
    const began1 = performance.now()
    const from = seed
    let killed = 0
    try {
      const middle = middles[name]
      const surprises = await walkThrough(name, {
        between: async (step, pair) => {
          if (kill === "none" || (kill === "middle" ? step !== middle : dice() > 0.5)) return
          killed += 1
          const whom = kill === "middle" ? "relay" : whoDies(everybody(pair).length)
          if (whom === "relay") await pair.relay.killAndStart()
          else await killAndReopen(pair, whom)
        },
      })
      if (surprises.length > 0) throw new Error(surprises.join("\n"))
      passed += 1
      console.log(
        `${String(n).padStart(3)}  whole   ${name}  ${((performance.now() - began1) / 1000).toFixed(1)} s, killed ${String(killed)}×`,
      )
    } catch (error) {
      console.log(`${String(n).padStart(3)}  BROKEN  ${name} (--seed ${String(from)})\n${inspect(error)}`)
    }
  }
}
console.log(
  `${String(passed)} of ${String(run)} walks were whole (${String(times)} times, ${((performance.now() - began) / 1000).toFixed(0)} s).`,
)
process.exit(passed === run ? 0 : 1)
