import { concat, Reader, u16, u32 } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"

// spec/ledger.md §5: bodies of genesis, control and redact entries. No trailing bytes, no optional field.

/** The numbers of all operations, also of those that come later; a number is never used twice. */
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
export type Control =
  | { readonly op: "invite"; readonly H: Bytes; readonly C: Bytes }
  | { readonly op: "cancel"; readonly target: Bytes }
  | Admit
  | { readonly op: "epoch"; readonly epoch: EpochBlock }
export interface RedactTarget {
  readonly entryHash: Bytes
  readonly device: Bytes
  readonly uid: Bytes
}
export interface Redact {
  readonly targets: readonly RedactTarget[]
  readonly blobs: readonly Bytes[]
}

export const CORE_LENGTH = 32 + 16 + 32 + 32 + 1 + 32

function encodeWraps(wraps: readonly Wrap[]): Bytes {
  return concat(u16(wraps.length), ...wraps.flatMap((w) => [w.id, w.enc, w.ct]))
}

function readWraps(r: Reader): readonly Wrap[] {
  const count = r.number(2)
  const wraps: Wrap[] = []
  for (let i = 0; i < count && !r.failed; i += 1)
    wraps.push({ id: r.take(16), enc: r.take(32), ct: r.take(48) })
  return wraps
}

export function encodeEpochBlock(e: EpochBlock): Bytes {
  return concat(u32(e.number), e.commitment, encodeWraps(e.wraps))
}

function readEpochBlock(r: Reader): EpochBlock {
  return { number: r.number(4), commitment: r.take(32), wraps: readWraps(r) }
}

export function encodeCore(g: Omit<Genesis, "core" | "wraps">): Bytes {
  return concat(g.nonce, g.member, g.ed, g.x, Uint8Array.of(g.policy), g.commitment)
}

export function encodeGenesis(core: Bytes, wraps: readonly Wrap[]): Bytes {
  return concat(core, encodeWraps(wraps))
}

export function decodeGenesis(body: Uint8Array): Genesis | null {
  const r = new Reader(body)
  const core = r.take(CORE_LENGTH)
  const wraps = readWraps(r)
  if (!r.isWhole) return null
  const c = new Reader(core)
  return {
    core,
    nonce: c.take(32),
    member: c.take(16),
    ed: c.take(32),
    x: c.take(32),
    policy: c.number(1),
    commitment: c.take(32),
    wraps,
  }
}

export function encodeControl(c: Control): Bytes {
  const op = Uint8Array.of(ops[c.op])
  switch (c.op) {
    case "invite":
      return concat(op, c.H, c.C)
    case "cancel":
      return concat(op, c.target)
    case "admit":
      return concat(op, c.invite, c.member, c.ed, c.x, c.nB, c.popJoin, c.nA, encodeEpochBlock(c.epoch))
    case "epoch":
      return concat(op, encodeEpochBlock(c.epoch))
  }
}

export type DecodedControl =
  { readonly is: "built"; readonly control: Control } | { readonly is: "not-built" | "unknown" | "layout" }

export function decodeControl(body: Uint8Array): DecodedControl {
  const r = new Reader(body)
  const op = r.number(1)
  const known = Object.values(ops).some((n) => n === op)
  if (r.failed || !known) return { is: r.failed ? "layout" : "unknown" }
  const control = readControl(r, op)
  if (control === null) return { is: "not-built" }
  return r.isWhole ? { is: "built", control } : { is: "layout" }
}

function readControl(r: Reader, op: number): Control | null {
  switch (op) {
    case ops.invite:
      return { op: "invite", H: r.take(32), C: r.take(32) }
    case ops.cancel:
      return { op: "cancel", target: r.take(32) }
    case ops.admit:
      return {
        op: "admit",
        invite: r.take(32),
        member: r.take(16),
        ed: r.take(32),
        x: r.take(32),
        nB: r.take(32),
        popJoin: r.take(64),
        nA: r.take(32),
        epoch: readEpochBlock(r),
      }
    case ops.epoch:
      return { op: "epoch", epoch: readEpochBlock(r) }
    default:
      return null
  }
}

export function encodeRedact(redact: Redact): Bytes {
  return concat(
    Uint8Array.of(redact.targets.length),
    ...redact.targets.flatMap((t) => [t.entryHash, t.device, t.uid]),
    u16(redact.blobs.length),
    ...redact.blobs,
  )
}

export function decodeRedact(body: Uint8Array): Redact | null {
  const r = new Reader(body)
  const count = r.number(1)
  if (count < 1 || count > 16) return null
  const targets: RedactTarget[] = []
  for (let i = 0; i < count && !r.failed; i += 1)
    targets.push({ entryHash: r.take(32), device: r.take(16), uid: r.take(16) })
  const m = r.number(2)
  const blobs: Bytes[] = []
  for (let i = 0; i < m && !r.failed; i += 1) blobs.push(r.take(32))
  return r.isWhole ? { targets, blobs } : null
}
