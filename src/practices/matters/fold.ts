import type { BodyOf, Day, EntryIn, Ref, States, Version, Writer } from "../practice.ts"
import type { MattersEntries } from "./entries.ts"
import { withOne } from "../lists.ts"

type Body<K extends keyof MattersEntries> = BodyOf<MattersEntries, K>
interface Signed {
  readonly ref: Ref
  readonly version: Version
  readonly writer: Writer
  readonly day: Day
}

export interface OpenedMatter extends Signed {
  readonly title: string
}
export interface HurtSaid extends Signed {
  readonly matter: Ref
  readonly happened: string
  readonly did: string
  readonly need: string
}
export interface Remark extends Signed {
  readonly target: Body<"matters.remarked">["target"]
  readonly remark: Body<"matters.remarked">["remark"]
  readonly note: string
}
/** What stands where something was taken back: that, by whom, and the day of it. No words. */
export interface Tombstone {
  readonly ref: Ref
  readonly writer: Writer
  readonly day: Day
}
export interface MattersShared {
  readonly matters: readonly OpenedMatter[]
  readonly said: readonly HurtSaid[]
  readonly remarks: readonly Remark[]
  readonly takenBack: readonly Tombstone[]
}

export interface OwnMatter {
  readonly ref: Ref
  readonly day: Day
  readonly title: string
  readonly kind: Body<"matters.kept">["kind"] | null
  readonly mine: Body<"matters.kept">["mine"]
  readonly what: string
}
export interface HurtKept {
  readonly ref: Ref
  readonly day: Day
  readonly matter: Ref
  readonly happened: string
  readonly did: string
  readonly need: string
}
export interface Over {
  readonly ref: Ref
  readonly day: Day
  readonly matter: Ref
  readonly answer: Body<"matters.over">["answer"]
  readonly what: string
  readonly by: Day | null
  readonly helper: string
}
export interface MattersOwn {
  readonly matters: readonly OwnMatter[]
  /** Every page kept, oldest first: an earlier one is never written over. */
  readonly kept: readonly HurtKept[]
  readonly closed: readonly Ref[]
  /** The latest answer for each matter. */
  readonly over: readonly Over[]
  /** The latest choice for each closed page. */
  readonly gates: readonly { readonly target: Ref; readonly choice: Body<"matters.gate">["choice"] }[]
}

export const empty: States<MattersShared, MattersOwn> = {
  shared: { matters: [], said: [], remarks: [], takenBack: [] },
  own: { matters: [], kept: [], closed: [], over: [], gates: [] },
}

export function foldShared(state: MattersShared, entry: EntryIn<MattersEntries, "shared">): MattersShared {
  // Taken back stays taken back, in whatever order the two arrive.
  if (state.takenBack.some((t) => t.ref === entry.ref)) return state
  const { ref, version, writer, day } = entry
  const signed = { ref, version, writer, day }
  switch (entry.kind) {
    case "matters.opened":
      return { ...state, matters: withOne(state.matters, { ...signed, title: entry.body.title }) }
    case "matters.hurt-said":
      return { ...state, said: withOne(state.said, { ...signed, ...entry.body }) }
    case "matters.remarked":
      return { ...state, remarks: withOne(state.remarks, { ...signed, ...entry.body }) }
    case "matters.taken-back":
      return takenBack(state, entry.body.target, writer, day)
  }
}

function takenBack(state: MattersShared, target: Ref, writer: Writer, day: Day): MattersShared {
  if (state.takenBack.some((t) => t.ref === target)) return state
  const without = <T extends { readonly ref: Ref }>(list: readonly T[]): readonly T[] =>
    list.filter((thing) => thing.ref !== target)
  return {
    matters: without(state.matters),
    said: without(state.said),
    remarks: without(state.remarks),
    takenBack: withOne(state.takenBack, { ref: target, writer, day }),
  }
}

export function foldOwn(state: MattersOwn, entry: EntryIn<MattersEntries, "private">): MattersOwn {
  const { ref, day } = entry
  switch (entry.kind) {
    case "matters.kept": {
      const { kind, title, mine, what } = entry.body
      return {
        ...state,
        matters: withOne(state.matters, { ref, day, title, mine, what, kind: kind ?? null }),
      }
    }
    case "matters.rewritten":
      return { ...state, matters: state.matters.map((m) => rewritten(m, entry.body)) }
    case "matters.hurt-kept":
      return { ...state, kept: withOne(state.kept, { ref, day, ...entry.body }) }
    case "matters.closed":
      return { ...state, closed: [...state.closed.filter((m) => m !== entry.body.matter), entry.body.matter] }
    case "matters.reopened":
      return { ...state, closed: state.closed.filter((m) => m !== entry.body.matter) }
    case "matters.over": {
      const { matter, answer, what, by, helper } = entry.body
      const others = state.over.filter((o) => o.matter !== matter)
      const over = { ref, day, matter, answer, what: what ?? "", by: by ?? null, helper: helper ?? "" }
      return { ...state, over: [...others, over] }
    }
    case "matters.gate": {
      const others = state.gates.filter((g) => g.target !== entry.body.target)
      return { ...state, gates: [...others, entry.body] }
    }
  }
}

function rewritten(matter: OwnMatter, body: Body<"matters.rewritten">): OwnMatter {
  if (matter.ref !== body.matter) return matter
  const { title, kind, mine, what } = body
  return { ...matter, title, mine, what, kind: kind ?? null }
}
