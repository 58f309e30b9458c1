import type { Day, Ref } from "#practices"
import type { BranchSeen } from "../apart/branch-seen.ts"
import type { Session } from "../session/session.ts"
import type { WhyEarlier } from "./earlier.ts"

/** A space that was put away. */
export interface EarlierSeen {
  readonly why: WhyEarlier
  readonly day: Day
  readonly isWhole: boolean
  /** The other person's name, or several; empty where none was given. */
  readonly name: string
}
/** Something of one's own there. */
export interface OwnThing {
  readonly ref: Ref
  readonly kind: string
  readonly day: Day
  /** Texts of it, in their order. */
  readonly words: readonly string[]
  /** "brought": it was said again in the space of now. "together": it belongs to all who were there. "other": it answers words of somebody else. */
  readonly may: "yes" | "brought" | "together" | "other"
  /** It had not gone when the space was put away. */
  readonly unsent: boolean
}

export interface Elsewhere {
  /** Null: the server showed nothing else, or nothing of it is here. */
  readonly other: () => BranchSeen | null
  /** Puts away what is shared, for good, so that there is room for another. `again`: with those who were there; they are told where it comes from. */
  readonly begin: (how: { readonly again: boolean }) => Promise<void>
  /** The oldest first. */
  readonly earlier: () => readonly EarlierSeen[]
  /** How it was there, to be read. What is private can be written from there; nothing else can. */
  readonly at: (n: number) => Session | null
  readonly own: (n: number) => readonly OwnThing[]
  /** Says these again in the space of now, as new words of today: they wait ten minutes. What they belong to and is one's own goes along. */
  readonly bring: (n: number, refs: readonly Ref[]) => Promise<void>
}
