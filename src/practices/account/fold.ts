import type { BodyOf, Day, EntryIn, Ref, States, Version, Writer } from "../practice.ts"
import type { AccountEntries, Part } from "./entries.ts"
import { withOne } from "../lists.ts"

export type Texts = Readonly<Record<Part, string>>
export interface Kept extends Texts {
  readonly ref: Ref
  readonly day: Day
  readonly matter: Ref
}
export interface Told extends Texts {
  readonly ref: Ref
  readonly version: Version
  readonly writer: Writer
  readonly day: Day
  readonly matter: Ref
  readonly addition: Ref | null
}
export type GateChoice = BodyOf<AccountEntries, "account.gate">["choice"]

export interface AccountShared {
  readonly told: readonly Told[]
  /** What stands where an account was taken back: that, by whom, and the day of it. No words. */
  readonly takenBack: readonly { readonly ref: Ref; readonly writer: Writer; readonly day: Day }[]
}
export interface AccountOwn {
  /** Every page kept, oldest first: an earlier one is never written over. */
  readonly kept: readonly Kept[]
  /** The latest choice for each closed account. */
  readonly gates: readonly { readonly target: Ref; readonly choice: GateChoice }[]
}

export const empty: States<AccountShared, AccountOwn> = {
  shared: { told: [], takenBack: [] },
  own: { kept: [], gates: [] },
}

export function foldShared(state: AccountShared, entry: EntryIn<AccountEntries, "shared">): AccountShared {
  // Taken back stays taken back, in whatever order the two arrive.
  if (state.takenBack.some((t) => t.ref === entry.ref)) return state
  const { ref, version, writer, day } = entry
  switch (entry.kind) {
    case "account.told": {
      const told = { ref, version, writer, day, ...entry.body, addition: entry.body.addition ?? null }
      return { ...state, told: withOne(state.told, told) }
    }
    case "account.taken-back": {
      const { target } = entry.body
      if (state.takenBack.some((t) => t.ref === target)) return state
      return {
        told: state.told.filter((t) => t.ref !== target),
        takenBack: withOne(state.takenBack, { ref: target, writer, day }),
      }
    }
  }
}

export function foldOwn(state: AccountOwn, entry: EntryIn<AccountEntries, "private">): AccountOwn {
  switch (entry.kind) {
    case "account.kept":
      return { ...state, kept: withOne(state.kept, { ref: entry.ref, day: entry.day, ...entry.body }) }
    case "account.gate": {
      const others = state.gates.filter((g) => g.target !== entry.body.target)
      return { ...state, gates: [...others, entry.body] }
    }
  }
}
