import { concat, copy, u32, u64 } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { H } from "./hash.ts"

// spec/relay.md §10 and §11: what a device signs before a relay answers it, and what a relay signs of what it keeps.

/** What somebody wants to do with a log; each needs a signature of its own. */
export const purposes = { read: 1, append: 2, back: 3 } as const
export type Purpose = keyof typeof purposes

export const NONCE_SIZE = 32

/** A key shows itself for one log, one purpose and one relay, known by its origin; the nonce is that relay's. */
export function authBytes(of: {
  readonly origin: Uint8Array
  readonly logId: Uint8Array
  readonly nonce: Uint8Array
  readonly purpose: Purpose
}): Bytes {
  return concat(H("relay", of.origin), of.logId, of.nonce, Uint8Array.of(purposes[of.purpose]))
}

/** The body of a sign-in: purpose u8 | ed 32 | nonce 32 | signature 64 | the origin in UTF-8. */
export interface SignIn {
  readonly purpose: Purpose
  readonly ed: Bytes
  readonly nonce: Bytes
  readonly sig: Bytes
  readonly origin: Bytes
}
const fixed = 129
export const SIGN_IN_MAX = fixed + 512

export function encodeSignIn(s: SignIn): Bytes {
  return concat(Uint8Array.of(purposes[s.purpose]), s.ed, s.nonce, s.sig, s.origin)
}

export function decodeSignIn(bytes: Uint8Array): SignIn | null {
  if (bytes.length <= fixed || bytes.length > SIGN_IN_MAX) return null
  const purpose = purposeOf(bytes[0] ?? 0)
  if (purpose === null) return null
  return {
    purpose,
    ed: copy(bytes, 1, 33),
    nonce: copy(bytes, 33, 65),
    sig: copy(bytes, 65, fixed),
    origin: copy(bytes, fixed, bytes.length),
  }
}

export function purposeOf(n: number): Purpose | null {
  for (const name of ["read", "append", "back"] as const) if (purposes[name] === n) return name
  return null
}

/** What a relay says of a place: this entry stood there, in this hour. The same bytes for a head and for a receipt; the type of the signature tells them apart. */
export interface Statement {
  readonly seq: number
  readonly hash: Bytes
  /** Hours since 1970 UTC. */
  readonly hour: number
  /** Rises when the relay went back and somebody chose to go on. */
  readonly incarnation: number
}

export function statementBytes(logId: Uint8Array, s: Statement): Bytes {
  return concat(logId, u64(s.seq), s.hash, u32(s.hour), u32(s.incarnation))
}
