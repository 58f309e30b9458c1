import { concat, copy, deviceId, fromBase64url, signedMessage, u16 } from "#wire"
import type { Bytes } from "#wire"
import type { Tools } from "./tools.ts"

/** The keys of one device in one log; fresh for every log, or the operator could link them. Raw bytes: ed25519 private as PKCS8, x25519 private 32 bytes. */
export interface DeviceKeys {
  readonly id: Bytes
  readonly ed: { readonly publicKey: Bytes; readonly pkcs8: Bytes }
  readonly x: { readonly publicKey: Bytes; readonly privateKey: Bytes }
}

function field(key: { readonly [name: string]: unknown }, name: "x" | "d"): Bytes {
  const value = key[name]
  const bytes = typeof value === "string" ? fromBase64url(value) : null
  if (bytes === null || bytes.length !== 32) throw new Error("WebCrypto gave a key of another shape")
  return bytes
}

export async function createDevice(t: Tools): Promise<DeviceKeys> {
  const ed = await t.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"])
  const x = await t.subtle.generateKey({ name: "X25519" }, true, ["deriveBits"])
  const edPublic = field(await t.subtle.exportKey("jwk", ed.publicKey), "x")
  const pkcs8 = new Uint8Array(await t.subtle.exportKey("pkcs8", ed.privateKey))
  const xKey = await t.subtle.exportKey("jwk", x.privateKey)
  const xPublic = field(xKey, "x")
  return {
    id: deviceId(edPublic, xPublic),
    ed: { publicKey: edPublic, pkcs8 },
    x: { publicKey: xPublic, privateKey: field(xKey, "d") },
  }
}

/** PKCS8 (RFC 5958, RFC 8410) around a raw private key of 32 bytes: the last byte of the algorithm's name is all that differs. */
function pkcs8Of(algorithm: 0x70 | 0x6e, seed: Uint8Array): Bytes {
  const before = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, algorithm, 4, 0x22, 4, 0x20]
  return concat(Uint8Array.from(before), seed)
}

/** The keys that belong to two private seeds of 32 bytes; the same seeds give the same keys, everywhere. */
export async function deviceFromSeeds(
  t: Tools,
  seeds: { readonly ed: Bytes; readonly x: Bytes },
): Promise<DeviceKeys> {
  const pkcs8 = pkcs8Of(0x70, seeds.ed)
  const ed = await t.subtle.importKey("pkcs8", pkcs8, { name: "Ed25519" }, true, ["sign"])
  const x = await t.subtle.importKey("pkcs8", pkcs8Of(0x6e, seeds.x), { name: "X25519" }, true, [
    "deriveBits",
  ])
  const edPublic = field(await t.subtle.exportKey("jwk", ed), "x")
  const xPublic = field(await t.subtle.exportKey("jwk", x), "x")
  return {
    id: deviceId(edPublic, xPublic),
    ed: { publicKey: edPublic, pkcs8 },
    x: { publicKey: xPublic, privateKey: seeds.x },
  }
}

/** For the encrypted local store: ed public 32 | x public 32 | x private 32 | length u16 | pkcs8. */
export function deviceToBytes(d: DeviceKeys): Bytes {
  return concat(d.ed.publicKey, d.x.publicKey, d.x.privateKey, u16(d.ed.pkcs8.length), d.ed.pkcs8)
}

/** Null when these are not a device's bytes. */
export function deviceFromBytes(bytes: Uint8Array): DeviceKeys | null {
  if (bytes.length < 98) return null
  const length = ((bytes[96] ?? 0) << 8) | (bytes[97] ?? 0)
  if (bytes.length !== 98 + length) return null
  const ed = copy(bytes, 0, 32)
  const x = copy(bytes, 32, 64)
  return {
    id: deviceId(ed, x),
    ed: { publicKey: ed, pkcs8: copy(bytes, 98, bytes.length) },
    x: { publicKey: x, privateKey: copy(bytes, 64, 96) },
  }
}

/** Ed25519 over the tagged message of this type (spec/ledger.md §3). */
export async function sign(
  t: Tools,
  device: Pick<DeviceKeys, "ed">,
  type: string,
  message: Uint8Array,
): Promise<Bytes> {
  const key = await t.subtle.importKey("pkcs8", device.ed.pkcs8, { name: "Ed25519" }, false, ["sign"])
  return new Uint8Array(await t.subtle.sign({ name: "Ed25519" }, key, signedMessage(type, message)))
}
