import { addDays } from "../calendar.ts"
import { fallsOn } from "../calendar-plan.ts"
import type { LocalTime } from "../calendar.ts"
import type { Day, EntryIn, Target, Verdict } from "../practice.ts"
import { no, yes } from "../standing.ts"
import type { PromisesEntries } from "./entries.ts"
import type { Ended, Ending, EndingKind, Promised, PromisesOwn, PromisesShared } from "./fold.ts"

// All shared kinds of this room are kept content: only both together can take one out of the record. So a verdict here may rest on an
// earlier entry still being there ([Note: What may() may look at] in standing.ts).

export function mayShared(entry: EntryIn<PromisesEntries, "shared">, state: PromisesShared): Verdict {
  switch (entry.kind) {
    case "promises.made":
      return mayMake(entry.body)
    case "promises.settled": {
      const promise = named(state.promises, entry.body.target)
      if (promise === null) return no("promises.no-such-promise")
      if (promise.writer !== entry.writer) return no("promises.only-its-author")
      return maySettle(entry.body, entry.day, promise, state)
    }
    case "promises.seen": {
      const ending = named(state.endings, entry.body.target)
      if (ending === null) return no("promises.no-such-ending")
      return ending.writer === entry.writer ? no("promises.own-ending") : yes
    }
    case "promises.ended": {
      const promise = named(state.promises, entry.body.target)
      if (promise === null) return no("promises.no-such-promise")
      if (promise.writer !== entry.writer) return no("promises.only-its-author")
      return hasEnded(state.ended, promise) === null ? yes : no("promises.has-ended")
    }
  }
}

export function mayOwn(entry: EntryIn<PromisesEntries, "private">, state: PromisesOwn): Verdict {
  if (entry.kind === "promises.intended") return mayMake(entry.body)
  const promise = state.promises.find((p) => p.ref === entry.body.promise) ?? null
  if (promise === null) return no("promises.no-such-promise")
  if (entry.kind === "promises.own-settled") return maySettle(entry.body, entry.day, promise, state)
  return hasEnded(state.ended, promise) === null ? yes : no("promises.has-ended")
}

interface Settling {
  readonly occurrence: LocalTime
  readonly ending: EndingKind
  readonly due?: LocalTime
}
interface Known {
  readonly endings: readonly Ending[]
  readonly ended: readonly Ended[]
}

function mayMake(plan: Pick<Promised, "due" | "until">): Verdict {
  return plan.until !== undefined && plan.until < plan.due.slice(0, 10) ? no("promises.ends-first") : yes
}

/** Each due time ends once. A time that was changed makes one new due time, which ends by itself. */
function maySettle(said: Settling, day: Day, promise: Promised, known: Known): Verdict {
  const endings = known.endings.filter((e) => e.promise === promise.ref)
  const isDue = (time: LocalTime): boolean => fallsOn(promise, time) || endings.some((e) => e.due === time)
  if (!isDue(said.occurrence)) return no("promises.not-due-then")
  if (endings.some((e) => e.occurrence === said.occurrence)) return no("promises.ended-already")
  const end = hasEnded(known.ended, promise)
  if (end !== null && said.occurrence.slice(0, 10) > end.day) return no("promises.has-ended")
  if (said.ending !== "changed") return said.due === undefined ? yes : no("promises.time-without-change")
  if (said.due === undefined) return no("promises.new-time-needed")
  // A day's grace: where the author is, it may already be the day after (the world's clocks are up to 26 hours apart).
  if (day > addDays(said.occurrence.slice(0, 10), 1)) return no("promises.changed-too-late")
  return isDue(said.due) ? no("promises.due-then-anyway") : yes
}

function hasEnded(ended: readonly Ended[], promise: Promised): Ended | null {
  return ended.find((e) => e.promise === promise.ref) ?? null
}

function named<T extends Target>(list: readonly T[], target: Target): T | null {
  return list.find((thing) => thing.ref === target.ref && thing.version === target.version) ?? null
}
