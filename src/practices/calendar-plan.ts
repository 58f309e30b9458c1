import { addDays, instantOf, localAt, numberOfDay, weekdayOf } from "./calendar.ts"
import type { LocalTime, Plan } from "./calendar.ts"
import type { Day } from "./practice.ts"

// When a plan falls due. Which days are its days is arithmetic alone and the same on every device; only "by now" asks a zone.

/** True when this clock time is one at which the plan falls due. */
export function fallsOn(plan: Plan, time: LocalTime): boolean {
  const day = time.slice(0, 10)
  if (time.slice(10) !== plan.due.slice(10)) return false
  return isPlanned(plan, day)
}

/** The plan's times on the days from `from` to `to`, both included, in order. */
export function timesBetween(plan: Plan, from: Day, to: Day): readonly LocalTime[] {
  const first = Math.max(numberOfDay(from), numberOfDay(plan.due.slice(0, 10)))
  const last = Math.min(numberOfDay(to), numberOfDay(lastDay(plan)))
  const times: LocalTime[] = []
  for (let n = first; n <= last; n++) {
    const day = addDays("1970-01-01", n)
    if (isPlanned(plan, day)) times.push(day + plan.due.slice(10))
  }
  return times
}

/** The last `count` times whose instant has come, oldest first. */
export function timesPast(plan: Plan, zone: string, at: number, count: number): readonly LocalTime[] {
  const today = dayAt(at, zone)
  // A weekly plan has one time in seven days, weekdays at least one in three: this reach is never too short.
  const reach =
    plan.repeat === "once" ? numberOfDay(today) - numberOfDay(plan.due.slice(0, 10)) : 7 * (count + 1)
  const times = timesBetween(plan, addDays(today, -Math.max(0, reach)), addDays(today, 1))
  const latest = lastDay(plan) < today ? timesBefore(plan, lastDay(plan), count) : times
  return latest.filter((time) => hasCome(time, today, zone, at)).slice(-count)
}

/** The first time still to come, or null when there is none. */
export function nextTime(plan: Plan, zone: string, at: number): LocalTime | null {
  const today = dayAt(at, zone)
  const first = plan.due.slice(0, 10)
  const from = first > today ? first : addDays(today, -1)
  return timesBetween(plan, from, addDays(from, 9)).find((time) => !hasCome(time, today, zone, at)) ?? null
}

function dayAt(at: number, zone: string): Day {
  return localAt(at, zone).slice(0, 10)
}

/** Two days away the answer is the day's alone: no zone ever set its clocks by more than one. */
function hasCome(time: LocalTime, today: Day, zone: string, at: number): boolean {
  const ahead = numberOfDay(time.slice(0, 10)) - numberOfDay(today)
  return ahead <= -2 || (ahead < 2 && instantOf(time, zone) <= at)
}

function timesBefore(plan: Plan, last: Day, count: number): readonly LocalTime[] {
  return timesBetween(plan, addDays(last, -7 * (count + 1)), last)
}

function isPlanned(plan: Plan, day: Day): boolean {
  const first = plan.due.slice(0, 10)
  if (day < first || day > lastDay(plan)) return false
  switch (plan.repeat) {
    case "once":
      return day === first
    case "daily":
      return true
    case "weekdays":
      return weekdayOf(day) <= 5
    case "weekly":
      return weekdayOf(day) === weekdayOf(first)
  }
}

function lastDay(plan: Plan): Day {
  return plan.repeat === "once" ? plan.due.slice(0, 10) : (plan.until ?? "9999-12-31")
}
