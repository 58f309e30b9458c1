import { hkdf } from "@noble/hashes/hkdf.js"
import { hmac } from "@noble/hashes/hmac.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { concat, utf8 } from "#wire"
import type { Bytes, SubtleLike } from "#wire"

/** Passed in, never read from a global. `random(n)` gives n cryptographically random bytes; `decodeUtf8` is fatal and keeps a byte order mark. */
export interface Tools {
  readonly subtle: SubtleLike
  readonly random: (n: number) => Bytes
  readonly decodeUtf8: (bytes: Uint8Array) => string
}

/** HKDF-SHA256 (RFC 5869): input keying material, salt, info, length in bytes. Every info begins "gs/v1/" (spec/ledger.md §3). */
export function derive(
  ikm: Uint8Array,
  salt: Uint8Array,
  label: string,
  context: Uint8Array,
  length: number,
): Bytes {
  return hkdf(sha256, ikm, salt, concat(utf8(`gs/v1/${label}`), context), length)
}

export function mac(key: Uint8Array, message: Uint8Array): Bytes {
  return hmac(sha256, key, message)
}

export const nothing: Bytes = new Uint8Array(0)
