import { read } from "#language"
import type { TextKind } from "#language"
import { en } from "./words/en.ts"

const kinds = ["apology", "account", "paraphrase", "promise"] as const satisfies readonly TextKind[]

export interface Told {
  readonly lines: readonly string[]
  readonly code: 0 | 1
}

/** Lines to print and the exit code: 1 only when the call itself was not understood. Marks are an invitation, not a failure. */
export function coach(args: readonly string[], text: string): Told {
  const kind = kinds.find((k) => k === args[0])
  if (kind === undefined) return { lines: [en["cli.unknown-kind"], en["cli.usage"]], code: 1 }
  const reading = read(text, kind)
  const marks = reading.marks.flatMap((mark) => [
    `“${text.slice(mark.start, mark.end)}”`,
    `  ${mark.because}`,
    `  ${mark.ask}`,
  ])
  const parts =
    reading.present.length === 0 ? [] : [en["cli.parts"].replace("{parts}", reading.present.join(", "))]
  return { lines: [...(marks.length === 0 ? [en["cli.nothing-marked"]] : marks), ...parts], code: 0 }
}
