import { readFileSync, writeFileSync } from "node:fs"
import type { Told } from "./told.ts"
import { en } from "./words/en.ts"

const [command, ...args] = process.argv.slice(2)
const usages = [
  en["cli.commands"],
  en["cli.usage"],
  en["cli.verify-usage"],
  en["cli.demo-usage"],
  en["cli.restore-usage"],
]

function readFile(name: string): Uint8Array | null {
  try {
    return readFileSync(name === "-" ? 0 : name)
  } catch {
    return null
  }
}

function writeFile(name: string, bytes: Uint8Array): boolean {
  try {
    writeFileSync(name, bytes, { flag: "wx" })
    return true
  } catch {
    return false
  }
}

/** Each command is loaded when it is asked for: the coach needs no keys, and a verifier no coach. */
async function run(): Promise<Told> {
  if (command === "coach") return (await import("./coach.ts")).coach(args, readFile)
  if (command === "verify") return (await import("./verify.ts")).verify(args, readFile)
  if (command === "demo") return (await import("./demo.ts")).demo(args, writeFile)
  if (command === "restore") return (await import("./restore.ts")).restore(args, readFile)
  if (command === "--help" || command === "-h") return { lines: usages, code: 0 }
  return { lines: [...(command === undefined ? [] : [en["cli.unknown-command"]]), ...usages], code: 2 }
}

const { lines, code, isReport = false } = await run()
const out = code === 2 && !isReport ? process.stderr : process.stdout
out.write(`${lines.join("\n")}\n`)
process.exitCode = code
