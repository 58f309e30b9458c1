import type { House } from "#practices"
import type { Day, Reader, Standing } from "../../practices/practice.ts"
import type { People, Waiting } from "../../practices/view.ts"
import type { Absent } from "../coming/letting.ts"
import type { LinkStopped } from "../linking/linking.ts"
import type { WhyEarlier } from "../earlier/earlier.ts"
import type { InviteStep, Proposed } from "../inviting/invite-step.ts"
import type { PersonHere } from "../people/people-here.ts"
import type { SheetUse } from "../recovery/recovery.ts"

/** Where it stands with another device, on the one that is there. */
export type LinkingStep =
  /** It waits for a connection. */
  | { readonly step: "preparing" }
  | { readonly step: "link"; readonly link: string; readonly usableElsewhere: boolean }
  /** Both screens show these seven words (indices 0..63 into the word list). */
  | { readonly step: "compare"; readonly words: readonly number[] }
  | { readonly step: "adding" }
  | { readonly step: "done" }
  | { readonly step: "stopped"; readonly because: LinkStopped }

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
   * everybody to show what they hold; it says that this device belongs there no more; it does not know its own address; it is not the one everybody agreed on.
   */
  readonly server?: "full" | "forgot" | "went-back" | "removed" | "misnamed" | "stranger"
  readonly hasPassphrase: boolean
  readonly lockMinutes: number
  /** Set when verification stopped: a structural fault of the shared log. Writing waits; what is here stays readable. */
  readonly alarm: string | null
  /** The server has signed two things of one place that cannot both be so. Left out while it has not. */
  readonly isContradicted?: boolean
  /** A new space can be begun beside this one, and why. Left out while this one goes on. */
  readonly anew?: WhyEarlier
  /** How many spaces were put away. Left out: none. */
  readonly earlier?: number
  /** This space goes on from one that is here too. */
  readonly goesOn?: boolean
  /** The server answers, and since that day it has put its name to nothing newer. Left out while it does. */
  readonly noNews?: Day
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
  /** Going on at another server together. Left out where nothing is shared, or it is over. */
  readonly move?: {
    /** Where everybody agreed to go on, when that is not here; "" when nobody said its address. Null: here. */
    readonly to: string | null
    /** Chosen, and not in the record yet. */
    readonly chosen: boolean
    /** This person has a sheet with which they could write again there. */
    readonly ready: boolean
    /** Things that had not gone when it was agreed: here they can be sent. */
    readonly waiting: number
  }
  /** Asked, and neither withdrawn nor done. Left out: nothing. */
  readonly proposed?: readonly Proposed[]
  /** How many things stand here without their words, though nobody took them back: the server did not give them. They are asked for again and again. */
  readonly missing?: number
  /** The browser takes no more words just now (full, or refused). What is being written stays in memory and is tried again every second. */
  readonly storageRefuses?: boolean
  /** A picture or a voice, and what names it, waits although the server answers: it has no room, or takes no more from this person just now. */
  readonly filesWait?: "full" | "limit"
  /** A page was thrown away less than ten seconds ago, and can be brought back. */
  readonly thrownAway?: boolean
  /** This browser began with a copy, made on that day. `onlyRead`: what is shared came with it, and nothing can be said in it from here. */
  readonly copied?: { readonly day: Day; readonly onlyRead: boolean }
  /** The sheet, copying, and what became of it. Left out while there is none. */
  readonly recovery?: {
    /** `ready`: false while it is not whole; an older one may then no longer work. `isOlder`: a device was let go since. */
    readonly sheet: {
      readonly day: Day
      readonly ready: boolean
      readonly isOlder: boolean
      /** Another device of this person made a newer one: on that day, or, where `isLearned`, this device learned of it then. */
      readonly newer?: { readonly day: Day; readonly isLearned: boolean }
    } | null
    /**
     * `day`: of the last batch. `isGone`: this device is none of this person's any more. `devices`: how many write here, this one among them. `forgot`: the server no
     * longer has what it had. `lacks`: another device of this person had something of their own log that has not come here.
     */
    readonly copying: {
      readonly day: Day | null
      readonly isGone: boolean
      readonly devices: number
      readonly forgot: boolean
      readonly lacks: boolean
    } | null
    /** This browser came back with a sheet. `here`: its device stands in what is shared. `words`: those on the sheet. */
    readonly returned: {
      readonly day: Day
      /** With a copy beside the sheet. */
      readonly byCopy?: boolean
      readonly confirmed: boolean
      readonly here: boolean
      readonly words: readonly number[]
      readonly isTorn?: boolean
    } | null
    /** Devices of this person that were there before they came back. */
    readonly lost: number
    /** They were chosen to go, and do with the next connection. */
    readonly removing: boolean
    readonly uses: readonly SheetUse[]
  }
  /** Another device of this person, on its way in. Left out while there is none. */
  readonly linking?: LinkingStep & { readonly comesFirst: boolean }
  /** Devices of this person that do not see what is shared. Left out: none. */
  readonly absent?: readonly Absent[]
  /** What another device of this person shares would come here, and waits for what is shared here to be over. */
  readonly comes?: "waits"
  /** Another tab put a new passphrase before these pages: the keys held here open nothing any more. */
  readonly isStale?: boolean
}
