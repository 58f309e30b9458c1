import { apology } from "./apology/practice.ts"
import { stateOf } from "./house.ts"
import type { House } from "./house.ts"
import type { Day, Reader, Ref } from "./practice.ts"
import { promises } from "./promises/practice.ts"
import type { EndingKind } from "./promises/fold.ts"

/** One seam of the bowl and the act that filled it. */
export interface Seam {
  readonly act: "repair" | "kept" | "told"
  readonly day: Day
  readonly ref: Ref
}

/**
 * What turned to gold, oldest first: an accepted repair, a kept promise, a promise missed and told. Acts, never a sum of a person: whose each was is not
 * asked. Together it is what stands in the shared log, so both see the same bowl; alone it is one's own.
 */
export function seamsOf(house: House, reader: Reader): readonly Seam[] {
  const kept = stateOf(house, promises)
  const acts: readonly Seam[] =
    reader.shared === null
      ? endingsOf(kept.own.endings)
      : [
          ...stateOf(house, apology).shared.accepted.map(({ day, ref }) => ({
            act: "repair" as const,
            day,
            ref,
          })),
          ...endingsOf(kept.shared.endings),
        ]
  // By the day, then by the entry's own name: the same order on both phones, whatever arrived first.
  return acts.toSorted((a, b) => compare(a.day, b.day) || compare(a.ref, b.ref))
}

function endingsOf(
  endings: readonly { readonly ending: EndingKind; readonly day: Day; readonly ref: Ref }[],
): readonly Seam[] {
  return endings.flatMap(({ ending, day, ref }) =>
    ending === "kept" || ending === "told" ? [{ act: ending, day, ref }] : [],
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
