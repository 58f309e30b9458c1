import { chmodSync } from "node:fs"
import { join, relative } from "node:path"
import { build } from "vite"
import type { Plugin } from "vite"
import { freshFolder } from "../../e2e/harness.ts"
import { root } from "../step.ts"
import { edited, offInPage } from "./plants.ts"
import type { Edit } from "./plants.ts"

/** Stands in the test build, and in nothing else. */
export const mark = "wrongOff"

/** The app with every case's switch in it, built into a folder of its own. Which one is off is said to each page before it begins; none, and it is the product. */
export async function buildForTest(
  plants: readonly { readonly name: string; readonly edits: readonly Edit[] }[],
): Promise<string> {
  const folder = freshFolder()
  // A relay that runs as somebody else must be able to read it.
  chmodSync(folder, 0o755)
  const waiting = new Set<Edit>()
  const plugin: Plugin = {
    name: "switches-for-tests",
    enforce: "pre",
    transform: (code, id) => {
      let out = code
      for (const { name, edits } of plants)
        for (const edit of edits.filter((e) => id === join(root, "src", e.file))) {
          out = edited(out, edit, offInPage(name))
          waiting.delete(edit)
        }
      return out
    },
  }
  for (const { edits } of plants)
    for (const edit of edits) if (!edit.file.startsWith("relay/")) waiting.add(edit)
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "src/app"),
    mode: "production",
    plugins: [plugin],
    build: { outDir: relative(join(root, "src/app"), folder), emptyOutDir: true },
  })
  const missing = [...waiting].map((edit) => edit.file)
  if (missing.length > 0) throw new Error(`the build does not use ${missing.join()}`)
  return folder
}
