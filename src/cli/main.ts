import { readFileSync } from "node:fs"
import { coach } from "./coach.ts"
import type { Told } from "./coach.ts"
import { en } from "./words/en.ts"

const [command, ...args] = process.argv.slice(2)

function readFile(name: string): Uint8Array | null {
  try {
    return readFileSync(name === "-" ? 0 : name)
  } catch {
    return null
  }
}

function run(): Told {
  if (command === "coach") return coach(args, readFile)
  if (command === "--help" || command === "-h")
    return { lines: [en["cli.commands"], en["cli.usage"]], code: 0 }
  return {
    lines: [
      ...(command === undefined ? [] : [en["cli.unknown-command"]]),
      en["cli.commands"],
      en["cli.usage"],
    ],
    code: 2,
  }
}

const { lines, code } = run()
const out = code === 0 ? process.stdout : process.stderr
out.write(`${lines.join("\n")}\n`)
process.exitCode = code
