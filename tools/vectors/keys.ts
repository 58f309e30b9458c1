import { ed25519 } from "@noble/curves/ed25519.js"
import { concat, copy, toHex } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { sign } from "../../src/ledger/index.ts"
import { bytesOfScalar, lowOrderX25519, orderL, plusL, scalarOf, smallOrderEd25519, small } from "./curve.ts"
import { ana, ben, bytesOf, hex, mallory, t } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

const f = "ff".repeat(30)
type Check = "ed25519" | "x25519" | "signature"
const vector = (check: Check, type: "ok" | "refused", name: string, bytes: Uint8Array | string): Vector => ({
  name: `${check}: ${name}`,
  type,
  check,
  bytes: typeof bytes === "string" ? bytes : toHex(bytes),
})

/** A point of the big group with something of the small one added. */
export function mixedOrder(secretName: string, smallName: string): Bytes {
  const { point } = ed25519.utils.getExtendedPublicKey(bytesOf(secretName, 32))
  return copy(point.add(ed25519.Point.fromBytes(small(smallName), true)).toBytes(), 0, 32)
}

function edKeys(): readonly Vector[] {
  const ok = [ana, ben, mallory].map((who, i) =>
    vector("ed25519", "ok", `a person's key, ${String(i + 1)}`, who.ed.publicKey),
  )
  const refused: Readonly<Record<string, Uint8Array | string>> = {
    ...smallOrderEd25519,
    "y = p + 3, a point in a form that is not canonical": `f0${f}7f`,
    "y = p + 18, the last number below 2^255": `ff${f}7f`,
    "every bit set": `ff${f}ff`,
    "y = 2, no point": `02${"00".repeat(31)}`,
    "y = 7, no point": `07${"00".repeat(31)}`,
    "a person's key plus the point of order 2": mixedOrder("Ana ed25519", "the point of order 2"),
    "a person's key plus a point of order 4": mixedOrder("Ana ed25519", "the first of order 4"),
    "a person's key plus a point of order 8": mixedOrder("Ana ed25519", "the first of order 8"),
    "31 bytes": ana.ed.publicKey.subarray(0, 31),
    "33 bytes": concat(ana.ed.publicKey, Uint8Array.of(0)),
    "no byte": "",
  }
  return [
    ...ok,
    vector("ed25519", "ok", "the base point", `58${"66".repeat(31)}`),
    ...Object.entries(refused).map(([name, bytes]) => vector("ed25519", "refused", name, bytes)),
  ]
}

function xKeys(): readonly Vector[] {
  const ok: Readonly<Record<string, Uint8Array | string>> = {
    "a person's key": ana.x.publicKey,
    "another person's key": ben.x.publicKey,
    "the base point": `09${"00".repeat(31)}`,
    "two, on the twist": `02${"00".repeat(31)}`,
    "p - 2": `eb${f}7f`,
  }
  const top = Uint8Array.from(ana.x.publicKey)
  top[31] = (top[31] ?? 0) | 0x80
  const refused: Readonly<Record<string, Uint8Array | string>> = {
    ...lowOrderX25519,
    "p + 2": `ef${f}7f`,
    "p + 18, the last number below 2^255": `ff${f}7f`,
    "every bit set": `ff${f}ff`,
    "a person's key with the top bit": top,
    "31 bytes": ana.x.publicKey.subarray(0, 31),
    "33 bytes": concat(ana.x.publicKey, Uint8Array.of(0)),
    "no byte": "",
  }
  return [
    ...Object.entries(ok).map(([name, bytes]) => vector("x25519", "ok", name, bytes)),
    ...Object.entries(refused).map(([name, bytes]) => vector("x25519", "refused", name, bytes)),
  ]
}

async function signatureBytes(): Promise<readonly Vector[]> {
  const valid = await sign(t, ana, "entry", bytesOf("a message", 148))
  const [R, S] = [valid.subarray(0, 32), valid.subarray(32)]
  const minusOne = bytesOfScalar(scalarOf(orderL) - 1n)
  const refused: Readonly<Record<string, Uint8Array>> = {
    "S = L": concat(R, orderL),
    "S = L + 1": concat(R, bytesOfScalar(scalarOf(orderL) + 1n)),
    "S + L": plusL(valid, 1n),
    "S + 7 L": plusL(valid, 7n),
    "S = 2^256 - 1": concat(R, hex("ff".repeat(32))),
    "S = 2^255": concat(R, hex(`${"00".repeat(31)}80`)),
    zeroed: new Uint8Array(64),
    "R = p + 3": concat(hex(`f0${f}7f`), S),
    "R with every bit set": concat(hex("ff".repeat(32)), S),
    "63 bytes": valid.subarray(0, 63),
    "65 bytes": concat(valid, Uint8Array.of(0)),
    "no byte": new Uint8Array(0),
  }
  return [
    vector("signature", "ok", "a valid one", valid),
    vector("signature", "ok", "S = 0 passes the bytes, and no message", concat(R, new Uint8Array(32))),
    vector("signature", "ok", "S = L - 1 passes the bytes, and no message", concat(R, minusOne)),
    ...Object.entries(smallOrderEd25519).map(([name, point]) =>
      vector("signature", "refused", `R is ${name}`, concat(hex(point), S)),
    ),
    ...Object.entries(refused).map(([name, bytes]) => vector("signature", "refused", name, bytes)),
  ]
}

export async function keyVectors(): Promise<VectorFile> {
  return {
    file: "keys",
    about:
      "spec/ledger.md §4: the checks by bytes, before any library is asked. check: ed25519 (a public key of 32 bytes), x25519 (likewise), signature (R and S of a signature of 64 bytes). type: ok or refused.",
    vectors: [...edKeys(), ...xKeys(), ...(await signatureBytes())],
  }
}
