import type { LocalTime } from "../calendar.ts"
import type { BodyOf, Day, EntryIn, Ref, States, Version, Writer } from "../practice.ts"
import type { PromisesEntries } from "./entries.ts"
import { withOne } from "../lists.ts"

type Body<K extends keyof PromisesEntries> = BodyOf<PromisesEntries, K>
export type EndingKind = Body<"promises.settled">["ending"]
interface Signed {
  readonly ref: Ref
  readonly version: Version
  readonly writer: Writer
  readonly day: Day
}
export type Promised = Signed & Body<"promises.made">

/** How one due time ended. `due` is the new time of one that was changed. */
export interface Ending extends Signed {
  readonly promise: Ref
  readonly occurrence: LocalTime
  readonly ending: EndingKind
  readonly note: string
  readonly due: LocalTime | null
}
export interface Seen extends Signed {
  readonly ending: Ref
  readonly view: Body<"promises.seen">["view"]
  readonly note: string
}
/** The promise itself ends here: from this day on nothing more falls due. */
export interface Ended {
  readonly promise: Ref
  readonly day: Day
  readonly reason: string
}
export interface PromisesShared {
  readonly promises: readonly Promised[]
  readonly endings: readonly Ending[]
  readonly seen: readonly Seen[]
  readonly ended: readonly Ended[]
}
export interface PromisesOwn {
  readonly promises: readonly Promised[]
  readonly endings: readonly Ending[]
  readonly ended: readonly Ended[]
}

export const empty: States<PromisesShared, PromisesOwn> = {
  shared: { promises: [], endings: [], seen: [], ended: [] },
  own: { promises: [], endings: [], ended: [] },
}

export function foldShared(state: PromisesShared, entry: EntryIn<PromisesEntries, "shared">): PromisesShared {
  const { ref, version, writer, day } = entry
  const signed = { ref, version, writer, day }
  switch (entry.kind) {
    case "promises.made":
      return { ...state, promises: withOne(state.promises, { ...signed, ...entry.body }) }
    case "promises.settled":
      return { ...state, endings: [...state.endings, endingOf(signed, entry.body.target.ref, entry.body)] }
    case "promises.seen": {
      const { target, view, note } = entry.body
      return { ...state, seen: withOne(state.seen, { ...signed, ending: target.ref, view, note }) }
    }
    case "promises.ended": {
      const { target, reason } = entry.body
      return { ...state, ended: withOne(state.ended, { promise: target.ref, day, reason }) }
    }
  }
}

export function foldOwn(state: PromisesOwn, entry: EntryIn<PromisesEntries, "private">): PromisesOwn {
  const { ref, version, writer, day } = entry
  const signed = { ref, version, writer, day }
  switch (entry.kind) {
    case "promises.intended":
      return { ...state, promises: withOne(state.promises, { ...signed, ...entry.body }) }
    case "promises.own-settled":
      return { ...state, endings: [...state.endings, endingOf(signed, entry.body.promise, entry.body)] }
    case "promises.own-ended":
      return { ...state, ended: withOne(state.ended, { ...entry.body, day }) }
  }
}

function endingOf(signed: Signed, promise: Ref, body: Omit<Body<"promises.own-settled">, "promise">): Ending {
  const { occurrence, ending, note, due } = body
  return { ...signed, promise, occurrence, ending, note, due: due ?? null }
}
