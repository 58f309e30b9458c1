import { findAll } from "./match.ts"
import type { Place } from "./match.ts"
import { cuesOf, Pattern } from "./pattern.ts"

/** Things with phrases, found by the words their phrases cannot do without: a sentence meets few of them. */
export interface Shelf<T> {
  readonly byCue: ReadonlyMap<string, readonly Entry<T>[]>
  readonly always: readonly Entry<T>[]
}
interface Entry<T> {
  readonly thing: T
  /** Its place in the book. */
  readonly order: number
  readonly pattern: Pattern
}

export function shelve<T>(things: readonly (readonly [T, readonly string[]])[]): Shelf<T> {
  const byCue = new Map<string, Entry<T>[]>()
  const always: Entry<T>[] = []
  things.forEach(([thing, sources], order) => {
    for (const source of sources) {
      const entry = { thing, order, pattern: new Pattern(source) }
      const cues = cuesOf(source)
      if (cues === undefined) always.push(entry)
      for (const cue of new Set(cues)) {
        const there = byCue.get(cue)
        if (there === undefined) byCue.set(cue, [entry])
        else there.push(entry)
      }
    }
  })
  return { byCue, always }
}

/** Each thing that has a phrase in the sentence, in the order of the book, with the places. */
export function found<T>(
  { byCue, always }: Shelf<T>,
  words: readonly string[],
): readonly (readonly [T, readonly Place[]])[] {
  const entries = new Set(always)
  for (const word of new Set(words)) for (const entry of byCue.get(word) ?? []) entries.add(entry)
  const places: { readonly thing: T; readonly order: number; readonly places: Place[] }[] = []
  for (const { thing, order, pattern } of entries) {
    const here = findAll(pattern, words)
    const there = here.length === 0 ? undefined : places.find((one) => one.order === order)
    if (there !== undefined) there.places.push(...here)
    else if (here.length > 0) places.push({ thing, order, places: [...here] })
  }
  return places.toSorted((a, b) => a.order - b.order).map(({ thing, places }) => [thing, places])
}
