import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { build } from "vite"
import type { Plugin } from "vite"
import { root } from "../tools/step.ts"
import { freshFolder } from "./harness.ts"

// The app with one fault planted in it, built into a folder of its own, for a test that must turn red with it. The product is built from other words: the fault
// exists in a test's file and in that folder only.

export interface Edit {
  /** Below src/. */
  readonly file: string
  readonly from: string
  readonly to: string
}
/** Stands in each planted build, and in nothing else. */
export const mark = "planted-fault"

function planting(edits: readonly Edit[], done: Set<Edit>): Plugin {
  return {
    name: mark,
    enforce: "pre",
    transform: (code, id) => {
      if (id === join(root, "src/app/main.tsx"))
        return `${code}\nglobalThis[${JSON.stringify(mark)}] = true\n`
      const here = edits.filter((edit) => id === join(root, "src", edit.file))
      let out = code
      for (const edit of here) {
        if (out.split(edit.from).length !== 2) continue
        out = out.replace(edit.from, () => edit.to)
        done.add(edit)
      }
      return out
    },
  }
}

/** Builds the app with this fault. Fails when the words it replaces stand nowhere: then the fault must be planted anew. */
export async function buildPlanted(fault: string, edits: readonly Edit[]): Promise<string> {
  const folder = freshFolder()
  const done = new Set<Edit>()
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "src/app"),
    mode: "production",
    plugins: [planting(edits, done)],
    build: { outDir: relative(join(root, "src/app"), folder), emptyOutDir: true },
  })
  const missing = edits.filter((edit) => !done.has(edit)).map((edit) => edit.file)
  if (missing.length > 0) throw new Error(`no place for "${fault}" in ${missing.join()}`)
  return folder
}

/** Every script of a built app as one text. */
export function scriptsOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith(".js"))
    .map((e) => readFileSync(join(e.parentPath, e.name), "utf8"))
    .join("\n")
}
