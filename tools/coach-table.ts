import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { gzipSync } from "node:zlib"
import { build } from "vite"
import { clean, development, heldBack } from "../src/language/corpus/index.ts"
import type { Gold } from "../src/language/corpus/index.ts"
import { scoreParts } from "../src/language/corpus/score-parts.ts"
import { score } from "../src/language/corpus/score.ts"
import type { Rate } from "../src/language/corpus/score.ts"
import { alarmsAllowed, isSound, tableOf } from "../src/language/corpus/table.ts"
import { createReader, read, rules } from "../src/language/index.ts"
import { root } from "./step.ts"
import { withoutExamples } from "./without-examples.ts"

// npm run coach-table [-- --held-back]: what each rule of the coach does with its own examples and on two hundred clean texts, how the book
// scores on the corpus, how fast it reads and how large it is. The texts kept back are scored only when asked for, and only in totals.

const ruled = new Set(rules.map(({ fault }) => fault))
const sizeLimit = 40 * 1024
const inTwo = (value: number): string => value.toFixed(2)
const rates = ({ precision, recall, f1 }: Rate): string =>
  `P ${inTwo(precision)}  R ${inTwo(recall)}  F1 ${inTwo(f1)}`

/** Prints the table; answers how many rules break their word. */
function table(): number {
  const rows = tableOf(rules, clean)
  console.log(`${"rule".padEnd(38)}   hits  misses  alarms on ${String(clean.length)} clean texts`)
  for (const row of rows) {
    const { id, hits, misses, alarms } = row
    const figures = [
      `${String(hits.seen)}/${String(hits.of)}`,
      `${String(misses.silent)}/${String(misses.of)}`,
    ]
    const sign = isSound(row) ? " " : "!"
    console.log(
      `${sign} ${id.padEnd(38)} ${figures.map((figure) => figure.padStart(5)).join("   ")}  ${String(alarms.length)}`,
    )
    for (const text of alarms) console.log(`      ${text}`)
  }
  const broken = rows.filter((row) => !isSound(row)).length
  const alarms = rows.reduce((sum, row) => sum + row.alarms.length, 0)
  console.log(
    `${String(rows.length)} rules in ${String(ruled.size)} families, ${String(alarms)} alarms in all, ${String(broken)} over the limit of ${String(alarmsAllowed)} or untrue to their examples`,
  )
  return broken
}

function scores(name: string, corpus: readonly Gold[], details: boolean): void {
  const { all, by } = score(corpus, read, ruled)
  console.log(
    `${name}: ${String(corpus.length)} texts, faults ${rates(all)}, alarms per 100 clean ${all.alarms.toFixed(1)}`,
  )
  if (details) for (const [fault, rate] of by) console.log(`    ${fault.padEnd(28)} ${rates(rate)}`)
  const parts = scoreParts(corpus, read)
  console.log(`${name}: parts ${rates(parts.all)}`)
  if (details) for (const [part, rate] of parts.by) console.log(`    ${part.padEnd(28)} ${rates(rate)}`)
}

/** A letter of about this many characters that has not been read before: other sentences each time, a number in each, paragraphs as people make them. */
function letter(length: number, round: number): string {
  let text = ""
  for (let at = round * 37; text.length < length; at += 1)
    text += `${development[at % development.length]?.text ?? ""} That was ${String(round)} and ${String(at)}.${at % 6 === 0 ? "\n\n" : " "}`
  return text.slice(0, length)
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** "0.84 (0.61)": the median and the fastest, since other work on the machine only ever makes it slower. */
function timed(rounds: number, work: (round: number) => void): string {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    work(round)
    times.push(performance.now() - began)
  }
  return `${inTwo(median(times))} (${inTwo(Math.min(...times))})`
}

function speeds(): void {
  const warm = letter(60_000, 1)
  for (let i = 0; i < 5; i += 1) read(warm, "apology")
  const letters = Array.from(
    { length: 60 },
    (_, round) => [letter(1024, round), letter(10_240, round)] as const,
  )
  const small = timed(60, (round) => read(letters[round]?.[0] ?? "", "apology"))
  const large = timed(60, (round) => read(letters[round]?.[1] ?? "", "apology"))
  const reader = createReader()
  const whole = letter(10_240, 99)
  reader.read(whole, "apology")
  const key = timed(60, (round) =>
    reader.read(whole + " and more".slice(0, 1 + (round % 8)) + String(round), "apology"),
  )
  console.log(
    `warm, median (fastest): 1 KB ${small} ms, line 2; 10 KB ${large} ms, line 20; one more key on 10 KB ${key} ms, line 1`,
  )
}

/** A new process: how long until the rules stand, and the first kilobyte is read. */
function coldStart(): void {
  const code = `const began = performance.now()
const { read } = await import(${JSON.stringify(join(root, "src/language/index.ts"))})
const loaded = performance.now()
read(${JSON.stringify(letter(1024, 7))}, "apology")
console.log(JSON.stringify([loaded - began, performance.now() - loaded]))`
  const runs = Array.from({ length: 5 }, () => {
    const { stdout } = spawnSync(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", code],
      { encoding: "utf8" },
    )
    return JSON.parse(stdout) as readonly [number, number]
  })
  const [load, first] = [0, 1].map((i) => median(runs.map((run) => run[i] ?? 0)))
  console.log(
    `cold, medians of 5 processes: rules loaded in ${inTwo(load ?? 0)} ms, first 1 KB in ${inTwo(first ?? 0)} ms`,
  )
}

/** The engine and its rules as a browser gets them, without the examples (see without-examples.ts). */
async function size(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-coach-"))
  const entry = join(folder, "entry.ts")
  writeFileSync(
    entry,
    `export { createReader, read } from ${JSON.stringify(join(root, "src/language/index.ts"))}\n`,
  )
  await build({
    configFile: false,
    root: folder,
    logLevel: "error",
    plugins: [withoutExamples()],
    build: {
      outDir: join(folder, "out"),
      modulePreload: false,
      minify: true,
      target: "es2023",
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  })
  const files = readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(folder, "out", file)))
  rmSync(folder, { recursive: true, force: true })
  const plain = files.reduce((sum, file) => sum + file.length, 0)
  const packed = files.reduce((sum, file) => sum + gzipSync(file).length, 0)
  console.log(
    `engine and rules: ${(plain / 1024).toFixed(1)} KB minified, ${(packed / 1024).toFixed(1)} KB gzip, line ${String(sizeLimit / 1024)}${packed > sizeLimit ? ": over it" : ""}`,
  )
}

const { values } = parseArgs({
  options: { "held-back": { type: "boolean" }, details: { type: "boolean" }, help: { type: "boolean" } },
})
if (values.help === true) {
  console.log("npm run coach-table [-- --details] [-- --held-back]")
  process.exit(0)
}
const broken = table()
scores("development", development, values.details === true)
if (values["held-back"] === true) scores("kept back", heldBack, values.details === true)
speeds()
coldStart()
await size()
process.exit(broken === 0 ? 0 : 1)
