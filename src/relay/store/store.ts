import type { Bytes, Entry, Head, LetGo, Slot } from "#wire"
import type { BatchStore } from "./batches.ts"
import type { FileStore } from "./files.ts"

/**
 * What the relay keeps. SQLite today, PostgreSQL later, both held by store.contract.ts. Every promise resolves only when the disk has it. "full" is the one
 * answer of a store that cannot write now (no room, a folder that may only be read): then nothing of this write was kept, and what stood before stands.
 */
export interface Store {
  readonly head: (log: Bytes) => Promise<Head | null>
  /** Entries from `from` on, at most `max`, in order, with the head of the same moment; a redacted one comes without its body. */
  readonly read: (log: Bytes, from: number, max: number) => Promise<Stretch>
  /** One conditional insert: all of it, where the head still is `expected`, or nothing and "moved". Bodies of redacted entries go in the same transaction. */
  readonly append: (write: Append) => Promise<"stored" | "moved" | "full">
  /** The log an invite belongs to, once its entry stood there; null for an unknown one. */
  readonly mailbox: (H: Bytes) => Promise<Mailbox | null>
  readonly readMail: (H: Bytes) => Promise<readonly Mail[]>
  /** Adds to a slot, in one step with looking at it. The same bytes again are the same mail. */
  readonly putMail: (H: Bytes, mail: Mail, room: Room, hour: number) => Promise<"stored" | "taken" | "full">
  /** Drops mailboxes made before this hour, with what lay in them; but not one that got a request since. */
  readonly sweepMail: (before: number) => Promise<"stored" | "full">
  /** Takes away the logs nobody came into: of which, before this hour, for the last time something was written or a mailbox was still there. `hour` is now. */
  readonly sweepLogs: (hour: number, before: number) => Promise<"stored" | "full">
  /** What the relay knows of itself: small named bytes. */
  readonly facts: Facts
  /** What people leave of their private logs. */
  readonly batches: BatchStore
  /** Files beside entries. */
  readonly files: FileStore
  readonly close: () => void
}

export interface Stretch {
  readonly entries: readonly Entry[]
  readonly head: Head | null
}
export interface Append {
  readonly log: Bytes
  readonly expected: Head | null
  readonly entries: readonly StoredEntry[]
  /** Hashes of entries whose bodies go. */
  readonly redacted: readonly Bytes[]
  /** Invites that these entries opened. */
  readonly opened: readonly Bytes[]
  /** Files that go. */
  readonly letGo: readonly LetGo[]
  /** Nobody ever came in beside who began this log. */
  readonly isUnclaimed: boolean
  /** Hours since 1970 UTC. Nothing finer is ever stored. */
  readonly hour: number
}
export interface StoredEntry {
  readonly seq: number
  readonly hash: Bytes
  readonly entry: Entry
}
export interface Mail {
  readonly slot: Slot
  readonly bytes: Bytes
}
/** How many may lie in a slot, and whether one more is refused or takes the place of all that lay there. */
export interface Room {
  readonly most: number
  readonly beyond: "refuse" | "replace"
}
export interface Mailbox {
  readonly log: Bytes
  readonly hour: number
}
export interface Facts {
  readonly get: (name: string) => Promise<Bytes | null>
  /** Written over what had this name; `first` keeps what was there. */
  readonly put: (name: string, bytes: Bytes, how?: "first") => Promise<"stored" | "full">
}
