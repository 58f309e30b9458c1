import { ed25519 } from "@noble/curves/ed25519.js"
import { sha512 } from "@noble/hashes/sha2.js"
import { concat, signedMessage, toHex } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { sign } from "../../src/ledger/index.ts"
import { bytesOfScalar, orderL, plusL, scalarOf, smallOrderEd25519 } from "./curve.ts"
import { mixedOrder } from "./keys.ts"
import { ana, ben, bytesOf, flipped, hex, t } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

/** Every type a signature can have. */
export const signedTypes = [
  "entry",
  "pop-join",
  "join-reveal",
  "join-answer-inviter",
  "join-answer-joiner",
  "join-ended",
  "export",
  "auth",
  "head",
  "receipt",
] as const

const zero = new Uint8Array(32)
const vector = (
  type: "ok" | "refused",
  name: string,
  of: {
    readonly key: Uint8Array
    readonly tag: string
    readonly message: Uint8Array
    readonly sig: Uint8Array
  },
): Vector => ({
  name,
  type,
  key: toHex(of.key),
  tag: of.tag,
  message: toHex(of.message),
  signature: toHex(of.sig),
})

/** A signature that holds under the equation with a cofactor, and fails under the one without: its key is of mixed order. */
function underMixedKey(key: Bytes, message: Bytes): Bytes {
  const { scalar } = ed25519.utils.getExtendedPublicKey(bytesOf("Ana ed25519", 32))
  const r = scalarOf(bytesOf("a nonce", 32)) % scalarOf(orderL)
  const R = ed25519.Point.BASE.multiply(r).toBytes()
  const k = scalarOf(sha512(concat(R, key, message))) % scalarOf(orderL)
  return concat(R, bytesOfScalar((r + k * scalar) % scalarOf(orderL)))
}

export async function signatureVectors(): Promise<VectorFile> {
  const message = bytesOf("a message", 148)
  const key = ana.ed.publicKey
  const sig = await sign(t, ana, "entry", message)
  const entry = { key, tag: "entry", message, sig }
  const vectors: Vector[] = []
  for (const tag of signedTypes) {
    const own = await sign(t, ana, tag, message)
    vectors.push(vector("ok", `signed as ${tag}, read as ${tag}`, { ...entry, tag, sig: own }))
    for (const other of signedTypes)
      if (other !== tag)
        vectors.push(
          vector("refused", `signed as ${tag}, read as ${other}`, { ...entry, tag: other, sig: own }),
        )
  }
  vectors.push(
    vector("ok", "an empty message", {
      ...entry,
      message: new Uint8Array(0),
      sig: await sign(t, ana, "entry", new Uint8Array(0)),
    }),
    vector("refused", "zeroed", { ...entry, sig: new Uint8Array(64) }),
    vector("refused", "another person's key", { ...entry, key: ben.ed.publicKey }),
    vector("refused", "one bit of the message turned", { ...entry, message: flipped(message, 40) }),
    vector("refused", "one bit of R turned", { ...entry, sig: flipped(sig, 3) }),
    vector("refused", "one bit of S turned", { ...entry, sig: flipped(sig, 35) }),
    vector("refused", "S + L, which some libraries accept", { ...entry, sig: plusL(sig, 1n) }),
    vector("refused", "R and S changed about", {
      ...entry,
      sig: concat(sig.subarray(32), sig.subarray(0, 32)),
    }),
    vector("refused", "signed without the tag", {
      ...entry,
      sig: ed25519.sign(message, bytesOf("Ana ed25519", 32)),
    }),
    vector("refused", "signed with the tag and no zero byte", {
      ...entry,
      sig: ed25519.sign(
        concat(signedMessage("entry", new Uint8Array(0)).subarray(0, -1), message),
        bytesOf("Ana ed25519", 32),
      ),
    }),
  )
  for (const [name, text] of Object.entries(smallOrderEd25519)) {
    for (const [R, of] of Object.entries(smallOrderEd25519).slice(0, 3))
      vectors.push(
        vector("refused", `the key is ${name}, R is ${R}, S is 0`, {
          ...entry,
          key: hex(text),
          sig: concat(hex(of), zero),
        }),
      )
    vectors.push(
      vector("refused", `the key is ${name}, R is that point too, S is 0`, {
        ...entry,
        key: hex(text),
        sig: concat(hex(text), zero),
      }),
    )
  }
  const mixed = mixedOrder("Ana ed25519", "the first of order 8")
  vectors.push(
    vector("refused", "the key is of mixed order, the signature holds with a cofactor", {
      ...entry,
      key: mixed,
      sig: underMixedKey(mixed, signedMessage("entry", message)),
    }),
    vector("refused", "31 bytes of key", { ...entry, key: key.subarray(0, 31) }),
    vector("refused", "63 bytes of signature", { ...entry, sig: sig.subarray(0, 63) }),
  )
  return {
    file: "signatures",
    about:
      "spec/ledger.md §3 and §4: does this signature stand for this key, type (tag) and message? Covered are the bytes gs/v1/ + tag + 00 + message. type: ok or refused.",
    vectors,
  }
}
