import type { Bytes } from "./bytes.ts"
import { toHex } from "./bytes.ts"
import type { Kind } from "./header.ts"
import { Seen } from "./seen.ts"

/** What the entries before n say: who may write, which epoch, which invites. Public bytes only, no keys, no clock (spec/ledger.md §7). */
export interface LogState {
  readonly logId: Bytes
  readonly head: Head | null
  readonly epoch: { readonly number: number; readonly commitment: Bytes }
  readonly members: readonly Member[]
  readonly devices: ReadonlyMap<string, Device>
  readonly invites: ReadonlyMap<string, Invite>
  /** hex(device|uid) of every entry ever, the void ones too. */
  readonly uids: Seen<true>
  /** hex entry hash of every content entry: what a redact may name. */
  readonly contents: Seen<{ readonly kind: Kind; readonly device: string; readonly uid: string }>
  readonly redacted: Seen<true>
}
export interface Head {
  readonly seq: number
  readonly hash: Bytes
}
export interface Member {
  readonly id: Bytes
  readonly devices: readonly Bytes[]
  /** The seq from which this person belongs to the log. */
  readonly since: number
}
export interface Device {
  readonly id: Bytes
  readonly member: Bytes
  readonly ed: Bytes
  readonly x: Bytes
  readonly active: boolean
}
export interface Invite {
  readonly H: Bytes
  readonly C: Bytes
  readonly ref: string
  readonly member: Bytes
  readonly entryHash: Bytes
  readonly state: "open" | "used" | "cancelled"
}

export function emptyLog(logId: Bytes): LogState {
  return {
    logId,
    head: null,
    epoch: { number: 0, commitment: new Uint8Array(32) },
    members: [],
    devices: new Map(),
    invites: new Map(),
    uids: new Seen(),
    contents: new Seen(),
    redacted: new Seen(),
  }
}

export function isRedacted(state: LogState, entryHashHex: string): boolean {
  return state.redacted.has(entryHashHex)
}

/** Member id of a device ever seen, or null. */
export function writerOf(state: LogState, device: Uint8Array): Bytes | null {
  return state.devices.get(toHex(device))?.member ?? null
}

export function activeIds(state: LogState): readonly string[] {
  return [...state.devices]
    .filter(([, d]) => d.active)
    .map(([id]) => id)
    .toSorted()
}
