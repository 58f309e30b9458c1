import type { Bytes } from "#wire"
import type { NotArrived } from "../linking/arriving.ts"
import type { NotLinked } from "../linking/starting.ts"
import type { NotMoving } from "../moving/moving.ts"
import type { NotBack } from "../recovery/stores.ts"
import type { Address } from "../session/around.ts"
import type { MadeSheet, NotMade } from "../recovery/making.ts"
import type { Session } from "../session/session.ts"

export type NotBroughtBack =
  "form" | "newer" | "export" | "passphrase" | "slow-down" | "damaged" | "full" | "gone" | "not-empty"

export type NotReturned = NotBack | "full" | "gone" | "not-empty"

type Asked =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: "wrong" | "slow-down"; readonly waitSeconds?: number }

/** Where the new device stands. `agreed`: the other one has said that the words are the same. `trouble`: what the server gives does not do yet. */
export type LinkedHere =
  | { readonly is: "none" }
  | {
      readonly is: "waits"
      readonly words: readonly number[] | null
      readonly agreed: boolean
      readonly trouble: "no-connection" | "older" | "damaged" | "full" | "gone" | null
    }
  | { readonly is: "stopped"; readonly because: NotArrived | "not-empty" }
  | { readonly is: "here"; readonly session: Session }

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
  /**
   * One file with what is one's own and what was shared and can be read here. Where there is a passphrase it is asked again: `own`. `forFile` locks the file.
   * "other": what the server showed instead, alone.
   */
  readonly saveCopy: (
    own: string | null,
    forFile: string | null,
    which?: "other",
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
  /** What a link and a sheet would name. */
  readonly address: () => Promise<Address>
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
  /** A link for another device of this person. Where there is a passphrase it is asked again. `comesFirst`: the new one may let this one go, and not the other way round. */
  readonly linkDevice: (
    own: string | null,
    comesFirst: boolean,
  ) => Promise<
    | { readonly ok: true }
    | {
        readonly ok: false
        readonly because: "wrong" | "slow-down" | NotLinked
        readonly waitSeconds?: number
      }
  >
  /** Says yes to going on at another server, or proposes the one of this line. Where there is a passphrase it is asked again. */
  readonly move: (
    own: string | null,
    what: { readonly line: string } | { readonly ref: string },
  ) => Promise<
    | { readonly ok: true }
    | {
        readonly ok: false
        readonly because: "wrong" | "slow-down" | NotMoving
        readonly waitSeconds?: number
      }
  >
  /** The words on both devices are the same: the other one is added. Where there is a passphrase it is asked again. */
  readonly addLinked: (own: string | null) => Promise<Asked>
  /** One device of this person goes, in every log, with what came through it. Where there is a passphrase it is asked again. */
  readonly letGo: (own: string | null, id: string) => Promise<Asked>
  /** One device of this person comes into what is shared here, with the next connections of both. Where there is a passphrase it is asked again. */
  readonly letSee: (own: string | null, id: string) => Promise<Asked>
  /** The other side of it, in a browser with nothing in it: one step. Without a link it goes on with what was begun here. */
  readonly linkHere: (link: string | null) => Promise<LinkedHere>
  /** Whether that is under way here. */
  readonly isLinking: () => Promise<boolean>
  readonly leaveLinking: () => Promise<void>
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
  /** Asks the browser, once for each profile, not to clear this by itself. Called when there is first something to lose, and the person has just pressed for it: some browsers then ask them. */
  readonly askToStay: () => Promise<void>
}
