import type { Moment, Nudge, Reader, Standing, States } from "../practice.ts"
import type { ApologyOwn, ApologyShared } from "./fold.ts"
import { latestAnswer, asksForMore, openRepairs, promiseFrom, repairsOf, unwelcome } from "./look.ts"

/** Only for the one who wrote a letter, and only about what they can do themselves. */
export function attend(
  { shared, own }: States<ApologyShared, ApologyOwn>,
  reader: Reader,
  _now: Moment,
  _standing: Standing,
): readonly Nudge[] {
  // Both lead to something that is said to the others.
  if (reader.shared === null || reader.isOver === true) return []
  const promises = openRepairs(shared, own, reader.shared).map(({ repair, letter, accepted }): Nudge => ({
    id: `apology.promise ${accepted.ref}`,
    room: "apology",
    words: "apology.nudge-promise",
    order: 4,
    evidence: { label: "lab-game", source: "Schweitzer, Hershey & Bradlow 2006" },
    handover: promiseFrom(repair, letter, accepted),
  }))
  const missing = shared.letters
    .filter((l) => l.writer === reader.shared && repairsOf(shared, l).length === 0)
    .filter((l) => asksForMore(latestAnswer(shared, l)) && unwelcome(shared, l) === null)
    .map((letter): Nudge => ({
      id: `apology.repair ${letter.ref}`,
      room: "apology",
      words: "apology.nudge-repair",
      order: 3,
      evidence: { label: "imagined-scenario", source: "Lewicki, Polin & Lount 2016" },
      at: { page: "offer", about: letter.ref },
    }))
  return [...promises.slice(0, 1), ...missing.slice(-1)]
}
