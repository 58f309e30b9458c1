import type { Moment } from "../practices/practice.ts"

// The one place on the page where time is read. Everything else is given a Moment, workers with each call; a lint holds it.

/** Now, with the day as it is where the person is. */
export function now(): Moment {
  // oxlint-disable-next-line no-restricted-globals, no-restricted-properties
  const at = Date.now()
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return { at, day: dayAt(at, timeZone), zone: timeZone }
}

/** Milliseconds, to see how long something has been going on. */
export function millis(): number {
  // oxlint-disable-next-line no-restricted-properties
  return performance.now()
}

/** YYYY-MM-DD of a moment in a zone. */
export function dayAt(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone: zone,
  }).formatToParts(at)
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ""
  return `${of("year")}-${of("month")}-${of("day")}`
}
