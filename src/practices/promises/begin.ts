import { addDays, knowsZone, localAt } from "../calendar.ts"
import type { LocalTime, Plan, Repeat } from "../calendar.ts"
import type { BodyOf, Day, Handover, Moment, Ref } from "../practice.ts"
import type { PromisesEntries } from "./entries.ts"

// How a promise begins: from nothing, or from what another room handed over; and what it takes to be one. No screen is needed to know it.

export const fields = ["when", "will", "day", "time", "repeat", "until"] as const
export type Field = (typeof fields)[number]
export type Texts = Readonly<Record<Field, string>>
export const repeats = ["once", "daily", "weekdays", "weekly"] as const

/** What stands in the form before anything is written: words handed over may be changed like any others. */
export function startOf(start: Handover | null, now: Moment): Texts {
  const given = (key: string): string => start?.start[key] ?? ""
  const due = given("due")
  return {
    when: given("when"),
    will: given("will"),
    day: /^\d{4}-\d\d-\d\d/.test(due) ? due.slice(0, 10) : addDays(now.day, 1),
    time: due.length === 16 ? due.slice(11) : "18:00",
    repeat: "once",
    until: "",
  }
}

export interface Made extends Plan {
  readonly when: string
  readonly will: string
  readonly due: LocalTime
  readonly zone: string
  readonly repeat: Repeat
  readonly until?: Day
}
export type Problem = "promises.say-what" | "promises.say-when" | "promises.is-past" | "promises.ends-first"

/** The promise the form holds, or what still stands against it. */
export function read(texts: Texts, now: Moment): Made | Problem {
  const { when, will, day, time, until } = texts
  if (!/\S/.test(will)) return "promises.say-what"
  const due = `${day}T${time}`
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(due)) return "promises.say-when"
  const zone = knowsZone(now.zone) ? now.zone : "UTC"
  if (due <= localAt(now.at, zone)) return "promises.is-past"
  const repeat = repeats.find((r) => r === texts.repeat) ?? "once"
  const lasts = repeat !== "once" && until !== ""
  if (lasts && until < day) return "promises.ends-first"
  return { when: when.trim(), will: will.trim(), due, zone, repeat, ...(lasts ? { until } : {}) }
}

/** What is written for it, in one's own log or in the shared one. */
export function bodyFrom(
  { when, will, due, zone, repeat, until }: Made,
  matter: Ref | null,
  from: Ref | null,
): BodyOf<PromisesEntries, "promises.made"> {
  return {
    ...(matter === null ? {} : { matter }),
    when,
    will,
    due,
    zone,
    repeat,
    ...(until === undefined ? {} : { until }),
    ...(from === null ? {} : { from }),
  }
}
