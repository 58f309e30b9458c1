import { readFileSync, readdirSync } from "node:fs"
import { join, relative } from "node:path"
import { gzipSync } from "node:zlib"
import { buildApp, builtApp } from "./build.ts"
import { walk } from "./floors.ts"
import { root } from "./step.ts"

const budget = { firstLoadJs: 28 * 1024, p90: 200, longest: 250 }

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly isEntry?: boolean
}

/** First load: the entry chunk, everything it imports statically, and their styles. Chunks fetched after the first screen stands are listed apart. */
function firstLoad(): { readonly js: number; readonly css: number; readonly later: number } {
  const manifest = JSON.parse(readFileSync(join(builtApp, ".vite", "manifest.json"), "utf8")) as Record<
    string,
    Chunk
  >
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true)
  if (entry === undefined) throw new Error("the build has no entry")
  const seen = new Set<string>()
  const visit = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    for (const next of manifest[key]?.imports ?? []) visit(next)
  }
  visit(entry)
  const size = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(builtApp, file))).length, 0)
  const chunks = [...seen].map((key) => manifest[key]).filter((c) => c !== undefined)
  const all = new Set(
    Object.values(manifest)
      .map((c) => c.file)
      .filter((f) => f.endsWith(".js")),
  )
  const js = new Set(chunks.map((c) => c.file))
  return {
    js: size(js),
    css: size(new Set(chunks.flatMap((c) => c.css ?? []))),
    later: size([...all].filter((f) => !js.has(f))),
  }
}

/** What is served says nothing of where it was built. */
function withOwnNames(): readonly string[] {
  return readdirSync(builtApp, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(js|css|html)$/.test(file) && readFileSync(join(builtApp, file), "utf8").includes(root),
  )
}

function sourceLines(): readonly { readonly file: string; readonly lines: number }[] {
  return walk(join(root, "src"))
    .filter(
      (file) =>
        !/\.(test|contract|vectors)\.tsx?$/.test(file) &&
        !file.includes("/corpus/") &&
        !file.includes("/testing/"),
    )
    .map((file) => ({ file: relative(root, file), lines: readFileSync(file, "utf8").split("\n").length - 1 }))
    .toSorted((a, b) => a.lines - b.lines)
}

await buildApp()
const { js, css, later } = firstLoad()
const files = sourceLines()
const at = (share: number): number =>
  files[Math.min(files.length - 1, Math.floor(files.length * share))]?.lines ?? 0
const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  dependencies: Record<string, string>
}
const dependencies = Object.keys(about.dependencies)
const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

console.log(`first load, JavaScript  ${kb(js)} gzip (at most ${kb(budget.firstLoadJs)})`)
console.log(`first load, styles      ${kb(css)} gzip`)
console.log(`later chunks            ${kb(later)} gzip`)
console.log(
  `source files            ${files.length}: median ${at(0.5)} lines, p90 ${at(0.9)} (at most ${budget.p90}), longest ${files.at(-1)?.lines} (at most ${budget.longest})`,
)
console.log(`runtime dependencies    ${dependencies.length}: ${dependencies.join(", ")}`)

const faults = [
  ...(js > budget.firstLoadJs ? [`The first load is too heavy: ${kb(js)}.`] : []),
  ...(at(0.9) > budget.p90 ? [`p90 of the source files is ${at(0.9)} lines.`] : []),
  ...files.filter((f) => f.lines > budget.longest).map((f) => `${f.file} has ${f.lines} lines.`),
  ...withOwnNames().map((file) => `${file} names files of this computer: it was built for who writes it.`),
  ...(dependencies.length > 12 ? ["More runtime dependencies than about ten."] : []),
]
for (const fault of faults) console.log(fault)
process.exit(faults.length === 0 ? 0 : 1)
