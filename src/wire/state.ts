import type { Bytes } from "./bytes.ts"
import { concat, equalBytes, fromHex, toHex } from "./bytes.ts"
import type { Control } from "./control.ts"
import type { Kind } from "./header.ts"
import { Seen } from "./seen.ts"

/** What the entries before n say: who may write, which epoch, which invites. Public bytes only, no keys, no clock (spec/ledger.md §7). */
export interface LogState {
  readonly logId: Bytes
  readonly head: Head | null
  /** The version in force: what the next entry has to be written in. */
  readonly version: number
  readonly epoch: { readonly number: number; readonly commitment: Bytes }
  /** Somebody went; until somebody who is still here draws a key they do not have, content is void. */
  readonly isRotationOwed: boolean
  /** The seq at which the log was closed. */
  readonly closed: number | null
  /** Everybody who ever belonged, in the order of their coming. */
  readonly members: readonly Member[]
  /** Every device ever, by hex id. */
  readonly devices: ReadonlyMap<string, Device>
  /** Hex of every signing key ever, of devices and of recovery keys: none comes twice. */
  readonly keysSeen: ReadonlySet<string>
  readonly invites: ReadonlyMap<string, Invite>
  /** By the hex ref of the propose. */
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly compared: readonly Compared[]
  readonly relay: { readonly ed: Bytes; readonly origin: Bytes } | null
  /** hex(device|uid) of every entry ever, the void ones too. */
  readonly uids: Seen<true>
  /** hex entry hash of every content entry: what a redact may name. */
  readonly contents: Seen<Content>
  readonly redacted: Seen<true>
  /** Kept content that some have taken back and others not yet: hex entry hash, and the hex ids of the members who have. */
  readonly taking: ReadonlyMap<string, readonly string[]>
}
export interface Head {
  readonly seq: number
  readonly hash: Bytes
}
export interface Content {
  readonly kind: Kind
  readonly device: string
  readonly uid: string
  readonly seq: number
}
export interface Member {
  readonly id: Bytes
  /** The active ones, the most senior first. */
  readonly devices: readonly Bytes[]
  /** The seq from which this person belongs to the log. */
  readonly since: number
  /** The seq of their leave. */
  readonly left: number | null
  readonly recovery: { readonly id: Bytes; readonly ed: Bytes; readonly x: Bytes } | null
}
export interface Device {
  readonly id: Bytes
  readonly member: Bytes
  readonly ed: Bytes
  readonly x: Bytes
  /** "left": of a member who left; may still take back their own words. */
  readonly state: "active" | "left" | "removed"
  /** The device or recovery key that added it; null for the one its member came with. */
  readonly addedBy: Bytes | null
  readonly since: number
}
export interface Invite {
  readonly H: Bytes
  readonly C: Bytes
  readonly ref: string
  readonly member: Bytes
  readonly entryHash: Bytes
  readonly state: "open" | "used" | "cancelled"
  /** The seq of the entry that ended it: who holds the link reads no further. */
  readonly ended: number | null
}
/** What everybody here has to agree to. */
export interface Proposal {
  readonly member: Bytes
  readonly act: Proposable
  /** H("propose", act | its body): what an approve names. */
  readonly hash: Bytes
  /** Hex ids of the members who agreed. */
  readonly approvedBy: readonly string[]
  readonly state: "open" | "complete" | "lapsed" | "cancelled"
}
export type Proposable = Extract<Control, { readonly op: "propose" }>["act"]
/** Two people held the names of each other's devices side by side. Shown, and nothing more. */
export interface Compared {
  readonly by: Bytes
  readonly subject: Bytes
  readonly devices: Bytes
  readonly how: number
  readonly seq: number
}

export function emptyLog(logId: Bytes): LogState {
  return {
    logId,
    head: null,
    version: 1,
    epoch: { number: 0, commitment: new Uint8Array(32) },
    isRotationOwed: false,
    closed: null,
    members: [],
    devices: new Map(),
    keysSeen: new Set(),
    invites: new Map(),
    proposals: new Map(),
    compared: [],
    relay: null,
    uids: new Seen(),
    contents: new Seen(),
    redacted: new Seen(),
    taking: new Map(),
  }
}

export function isRedacted(state: LogState, entryHashHex: string): boolean {
  return state.redacted.has(entryHashHex)
}

/** Member id of a device ever seen, or null. */
export function writerOf(state: LogState, device: Uint8Array): Bytes | null {
  return state.devices.get(toHex(device))?.member ?? null
}

export function memberOf(state: LogState, id: Uint8Array): Member | undefined {
  return state.members.find((m) => equalBytes(m.id, id))
}

/** Nobody ever came in beside who began it, and no sheet is to find it again: a relay keeps such a log for its time only (spec/relay.md §8). */
export function isUnclaimed({ members }: LogState): boolean {
  return members.length === 1 && members[0]?.recovery === null
}

/** Those who have not left. */
export function presentMembers(state: LogState): readonly Member[] {
  return state.members.filter((m) => m.left === null)
}

export function isActive(state: LogState, device: Uint8Array): boolean {
  return state.devices.get(toHex(device))?.state === "active"
}

/** Hex ids of the active devices, rising. */
export function activeIds(state: LogState): readonly string[] {
  return [...state.devices]
    .filter(([, d]) => d.state === "active")
    .map(([id]) => id)
    .toSorted()
}

/** Whom an epoch's key goes to: hex ids of the active devices and of the recovery keys, rising. */
export function readerIds(state: LogState): readonly string[] {
  const recovery = state.members.flatMap((m) => (m.recovery === null ? [] : [toHex(m.recovery.id)]))
  return [...activeIds(state), ...recovery].toSorted()
}

/** The member's active devices as one hashed list of ids, rising: what two people compare (op verify). */
export function devicesBytes(member: Member): Bytes {
  const rising = member.devices.map(toHex).toSorted()
  return concat(...rising.map((id) => fromHex(id) ?? new Uint8Array(0)))
}

/** What signs with this id at this state, and what it may be. */
export type Signer =
  | { readonly is: "device" | "left"; readonly member: Member; readonly ed: Bytes; readonly x: Bytes }
  | { readonly is: "recovery"; readonly member: Member; readonly ed: Bytes; readonly x: Bytes }

/** Null when nobody may sign with it: a stranger, a device that was removed, a recovery key that was replaced. */
export function signerOf(state: LogState, id: Uint8Array): Signer | null {
  const device = state.devices.get(toHex(id))
  if (device !== undefined) {
    const member = memberOf(state, device.member)
    if (member === undefined || device.state === "removed") return null
    return { is: device.state === "active" ? "device" : "left", member, ed: device.ed, x: device.x }
  }
  for (const member of state.members) {
    const { recovery } = member
    if (recovery !== null && equalBytes(recovery.id, id))
      return { is: "recovery", member, ed: recovery.ed, x: recovery.x }
  }
  return null
}

/** The same log with this member changed. */
export function withMember(state: LogState, member: Member): LogState {
  return { ...state, members: state.members.map((m) => (equalBytes(m.id, member.id) ? member : m)) }
}

export function withDevice(state: LogState, device: Device): LogState {
  return {
    ...state,
    devices: new Map([...state.devices, [toHex(device.id), device]]),
    keysSeen: new Set([...state.keysSeen, toHex(device.ed)]),
  }
}
