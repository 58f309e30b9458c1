import type { Answer, DeviceKeys } from "#ledger"
import type { House, HouseEntry, Ref } from "#practices"
import type { Bytes, Entry } from "#wire"
import type { Branch } from "../apart/branch.ts"
import type { Coming } from "../coming/coming.ts"
import type { Book } from "./book.ts"
import type { Copied } from "../copy/copied.ts"
import type { Unplaced } from "../devices/unplaced.ts"
import type { Earlier } from "../earlier/earlier.ts"
import type { KeptFile, LetGoThere } from "../files/kept.ts"
import type { Linking } from "../linking/linking.ts"
import type { Recovery } from "../recovery/recovery.ts"
import type { InviteStep } from "../inviting/invite-step.ts"
import type { Moving } from "../moving/moving.ts"
import type { Heard, Vouched } from "../server/vouched.ts"

// What one open profile knows. All of it is a value; ground.ts writes the difference to the disk before it counts.

export type Stopped = Extract<InviteStep, { step: "stopped" }>["because"]

/** A thing chosen to go. `waiting`: unsigned, may be taken back. `not-sent`: refused for good; it stays here and can be read. */
export type Queued = QueuedContent | QueuedRedact
export interface QueuedContent {
  readonly is: "content"
  readonly ref: Ref
  /** Place in the order of choosing. */
  readonly n: number
  readonly uid: Bytes
  readonly recordKind: 1 | 4
  /** DATA as it will be sealed; drawn once, kept at every placing. */
  readonly data: Bytes
  readonly entry: HouseEntry
  /** Milliseconds since 1970 UTC; null: with the next connection. */
  readonly notBefore: number | null
  /** How long it was to wait, in milliseconds: never longer than that, whatever becomes of the clock. */
  readonly hold: number
  /** The private entry it was made from. */
  readonly from: Ref | null
  readonly notSent: string | null
  /** Taken back while it was on its way: redacted as soon as it stands. */
  readonly unwanted: boolean
}
export interface QueuedRedact {
  readonly is: "redact"
  readonly ref: Ref
  readonly n: number
  readonly uid: Bytes
  readonly target: Ref
  readonly notSent: string | null
}

/** A run that was signed and may have reached the relay. After a crash these very bytes are sent again. */
export interface Signed {
  readonly entries: readonly Entry[]
  /** How many of them are sent together; fewer after a run was refused, to find which one it was. */
  readonly together: number
  /** Set when this run begins a log: the keys its first entry was made with. */
  readonly begins: { readonly logId: Bytes; readonly member: Bytes } | null
}

/** What is left in a mailbox: the bytes are signed and stored before they are sent. */
export interface Left {
  readonly bytes: Bytes
  readonly sent: boolean
}
export interface Said extends Left {
  readonly n: number
  readonly answer: Answer
}

/** The inviter's side of an invitation. */
export interface Inviting {
  /** What the inviter calls whom they invite, for those who are asked; null while two are to be. */
  readonly called?: string
  readonly secret: Bytes
  readonly nA: Bytes
  /** Milliseconds since 1970 UTC. */
  readonly since: number
  /** Valid requests seen in the mailbox, oldest first. */
  readonly seen: readonly Bytes[]
  /** The one request the nonce was given to; from then on no other counts. */
  readonly chosen: Bytes | null
  readonly reveal: Left | null
  readonly mine: Said | null
  readonly theirs: Answer | null
}

/** The joiner's side. The device becomes that of the shared log once the admit stands. */
export interface Joining {
  readonly logId: Bytes
  readonly secret: Bytes
  readonly since: number
  readonly name: string
  /** This device still holds a log with others in it: only a link to the one they go on in is followed. */
  readonly beside?: Bytes
  /** The link names another server than the one this app came from. */
  readonly elsewhere: boolean
  readonly device: DeviceKeys
  readonly nB: Bytes
  readonly member: Bytes
  readonly inviteHash: Bytes | null
  /** How many were there when it was last looked at. */
  readonly among?: number
  /** The log it leads to says that it goes on from one that is held here. */
  readonly goesOn?: boolean
  readonly request: Left | null
  /** The inviter's keys and nonce, once revealed and held against the log. */
  readonly revealed: { readonly ed: Bytes; readonly x: Bytes; readonly nA: Bytes } | null
  readonly mine: Said | null
  readonly theirs: Answer | null
}

/** What is still to be done for an invitation that ended: tell the mailbox, take the invite out of the log. */
export interface Chore {
  readonly secret: Bytes
  readonly since: number
  readonly ended: readonly Left[]
  readonly cancel: boolean
}

export interface State {
  readonly private: Book | null
  readonly shared: Book | null
  /** What came into this browser with a copy: to be read, and without a device that could write in it. Null where this browser began by itself. */
  readonly copied: Copied | null
  /** Drawn at the first need, so that refs are known before there is a log. */
  readonly device: DeviceKeys | null
  readonly queue: readonly Queued[]
  /** What is written in the private log and stands in no place of it yet, in the order of writing. */
  readonly unplaced: readonly Unplaced[]
  readonly signed: Signed | null
  /** Hex hashes of signed entries the relay refused: should one stand after all, it is known as our own. */
  readonly refused: readonly string[]
  readonly inviting: Inviting | null
  readonly joining: Joining | null
  readonly chores: readonly Chore[]
  readonly stopped: Stopped | null
  /** Chosen, and not in the record yet. */
  readonly going: "leave" | "close" | null
  /** Another server this person would like to go to together; not in the record yet. */
  readonly moving: Moving | null
  /** An agreed server that this person says is gone for good (`nameOf` of moving/agreed.ts): it holds nobody here any more. */
  readonly givenUp: string | null
  /** Stepped out: this device asks for nothing of what is shared, and nobody is told. */
  readonly isAway: boolean
  /** Said to what needs everybody, and not in the record yet. `ref`: hex of the proposal. */
  readonly said: readonly { readonly ref: string; readonly say: "agree" | "withdraw" }[]
  /** The relay would not take an operation: what else is chosen goes first once, so that nothing of this person is held by it. */
  readonly isOperationRefused: boolean
  /** The sheet to come back with, copying, and what became of it. */
  readonly recovery: Recovery
  /** Another device of this person, on its way in. */
  readonly linking: Linking | null
  /** This device, on its way into what another one of this person shares. */
  readonly coming: Coming | null
  /** What the relay of the shared log has put its name to. */
  readonly vouched: Vouched | null
  /** When it last said something newer. */
  readonly heard: Heard | null
  /** What the relay showed in the place of what stands here; kept when writing stopped. */
  readonly branch: Branch | null
  /** Shared logs that were put away, the oldest first: to be read. */
  readonly earlier: readonly Earlier[]
  /** The earlier log whose people go on in the one that begins now; null: nobody is told where this one comes from. */
  readonly goesOn: Bytes | null
  /** Files this device holds, for entries of a shared log and beside drafts. */
  readonly files: readonly KeptFile[]
  /** What lies with the relay for an entry that never stood, and is still to be let go of there. */
  readonly lettingGo: readonly LetGoThere[]
  readonly alarm: string | null
  readonly lockMinutes: number
  /** How often entries that were there already changed: lost their words, or found them. What was remembered before such a change is of yesterday. */
  readonly changes: number
  readonly house: House
}
