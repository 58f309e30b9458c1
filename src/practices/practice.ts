// The one interface every room keeps. docs/adr/0001 tells how its three holes were closed:
// which log an entry goes to, what passes from room to room, and what all rooms may know.

/** A member of a shared log, or the one person of a private log: base64url of 16 bytes. */
export type Writer = string
/** Reference to an entry: base64url of device (16 bytes) | uid (16 bytes). Never changes, also when the entry is placed again. */
export type Ref = string
/** Version hash of an entry, base64url of 32 bytes. Consent, answers and endings name their target by ref and version. */
export type Version = string
/** YYYY-MM-DD, where the author was. */
export type Day = string

export interface Target {
  readonly ref: Ref
  readonly version: Version
}

/** Now, read in one place on the page and passed on. `at` is milliseconds since 1970 UTC, `zone` an IANA name. */
export interface Moment {
  readonly at: number
  readonly day: Day
  readonly zone: string
}

/** Standard Schema, version 1, as far as the house uses it: the validator can be changed. */
export interface Schema<Out> {
  readonly "~standard": {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => unknown
    readonly types?: { readonly input: unknown; readonly output: Out } | undefined
  }
}

export type LogName = "private" | "shared"

/** What may be written under one kind: its shape, its one log, and whether only both together may redact it (LEDGER kind 4). */
export interface EntryShape {
  readonly schema: Schema<unknown>
  readonly log: LogName
  readonly kept?: true
}
export type Entries = Readonly<Record<string, EntryShape>>

type Output<S> = S extends {
  readonly "~standard": { readonly types?: { readonly output: infer O } | undefined }
}
  ? O
  : never
export type BodyOf<E extends Entries, K extends keyof E> = Output<E[K]["schema"]>
export type KindsIn<E extends Entries, L extends LogName> = {
  [K in keyof E & string]: E[K]["log"] extends L ? K : never
}[keyof E & string]

export interface Written<K extends string, B> {
  readonly kind: K
  readonly body: B
  readonly ref: Ref
  readonly version: Version
  readonly writer: Writer
  readonly day: Day
}
export type EntryIn<E extends Entries, L extends LogName> = {
  [K in KindsIn<E, L>]: Written<K, BodyOf<E, K>>
}[KindsIn<E, L>]

/** A refusal between people is a key into words/, never a thrown error. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly because: string }

/** All that rooms may know of one another. Shared part: folded from shared entries by `matters` and `leaving` alone. */
export interface Standing {
  readonly phase: "together" | "pausing" | "left"
  /** Matter id (the ref of its shared opening) to who opened it and who has spoken in it. */
  readonly matters: Readonly<Record<Ref, { readonly by: Writer; readonly spoken: readonly Writer[] }>>
  /** Device id (base64url of 16 bytes, the first half of a ref) to the member it belongs to. */
  readonly devices: Readonly<Record<string, Writer>>
}

/** Something one room offers to another: a plain value. Written only when the person does it there. */
export interface Handover {
  readonly to: string
  readonly start: Readonly<Record<string, string>>
  /** The entry it came from. */
  readonly from: Ref
}

export type EvidenceLabel =
  "trial" | "experiment" | "lab-game" | "imagined-scenario" | "clinicians" | "common-advice"
export interface Evidence {
  readonly label: EvidenceLabel
  /** Short source a reader could look up: "Lewicki, Polin & Lount 2016". */
  readonly source: string
}

/** One suggestion for this reader now. `words` is the key of its title; `<words>-why` of its reason. */
export interface Nudge {
  readonly id: string
  readonly room: string
  readonly words: string
  readonly values?: Readonly<Record<string, string>>
  /** Order of advice: 1 safety and stopping, 2 being heard, 3 account and apology, 4 agreements and promises, 5 care afterwards. */
  readonly order: 1 | 2 | 3 | 4 | 5
  readonly evidence: Evidence
  /** Where in the room one tap leads. */
  readonly at?: RoomPlace
  readonly handover?: Handover
}

/** A place inside a room: a page of it, and what it is about. Both are values of the room's own. */
export interface RoomPlace {
  readonly page: string
  readonly about?: Ref
  readonly matter?: Ref
}

export interface States<Shared, Own> {
  /** Folded from shared entries alone: the same on both phones. */
  readonly shared: Shared
  /** Folded from this person's private entries alone. */
  readonly own: Own
}

/** One human practice. Adding a practice is adding a folder whose practice.ts exports one of these. */
export interface Practice<Name extends string, E extends Entries, Shared, Own> {
  /** Folder name and entry prefix ("promises.made"). Never changes once released: old entries carry it for ever. */
  readonly name: Name
  /** The shape of every entry, checked on reading as well as on writing. */
  readonly entries: E
  readonly empty: States<Shared, Own>
  /** The state after one allowed entry. Pure and total: no clock, no dice, no throwing. */
  readonly fold: {
    readonly shared: (state: Shared, entry: EntryIn<E, "shared">) => Shared
    readonly own: (state: Own, entry: EntryIn<E, "private">) => Own
  }
  /** May this entry be added now? Asked before writing, and again, identically, on every device that reads. */
  readonly may: {
    readonly shared: (entry: EntryIn<E, "shared">, state: Shared, standing: Standing) => Verdict
    readonly own: (entry: EntryIn<E, "private">, state: Own) => Verdict
  }
  /** What deserves gentle attention at this moment, for this reader; handovers travel inside. */
  readonly attend?: (
    states: States<Shared, Own>,
    reader: Reader,
    now: Moment,
    standing: Standing,
  ) => readonly Nudge[]
  /** Short true-to-life stories: told by the tests, the gallery and the docs. */
  readonly stories: readonly Story[]
}

/** Who looks: `shared` is the id in the shared log (null while alone), `own` the id in the private log. */
export interface Reader {
  readonly own: Writer
  readonly shared: Writer | null
  readonly relation: Relation
  /** False: they said that they may not be in touch. What they write stays a page never sent (METHOD §1.8). */
  readonly mayReach: boolean
  /** What was shared has ended, or nobody else is there: it can be read, and taken back, and nothing more is said. */
  readonly isOver?: boolean
}
export type Relation = "partner" | "friend" | "relative" | "colleague" | "group" | "nobody"

/** One step of a story. `who` is a first name of the story's people; a private step is written in that person's own log. */
export interface Step<Name extends string = "ana" | "ben"> {
  readonly who: Name
  readonly log: LogName
  readonly kind: string
  readonly body: unknown
  readonly day: Day
  /** Names this entry so that later steps can refer to it: "@letter" as a ref, "#letter" as its version, anywhere in a body. */
  readonly as?: string
  /** The key this step is refused with. Absent: it is allowed. */
  readonly refused?: string
}
export interface Story<Name extends string = Step["who"]> {
  readonly id: string
  /** One sentence about people. */
  readonly title: string
  readonly steps: readonly Step<Name>[]
  /** What must hold of this room at the end, per reader: any subset of its state, compared deeply, with @names as above. */
  readonly then: { readonly shared?: unknown; readonly ana?: unknown; readonly ben?: unknown }
}
