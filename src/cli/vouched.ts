import { intervalOf } from "#ledger"
import type { EntryReport, LogReport, VouchedReport } from "#ledger"
import { dayOfNumber, numberOfDay } from "#practices"
import { filled } from "./call.ts"
import { en } from "./words/en.ts"

// What servers signed of a log in a saved file, said to people (spec/ledger.md §14.3): how far, in which hour, and where one of them said two things.

export function vouchedInWords({ vouched, contradictions }: LogReport): readonly string[] {
  if (vouched.length === 0) return []
  const said = vouched
    .toSorted((a, b) => a.hour - b.hour || a.seq - b.seq)
    .map((one) => filled(en[`cli.vouched-${one.chain}`], { ...one, hour: hourInWords(one.hour) }))
  const caught = contradictions.flatMap(([first, second]) => {
    const [a, b] = [vouched[first], vouched[second]]
    return a === undefined || b === undefined ? [] : [contradictionInWords(a, b)]
  })
  return [...said, ...caught, en["cli.vouched-only"]]
}

function contradictionInWords(a: VouchedReport, b: VouchedReport): string {
  const hours = { hourA: hourInWords(a.hour), hourB: hourInWords(b.hour) }
  return filled(en["cli.contradiction"], { relay: a.relay, a: a.seq, b: b.seq, ...hours })
}

/** The day an entry says beside the hours of each server, where they do not go together; empty where they do. */
export function dayInWords({ vouched }: LogReport, { seq, day }: EntryReport): string {
  if (day === null) return ""
  const relays = [...new Set(vouched.map(({ relay }) => relay))]
  return relays.map((relay) => besideOne(vouched, relay, seq, day)).join("")
}

function besideOne(vouched: readonly VouchedReport[], relay: string, seq: number, day: string): string {
  const { from, to } = intervalOf(vouched, relay, seq)
  const own = numberOfDay(day)
  // Somewhere on earth it is still the day before, or already the next one.
  const isBefore = from !== null && own < dayNumber(from) - 1
  const isAfter = to !== null && own > dayNumber(to) + 1
  if (!isBefore && !isAfter) return ""
  const how = from === null ? "to" : to === null ? "from" : "between"
  return filled(en[`cli.day-${how}`], {
    day,
    relay,
    ...(from === null ? {} : { from: hourInWords(from) }),
    ...(to === null ? {} : { to: hourInWords(to) }),
  })
}

const dayNumber = (hour: number): number => Math.floor(hour / 24)

/** The hour itself, from its first minute on, in UTC. */
function hourInWords(hour: number): string {
  return `${dayOfNumber(dayNumber(hour))} ${String(hour % 24).padStart(2, "0")}:00 UTC`
}
