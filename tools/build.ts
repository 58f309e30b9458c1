import { createHash } from "node:crypto"
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./step.ts"

const out = join(root, "dist", "app")
const stamp = join(root, "dist", "built-from")

/** One hash over everything the build reads, so that a second start need not build again. */
function sourceHash(): string {
  const hash = createHash("sha256")
  const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && !/\.test\.tsx?$/.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .concat(
      ["package-lock.json", "vite.config.ts", "tools/integrity.ts", "tools/build.ts"].map((f) =>
        join(root, f),
      ),
    )
    .toSorted()
  for (const file of files)
    hash
      .update(file.slice(root.length))
      .update(String(statSync(file).size))
      .update(readFileSync(file))
  return hash.digest("hex")
}

/** Builds the app into dist/app when the sources changed. Returns the seconds it took, or null when nothing had to be done. */
export async function buildApp(): Promise<number | null> {
  const hash = sourceHash()
  if (existsSync(join(out, "sw.js")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return null
  const began = performance.now()
  // Only when it is needed: loading the bundler takes longer than a whole second start.
  const { build } = await import("vite")
  const next = `next-${String(process.pid)}`
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "src/app"),
    mode: "production",
    build: { outDir: `../../dist/${next}` },
  })
  putInPlace(join(root, "dist", next))
  writeFileSync(stamp, hash)
  return (performance.now() - began) / 1000
}

/** In one step, so that a relay that starts just now finds the old app or the new one and never half of one. */
function putInPlace(next: string): void {
  const last = `${next}-last`
  if (existsSync(out)) renameSync(out, last)
  renameSync(next, out)
  rmSync(last, { recursive: true, force: true })
}

export const builtApp = out

if (import.meta.main) {
  const took = await buildApp()
  console.log(took === null ? "The app is built already." : `The app is built (${took.toFixed(1)} s).`)
}
