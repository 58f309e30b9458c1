import { ed25519, x25519 } from "@noble/curves/ed25519.js"
import { concat, copy, deviceId, fromHex, H, utf8 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { toolsFrom } from "../../src/ledger/testing/people.ts"

// The people of the vectors. Everything about them comes from their names, so that the same vectors are made on every machine.

/** WebCrypto, and dice nobody throws here: a vector whose bytes came from dice could not be made again. */
export const t = {
  ...toolsFrom(0),
  random: (): Bytes => {
    throw new Error("a vector throws no dice")
  },
}

/** So many bytes out of a name. */
export function bytesOf(name: string, length: number): Bytes {
  let bytes = H("vector", utf8(name))
  while (bytes.length < length) bytes = concat(bytes, H("vector", concat(utf8(name), bytes.subarray(-32))))
  return copy(bytes, 0, length)
}

export function hex(text: string): Bytes {
  const bytes = fromHex(text)
  if (bytes === null) throw new Error(`${text} is no hex`)
  return bytes
}

/** What stands before the 32 secret bytes in PKCS8. */
const pkcs8 = hex("302e020100300506032b657004220420")

export function personOf(name: string): DeviceKeys & { readonly member: Bytes } {
  const [edSecret, xSecret] = [bytesOf(`${name} ed25519`, 32), bytesOf(`${name} x25519`, 32)]
  const [ed, x] = [ed25519.getPublicKey(edSecret), x25519.getPublicKey(xSecret)]
  return {
    id: deviceId(ed, x),
    member: bytesOf(`${name} member`, 16),
    ed: { publicKey: copy(ed, 0, 32), pkcs8: concat(pkcs8, edSecret) },
    x: { publicKey: copy(x, 0, 32), privateKey: xSecret },
  }
}

export const ana = personOf("Ana")
export const ben = personOf("Ben")
export const mallory = personOf("Mallory")

/** The same bytes with one bit turned. */
export function flipped(bytes: Uint8Array, at: number, bit = 0): Bytes {
  const turned = Uint8Array.from(bytes)
  turned[at] = (turned[at] ?? 0) ^ (1 << bit)
  return turned
}
