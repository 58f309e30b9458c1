import { addDays, knowsZone, localAt } from "../calendar.ts"
import type { LocalTime, Plan, Repeat } from "../calendar.ts"
import { useTexts } from "../use-texts.tsx"
import type { Page } from "../use-texts.tsx"
import type { Handover, Moment } from "../practice.ts"
import type { PromisesProps } from "./shown.tsx"

/** What of a promise is drafted from the first key on. */
export const drafted = ["when", "will", "day", "time", "repeat", "until"] as const
export type Field = (typeof drafted)[number]
export type Form = Page<Field>
export const repeats = ["once", "daily", "weekdays", "weekly"] as const

export function draftKey(start: Handover | null): string {
  return start === null ? "promises:new" : `promises:from-${start.from}`
}

/** The form with its drafts, or with what was handed over: that may be changed like any other words. */
export function useForm({ desk, start, now }: PromisesProps): Form {
  return useTexts(desk, draftKey(start), drafted, startOf(start, now))
}

function startOf(start: Handover | null, now: Moment): Readonly<Record<Field, string>> {
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
}
export type Problem = "promises.say-what" | "promises.say-when" | "promises.is-past" | "promises.ends-first"

/** The promise the form holds, or what still stands against it. */
export function read(texts: Form["texts"], now: Moment): Made | Problem {
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
