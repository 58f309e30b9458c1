import type { Handover, Moment, Nudge, Reader, Standing, States } from "../practice.ts"
import type { MattersOwn, MattersShared, OwnMatter, Over } from "./fold.ts"

/** Small, dated, checkable acts brought trust back where words alone did less; after a lie even they did not bring all of it. */
const conduct = { label: "lab-game", source: "Schweitzer, Hershey & Bradlow 2006" } as const

/** What goes on is ended first: the answer becomes the beginning of a promise, if its writer wants it to. */
export function endingOf(over: Over): Handover {
  const start = {
    matter: over.matter,
    ...(over.what === "" ? {} : { will: over.what }),
    ...(over.by === null ? {} : { due: over.by }),
    ...(over.helper === "" ? {} : { helper: over.helper }),
  }
  return { to: "promises", start, from: over.ref }
}

export function attend(
  states: States<MattersShared, MattersOwn>,
  _reader: Reader,
  _now: Moment,
  _standing: Standing,
): readonly Nudge[] {
  const { own } = states
  const open = own.matters.filter((m) => mayBeMine(m) && !own.closed.includes(m.ref))
  const answerTo = (matter: OwnMatter): Over | undefined => own.over.find((o) => o.matter === matter.ref)
  const goingOn = open.flatMap((m) => {
    const over = answerTo(m)
    return over?.answer === "going-on" ? [over] : []
  })
  const unasked = open.filter((m) => answerTo(m) === undefined)
  return [
    ...goingOn.slice(-1).map((over): Nudge => ({
      id: `matters.ending ${over.ref}`,
      room: "matters",
      words: "matters.nudge-ending",
      order: 1,
      evidence: conduct,
      handover: endingOf(over),
    })),
    ...unasked.slice(-1).map((matter): Nudge => ({
      id: `matters.over ${matter.ref}`,
      room: "matters",
      words: "matters.nudge-over",
      order: 1,
      evidence: conduct,
      at: { page: "over", matter: matter.ref },
    })),
  ]
}

function mayBeMine(matter: OwnMatter): boolean {
  return matter.mine === "i-did" || matter.mine === "both"
}
