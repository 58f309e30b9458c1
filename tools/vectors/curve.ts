import { concat } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { hex } from "./people.ts"

// The edges of the two curves, as bytes.

const f62 = "ff".repeat(30)
/** Names and encodings of every Ed25519 point whose order divides 8, in every encoding that some library reads as one. */
export const smallOrderEd25519: Readonly<Record<string, string>> = {
  "the identity": `01${"00".repeat(31)}`,
  "the identity with its sign bit": `01${"00".repeat(30)}80`,
  "the identity, y = p + 1": `ee${f62}7f`,
  "the identity, y = p + 1, with its sign bit": `ee${f62}ff`,
  "the point of order 2": `ec${f62}7f`,
  "the point of order 2 with its sign bit": `ec${f62}ff`,
  "the first of order 4": "00".repeat(32),
  "the second of order 4": `${"00".repeat(31)}80`,
  "the first of order 4, y = p": `ed${f62}7f`,
  "the second of order 4, y = p": `ed${f62}ff`,
  "the first of order 8": "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "the second of order 8": "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "the third of order 8": "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "the fourth of order 8": "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
}

const lowU: Readonly<Record<string, string>> = {
  zero: "00".repeat(32),
  one: `01${"00".repeat(31)}`,
  "p - 1": `ec${f62}7f`,
  p: `ed${f62}7f`,
  "p + 1": `ee${f62}7f`,
  "the first of order 8": "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "the second of order 8": "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
}
/** Every X25519 input that makes the shared secret zero, each also with the top bit that many libraries drop. */
export const lowOrderX25519: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(lowU).flatMap(([name, text]) => [
    [name, text],
    [
      `${name}, with the top bit`,
      text.slice(0, 62) + (Number.parseInt(text.slice(62), 16) | 128).toString(16),
    ],
  ]),
)

const L = 2n ** 252n + 27742317777372353535851937790883648493n

export function scalarOf(bytes: Uint8Array): bigint {
  return bytes.toReversed().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
}
export function bytesOfScalar(value: bigint): Bytes {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n))
}
/** The same signature with another number of times L in its S. */
export function plusL(signature: Uint8Array, times: bigint): Bytes {
  return concat(signature.subarray(0, 32), bytesOfScalar(scalarOf(signature.subarray(32)) + times * L))
}
export const orderL = bytesOfScalar(L)
export const small = (name: string): Bytes => hex(smallOrderEd25519[name] ?? "-")
