import type { ComponentChildren } from "preact"
import type {
  BodyOf,
  Day,
  Entries,
  Handover,
  KindsIn,
  Moment,
  Reader,
  Ref,
  RoomPlace,
  Standing,
  States,
  Target,
  Verdict,
  Writer,
} from "./practice.ts"

/** Where an own thing is now. `goes` is milliseconds since 1970 UTC, or null when it goes with the next connection. */
export type Whereabouts =
  | { readonly at: "phone" }
  | { readonly at: "waiting"; readonly goes: number | null; readonly for: "hold" | "connection" | "invite" }
  | { readonly at: "server" }
  /** From here it can only be read: it came to this browser with a copy, or stands in a space that was put away. */
  | { readonly at: "copy"; readonly isEarlier?: true }
  | { readonly at: "not-sent"; readonly because: string }

/** A thing chosen to go that has not gone: not signed, may be taken back. */
export interface Waiting {
  readonly ref: Ref
  readonly kind: string
  readonly body: unknown
  readonly goes: number | null
  readonly day: Day
}

/** All a room's view may do. Types refuse a kind the room lacks, and the wrong log. */
export interface Desk<E extends Entries> {
  /** Writes to the private log on this device. Resolves when it is durable. */
  readonly keep: <K extends KindsIn<E, "private">>(kind: K, body: BodyOf<E, K>) => Promise<Target>
  /**
   * Chooses a thing to go to the other person. It waits `holdMinutes` on this device, unsigned, and may be taken back. The app first asks what must be
   * asked before the first sending (may you be in touch, the safety page, the invitation). `null`: the person chose not to send; nothing was queued.
   */
  readonly send: <K extends KindsIn<E, "shared">>(
    kind: K,
    body: BodyOf<E, K>,
    options?: { readonly holdMinutes?: number; readonly from?: Ref },
  ) => Promise<Target | null>
  /** Asks the same before anything is kept for a sending, so that whoever stops there leaves nothing behind. False: they chose not to send. */
  readonly ready: () => Promise<boolean>
  /** What `may` of the room says to it now. What still waits on this device is not counted as there. */
  readonly may: <K extends KindsIn<E, "shared">>(kind: K, body: BodyOf<E, K>) => Verdict
  /** Lets a waiting thing go now: its writer skips the hold. */
  readonly sendNow: (ref: Ref) => Promise<void>
  /** Takes a thing back: deletes it while it waits; after that writes the room's `taken-back` kind and redacts the words. */
  readonly takeBack: (ref: Ref) => Promise<void>
  /** This person's word that kept words may go, with what their room kept about them. They go once everybody who belonged has said so. */
  readonly takeOut: (ref: Ref) => Promise<void>
  readonly takenOutBy: (ref: Ref) => readonly Writer[]
  /** The shared ref a private thing became, if any, and the other way round. */
  readonly sharedOf: (own: Ref) => Ref | null
  readonly ownOf: (shared: Ref) => Ref | null
  readonly whereIs: (ref: Ref) => Whereabouts
  readonly waiting: readonly Waiting[]
  /** Drafts: rows of the local store, never entries. Read at once, written durably within a third of a second and at hide. */
  readonly draft: (key: string) => string
  readonly setDraft: (key: string, text: string) => void
  readonly dropDraft: (key: string) => void
  /** A begun page the person no longer wants: out of sight at once, gone in ten seconds, and until then the app offers to bring it back. */
  readonly throwAway: (keys: readonly string[]) => void
}

export interface People {
  /** The reader's own name, as they wrote it; empty when they gave none. */
  readonly me: string
  /** The other person's name, or the names of all others; falls back to a word for "the other person" from words/. */
  readonly other: string
  /** The names `other` is made of; an empty one for each who gave none. */
  readonly others?: readonly string[]
  /** Of those who left while others stayed. */
  readonly gone?: readonly string[]
  /** Whether this person left: they read nothing that is said from then on. */
  readonly hasLeft?: (writer: Writer) => boolean
  readonly nameOf: (writer: Writer) => string
  readonly together: boolean
}

export interface RoomProps<E extends Entries, Shared, Own> {
  readonly states: States<Shared, Own>
  readonly reader: Reader
  readonly people: People
  readonly standing: Standing
  readonly now: Moment
  readonly desk: Desk<E>
  /** The matters this person can name: private and shared ones, joined where one became the other. `id` is the own ref where there is one. */
  readonly matters: readonly MatterLabel[]
  readonly at: RoomPlace
  readonly start: Handover | null
  readonly go: (room: string, at?: RoomPlace, start?: Handover) => void
  readonly back: () => void
  /** What all rooms' `voices` say, in the order of the days. Left out: only the room's own are shown. */
  readonly voices?: readonly Voice[]
  /** Null while the coach is still being fetched: ask again a moment later. */
  readonly coach: (text: string, kind: "apology" | "account" | "promise") => CoachReading | null
}
export interface MatterLabel {
  readonly id: Ref
  readonly shared: Ref | null
  readonly own: Ref | null
  readonly title: string
  readonly mine: boolean
}
/** Same shape as `Reading` of #language; empty when the coach is off. */
export interface CoachReading {
  /** The person has put the coach away: what is there and what is missing is then nobody's word. */
  readonly off?: true
  readonly marks: readonly {
    readonly rule: string
    readonly start: number
    readonly end: number
    readonly because: string
    readonly ask: string
    readonly strength: "firm" | "soft"
  }[]
  readonly present: readonly string[]
}

/** One row under Looking back: an own or received thing, newest first. */
export interface Trace {
  readonly ref: Ref
  readonly day: Day
  readonly title: string
  readonly at: RoomPlace
}

/**
 * What one person said about one matter, as a plain value: so one room can lay words beside another's without knowing it. A room gives
 * only what this reader wrote, or has chosen to open.
 */
export interface Voice {
  readonly room: string
  /** Word key of what it is. */
  readonly title: string
  /** The shared or the own id of the matter. */
  readonly matter: Ref
  readonly mine: boolean
  /** Who said it; null for the reader's own page that was never sent. */
  readonly writer: Writer | null
  /** What a remark would name; null for an own page that was never sent. */
  readonly target: Target | null
  readonly ref: Ref
  readonly day: Day
  /** Word keys of the parts, and the person's words. Empty parts are left out. */
  readonly parts: readonly { readonly label: string; readonly text: string }[]
}

/** What the app draws of a room. */
export interface View<E extends Entries, Shared, Own> {
  readonly name: string
  /** A word key, and one sentence for the list of rooms. */
  readonly title: string
  readonly lead: string
  readonly Page: (props: RoomProps<E, Shared, Own>) => ComponentChildren
  /** What waits silently for this reader from the other person: cards on Today; empty for most. */
  readonly Card?: (props: RoomProps<E, Shared, Own>) => ComponentChildren
  readonly traces: (
    states: States<Shared, Own>,
    reader: Reader,
    people: Pick<People, "nameOf">,
    say: (key: string, values?: Readonly<Record<string, string | number>>) => string,
  ) => readonly Trace[]
  /** What was said here about matters, for the page that lays both sides beside each other. */
  readonly voices?: (states: States<Shared, Own>, reader: Reader) => readonly Voice[]
  readonly words: Readonly<Record<string, unknown>>
}
