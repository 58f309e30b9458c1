/** The list with one more at its end. `concat` makes it in one piece; a spread makes one and then a larger one, which a year of entries feels. */
export function withOne<T>(list: readonly T[], one: T): readonly T[] {
  return list.concat([one])
}
