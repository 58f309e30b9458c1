/** What is being written. The same words weigh differently in a promise and in a paraphrase. */
export type TextKind = "apology" | "account" | "paraphrase" | "promise"

/** Every fault that has a name. The last eight are reserved: no rule carries them yet. */
export type FaultId =
  | "conditional"
  | "feelings-shift"
  | "blame-shift"
  | "justification"
  | "minimising"
  | "agentless"
  | "vague"
  | "pressure"
  | "overpromise"
  | "unspecific-promise"
  | "deflection"
  | "self-centred"
  | "bargaining"
  | "weak-commitment"
  | "demands-trust"
  | "defensive"
  | "advice"
  | "generalisation"

export type PartId =
  | "names-wrong"
  | "takes-responsibility"
  | "remorse"
  | "acknowledges-impact"
  | "explains-without-excusing"
  | "commits-to-change"
  | "offers-repair"
  | "leaves-free"

/** One phrase that may hurt. `start` and `end` are JavaScript string indices on the text as given; `end` is exclusive. */
export interface Mark {
  readonly rule: string
  readonly fault: FaultId
  readonly start: number
  readonly end: number
  readonly because: string
  readonly ask: string
  readonly strength: "firm" | "soft"
  readonly source: string
}

export interface Reading {
  /** In the order of the text; no two overlap. */
  readonly marks: readonly Mark[]
  /** Parts said clearly at least once, in the order of `PartId`. */
  readonly present: readonly PartId[]
}
