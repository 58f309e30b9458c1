import * as fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, dayOfNumber, instantOf, localAt, numberOfDay, weekdayOf } from "./calendar.ts"
import type { Plan } from "./calendar.ts"
import { fallsOn, nextTime, timesBetween, timesPast } from "./calendar-plan.ts"

const day = fc.integer({ min: numberOfDay("2024-01-01"), max: numberOfDay("2030-12-31") }).map(dayOfNumber)
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`)
const plan: fc.Arbitrary<Plan> = fc.record({
  due: fc.tuple(day, clock).map(([d, c]) => `${d}T${c}`),
  repeat: fc.constantFrom("once", "daily", "weekdays", "weekly"),
  until: fc.option(day, { nil: undefined }),
})
const zone = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "UTC",
)
const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 11, 31) })

test("a weekday promise begun on a Saturday first falls due on Monday", () => {
  const weekdays: Plan = { due: "2026-11-07T18:00", repeat: "weekdays" }
  expect(timesBetween(weekdays, "2026-11-01", "2026-11-11")).toEqual([
    "2026-11-09T18:00",
    "2026-11-10T18:00",
    "2026-11-11T18:00",
  ])
})

test("a daily time is the same on the clock before and after the clocks change", () => {
  const daily: Plan = { due: "2026-10-24T18:00", repeat: "daily", until: "2026-10-26" }
  const times = timesBetween(daily, "2026-10-01", "2026-11-30")
  expect(times).toEqual(["2026-10-24T18:00", "2026-10-25T18:00", "2026-10-26T18:00"])
  const [first = 0, second = 0, third = 0] = times.map((time) => instantOf(time, "Europe/Berlin"))
  expect([second - first, third - second]).toEqual([25 * 3_600_000, 24 * 3_600_000])
})

test("the times of a span are exactly the days that fall due", () => {
  fc.assert(
    fc.property(plan, day, fc.integer({ min: 0, max: 60 }), (p, from, span) => {
      const times = timesBetween(p, from, addDays(from, span))
      const days = Array.from({ length: span + 1 }, (_, n) => addDays(from, n) + p.due.slice(10))
      expect(times).toEqual(days.filter((time) => fallsOn(p, time)))
      for (const time of times) {
        expect(time >= p.due).toBe(true)
        if (p.repeat === "weekly") expect(weekdayOf(time.slice(0, 10))).toBe(weekdayOf(p.due.slice(0, 10)))
        if (p.repeat === "weekdays") expect(weekdayOf(time.slice(0, 10))).toBeLessThan(6)
        if (p.repeat !== "once" && p.until !== undefined) expect(time.slice(0, 10) <= p.until).toBe(true)
      }
    }),
  )
})

test("what has come and what comes next meet at now, and leave nothing out", () => {
  fc.assert(
    fc.property(plan, zone, moment, fc.integer({ min: 1, max: 20 }), (p, z, at, count) => {
      const past = timesPast(p, z, at, count)
      const next = nextTime(p, z, at)
      const all = timesBetween(p, "2023-12-01", "2031-12-31")
      const come = all.filter((time) => instantOf(time, z) <= at)
      expect(past).toEqual(come.slice(-count))
      expect(next).toBe(all.find((time) => instantOf(time, z) > at) ?? null)
      if (next !== null) expect(instantOf(next, z)).toBeGreaterThan(at)
      expect(localAt(at, z).slice(0, 10) >= (past.at(-1)?.slice(0, 10) ?? "")).toBe(true)
    }),
    { numRuns: 150 },
  )
})
