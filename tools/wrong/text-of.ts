import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** Everything in a built app, as one text. */
export function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => readFileSync(join(e.parentPath, e.name), "latin1"))
    .join("\n")
}
