import { sha256 } from "@noble/hashes/sha2.js"
import { concat, utf8 } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"

const zero = Uint8Array.of(0)

/** The tags in use, as bytes: a handful of names, asked for with every entry. */
const prefixes = new Map<string, Bytes>()

function prefixOf(tag: string): Bytes {
  const known = prefixes.get(tag)
  if (known !== undefined) return known
  const prefix = concat(utf8(`gs/v1/${tag}`), zero)
  prefixes.set(tag, prefix)
  return prefix
}

/** SHA-256("gs/v1/" + tag + 0x00 + x). One tag, one layout (spec/ledger.md §3). */
export function H(tag: string, x: Uint8Array): Bytes {
  return sha256.create().update(prefixOf(tag)).update(x).digest()
}

export function sha(x: Uint8Array): Bytes {
  return sha256(x)
}

/** The bytes an Ed25519 signature of this type covers (spec/ledger.md §3). */
export function signedMessage(type: string, x: Uint8Array): Bytes {
  return concat(prefixOf(type), x)
}
