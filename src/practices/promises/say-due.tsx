import { useLocale, useSay } from "#kit"
import { asIfUtc, instantOf, localAt, offsetAt } from "../calendar.ts"
import type { LocalTime } from "../calendar.ts"
import type { Moment } from "../practice.ts"
import type { Promised } from "./fold.ts"
import type { Counted } from "./look.ts"
import type { en } from "./words/en.ts"

/** Writes a due time as the promise means it: "Wednesday 11 November, 18:30"; and by the reader's clock where that differs. */
export function useSayDue(now: Moment): (time: LocalTime, zone: string) => string {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const write = (time: LocalTime): string => inWords(locale, time)
  return (time, zone) => {
    const at = instantOf(time, zone)
    if (offsetAt(at, zone) === offsetAt(at, now.zone)) return write(time)
    return say("promises.time-two", {
      theirs: write(time),
      place: cityOf(zone),
      mine: write(localAt(at, now.zone)),
    })
  }
}

function inWords(locale: string, time: LocalTime): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(asIfUtc(time))
}

/** "Europe/Berlin" as people say it: the last part, without the underlines. */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ")
}

/** "Ben's promise · weekdays · until 18 December" */
export function useSayPlan(): (promise: Promised, whose: string) => string {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const day = (of: string): string =>
    new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(asIfUtc(of))
  return (promise, whose) => {
    const repeat = say(`promises.repeat-${promise.repeat}`)
    const until =
      promise.repeat === "once" || promise.until === undefined
        ? []
        : [say("promises.until", { day: day(promise.until) })]
    return [whose, repeat, ...until].join(" · ")
  }
}

/** "17 of the last 20 kept, 2 changed in time, 1 missed and told": all endings together, or nothing. */
export function useSayCounted(): (counted: Counted) => string | null {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  return ({ all, kept, changed, told, found }) => {
    if (all === 0) return null
    const parts = [
      say("promises.kept-of", { kept, n: all }),
      ...(changed === 0 ? [] : [say("promises.changed-n", { n: changed })]),
      ...(told === 0 ? [] : [say("promises.told-n", { n: told })]),
      ...(found === 0 ? [] : [say("promises.found-n", { n: found })]),
    ]
    return new Intl.ListFormat(locale, { style: "short", type: "unit" }).format(parts)
  }
}
