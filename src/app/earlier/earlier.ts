import { equalBytes } from "#wire"
import type { DeviceKeys } from "#ledger"
import type { Day } from "#practices"
import type { Branch } from "../apart/branch.ts"
import { withOwnKey } from "../apart/branch.ts"
import type { Book } from "../keeping/book.ts"
import type { Replica } from "../copy/copied.ts"
import { mine } from "../people/here.ts"
import type { QueuedContent, State } from "../keeping/state.ts"
import type { Vouched } from "../server/vouched.ts"

// A shared log that was put away (spec/ledger.md §22.2): it is read, and nothing is written in it again, because nothing here places an entry in anything but
// `state.shared`. The relay is asked nothing for it.

/** "apart": it did not fit together any more. "moved": the others went on elsewhere, and this person with them. */
export type WhyEarlier = "apart" | "left" | "closed" | "alone" | "moved"
export interface Earlier {
  readonly why: WhyEarlier
  /** On which it was put away. */
  readonly day: Day
  /** Each entry with its own key, and no key of an epoch. */
  readonly part: Replica
  /** Closes a file that shows it, and nothing else; null where it came with a copy. */
  readonly device: DeviceKeys | null
  readonly branch: Branch | null
  readonly vouched: Vouched | null
  /** What was chosen to go there and had not gone. */
  readonly unsent: readonly QueuedContent[]
  /** False when the disk lost some of it: it is read as far as it holds. */
  readonly isWhole: boolean
}

/** Why a new space can be begun beside the one there is; null while the one there is goes on. */
export function whyAnew(state: State): WhyEarlier | null {
  const { shared, alarm } = state
  if (shared === null || shared.state.members.length < 2) return null
  // What is wrong with this browser itself is not mended by another space in it.
  if (alarm !== null)
    return alarm === "device-copied" || alarm === "private-damaged" || alarm === "sheet-replaced"
      ? null
      : "apart"
  if (mine(shared)?.left !== null) return "left"
  if (shared.state.closed !== null) return "closed"
  return shared.state.members.some((m) => m.left === null && !equalBytes(m.id, shared.member))
    ? null
    : "alone"
}

/** The part is put away, and there is room for another. What waited stays with it: it was chosen for those who were there. */
export function puttingAway(state: State, why: WhyEarlier, day: Day): State {
  const { shared } = state
  if (shared === null) return state
  const earlier: Earlier = {
    why,
    day,
    part: replicaOf(shared),
    device: shared.device,
    branch: state.branch,
    vouched: state.vouched,
    unsent: state.queue.filter((q) => q.is === "content").filter((q) => !q.unwanted),
    isWhole: true,
  }
  const { copying, sheet, old } = state.recovery
  return {
    ...state,
    earlier: [...state.earlier, earlier],
    shared: null,
    copied:
      isCopyOf(state, shared) && state.copied !== null ? { ...state.copied, shared: null } : state.copied,
    branch: null,
    vouched: null,
    heard: null,
    // Keys are made for one log and used in no other.
    device: null,
    queue: [],
    signed: null,
    refused: [],
    inviting: null,
    stopped: null,
    chores: state.chores.map((chore) => ({ ...chore, cancel: false })),
    going: null,
    isAway: false,
    said: [],
    isOperationRefused: false,
    goesOn: null,
    moving: null,
    givenUp: null,
    alarm: null,
    recovery: {
      ...state.recovery,
      copying,
      old,
      sheet: sheet && { ...sheet, held: [], from: null },
      pending: null,
      returning: null,
      uses: [],
      removing: [],
    },
  }
}

/** It came with a copy once, and this browser has a device in it since: it is not to be met twice. */
function isCopyOf({ copied }: State, { state }: Book): boolean {
  return copied !== null && copied.shared !== null && equalBytes(copied.shared.state.logId, state.logId)
}

function replicaOf(book: Book): Replica {
  const { log, member, state, epochs } = book
  return { log, member, state, entries: book.entries.map((held) => withOwnKey(epochs, held)) }
}

/** The state as it was there, to be read: no waiting, no invitation, and nothing that could write. */
export function seenAt(state: State, earlier: Earlier): State {
  return {
    ...state,
    shared: null,
    copied: { day: earlier.day, own: state.copied?.own ?? [], shared: earlier.part },
    earlier: [],
    queue: [],
    inviting: null,
    joining: null,
    coming: null,
    stopped: null,
    going: null,
    moving: null,
    alarm: null,
    vouched: null,
    branch: null,
  }
}
