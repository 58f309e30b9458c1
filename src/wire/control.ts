import type { Bytes } from "./bytes.ts"

// spec/ledger.md §5: what the bodies of genesis, control and redact entries say. Their bytes are in control-layout.ts.

/** The numbers of all operations; a number is never used twice. */
export const ops = {
  invite: 1,
  cancel: 2,
  admit: 3,
  epoch: 4,
  propose: 5,
  approve: 6,
  verify: 7,
  "device.add": 8,
  "device.remove": 9,
  leave: 10,
  close: 11,
  "recovery.set": 12,
  "relay.set": 13,
  continue: 14,
  version: 15,
} as const

export interface Wrap {
  readonly id: Bytes
  readonly enc: Bytes
  readonly ct: Bytes
}
export interface EpochBlock {
  readonly number: number
  readonly commitment: Bytes
  readonly wraps: readonly Wrap[]
}
export interface Genesis {
  /** The bytes log_id is the hash of. */
  readonly core: Bytes
  readonly nonce: Bytes
  readonly member: Bytes
  readonly ed: Bytes
  readonly x: Bytes
  readonly policy: number
  readonly commitment: Bytes
  readonly wraps: readonly Wrap[]
}
export interface Admit {
  readonly op: "admit"
  /** Ref of the invite entry: device 16 | uid 16. */
  readonly invite: Bytes
  readonly member: Bytes
  readonly ed: Bytes
  readonly x: Bytes
  readonly nB: Bytes
  readonly popJoin: Bytes
  readonly nA: Bytes
  readonly epoch: EpochBlock
}
export interface DeviceAdd {
  readonly op: "device.add"
  readonly member: Bytes
  readonly ed: Bytes
  readonly x: Bytes
  /** 0 last of the member's devices; 1 just above who adds it, or, by a recovery key, first. */
  readonly rank: number
  readonly nonce: Bytes
  readonly bundle: Bytes
  readonly popDevice: Bytes
}
export interface DeviceRemove {
  readonly op: "device.remove"
  readonly target: Bytes
  /** Ids of devices the target had added that stay all the same, rising. */
  readonly kept: readonly Bytes[]
  /** Null when a device removes itself: who goes does not choose the next key. */
  readonly epoch: EpochBlock | null
}
export interface RecoverySet {
  readonly op: "recovery.set"
  /** Zeros in all but the epoch: from now on there is no recovery key. */
  readonly ed: Bytes
  readonly x: Bytes
  readonly nonce: Bytes
  readonly popRecovery: Bytes
  readonly bundle: Bytes
  readonly epoch: EpochBlock
}
export interface RelaySet {
  readonly op: "relay.set"
  readonly ed: Bytes
  /** H("relay", origin): the address itself goes as content. */
  readonly origin: Bytes
}
export interface VersionOp {
  readonly op: "version"
  readonly to: number
}
/** What a log of several members needs everybody for. */
export type Act = Omit<Admit, "epoch"> | { readonly op: "close" } | RelaySet | VersionOp
export type Control =
  | { readonly op: "invite"; readonly H: Bytes; readonly C: Bytes }
  | { readonly op: "cancel"; readonly target: Bytes }
  | Admit
  | { readonly op: "epoch"; readonly epoch: EpochBlock }
  | { readonly op: "propose"; readonly act: Act }
  | { readonly op: "approve"; readonly proposal: Bytes; readonly hash: Bytes }
  | { readonly op: "verify"; readonly subject: Bytes; readonly devices: Bytes; readonly how: number }
  | DeviceAdd
  | DeviceRemove
  | { readonly op: "leave" }
  | { readonly op: "close" }
  | RecoverySet
  | RelaySet
  | Continue
  | VersionOp
export interface Continue {
  readonly op: "continue"
  /** 0: the people go on in the log named here. 1: they come from it. */
  readonly dir: number
  readonly log: Bytes
  /** Where the branches stood that people held: one, or two after a split. The second all zeros where there is one. */
  readonly heads: readonly [ContinueHead, ContinueHead]
}
export interface ContinueHead {
  readonly seq: number
  readonly hash: Bytes
}
export interface RedactTarget {
  readonly entryHash: Bytes
  readonly device: Bytes
  readonly uid: Bytes
}
export interface Redact {
  readonly targets: readonly RedactTarget[]
  readonly blobs: readonly Bytes[]
}
