// Loaded before a test's own relay process (node --import): what WRONG_PLANT names is put into the relay's sources as they are read. The product has no such door.
import { registerHooks } from "node:module"
import { pathToFileURL } from "node:url"
import { join } from "node:path"
import { root } from "../step.ts"

interface Plant {
  readonly file: string
  readonly from: string
  readonly to: string
}
const plants = JSON.parse(process.env["WRONG_PLANT"] ?? "[]") as readonly Plant[]

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    const here = plants.filter((p) => url === pathToFileURL(join(root, "src", p.file)).href)
    if (here.length === 0) return loaded
    let source =
      typeof loaded.source === "string" ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString()
    for (const { file, from, to } of here) {
      if (source.split(from).length !== 2) throw new Error(`no place in ${file} for: ${from}`)
      source = source.replace(from, () => to)
    }
    return { ...loaded, source }
  },
})
