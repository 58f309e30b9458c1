import type { Bytes, Entry, Head, Slot } from "#wire"

/** What the relay keeps. SQLite today, PostgreSQL later, both held by store.contract.ts. Every promise resolves only when the disk has it. */
export interface Store {
  readonly head: (log: Bytes) => Promise<Head | null>
  /** Entries from `seq` on, at most `max`, in order; a redacted one comes without its body. */
  readonly read: (log: Bytes, from: number, max: number) => Promise<readonly Entry[]>
  /** One conditional insert: all of it, where the head still is `expected`, or nothing. Deletes the bodies of redacted entries in the same transaction. */
  readonly append: (write: Append) => Promise<boolean>
  /** The log an invite belongs to, once its entry stood there; null for an unknown one. */
  readonly mailbox: (H: Bytes) => Promise<Mailbox | null>
  readonly readMail: (H: Bytes) => Promise<readonly Mail[]>
  /** Adds to a slot; with `replace` it takes the place of what lay there. */
  readonly putMail: (H: Bytes, mail: Mail, replace: boolean, hour: number) => Promise<void>
  /** Drops mailboxes made before this hour, and what lay in them. */
  readonly sweepMail: (before: number) => Promise<void>
  readonly close: () => void
}

export interface Append {
  readonly log: Bytes
  readonly expected: Head | null
  readonly entries: readonly StoredEntry[]
  /** Hashes of entries whose bodies go. */
  readonly redacted: readonly Bytes[]
  /** Invites that these entries opened. */
  readonly opened: readonly Bytes[]
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
export interface Mailbox {
  readonly log: Bytes
  readonly hour: number
}
