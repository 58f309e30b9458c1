import { firstSigns } from "../lists.ts"
import type { Moment, Nudge, Reader, States } from "../practice.ts"
import type { Promised, PromisesOwn, PromisesShared } from "./fold.ts"
import { unsaid } from "./look.ts"

/** Only a promise of the reader's own is ever named, and only once its time has come; the other's promises say nothing here. */
export function attend(
  { shared, own }: States<PromisesShared, PromisesOwn>,
  reader: Reader,
  now: Moment,
): readonly Nudge[] {
  const together = shared.promises.find(
    (p) => reader.isOver !== true && p.writer === reader.shared && unsaid(p, shared, now).length > 0,
  )
  const isThere = sharedOnes(shared, reader)
  const goesOn = (p: Promised): boolean => !isThere(p) && !own.ended.some((e) => e.promise === p.ref)
  const alone = own.promises.find((p) => goesOn(p) && unsaid(p, own, now).length > 0)
  const promise = together ?? alone
  if (promise === undefined) return []
  return [
    {
      id: `promises.say-how ${promise.ref}`,
      room: "promises",
      words: "promises.nudge-say-how",
      values: { will: shortened(promise.will) },
      order: 4,
      evidence: { label: "experiment", source: "Harkin and others 2016" },
      at: { page: "promise", about: promise.ref },
    },
  ]
}

/** A private promise that was made to the other person too is looked after there. Made once for a whole list of them. */
export function sharedOnes(shared: PromisesShared, reader: Reader): (promise: Promised) => boolean {
  const mine = new Set(shared.promises.filter((p) => p.writer === reader.shared).map(planOf))
  return (promise) => mine.has(planOf(promise))
}

function planOf({ when, will, due, zone, repeat, until }: Promised): string {
  return JSON.stringify([when, will, due, zone, repeat, until])
}

/** The first words, for a list. */
export function shortened(words: string): string {
  return firstSigns(words, 60)
}
