import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { buildApp, builtApp } from "./build.ts"
import { findBrowser } from "./browser.ts"

// npm run exit-walk: "Leave this page" in every history and at every bad moment; then each check once more with a fault planted, in a build for tests, where it
// must turn red.

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    histories: { type: "string", default: "500" },
    "kept-histories": { type: "string", default: "60" },
    only: { type: "string", default: "" },
    "sound-only": { type: "boolean", default: false },
    "planted-only": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
})
const [seed, count, kept] = [Number(values.seed), Number(values.histories), Number(values["kept-histories"])]
if (values.help || ![seed, count, kept].every((n) => Number.isSafeInteger(n) && n > 0)) {
  console.log(
    "npm run exit-walk [-- --seed 1] [--histories 500] [--kept-histories 60] [--only <words of a check>] [--sound-only] [--planted-only]",
  )
  process.exit(values.help ? 0 : 2)
}
const found = findBrowser((line) => console.log(line))
if (found.path === null) {
  console.log(`not run: ${found.why}`)
  process.exit(1)
}
process.env["CHROMIUM"] = found.path
await buildApp()
const { allChecks, onGround } = await import("../e2e/exit/checks.ts")
const { buildExit, isClean } = await import("../e2e/exit/planted.ts")
const { openBrowser } = await import("../e2e/exit/world.ts")

type Check = ReturnType<typeof allChecks>[number]
type Result = Awaited<ReturnType<Check["run"]>>

// A copy: a build beside this one must not change what is walked.
const app = mkdtempSync(join(tmpdir(), "goldseam-exit-"))
cpSync(builtApp, app, { recursive: true })
const browsers = { browser: await openBrowser(false), keeping: await openBrowser(true) }
const began = performance.now()
let sound = 0
let wanted = 0
let seen = 0

async function ran(check: Check, files: string | undefined, isPlanted: boolean): Promise<Result> {
  const run = isPlanted ? (check.planted ?? check.run) : check.run
  try {
    return await onGround(browsers, files, run)
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)
    return { faults: [`could not look: ${why}`], figure: "" }
  }
}

async function runSound(check: Check): Promise<void> {
  const began1 = performance.now()
  const files = check.withDialog === true ? await buildExit(null, true) : app
  const { faults, figure } = await ran(check, files, false)
  const seconds = ((performance.now() - began1) / 1000).toFixed(1)
  if (faults.length === 0) sound += 1
  console.log(
    `${faults.length === 0 ? "holds " : "BROKEN"}  ${check.name}${figure === "" ? "" : ` (${figure})`}, ${seconds} s`,
  )
  for (const fault of faults.slice(0, 12)) console.log(`          ${fault}`)
  if (files !== app) rmSync(files, { recursive: true, force: true })
}

async function runPlanted(check: Check): Promise<void> {
  for (const fault of check.redOn) {
    wanted += 1
    const files = await buildExit(fault, check.withDialog)
    const { faults } = await ran(check, files, true)
    rmSync(files, { recursive: true, force: true })
    // A look that broke off saw nothing.
    const red = faults.find((fault) => !fault.includes("could not"))
    if (red !== undefined) seen += 1
    console.log(`  ${red === undefined ? "NOT RED" : "red    "}  planted: ${fault}`)
    console.log(`             ${(red ?? faults[0] ?? "").split("\n")[0] ?? ""}`)
  }
}

const checks = allChecks(seed, count, kept).filter(({ name }) => name.includes(values.only))
try {
  for (const check of checks) {
    if (!values["planted-only"]) await runSound(check)
    if (!values["sound-only"]) await runPlanted(check)
  }
} finally {
  await browsers.browser.close()
  await browsers.keeping.close()
  rmSync(app, { recursive: true, force: true })
}
const clean = isClean()
const seconds = ((performance.now() - began) / 1000).toFixed(0)
console.log(
  `\n${String(sound)} of ${String(checks.length)} hold; ${String(seen)} of ${String(wanted)} planted faults turned red (${seconds} s).`,
)
console.log(clean ? "Nothing of the faults is in dist/app." : "A fault is in dist/app.")
console.log("Not run: Safari on a phone.")
process.exit(
  (values["planted-only"] || sound === checks.length) && seen === wanted && clean && checks.length > 0
    ? 0
    : 1,
)
