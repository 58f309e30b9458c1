import type { Moment, Ref, Target, Verdict, Writer } from "../../practices/practice.ts"
import type { Whereabouts } from "../../practices/view.ts"
import type { NotMoving } from "../moving/moving.ts"
import type { NotWrittenAgain } from "../moving/write-again.ts"
import type { Elsewhere } from "../earlier/seen.ts"
import type { FilesDoor } from "../files/session-files.ts"
import type { SharedThing } from "./shared-things.ts"
import type { Snapshot } from "./shown.ts"

// The seam between what keeps and syncs and what shows (src/app/shell).
// Screens know this file, what is shown (shown.ts) and the door (door.ts), and nothing below them.

/** The one place on the page where time is read (src/app/clock.ts makes it); passed on, to workers with each call. */
export type Clock = () => Moment

/** An open profile. */
export interface Session {
  readonly snapshot: () => Snapshot
  readonly subscribe: (listener: () => void) => () => void
  readonly may: (kind: string, body: unknown) => Verdict
  /** Private entry, durable when it resolves. */
  readonly keep: (kind: string, body: unknown) => Promise<Target>
  /** Puts a shared entry in the encrypted queue; durable when it resolves. It is signed only after the hold, when a relay has just answered with a head. */
  readonly queue: (
    kind: string,
    body: unknown,
    options: { readonly holdMinutes: number; readonly from?: Ref },
  ) => Promise<Target>
  readonly sendNow: (ref: Ref) => Promise<void>
  readonly takeBack: (ref: Ref) => Promise<void>
  /** All this person shared and did not take back, and what waits to go. */
  readonly shared: () => readonly SharedThing[]
  /** Takes back, and stops, all of it that they may take back alone. */
  readonly takeAllBack: () => Promise<void>
  /** This person's word that kept words may go. They go once everybody who belonged when they were written has said so. */
  readonly takeOut: (ref: Ref) => Promise<void>
  /** Who has said so, this person among them also while it waits. */
  readonly takenOutBy: (ref: Ref) => readonly Writer[]
  readonly whereIs: (ref: Ref) => Whereabouts
  readonly draft: (key: string) => string
  readonly setDraft: (key: string, text: string) => void
  readonly dropDraft: (key: string) => void
  /** These drafts are out of sight at once and gone in ten seconds; `restoreDrafts` brings them back until then. */
  readonly throwAwayDrafts: (keys: readonly string[]) => void
  readonly restoreDrafts: () => void
  /** All drafts written durably. Called at hide and before a lock; resolves when the disk has them. */
  readonly flush: () => Promise<void>
  /** Pictures and voices beside what is written. */
  readonly files: FilesDoor
  readonly invite: {
    /** `called`: what those who are here are to read when they are asked to let this person in. */
    readonly start: (called?: string) => Promise<void>
    readonly cancel: () => Promise<void>
    readonly accept: () => Promise<void>
    readonly answer: (verdict: "same" | "different" | "not-yet") => Promise<void>
    /** Joiner, after the server page and the safety page. */
    readonly join: (
      link: string,
      name: string,
    ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly because: string }>
    readonly leaveWaiting: () => Promise<void>
  }
  readonly going: {
    /** Leaves, or ends it for everybody, once there is a connection. Null: it was thought over, as long as it has not gone. */
    readonly choose: (what: "leave" | "close" | null) => Promise<void>
    /** Stepping out and coming back: local, and nobody is told. */
    readonly stepOut: (away: boolean) => Promise<void>
  }
  readonly proposals: {
    readonly agree: (ref: string) => Promise<void>
    /** Only by who proposed it. */
    readonly withdraw: (ref: string) => Promise<void>
    /** Proposes to go on at the server of this line, or agrees where somebody proposed it. Null: it is chosen. */
    readonly move: (line: string) => Promise<NotMoving | null>
  }
  readonly recovery: {
    /** The devices that were there before this one came back may no longer read on or write, in any log. */
    readonly removeLost: () => Promise<void>
    /** The words were compared with the other person's. */
    readonly confirm: () => Promise<void>
    readonly putAway: (use: string) => Promise<void>
    /** Reads what this person's other devices wrote for themselves, and sends what was written here, now. */
    readonly bringTogether: () => Promise<"on" | "off" | "full">
    /**
     * What came with a copy is written on here, with the code of the sheet. `givesUp`: the server everybody agreed on is gone for good, and this is another one.
     */
    readonly writeAgain: (
      code: string,
      givesUp: boolean,
    ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly because: NotWrittenAgain }>
    /** What had not gone when everybody agreed to go on here goes now. */
    readonly sendAgain: () => Promise<void>
  }
  readonly linking: {
    /** Nobody is added. Saying "the same" is the keeper's: it asks for the passphrase. */
    readonly end: (why: "different" | "given-up") => Promise<void>
    /** What became of it was read. */
    readonly putAway: () => Promise<void>
  }
  /** What a server showed instead, spaces that were put away, and beginning anew. */
  readonly elsewhere: Elsewhere
  readonly sharedOf: (own: Ref) => Ref | null
  readonly ownOf: (shared: Ref) => Ref | null
  /** Looks for news now (also runs by itself: on connect, on focus, every 60 s, on a live hint). */
  readonly sync: () => Promise<void>
  /** The relay lost something and waits for everybody to show what they hold: this person chose not to wait. */
  readonly goOn: () => Promise<void>
}
