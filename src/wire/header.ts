import {
  concat,
  copy,
  equalBytes,
  fromBase64url,
  isZero,
  toBase64url,
  u16,
  u32,
  u64,
  Reader,
} from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { H } from "./hash.ts"
import { bad, good } from "./outcome.ts"
import type { Outcome } from "./outcome.ts"
import type { Structural } from "./structural.ts"

// spec/ledger.md §2: the open half of every entry.

/** 0 genesis · 1 content · 2 control · 3 redact · 4 kept content. */
export type Kind = 0 | 1 | 2 | 3 | 4
export const HEADER_LENGTH = 148
export const SIG_LENGTH = 64
export const RECORD_HEAD = HEADER_LENGTH + SIG_LENGTH
export const BODY_MAX = 65_616
export const CONTROL_MAX = 32_768
export const BODY_OVERHEAD = 80
export const VERSION = 1

export interface Header {
  readonly v: number
  readonly logId: Bytes
  /** At most 2^53 - 1: what a number holds exactly. */
  readonly seq: number
  readonly prev: Bytes
  readonly epoch: number
  readonly device: Bytes
  readonly kind: Kind
  readonly uid: Bytes
  readonly bodyLen: number
  readonly bodyHash: Bytes
}

export interface Entry {
  readonly header: Bytes
  readonly sig: Bytes
  /** Null when it is not here: redacted, or missing. */
  readonly body: Bytes | null
}

/** Throws when a field has not its length: a defect of ours, never of what came in. */
export function encodeHeader(h: Header): Bytes {
  const bytes = concat(
    Uint8Array.of(h.v),
    h.logId,
    u64(h.seq),
    h.prev,
    u32(h.epoch),
    h.device,
    Uint8Array.of(h.kind),
    u16(0),
    h.uid,
    u32(h.bodyLen),
    h.bodyHash,
  )
  const [ids, hashes] = [
    [h.device, h.uid],
    [h.logId, h.prev, h.bodyHash],
  ]
  if (ids.some((id) => id.length !== 16) || hashes.some((hash) => hash.length !== 32))
    throw new Error("a header field has another length")
  return bytes
}

export function decodeHeader(bytes: Uint8Array): Outcome<Header, Structural> {
  if (bytes.length !== HEADER_LENGTH) return bad({ type: "header-length" })
  const r = new Reader(bytes)
  const v = r.number(1)
  const logId = r.take(32)
  const seq = r.number(8)
  const prev = r.take(32)
  const epoch = r.number(4)
  const device = r.take(16)
  const kind = r.number(1)
  const zero = r.take(2)
  const uid = r.take(16)
  const bodyLen = r.number(4)
  const bodyHash = r.take(32)
  if (v !== VERSION) return bad({ type: "version" })
  if (seq > Number.MAX_SAFE_INTEGER) return bad({ type: "seq" })
  if (kind > 4) return bad({ type: "kind" })
  if (!isZero(zero)) return bad({ type: "header-zero" })
  if (!lengthFits(kind as Kind, bodyLen)) return bad({ type: "body-length" })
  return good({ v, logId, seq, prev, epoch, device, kind: kind as Kind, uid, bodyLen, bodyHash })
}

/** Sealed bodies have nine sizes, 256·2^i + 80; the others have a roof. */
function lengthFits(kind: Kind, length: number): boolean {
  if (kind === 1 || kind === 4) {
    for (let i = 0; i <= 8; i += 1) if (length === 256 * 2 ** i + BODY_OVERHEAD) return true
    return false
  }
  return length <= CONTROL_MAX
}

export function bodyHash(body: Uint8Array): Bytes {
  return H("body", body)
}

export function entryHash(entry: { readonly header: Uint8Array; readonly sig: Uint8Array }): Bytes {
  return H("hash", concat(entry.header, entry.sig))
}

export function deviceId(ed: Uint8Array, x: Uint8Array): Bytes {
  return copy(H("device", concat(ed, x)), 0, 16)
}

export function encodeRef(device: Uint8Array, uid: Uint8Array): string {
  return toBase64url(concat(device, uid))
}

export function decodeRef(ref: string): { readonly device: Bytes; readonly uid: Bytes } | null {
  const bytes = fromBase64url(ref)
  return bytes === null || bytes.length !== 32
    ? null
    : { device: copy(bytes, 0, 16), uid: copy(bytes, 16, 32) }
}

/** Names one wording of an entry without giving it away once it is redacted. */
export function versionHash(device: Uint8Array, uid: Uint8Array, data: Uint8Array): Bytes {
  return H("version", concat(device, uid, data))
}

export function sameEntry(a: Entry, b: Entry): boolean {
  return equalBytes(a.header, b.header) && equalBytes(a.sig, b.sig)
}
