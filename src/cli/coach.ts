import { read } from "#language"
import type { PartId, TextKind } from "#language"
import type { ReadFile, Told } from "./told.ts"
import { en } from "./words/en.ts"

const kinds = ["apology", "account", "paraphrase", "promise"] as const satisfies readonly TextKind[]
/** Far beyond a letter; a file this long is most likely not one. */
const longest = 1_000_000

/** `coach FILE|- [--as KIND]`: the lines to print and the exit code. Marks are an invitation and not a failure: with any number of them it is 0. It sends nothing and keeps nothing. */
export function coach(args: readonly string[], readFile: ReadFile): Told {
  if (args.some((arg) => arg === "--help" || arg === "-h")) return { lines: [en["cli.usage"]], code: 0 }
  const asked = args.indexOf("--as")
  const kind = kinds.find((name) => name === (asked < 0 ? "apology" : args[asked + 1]))
  const rest = asked < 0 ? args : args.toSpliced(asked, 2)
  const [file, ...more] = rest
  if (kind === undefined) return notUnderstood(en["cli.unknown-kind"])
  const flag = rest.find((arg) => arg.startsWith("-") && arg !== "-")
  if (flag !== undefined) return notUnderstood(en["cli.unknown-flag"].replace("{flag}", () => flag))
  if (file === undefined) return notUnderstood(en["cli.no-file"])
  if (more.length > 0) return notUnderstood(en["cli.one-file"])
  const bytes = readFile(file)
  if (bytes === null) return notUnderstood(en["cli.unreadable"].replace("{file}", () => file))
  if (bytes.length > longest) return notUnderstood(en["cli.too-long"])
  const text = textOf(bytes)
  if (text === null) return notUnderstood(en["cli.no-text"].replace("{file}", () => file))
  if (text.trim() === "") return notUnderstood(en["cli.empty"])
  return { lines: told(text, kind), code: 0 }
}

function notUnderstood(why: string): Told {
  return { lines: [why, en["cli.usage"]], code: 2 }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return text.includes("\0") ? null : text
  } catch {
    return null
  }
}

function told(text: string, kind: TextKind): readonly string[] {
  const { marks, present } = read(text, kind)
  const notes = marks.flatMap(({ start, end, because, ask }) => [
    `${placeOf(text, start)} “${text.slice(start, end).replaceAll(/\s+/g, " ")}”`,
    `    ${because}`,
    `    ${ask}`,
  ])
  const parts = present.map((part) => en[`cli.part-${part}` satisfies `cli.part-${PartId}`])
  return [
    ...(marks.length === 0 ? [en["cli.nothing-marked"]] : notes),
    ...(parts.length === 0 ? [] : [en["cli.parts"].replace("{parts}", () => parts.join(", "))]),
  ]
}

/** "3:14" is the third line, fourteenth letter, as editors count. */
function placeOf(text: string, start: number): string {
  const before = text.slice(0, start).split("\n")
  return `${String(before.length)}:${String([...(before.at(-1) ?? "")].length + 1)}`
}
