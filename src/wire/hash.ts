import { sha256 } from "@noble/hashes/sha2.js"
import { concat, utf8 } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"

const zero = Uint8Array.of(0)

/** SHA-256("gs/v1/" + tag + 0x00 + x). One tag, one layout (spec/ledger.md §3). */
export function H(tag: string, x: Uint8Array): Bytes {
  return sha256(concat(utf8(`gs/v1/${tag}`), zero, x))
}

export function sha(x: Uint8Array): Bytes {
  return sha256(x)
}

/** The bytes an Ed25519 signature of this type covers (spec/ledger.md §3). */
export function signedMessage(type: string, x: Uint8Array): Bytes {
  return concat(utf8(`gs/v1/${type}`), zero, x)
}
