import { useLocale } from "#kit"
import { asIfUtc } from "./calendar.ts"
import { useMemo } from "preact/hooks"
import type { Day } from "./practice.ts"

/** Writes a day in the words of the reader's language: "14 November". */
export function useSayDay(): (day: Day) => string {
  const { locale } = useLocale()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" })
    return (day) => format.format(asIfUtc(day))
  }, [locale])
}

/** Writes a moment on the reader's own clock: "Tuesday at 14:20". */
export function useSayMoment(): (at: number, zone: string) => string {
  const { locale } = useLocale()
  return (at, zone) =>
    new Intl.DateTimeFormat(locale, {
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: zone,
    }).format(at)
}
