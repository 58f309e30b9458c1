import { instantOf, localAt } from "../calendar.ts"
import { byWriter } from "../everyone.ts"
import { nextTime, timesPast } from "../calendar-plan.ts"
import type { LocalTime, Plan } from "../calendar.ts"
import type { Moment, Ref } from "../practice.ts"
import type { Ended, Ending, EndingKind, Promised, Seen } from "./fold.ts"

// What can be seen of a promise at a moment. Endings are the author's; a time that passed without a word is "none", and counts neither way.

/** One due time. `ending` is null while nothing was said. */
export interface Due {
  readonly time: LocalTime
  readonly at: number
  readonly ending: Ending | null
}
export interface Known {
  readonly endings: readonly Ending[]
  readonly ended: readonly Ended[]
  readonly seen?: readonly Seen[]
}
export interface Counted {
  readonly all: number
  readonly kept: number
  readonly changed: number
  readonly told: number
  readonly found: number
  /** Past, and nothing said yet. Not in `all`. */
  readonly none: number
}

/** The last `count` due times that have come or have ended, oldest first. */
export function lastDue(promise: Promised, known: Known, now: Moment, count: number): readonly Due[] {
  const endings = known.endings.filter((e) => e.promise === promise.ref)
  const times = new Set(timesPast(untilEnd(promise, known), promise.zone, now.at, count))
  for (const ending of endings) {
    times.add(ending.occurrence)
    if (ending.due !== null && instantOf(ending.due, promise.zone) <= now.at) times.add(ending.due)
  }
  return [...times]
    .map((time) => dueAt(promise, time, endings))
    .filter((due) => due.ending !== null || !isOver(promise, known, due.time))
    .toSorted((a, b) => a.at - b.at)
    .slice(-count)
}

/** The first due time still to come that has no ending, or null. */
export function nextDue(promise: Promised, known: Known, now: Moment): Due | null {
  const endings = known.endings.filter((e) => e.promise === promise.ref)
  const coming = [nextUnsaid(promise, endings, now), ...movedTo(endings)]
    .filter((time) => time !== null)
    .map((time) => dueAt(promise, time, endings))
    .filter((due) => due.ending === null && due.at > now.at && !isOver(promise, known, due.time))
  return coming.toSorted((a, b) => a.at - b.at)[0] ?? null
}

/** Past due times nothing was said about, oldest first. They stay where they are; nobody is told. */
export function unsaid(promise: Promised, known: Known, now: Moment): readonly Due[] {
  return lastDue(promise, known, now, 20).filter((due) => due.ending === null)
}

/** The due time its author would speak of now: today’s, or else the last that passed, or the next. */
export function dueNow(promise: Promised, known: Known, now: Moment): Due | null {
  const next = nextDue(promise, known, now)
  const last = unsaid(promise, known, now).at(-1) ?? null
  const today = localAt(now.at, promise.zone).slice(0, 10)
  return next !== null && (last === null || next.time.slice(0, 10) === today) ? next : last
}

export function counted(dues: readonly Due[]): Counted {
  const of = (kind: EndingKind | null): number =>
    dues.filter((due) => (due.ending?.ending ?? null) === kind).length
  const none = of(null)
  return {
    all: dues.length - none,
    kept: of("kept"),
    changed: of("changed"),
    told: of("told"),
    found: of("found"),
    none,
  }
}

/** True once nothing more can fall due: it was ended, or its last time has passed. */
export function isDone(promise: Promised, known: Known, now: Moment): boolean {
  const over = known.ended.some((e) => e.promise === promise.ref)
  return over || (nextDue(promise, known, now) === null && unsaid(promise, known, now).length === 0)
}

/** What the other person last said to one ending. */
export function viewsOn(ending: Ref, seen: readonly Seen[]): readonly Seen[] {
  return byWriter(seen.filter((s) => s.ending === ending)).flatMap(({ of }) => of.slice(-1))
}

function nextUnsaid(promise: Promised, endings: readonly Ending[], now: Moment): LocalTime | null {
  let time = nextTime(promise, promise.zone, now.at)
  // Each turn leaves one ended time behind; there are no more of them than endings.
  for (let turn = 0; turn < endings.length && time !== null; turn++) {
    const at = time
    if (!endings.some((e) => e.occurrence === at)) return at
    time = nextTime(promise, promise.zone, instantOf(at, promise.zone))
  }
  return time
}

function movedTo(endings: readonly Ending[]): readonly LocalTime[] {
  return endings.flatMap((e) => (e.due === null ? [] : [e.due]))
}

function dueAt(promise: Promised, time: LocalTime, endings: readonly Ending[]): Due {
  const ending = endings.find((e) => e.occurrence === time) ?? null
  return { time, at: instantOf(time, promise.zone), ending }
}

/** The plan as it stands once the promise was ended. */
function untilEnd(promise: Promised, known: Known): Plan {
  const end = known.ended.find((e) => e.promise === promise.ref)?.day
  const until = end === undefined || (promise.until ?? end) < end ? promise.until : end
  return { due: promise.due, repeat: promise.repeat, until }
}

function isOver(promise: Promised, known: Known, time: LocalTime): boolean {
  const end = known.ended.find((e) => e.promise === promise.ref)
  return end !== undefined && time.slice(0, 10) > end.day
}
