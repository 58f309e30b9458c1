import fc from "fast-check"
import { recordKindOf } from "./house.ts"
import type { HouseEntry } from "./house.ts"
import type { LogName, Step } from "./practice.ts"
import { practices } from "./registry.ts"
import { madeUpRef, madeUpVersion, readerOf, writers } from "./telling.ts"
import type { Who } from "./telling.ts"

// Histories nobody wrote, made from the stories' own entries: their order, their writers, their days and what they point at are dice. Most
// are odd and some are refused; all are of the kind two phones may hold.

export interface Template {
  readonly step: Step
  /** For each name in the body, the kind of entry it named in its story. */
  readonly named: ReadonlyMap<string, string>
}

export const templates: readonly Template[] = practices.flatMap((room) =>
  room.stories.flatMap((story) => {
    const named = new Map(
      story.steps.flatMap((step) => (step.as === undefined ? [] : [[step.as, step.kind] as const])),
    )
    return story.steps.map((step) => ({ step, named }))
  }),
)

interface Dice {
  readonly template: Template
  readonly who: Who
  readonly pick: number
  readonly day: number
}
const dice: fc.Arbitrary<Dice> = fc.record({
  template: fc.constantFrom(...templates),
  who: fc.constantFrom<Who>("ana", "ben"),
  pick: fc.nat(1000),
  day: fc.integer({ min: 1, max: 28 }),
})

export interface Told {
  readonly who: Who
  readonly entry: HouseEntry
}

export function anyHistory(size: number): fc.Arbitrary<readonly Told[]> {
  return fc.array(dice, { maxLength: size, size: "max" }).map((thrown) => {
    const told: Told[] = []
    for (const one of thrown) told.push({ who: one.who, entry: entryFrom(one, told) })
    return told
  })
}

function entryFrom({ template, who, pick, day }: Dice, before: readonly Told[]): HouseEntry {
  const { step, named } = template
  const log: LogName = step.log
  const ref = madeUpRef(who, log, before.length)
  return {
    log,
    kind: step.kind,
    body: withAims(step.body, named, before, pick),
    ref,
    version: madeUpVersion(before.length),
    writer: log === "shared" ? writers[who] : readerOf(who).own,
    day: `2026-11-${String(day).padStart(2, "0")}`,
    recordKind: recordKindOf(step.kind) ?? 1,
  }
}

/** Each "@name" becomes an earlier entry of the kind that name had, if there is one, and "#name" that entry's version. */
function withAims(
  value: unknown,
  named: ReadonlyMap<string, string>,
  before: readonly Told[],
  pick: number,
): unknown {
  if (typeof value === "string" && /^[@#]/.test(value)) {
    const kind = named.get(value.slice(1))
    const fitting = before.filter((t) => t.entry.kind === kind)
    const entry = (fitting.length === 0 ? before : fitting).at(
      pick % Math.max(1, fitting.length || before.length),
    )?.entry
    if (value.startsWith("@")) return entry?.ref ?? madeUpRef("ana", "shared", 900 + (pick % 9))
    return entry?.version ?? madeUpVersion(900)
  }
  if (Array.isArray(value)) return value.map((item) => withAims(item, named, before, pick))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withAims(item, named, before, pick)]),
  )
}

/** What one person's phone holds of a history: both see the shared part, each their own private one. */
export function heardBy(history: readonly Told[], who: Who): readonly HouseEntry[] {
  return history.filter((t) => t.entry.log === "shared" || t.who === who).map((t) => t.entry)
}
