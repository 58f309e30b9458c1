import type { Writer } from "./practice.ts"

interface OtherPeople {
  readonly other: string
  readonly others?: readonly string[]
  readonly gone?: readonly string[]
}

/** For a sentence about all others: their names, and how many they are, because "Ana opens" and "Ana and Cleo open". */
export function everyone({ other, others }: OtherPeople): {
  readonly name: string
  readonly n: number
} {
  return { name: other, n: Math.max(1, others?.length ?? 1) }
}

/** The same for what was said or named so far: whoever left since then has it too. */
export function everybodyEver(people: OtherPeople): { readonly name: string; readonly n: number } {
  const { name, n } = everyone(people)
  return { name, n: n + (people.gone?.length ?? 0) }
}

/** What several said, by who said it, in the order in which each first spoke. */
export function byWriter<T extends { readonly writer: Writer }>(
  things: readonly T[],
): readonly { readonly writer: Writer; readonly of: readonly T[] }[] {
  const writers = [...new Set(things.map((thing) => thing.writer))]
  return writers.map((writer) => ({ writer, of: things.filter((thing) => thing.writer === writer) }))
}
