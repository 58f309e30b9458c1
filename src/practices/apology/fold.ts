import type { BodyOf, Day, EntryIn, Ref, States, Version, Writer } from "../practice.ts"
import type { ApologyEntries } from "./entries.ts"
import { withOne } from "../lists.ts"

type Body<K extends keyof ApologyEntries> = BodyOf<ApologyEntries, K>
interface Signed {
  readonly ref: Ref
  readonly version: Version
  readonly writer: Writer
  readonly day: Day
}
export type Letter = Signed & Body<"apology.sent">
export type Wish = Signed & Body<"apology.wished">
export type Answer = Signed & Body<"apology.answered">
export type Offer = Signed & Body<"apology.repair-offered">
export interface Acceptance extends Signed {
  readonly target: Body<"apology.repair-accepted">["target"]
  readonly item: number
}
/** What stands where something was taken back: that, by whom, and the day of it. No words. */
export interface Tombstone {
  readonly ref: Ref
  readonly writer: Writer
  readonly day: Day
}
/** Lists as they were told. What belongs together is found when it is looked at (look.ts): any of it may be taken back. */
export interface ApologyShared {
  readonly letters: readonly Letter[]
  readonly wishes: readonly Wish[]
  readonly answers: readonly Answer[]
  readonly offers: readonly Offer[]
  readonly accepted: readonly Acceptance[]
  readonly takenBack: readonly Tombstone[]
}

export interface Kept extends Body<"apology.kept"> {
  readonly ref: Ref
  readonly day: Day
}
export interface Said extends Body<"apology.said-aloud"> {
  readonly ref: Ref
  readonly day: Day
}
export interface ApologyOwn {
  /** Every page kept, oldest first: an earlier one is never written over. */
  readonly kept: readonly Kept[]
  readonly said: readonly Said[]
  /** The latest choice for each closed letter. */
  readonly gates: readonly Body<"apology.gate">[]
  readonly left: readonly { readonly offer: Ref; readonly item: number }[]
  readonly carried: readonly Body<"apology.repair-carried">[]
}

export const empty: States<ApologyShared, ApologyOwn> = {
  shared: { letters: [], wishes: [], answers: [], offers: [], accepted: [], takenBack: [] },
  own: { kept: [], said: [], gates: [], left: [], carried: [] },
}

export function foldShared(state: ApologyShared, entry: EntryIn<ApologyEntries, "shared">): ApologyShared {
  // Taken back stays taken back, in whatever order the two arrive.
  if (state.takenBack.some((t) => t.ref === entry.ref)) return state
  const { ref, version, writer, day } = entry
  const signed = { ref, version, writer, day }
  switch (entry.kind) {
    case "apology.sent":
      return { ...state, letters: withOne(state.letters, { ...signed, ...entry.body }) }
    case "apology.wished":
      return { ...state, wishes: withOne(state.wishes, { ...signed, ...entry.body }) }
    case "apology.answered":
      return { ...state, answers: withOne(state.answers, { ...signed, ...entry.body }) }
    case "apology.repair-offered":
      return { ...state, offers: withOne(state.offers, { ...signed, ...entry.body }) }
    case "apology.repair-accepted": {
      const { target, item } = entry.body
      return { ...state, accepted: withOne(state.accepted, { ...signed, target, item: item ?? 0 }) }
    }
    case "apology.taken-back":
      return takenBack(state, { ref: entry.body.target, writer, day })
  }
}

function takenBack(state: ApologyShared, tombstone: Tombstone): ApologyShared {
  if (state.takenBack.some((t) => t.ref === tombstone.ref)) return state
  const without = <T extends { readonly ref: Ref }>(things: readonly T[]): readonly T[] =>
    things.filter((thing) => thing.ref !== tombstone.ref)
  return {
    letters: without(state.letters),
    wishes: without(state.wishes),
    answers: without(state.answers),
    offers: without(state.offers),
    // Kept content: only both together take a consent out of the record.
    accepted: state.accepted,
    takenBack: [...state.takenBack, tombstone],
  }
}

export function foldOwn(state: ApologyOwn, entry: EntryIn<ApologyEntries, "private">): ApologyOwn {
  const { ref, day } = entry
  switch (entry.kind) {
    case "apology.kept":
      return { ...state, kept: withOne(state.kept, { ref, day, ...entry.body }) }
    case "apology.said-aloud":
      return { ...state, said: withOne(state.said, { ref, day, ...entry.body }) }
    case "apology.gate": {
      const others = state.gates.filter((g) => g.target !== entry.body.target)
      return { ...state, gates: [...others, entry.body] }
    }
    case "apology.repair-left": {
      const { offer, item } = entry.body
      return { ...state, left: withOne(state.left, { offer, item: item ?? 0 }) }
    }
    case "apology.repair-carried":
      return { ...state, carried: withOne(state.carried, entry.body) }
  }
}
