import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  addDays,
  asIfUtc,
  dayOfNumber,
  instantOf,
  knowsZone,
  localAt,
  numberOfDay,
  offsetAt,
  weekdayOf,
} from "./calendar.ts"

const zones = Intl.supportedValuesOf("timeZone")
const minute = 60_000
const hour = 60 * minute
const from = Date.UTC(1971, 0, 1)
const to = Date.UTC(2037, 11, 31)

/** The platform's own answer, read apart from the code under test: what a clock on the wall shows. */
function wall(at: number, zone: string): string {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(at)
  return shown.replace(" ", "T")
}

/** Every instant at which this zone's clocks were moved in these years, to the minute. */
function jumps(zone: string, firstYear: number, lastYear: number): readonly number[] {
  const found: number[] = []
  for (let at = Date.UTC(firstYear, 0, 1); at < Date.UTC(lastYear + 1, 0, 1); at += 24 * hour) {
    if (offsetAt(at, zone) === offsetAt(at + 24 * hour, zone)) continue
    let [low, high] = [at, at + 24 * hour]
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute
      if (offsetAt(middle, zone) === offsetAt(low, zone)) low = middle
      else high = middle
    }
    found.push(high)
  }
  return found
}

test("days and their numbers are one to one, and agree with the platform", () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_000, max: 2_932_000 }), (number) => {
      const day = dayOfNumber(number)
      expect(numberOfDay(day)).toBe(number)
      expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      expect(weekdayOf(day)).toBe(new Date(number * 86_400_000).getUTCDay() || 7)
    }),
  )
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29")
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01")
})

test("a clock on the wall shows the same here as on the platform, in every zone", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: from, max: to }), (zone, at) => {
      expect(localAt(at, zone)).toBe(wall(at, zone))
    }),
    { numRuns: 600 },
  )
})

test("an ordinary clock time leads to an instant that shows it, and no earlier instant does", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: from, max: to }), (zone, at) => {
      const time = localAt(at, zone)
      const instant = instantOf(time, zone)
      expect(localAt(instant, zone)).toBe(time)
      expect(instant).toBeLessThanOrEqual(at)
    }),
    { numRuns: 600 },
  )
})

const moved =
  "Europe/Berlin Europe/London Europe/Lisbon America/New_York America/St_Johns America/Santiago Australia/Sydney Australia/Lord_Howe Pacific/Auckland " +
  "Pacific/Chatham Africa/Casablanca Asia/Beirut Asia/Gaza America/Havana America/Asuncion Antarctica/Troll Africa/Cairo"
test.each(moved.split(" "))("around each change of the clocks in %s, every minute is right", (zone) => {
  const changes = jumps(zone, 2023, 2026)
  expect(changes.length).toBeGreaterThan(2)
  for (const change of changes) {
    const first = new Map<string, number>()
    for (let at = change - 3 * hour; at < change + 3 * hour; at += minute) {
      const time = wall(at, zone)
      if (!first.has(time)) first.set(time, at)
    }
    // A time that comes twice means the first; one that comes once means itself.
    for (const [time, at] of first) expect(instantOf(time, zone), `${zone} ${time}`).toBe(at)
    const shift = offsetAt(change, zone) - offsetAt(change - minute, zone)
    for (let into = 0; into < shift; into += minute) {
      // Put forward: a time that never was is as long after the jump as it would have been without it.
      const never = localAt(change - minute, "UTC")
      const time = localAt(asIfUtc(never) + minute + into + offsetAt(change - minute, zone), "UTC")
      expect(first.has(time), `${zone} ${time}`).toBe(false)
      expect(instantOf(time, zone), `${zone} ${time}`).toBe(change + into)
    }
  }
})

test("the day that Samoa left out is met on the day after", () => {
  expect(localAt(instantOf("2011-12-30T12:00", "Pacific/Apia"), "Pacific/Apia")).toBe("2011-12-31T12:00")
})

test("written hours: Berlin in spring and in autumn", () => {
  expect(instantOf("2026-03-29T02:30", "Europe/Berlin")).toBe(Date.UTC(2026, 2, 29, 1, 30))
  expect(instantOf("2026-10-25T02:30", "Europe/Berlin")).toBe(Date.UTC(2026, 9, 25, 0, 30))
  expect(instantOf("2026-07-01T18:00", "Europe/Berlin")).toBe(Date.UTC(2026, 6, 1, 16))
})

test("a zone nobody knows is read as UTC, and nothing throws", () => {
  expect(knowsZone("Mars/Olympus")).toBe(false)
  expect(knowsZone("Europe/Berlin")).toBe(true)
  expect(instantOf("2026-03-29T02:30", "Mars/Olympus")).toBe(Date.UTC(2026, 2, 29, 2, 30))
  const someDay = fc
    .integer({ min: numberOfDay("0000-01-01"), max: numberOfDay("9999-12-31") })
    .map(dayOfNumber)
  fc.assert(
    fc.property(someDay, fc.string(), (day, zone) => {
      expect(Number.isFinite(instantOf(`${day}T23:59`, zone))).toBe(true)
      expect(Number.isFinite(instantOf(`${day}T00:00`, "America/New_York"))).toBe(true)
    }),
  )
})
