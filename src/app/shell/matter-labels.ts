import { matters, stateOf } from "#practices"
import type { MatterLabel } from "../../practices/view.ts"
import type { Session } from "../session/session.ts"
import type { Snapshot } from "../session/shown.ts"

/** The matters this person can name. One that was shared stands once, under its private id. */
export function matterLabels(snapshot: Snapshot, session: Session): readonly MatterLabel[] {
  const { own, shared } = stateOf(snapshot.house, matters)
  const mine = own.matters.map((m) => ({
    id: m.ref,
    own: m.ref,
    shared: session.sharedOf(m.ref),
    title: m.title,
    mine: true,
  }))
  const joined = new Set(mine.map((m) => m.shared))
  const theirs = shared.matters
    .filter((m) => !joined.has(m.ref))
    .map((m) => ({
      id: m.ref,
      own: session.ownOf(m.ref),
      shared: m.ref,
      title: m.title,
      mine: m.writer === snapshot.reader.shared,
    }))
  return [...mine, ...theirs]
}
