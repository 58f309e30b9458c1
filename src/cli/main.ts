import { readFileSync } from "node:fs"
import { coach } from "./coach.ts"
import { en } from "./words/en.ts"

const [command = "", ...args] = process.argv.slice(2)
const told =
  command === "coach"
    ? coach(args, readFileSync(0, "utf8"))
    : { lines: [en["cli.usage"]], code: command === "--help" ? 0 : 1 }
process.stdout.write(`${told.lines.join("\n")}\n`)
process.exitCode = told.code
