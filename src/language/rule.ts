import type { FaultId, PartId, TextKind } from "./reading.ts"

/** Four or more: the type is what makes every rule bring its own tests. */
export type AtLeastFour<T> = readonly [T, T, T, T, ...T[]]

/**
 * One rule, as data. Its `id` never changes once released: a person may have switched it off by that name.
 * The language of `pattern`, `unless` and `needs` is told in pattern.ts.
 */
export interface Rule {
  readonly id: string
  readonly fault: FaultId
  readonly kinds: readonly TextKind[]
  readonly pattern: readonly string[]
  /** Found in the same sentence, any of these calls the rule off. */
  readonly unless?: readonly string[]
  /** At least one of these must stand in the same sentence too: the second cue of a soft rule. */
  readonly needs?: readonly string[]
  /** `match`: what the pattern (or its brackets) covers. `clause`: from there to the end of the clause. */
  readonly span: "match" | "clause"
  readonly strength: "firm" | "soft"
  /**
   * A soft mark may be answered elsewhere: by `naming` what was done anywhere in the text, by `doing` (it is named), `owning` or
   * `acting` in the same sentence or the next. It then goes; a firm mark stays.
   */
  readonly answered?: "naming" | "doing" | "owning" | "acting"
  readonly because: string
  readonly ask: string
  readonly source: string
  readonly hits: AtLeastFour<string>
  readonly misses: AtLeastFour<string>
}

/** How one of the eight parts may be said. Several rules may carry the same part. */
export interface PartRule {
  readonly id: string
  readonly part: PartId
  readonly pattern: readonly string[]
  readonly unless?: readonly string[]
  /** Counts only when this part stands in the text as well: a reason is an explanation only beside an owner. */
  readonly beside?: PartId
  /** Counts inside reported speech too ("you said it hurt you"). */
  readonly heard?: boolean
  readonly hits: AtLeastFour<string>
  readonly misses: AtLeastFour<string>
}
