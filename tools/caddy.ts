import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { buildApp } from "./build.ts"
import { findBrowser } from "./browser.ts"

// npm run caddy: the whole journey through a real Caddy. Where there is none, Debian's is installed when that is possible; else it says that it was not run, and why.

const { caddyOnPath, startBehindCaddy } = await import("../e2e/walks/behind-caddy.ts")

function notRun(why: string): never {
  console.log(`not run: ${why}\n0 passed, 0 failed, 1 skipped`)
  process.exit(0)
}

function installed(): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return null
  console.log("Installing caddy and certutil from Debian's packages (once, five minutes at most) …")
  const quiet = {
    stdio: "ignore",
    timeout: 150_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  } as const
  spawnSync("apt-get", ["update"], quiet)
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "caddy", "libnss3-tools"], quiet)
  return caddyOnPath()
}

const browser = findBrowser((line) => console.log(line))
if (browser.path === null) notRun(browser.why)
process.env["CHROMIUM"] = browser.path
const caddy =
  caddyOnPath() ??
  installed() ??
  notRun("there is no caddy here, and none could be installed. Debian's package is called caddy.")
await buildApp()
const { benAndAna } = await import("../e2e/walks/ben-and-ana.ts")
const { monday } = await import("../e2e/walks/pair.ts")
const { surprises } = await import("../e2e/walks/journeys.ts")

const version = spawnSync(caddy, ["version"], { encoding: "utf8" }).stdout.trim()
const place = await startBehindCaddy(caddy, { now: monday })
console.log(`Caddy ${version} at ${place.relay.url}; ${place.how}.`)
const began = performance.now()
let found: readonly string[] = []
try {
  await benAndAna({
    look: () => Promise.resolve(),
    between: (step) => {
      console.log(`  holds  ${step}`)
      return Promise.resolve()
    },
    done: (pair) => {
      found = surprises(pair)
      return Promise.resolve()
    },
    place,
  })
} catch (error) {
  found = [String(error)]
}
for (const line of found) console.log(line)
const whole = found.length === 0
console.log(
  `Ben and Ana's journey at phone size, through Caddy: ${whole ? "whole" : "BROKEN"} (${((performance.now() - began) / 1000).toFixed(1)} s)`,
)
console.log(whole ? "1 passed, 0 failed" : "0 passed, 1 failed")
process.exit(whole ? 0 : 1)
