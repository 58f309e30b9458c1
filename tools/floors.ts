import { readdirSync, readFileSync } from "node:fs"
import { join, relative, resolve, dirname, sep } from "node:path"
import { root } from "./step.ts"

// The house as a table: which floor may walk into which. ARCHITECTURE.md draws it.
const mayWalk: Readonly<Record<string, readonly string[]>> = {
  wire: [],
  ledger: ["wire"],
  language: [],
  kit: [],
  practices: ["ledger", "language"],
  relay: ["wire"],
  app: ["wire", "ledger", "language", "kit", "practices"],
  cli: ["wire", "ledger", "language", "practices", "relay"],
}
const mayTouch: Readonly<Record<string, readonly RegExp[]>> = {
  wire: [/^@noble\//],
  ledger: [/^@noble\//, /^@hpke\/core$/],
  language: [],
  kit: [/^preact($|\/)/, /^@fontsource-variable\//],
  practices: [/^valibot$/],
  relay: [/^node:/, /^hono($|\/)/, /^@hono\/node-server($|\/)/, /^ws$/, /^qr$/],
  app: [/^preact($|\/)/, /^@noble\//, /^valibot$/, /^qr$/],
  cli: [/^node:/],
}
/** Doors of one floor's own parts: what a page draws of the rooms, and the stories they are shown with. */
const innerDoors: ReadonlySet<string> = new Set(["practices/views", "practices/examples"])
const isTest = (file: string): boolean =>
  /\.(test|contract|vectors)\.tsx?$/.test(file) || /(^|\/)testing\//.test(file)
const isView = (file: string): boolean => file.endsWith(".tsx") || /practices\/(views|view)\.ts$/.test(file)

export interface Fault {
  readonly file: string
  readonly to: string
  readonly why: string
}

/** Every import of every form: static, re-export, dynamic, `typeof import()`. */
export function importsOf(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "")
  return [
    ...code.matchAll(
      /^\s*(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"'\n]+)["']|\bimport(?:\s*\(\s*|\s+)["']([^"'\n]+)["']/gm,
    ),
  ].map((m) => m[1] ?? m[2] ?? "")
}

export function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile() && /\.tsx?$/.test(e.name))
    .map((e) => join(e.parentPath, e.name))
}

function roomOf(path: string): string | null {
  const inside = path.split("/")
  // `practices/words/` holds the words all rooms say; it is no room.
  return inside.length > 2 && inside[1] !== "words" ? (inside[1] ?? null) : null
}

/** Says why `file` (relative to src, with /) may not import `to`, or null when it may. */
export function refuse(file: string, to: string): string | null {
  const floor = file.split("/")[0] ?? ""
  const allowed = Object.hasOwn(mayWalk, floor) ? (mayWalk[floor] ?? []) : null
  if (allowed === null) return "is on no floor of the house"
  if (to.startsWith("#")) {
    const door = to.slice(1)
    const [target = ""] = door.split("/")
    if (!Object.hasOwn(mayWalk, target)) return "is no door"
    if (door.includes("/") && !innerDoors.has(door)) return "reaches behind a door"
    if (target === floor) return "walks out of its own door and in again"
    if (floor === "practices" && target === "kit")
      return isView(file) ? null : "is pure and walks into a view's floor"
    if (!allowed.includes(target)) return `${floor} may not walk into ${target}`
    if (floor === "cli" && door === "practices/views") return "cli has no windows"
    return null
  }
  if (to.startsWith(".")) {
    const target = relative("/src", resolve(dirname(join("/src", file)), to))
      .split(sep)
      .join("/")
    if (target.startsWith("..")) return "leaves the house"
    const targetFloor = target.split("/")[0] ?? ""
    if (targetFloor !== floor) {
      const viewTypes = floor === "app" && /^practices\/(practice|view)\.ts$/.test(target)
      return viewTypes ? null : "goes through a wall instead of a door"
    }
    if (floor === "practices") {
      const [from, there] = [roomOf(file), roomOf(target)]
      if (from !== null && there !== null && from !== there) return "walks from one room into another"
      if (!isView(file) && isView(target)) return "is pure and imports a view"
    }
    return null
  }
  if (/\.(css|woff2)(\?|$)/.test(to))
    return floor === "kit" || floor === "app" ? null : "has no window to show this in"
  if (isView(file) && floor === "practices" && /^preact($|\/)/.test(to)) return null
  if (floor === "practices" && file === "practices/view.ts" && to === "preact") return null
  return (mayTouch[floor] ?? []).some((r) => r.test(to)) ? null : `${floor} may not touch ${to}`
}

/** Looks at the whole house. Throws when it read nothing: a check that saw no file must not be green. */
export function lookAt(src: string): { readonly files: number; readonly faults: readonly Fault[] } {
  const files = walk(src)
  if (files.length < 20) throw new Error(`the house looks empty: ${files.length} files`)
  const faults: Fault[] = []
  for (const path of files) {
    const file = relative(src, path).split(sep).join("/")
    if (isTest(file)) continue
    for (const to of importsOf(readFileSync(path, "utf8"))) {
      const why = refuse(file, to)
      if (why !== null) faults.push({ file, to, why })
    }
  }
  return { files: files.length, faults }
}

if (import.meta.main) {
  const { files, faults } = lookAt(join(root, "src"))
  for (const f of faults) console.log(`${f.file} → ${f.to}: ${f.why}`)
  console.log(`${files} files looked at, ${faults.length} faults`)
  process.exit(faults.length === 0 ? 0 : 1)
}
