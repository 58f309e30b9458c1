import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { mutants, rows } from "./attacks/rows.ts"
import type { HeldRow } from "./attacks/rows.ts"
import { buildApp, builtApp } from "./build.ts"
import { bin, root } from "./step.ts"

// npm run attacks [-- --only 17] [--mutant skip-prev] [--sound-only]: every row of the table of attacks, as it is, and once more for each of its checks left out.

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    mutant: { type: "string", default: "" },
    "sound-only": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
})
if (values.help || !/^\d*$/.test(values.only)) {
  console.log("npm run attacks [-- --only <row>] [--mutant <name>] [--sound-only]")
  process.exit(values.help ? 0 : 2)
}

const folder = mkdtempSync(join(tmpdir(), "goldseam-attacks-"))
let reports = 0

interface Ran {
  readonly ok: boolean
  readonly tests: number
  readonly last: string
}

/** The tests of one row, in a process of their own, with at most one check left out. */
function run(row: HeldRow, mutant: string): Promise<Ran> {
  const files = [...new Set(row.tests.map(({ file }) => file))]
  const named = row.tests.map(({ named: name }) => `(?:${name})`).join("|")
  const args = [
    "--disable-warning=ExperimentalWarning",
    bin("vitest"),
    "run",
    "--config",
    "tools/attacks/vitest.config.ts",
  ]
  reports += 1
  const report = join(folder, `${String(reports)}.json`)
  const child = spawn(
    process.execPath,
    [...args, "--reporter=json", `--outputFile=${report}`, "-t", named, ...files],
    {
      cwd: root,
      env: { ...process.env, GOLDSEAM_MUTANT: mutant },
      stdio: ["ignore", "pipe", "pipe"],
    },
  )
  const out: Buffer[] = []
  child.stdout.on("data", (part: Buffer) => out.push(part))
  child.stderr.on("data", (part: Buffer) => out.push(part))
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const text = Buffer.concat(out).toString("utf8")
      const told = existsSync(report) ? readFileSync(report, "utf8") : ""
      const passed = Number(/"numPassedTests":(\d+)/.exec(told)?.[1] ?? "0")
      const failed = Number(/"numFailedTests":(\d+)/.exec(told)?.[1] ?? "0")
      const last = text.trim().split("\n").at(-1)?.slice(0, 200) ?? ""
      resolve({ ok: code === 0, tests: passed + failed, last })
    })
  })
}

const began = performance.now()
const wanted = rows.filter(
  (row) =>
    (values.only === "" || row.row === Number(values.only)) &&
    (values.mutant === "" || ("mutants" in row && row.mutants.some((m) => m.name === values.mutant))),
)
if (wanted.length === 0) {
  console.log("there is no such row, or no such check to leave out")
  process.exit(2)
}
let [held, broken, red, green, open, walked] = [0, 0, 0, 0, 0, 0]
async function one(row: HeldRow): Promise<readonly string[]> {
  const lines: string[] = []
  const label = `${String(row.row).padStart(2)}  ${row.what}`
  const sound = await run(row, "")
  const holds = sound.ok && sound.tests > 0
  if (holds) held += 1
  else broken += 1
  lines.push(
    `${holds ? "holds " : "BROKEN"}  ${label} (${String(sound.tests)} tests)${holds ? "" : `: ${sound.last}`}`,
  )
  if (values["sound-only"]) return lines
  for (const mutant of row.mutants) {
    if (values.mutant !== "" && mutant.name !== values.mutant) continue
    const ran = await run(row, mutant.name)
    // A file that cannot even be read any more has tested nothing.
    const isRed = !ran.ok && ran.tests > 0
    if (isRed) red += 1
    else green += 1
    lines.push(
      `        ${isRed ? "red  " : "GREEN"}  without it: ${mutant.name}${isRed ? "" : `  ${ran.last}`}`,
    )
  }
  return lines
}

// Two at a time: so many cores the smallest computer has.
const queue = [...wanted]
async function work(): Promise<void> {
  for (;;) {
    const row = queue.shift()
    if (row === undefined) return
    if ("open" in row) {
      open += 1
      console.log(`open    ${String(row.row).padStart(2)}  ${row.what}: ${row.open}`)
    } else if ("walked" in row) {
      walked += 1
      console.log(`walked  ${String(row.row).padStart(2)}  ${row.what}: held by npm test in ${row.walked}`)
    } else console.log((await one(row)).join("\n"))
  }
}
await Promise.all([work(), work()])
rmSync(folder, { recursive: true })
/** How often one of these texts stands in the files of the product. */
async function inProduct(
  texts: readonly string[],
): Promise<{ readonly files: number; readonly found: number }> {
  await buildApp()
  const files = readdirSync(builtApp, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  const all = files.map((e) => readFileSync(join(e.parentPath, e.name), "latin1"))
  const found = all.flatMap((text) => texts.filter((one) => text.includes(one))).length
  return { files: files.length, found }
}
const marks = ["GOLDSEAM_MUTANT", ...mutants.map(({ name }) => `"${name}"`)]
const product = await inProduct(marks)
// The look is a real one: what stands on every page is found.
const isLook = (await inProduct(["Leave this page"])).found > 0
const isAbsent = product.found === 0 && isLook
console.log(
  `grep: of ${String(marks.length)} marks of what is left out here, ${String(product.found)} stand in the ${String(product.files)} files of the product${isLook ? "" : " (nothing was looked at)"}.`,
)
const seconds = ((performance.now() - began) / 1000).toFixed(0)
console.log(
  `${String(held)} rows hold, ${String(broken)} do not; ${String(red)} checks left out turned red, ${String(green)} did not; ${String(walked)} are walked in npm test; ${String(open)} are open. ${seconds} s.`,
)
process.exit(broken + green === 0 && isAbsent ? 0 : 1)
