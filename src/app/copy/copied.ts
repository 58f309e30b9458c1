import type { Day, LogName } from "#practices"
import type { Bytes, LogState } from "#wire"
import type { Book, Held } from "../keeping/book.ts"
import type { Unplaced } from "../devices/unplaced.ts"
import type { State } from "../keeping/state.ts"

// What a copy brings into an empty browser (spec/ledger.md §16.3). A replica has no device: nothing can be signed in it, because there is nothing to sign with.

/** One entry of a copy. Its own key opens it, and nothing else. */
export interface CopiedEntry extends Held {
  readonly mk: Bytes | null
}
/** One log as a copy held it. */
export interface Replica {
  readonly log: LogName
  readonly member: Bytes
  readonly state: LogState
  readonly entries: readonly CopiedEntry[]
}
export interface Copied {
  /** On which the copy was made. */
  readonly day: Day
  /** Earlier private logs, the oldest first: what is read as the beginning of the private log of here. */
  readonly own: readonly Replica[]
  readonly shared: Replica | null
  /** What was written for oneself and stood in no place of the private log when the copy was made. */
  readonly unplaced?: readonly Unplaced[]
}

type Seen = Pick<State, "shared"> & Partial<Pick<State, "copied">>

/** The shared log as it can be read here, whether or not this browser can write in it. */
export function sharedSeen(state: Seen): Book | Replica | null {
  return state.shared ?? state.copied?.shared ?? null
}

/** The shared log came with a copy, and no device of this browser stands in it. */
export function isOnlyRead(state: Seen): boolean {
  return state.shared === null && (state.copied?.shared ?? null) !== null
}
