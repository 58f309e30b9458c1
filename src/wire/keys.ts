import { ed25519 } from "@noble/curves/ed25519.js"
import { fromHex, toHex } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import type { CryptoKeyLike, SubtleLike } from "./subtle.ts"

// spec/ledger.md §4. Libraries disagree on the edges of Ed25519: one WebCrypto (Node 20's) imports the identity point and then accepts R = identity, S = 0 for
// every message, another (Node 24's) refuses. So the edges are refused here, by bytes, before WebCrypto is asked; and WebCrypto alone verifies.

/** 2^255 - 19 and the group order L, little-endian. */
const p = fromHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f") ?? new Uint8Array(32)
const L = fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010") ?? new Uint8Array(32)

/** The y of every Ed25519 point of small order, sign bit off. */
const smallY = new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
])
/** The u of every X25519 point of low order. */
const lowU = new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
])

function isBelow(value: Uint8Array, bound: Uint8Array): boolean {
  for (let i = 31; i >= 0; i -= 1) {
    const [a, b] = [value[i] ?? 0, bound[i] ?? 0]
    if (a !== b) return a < b
  }
  return false
}

function withoutSign(point: Uint8Array): Bytes {
  const y = Uint8Array.from(point)
  y[31] = (y[31] ?? 0) & 0x7f
  return y
}

/** Canonical, of prime order, not the identity. */
export function checkEd25519Key(key: Uint8Array): boolean {
  if (key.length !== 32) return false
  const y = withoutSign(key)
  if (!isBelow(y, p) || smallY.has(toHex(y))) return false
  try {
    const point = ed25519.Point.fromBytes(key, false)
    return point.isTorsionFree() && !point.isSmallOrder()
  } catch {
    return false
  }
}

/** Canonical, top bit 0, not of low order. */
export function checkX25519Key(key: Uint8Array): boolean {
  return key.length === 32 && (key[31] ?? 0) < 0x80 && isBelow(key, p) && !lowU.has(toHex(key))
}

/** S below L; R canonical and not of small order. */
export function checkSignatureBytes(signature: Uint8Array): boolean {
  if (signature.length !== 64 || !isBelow(signature.subarray(32), L)) return false
  const y = withoutSign(signature.subarray(0, 32))
  return isBelow(y, p) && !smallY.has(toHex(y))
}

export type Verify = (publicKey: Bytes, signature: Bytes, message: Bytes) => Promise<boolean>

/** One Ed25519 verdict everywhere. Keeps the keys it imported, since a log has few. A key that fails the checks verifies nothing. */
export function createVerify(subtle: SubtleLike): Verify {
  const keys = new Map<string, Promise<CryptoKeyLike | null>>()
  const imported = (publicKey: Bytes): Promise<CryptoKeyLike | null> => {
    const name = toHex(publicKey)
    let key = keys.get(name)
    if (key === undefined) {
      key = checkEd25519Key(publicKey)
        ? subtle.importKey("raw", publicKey, { name: "Ed25519" }, true, ["verify"]).catch(() => null)
        : Promise.resolve(null)
      if (keys.size >= 1024) keys.clear()
      keys.set(name, key)
    }
    return key
  }
  return async (publicKey, signature, message) => {
    if (!checkSignatureBytes(signature)) return false
    const key = await imported(publicKey)
    return key !== null && (await subtle.verify({ name: "Ed25519" }, key, signature, message))
  }
}
