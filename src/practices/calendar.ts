import type { Day } from "./practice.ts"

// Days and clock times as people mean them, worked out with Intl alone. Arithmetic on days needs no zone; only where a clock time meets
// an instant is a zone asked. Where the clock is put forward, a time that never was becomes the one as long after the jump as it was
// before it would have been; where it is put back, a time that comes twice means the first.

/** YYYY-MM-DDTHH:MM on the wall clock of some zone. */
export type LocalTime = string
export type Repeat = "once" | "daily" | "weekdays" | "weekly"

/** When something is due: the first time, how it comes again, and the last day on which it may. */
export interface Plan {
  readonly due: LocalTime
  readonly repeat: Repeat
  readonly until?: Day | undefined
}

const minute = 60_000
const dayLength = 1440 * minute

/** Days from 1970-01-01 to this day, in the Gregorian calendar carried back before its time (Howard Hinnant, "chrono-compatible dates"). */
export function numberOfDay(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  return numberOfDate(year, month, date)
}

function numberOfDate(y: number, month: number, date: number): number {
  const year = month <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The way back. Whole numbers only; years 0 to 9999. */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1, 2)}`
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days)
}

/** 1 Monday to 7 Sunday, as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  return ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1
}

/** Milliseconds since 1970 UTC at which UTC's clocks show this; also the way to hand a day to Intl with `timeZone: "UTC"`. */
export function asIfUtc(local: LocalTime | Day): number {
  const [hours = 0, minutes = 0] = local.slice(11).split(":").map(Number)
  return numberOfDay(local.slice(0, 10)) * dayLength + (hours * 60 + minutes) * minute
}

/** What the clocks of a zone show at an instant, to the minute. */
export function localAt(at: number, zone: string): LocalTime {
  const shown = Math.floor((at + offsetAt(at, zone)) / minute)
  const day = Math.floor(shown / 1440)
  const rest = shown - day * 1440
  return `${dayOfNumber(day)}T${padded(Math.floor(rest / 60), 2)}:${padded(rest % 60, 2)}`
}

/** The instant a clock time of a zone means: see above for hours that never were and hours that come twice. */
export function instantOf(local: LocalTime, zone: string): number {
  const wall = asIfUtc(local)
  const before = offsetAt(wall - dayLength, zone)
  const after = offsetAt(wall + dayLength, zone)
  const fits = [before, after].map((offset) => wall - offset).filter((at) => at + offsetAt(at, zone) === wall)
  return fits.length === 0 ? wall - before : Math.min(...fits)
}

/** Quarter days whose offset is the same at both ends, by zone and number: many due times lie in the same few. */
const steady = new Map<string, number>()
const quarter = dayLength / 4
/** Some two years of one zone. */
const mostSteady = 3000

/** Milliseconds the zone's clocks are ahead of UTC at an instant. A zone this device does not know is read as UTC. */
export function offsetAt(at: number, zone: string): number {
  const number = Math.floor(at / quarter)
  const key = `${String(number)} ${zone}`
  const known = steady.get(key)
  if (known !== undefined) return known
  // No zone ever put its clocks forth and back again within six hours.
  const [first, last] = [readOffset(number * quarter, zone), readOffset((number + 1) * quarter - 1000, zone)]
  if (first !== last) return readOffset(at, zone)
  if (steady.size >= mostSteady) steady.clear()
  steady.set(key, first)
  return first
}

function readOffset(at: number, zone: string): number {
  const values: Record<string, string> = {}
  for (const { type, value } of clockOf(zone).formatToParts(at)) values[type] = value
  const number = (type: string): number => Number(values[type])
  const year = values["era"] === "B" ? 1 - number("year") : number("year")
  const minutes =
    numberOfDate(year, number("month"), number("day")) * 1440 + number("hour") * 60 + number("minute")
  return minutes * minute + number("second") * 1000 - Math.floor(at / 1000) * 1000
}

export function knowsZone(zone: string): boolean {
  return clocks.has(zone) || clockIn(zone) !== null
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const clock = clockIn(zone)
  if (clock === null) return clockOf("UTC")
  clocks.set(zone, clock)
  return clock
}

function clockIn(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      era: "narrow",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    })
  } catch {
    return null
  }
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, "0")
}
