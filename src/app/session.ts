import type { House } from "#practices"
import type { Bytes } from "#wire"
import type { Day, Moment, Reader, Ref, Standing, Target, Verdict, Writer } from "../practices/practice.ts"
import type { MadeSheet, NotMade } from "./recovery/making.ts"
import type { NotBack } from "./recovery/coming-back.ts"
import type { SheetUse } from "./recovery/recovery.ts"
import type { PersonHere } from "./people-here.ts"
import type { SharedThing } from "./shared-things.ts"
import type { People, Waiting, Whereabouts } from "../practices/view.ts"
import type { InviteStep, Proposed } from "./invite-step.ts"

// The seam between what keeps and syncs (src/app/{store,vault,queue,sync,invite}) and what shows (src/app/shell).
// Screens know this file and nothing below it.

/** The one place on the page where time is read (src/app/clock.ts makes it); passed on, to workers with each call. */
export type Clock = () => Moment

export type { InviteStep, Proposed } from "./invite-step.ts"

/** What an open profile is. A snapshot: a new object after each change. */
export interface Snapshot {
  readonly house: House
  readonly reader: Reader
  readonly people: People
  readonly standing: Standing
  readonly waiting: readonly Waiting[]
  readonly invite: InviteStep
  readonly together: boolean
  /** The last entry that is here of what is shared, its place and its eight words: numbers from 0 to 63. Left out while nothing is shared. */
  readonly newest?: { readonly seq: number; readonly words: readonly number[] }
  /** Who is here and with which devices, as the record says. Left out while nothing is shared. */
  readonly here?: readonly PersonHere[]
  /** Which bowl is this space's: a whole number drawn from its log, the same for both. */
  readonly bowl: number
  /** "off" while the relay cannot be reached or the browser is offline. Plain fact, no count. */
  readonly connection: "on" | "off"
  /**
   * The relay is there, and nothing is signed meanwhile; what was chosen waits. It has no room; it no longer has what stood there; it has it back and waits for
   * everybody to show what they hold; it says that this device belongs there no more; it does not know its own address.
   */
  readonly server?: "full" | "forgot" | "went-back" | "removed" | "misnamed"
  readonly hasPassphrase: boolean
  readonly lockMinutes: number
  /** Set when verification stopped: a structural fault of the shared log. Writing waits; what is here stays readable. */
  readonly alarm: string | null
  /** The server has signed two things of one place that cannot both be so. Left out while it has not. */
  readonly isContradicted?: boolean
  /** Who is still here, and whether it was ended; once there are two. */
  readonly going?: {
    /** False: this person left. */
    readonly here: boolean
    /** How many others are here. */
    readonly others: number
    readonly closed: boolean
    /** Whether this device may leave for its person: the first of theirs. */
    readonly senior: boolean
    /** Chosen, and not in the record yet. */
    readonly chosen: "leave" | "close" | null
    /** This device asks for nothing of what is shared. */
    readonly away: boolean
  }
  /** Asked, and neither withdrawn nor done. Left out: nothing. */
  readonly proposed?: readonly Proposed[]
  /** How many things stand here without their words, though nobody took them back: the server did not give them. They are asked for again and again. */
  readonly missing?: number
  /** The browser takes no more words just now (full, or refused). What is being written stays in memory and is tried again every second. */
  readonly storageRefuses?: boolean
  /** A page was thrown away less than ten seconds ago, and can be brought back. */
  readonly thrownAway?: boolean
  /** This browser began with a copy, made on that day. `onlyRead`: what is shared came with it, and nothing can be said in it from here. */
  readonly copied?: { readonly day: Day; readonly onlyRead: boolean }
  /** The sheet, copying, and what became of it. Left out while there is none. */
  readonly recovery?: {
    /** `ready`: false while it is not whole; an older one may then no longer work. */
    readonly sheet: { readonly day: Day; readonly ready: boolean } | null
    /** `day`: of the last batch. `elsewhere`: another device of this person copies now. */
    readonly copying: { readonly day: Day | null; readonly elsewhere: boolean } | null
    /** This browser came back with a sheet. `here`: its device stands in what is shared. `words`: those on the sheet. */
    readonly returned: {
      readonly day: Day
      readonly confirmed: boolean
      readonly here: boolean
      readonly words: readonly number[]
    } | null
    /** Devices of this person that were there before they came back. */
    readonly lost: number
    /** They were chosen to go, and do with the next connection. */
    readonly removing: boolean
    readonly uses: readonly SheetUse[]
  }
  /** Another tab put a new passphrase before these pages: the keys held here open nothing any more. */
  readonly isStale?: boolean
}

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
  }
  readonly recovery: {
    /** The devices that were there before this one came back may no longer read on or write, in any log. */
    readonly removeLost: () => Promise<void>
    /** The words were compared with the other person's. */
    readonly confirm: () => Promise<void>
    readonly putAway: (use: string) => Promise<void>
  }
  readonly sharedOf: (own: Ref) => Ref | null
  readonly ownOf: (shared: Ref) => Ref | null
  /** Looks for news now (also runs by itself: on connect, on focus, every 60 s, on a live hint). */
  readonly sync: () => Promise<void>
  /** The relay lost something and waits for everybody to show what they hold: this person chose not to wait. */
  readonly goOn: () => Promise<void>
}

export type NotBroughtBack =
  "form" | "newer" | "export" | "passphrase" | "slow-down" | "damaged" | "full" | "gone" | "not-empty"

export type NotReturned = NotBack | "full" | "gone" | "not-empty"

/** The door of one device: one or more profiles behind one field. */
export interface Keeper {
  /** Opens the store; null when the browser refuses storage. Says why in `because`. */
  readonly state: () => Promise<
    | "fresh"
    | "open-without-passphrase"
    | "locked"
    | { readonly because: "no-storage" | "no-ed25519" | "not-secure" }
  >
  readonly begin: () => Promise<Session>
  readonly unlock: (
    passphrase: string | null,
  ) => Promise<
    | { readonly ok: true; readonly session: Session }
    | { readonly ok: false; readonly because: "wrong" | "slow-down"; readonly waitSeconds?: number }
  >
  /** Keys dropped from memory, at once; the session object is dead afterwards. Synchronous: nothing may stand between a tap and this. */
  readonly lock: () => void
  readonly setPassphrase: (passphrase: string) => Promise<void>
  readonly setLockMinutes: (minutes: number) => Promise<void>
  /** One file with what is one's own and what was shared and can be read here. Where there is a passphrase it is asked again: `own`. `forFile` locks the file. */
  readonly saveCopy: (
    own: string | null,
    forFile: string | null,
  ) => Promise<
    | { readonly ok: true; readonly file: Bytes }
    | {
        readonly ok: false
        readonly because: "wrong" | "slow-down" | "nothing"
        readonly waitSeconds?: number
      }
  >
  /** One file to come back with in an empty browser, locked with the passphrase. Where this profile has one, it must be that one. */
  readonly keepCopy: (passphrase: string) => Promise<
    | { readonly ok: true; readonly file: Bytes }
    | {
        readonly ok: false
        readonly because: "wrong" | "slow-down" | "nothing" | "too-often"
        readonly waitSeconds?: number
      }
  >
  /** Begins here with a copy, locked with its passphrase. Only in a browser with nothing in it; all of the copy comes in, or nothing does. */
  readonly bringBack: (
    file: Bytes,
    passphrase: string,
  ) => Promise<
    | { readonly ok: true; readonly session: Session }
    | { readonly ok: false; readonly because: NotBroughtBack; readonly waitSeconds?: number }
  >
  /** A sheet to come back with, and what it takes the place of. Where there is a passphrase it is asked again. What is given back is shown once and kept nowhere. */
  readonly makeSheet: (
    own: string | null,
  ) => Promise<
    | { readonly ok: true; readonly sheet: MadeSheet }
    | { readonly ok: false; readonly because: "wrong" | "slow-down" | NotMade; readonly waitSeconds?: number }
  >
  /** This person's other devices may no longer read on or write, in any log. Where there is a passphrase it is asked again. */
  readonly letOthersGo: (
    own: string | null,
  ) => Promise<
    | { readonly ok: true }
    | { readonly ok: false; readonly because: "wrong" | "slow-down"; readonly waitSeconds?: number }
  >
  /** Comes back with a sheet's code. Only in a browser with nothing in it; all of it comes in, or nothing does. */
  readonly returnWith: (
    code: string,
  ) => Promise<
    { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly because: NotReturned }
  >
  /** Everything of this site on this device: rows, caches, service worker. Where there is a passphrase it is asked first; wrong ones slow down as at the lock. */
  readonly forgetEverything: (
    own: string | null,
  ) => Promise<
    | { readonly ok: true }
    | { readonly ok: false; readonly because: "wrong" | "slow-down"; readonly waitSeconds?: number }
  >
  /** What is stored here, in rows and bytes, for the page "This device". */
  readonly usage: () => Promise<{ readonly bytes: number | null; readonly persisted: boolean | null }>
  /** Asks the browser, once for each profile, not to clear this by itself. Called when a first page is kept: some browsers then ask the person. */
  readonly askToStay: () => Promise<void>
}
