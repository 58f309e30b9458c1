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
    (p) => p.writer === reader.shared && unsaid(p, shared, now).length > 0,
  )
  const goesOn = (p: Promised): boolean =>
    !isShared(p, shared, reader) && !own.ended.some((e) => e.promise === p.ref)
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

/** A private promise that was made to the other person too is looked after there. */
export function isShared(promise: Promised, shared: PromisesShared, reader: Reader): boolean {
  return shared.promises.some(
    (p) =>
      p.writer === reader.shared &&
      (["when", "will", "due", "zone", "repeat", "until"] as const).every(
        (field) => p[field] === promise[field],
      ),
  )
}

/** The first words, for a list. */
export function shortened(words: string): string {
  const signs = [...words.replace(/\s+/g, " ").trim()]
  return signs.length <= 60 ? signs.join("") : `${signs.slice(0, 59).join("")}…`
}
