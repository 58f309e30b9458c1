/** One month of a list: where its newest stands in it, and its name in the reader's language. */
export interface Month {
  readonly at: number
  readonly title: string
}

/** The months of a list whose newest comes first. Where days are out of order, a month stands where it first comes up. */
export function monthsOf<T>(list: readonly T[], dayOf: (one: T) => string, locale: string): readonly Month[] {
  const format = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" })
  const first = new Map<string, number>()
  for (const [at, one] of list.entries()) {
    const month = dayOf(one).slice(0, 7)
    if (!first.has(month)) first.set(month, at)
  }
  return [...first].map(([month, at]) => ({ at, title: format.format(instant(month)) }))
}

/** The first of a month, at the beginning of its day in UTC. */
function instant(month: string): number {
  const [year = 1970, number = 1] = month.split("-").map(Number)
  // oxlint-disable-next-line no-restricted-globals -- a calendar sum, not a look at the clock
  return Date.UTC(year, number - 1, 1)
}
