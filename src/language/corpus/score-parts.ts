import type { PartId, Reading, TextKind } from "../reading.ts"
import type { Gold } from "./gold.ts"
import { rate } from "./score.ts"
import type { Rate, Tally } from "./score.ts"

const told: readonly PartId[] = [
  "names-wrong",
  "takes-responsibility",
  "remorse",
  "acknowledges-impact",
  "explains-without-excusing",
]
/** Which parts are looked for in which kind of text. */
export const partsOfKind: Readonly<Record<TextKind, readonly PartId[]>> = {
  apology: [...told, "commits-to-change", "offers-repair", "leaves-free"],
  account: told,
  paraphrase: ["acknowledges-impact"],
  promise: ["commits-to-change"],
}

/** Which parts are heard, against those a careful reader heard. Texts nobody has gone through for parts are passed over. */
export function scoreParts(
  corpus: readonly Gold[],
  read: (text: string, kind: TextKind) => Reading,
): { readonly all: Rate; readonly by: ReadonlyMap<PartId, Rate>; readonly wrong: readonly string[] } {
  const tally = new Map<PartId, Tally>(
    partsOfKind.apology.map((part) => [part, { hit: 0, marks: 0, found: 0, gold: 0 }]),
  )
  const wrong: string[] = []
  for (const { kind, text, parts } of corpus) {
    if (parts === undefined) continue
    const present = new Set(read(text, kind).present)
    for (const part of partsOfKind[kind]) {
      const row = tally.get(part)
      if (row === undefined || (parts.either.has(part) && !parts.said.has(part))) continue
      const heard = present.has(part)
      const said = parts.said.has(part)
      if (heard) row.marks += 1
      if (said) row.gold += 1
      if (heard && said) row.hit += 1
      if (heard && said) row.found += 1
      if (heard !== said) wrong.push(`${heard ? "+" : "-"} ${part}   IN ${text}`)
    }
  }
  return {
    all: rate(tally.values()),
    by: new Map([...tally].map(([part, row]) => [part, rate([row])])),
    wrong,
  }
}
