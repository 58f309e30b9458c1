import type { Day } from "../practices/practice.ts"

/** "9 November 2026" in the words of a language. No clock is read, and no zone: a day is a day. */
export function dayInWords(day: Day, locale: string): string {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number)
  // oxlint-disable-next-line no-restricted-globals -- a calendar sum, not a look at the clock
  const at = Date.UTC(year, month - 1, date)
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(at)
}
