import { demoExport } from "./demo-log.ts"
import type { Told } from "./told.ts"
import { tools } from "./tools.ts"
import { en } from "./words/en.ts"

/** False when it cannot be written, or something is there already. */
export type WriteFile = (name: string, bytes: Uint8Array) => boolean

/** `demo --out FILE`: a file such as the app saves, of the made-up pair. */
export async function demo(args: readonly string[], writeFile: WriteFile): Promise<Told> {
  if (args.some((arg) => arg === "--help" || arg === "-h")) return { lines: [en["cli.demo-usage"]], code: 0 }
  const [flag, file, ...more] = args
  if (flag !== "--out" || file === undefined || more.length > 0)
    return { lines: [en["cli.no-out"], en["cli.demo-usage"]], code: 2 }
  if (!writeFile(file, await demoExport(tools)))
    return { lines: [en["cli.not-written"].replace("{file}", () => file)], code: 2 }
  return { lines: [en["cli.written"].replace("{file}", () => file)], code: 0 }
}
