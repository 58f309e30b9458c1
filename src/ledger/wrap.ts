import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import { bad, checkX25519Key, concat, copy, equalBytes, good, toHex, u32, u64, utf8 } from "#wire"
import type { Bytes, EpochBlock, Outcome, Wrap } from "#wire"
import type { DeviceKeys } from "./device.ts"
import { derive, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §9: an epoch key goes to each device by HPKE (RFC 9180), base mode, one seal per context, empty aad.
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

/** Where a wrap stands: it opens there and nowhere else. */
export interface WrapPlace {
  readonly logId: Bytes
  readonly seq: number
  readonly prev: Bytes
  readonly epoch: number
  readonly sender: Bytes
}
export interface Recipient {
  readonly id: Bytes
  readonly x: Bytes
}

function infoOf(place: WrapPlace, recipient: Bytes): Bytes {
  return concat(
    utf8("gs/v1/epoch"),
    place.logId,
    u64(place.seq),
    place.prev,
    u32(place.epoch),
    place.sender,
    recipient,
  )
}

const buffer = (bytes: Bytes): ArrayBuffer => bytes.slice().buffer

/** To one device by HPKE, under this info. Throws for a key that was never checked: a defect of ours. */
export async function sealTo(
  info: Bytes,
  x: Bytes,
  plain: Bytes,
): Promise<{ readonly enc: Bytes; readonly ct: Bytes }> {
  if (!checkX25519Key(x)) throw new Error("a wrap to a key that was never checked")
  const recipientPublicKey = await suite.kem.deserializePublicKey(buffer(x))
  const sender = await suite.createSenderContext({ recipientPublicKey, info: buffer(info) })
  const ct = new Uint8Array(await sender.seal(buffer(plain)))
  return { enc: new Uint8Array(sender.enc), ct }
}

/** Null when it does not open under this info for this device. */
export async function openTo(info: Bytes, device: DeviceKeys, enc: Bytes, ct: Bytes): Promise<Bytes | null> {
  if (!checkX25519Key(enc)) return null
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(buffer(device.x.privateKey))
    const context = await suite.createRecipientContext({ recipientKey, enc: buffer(enc), info: buffer(info) })
    return new Uint8Array(await context.open(buffer(ct)))
  } catch {
    return null
  }
}

/** 32 bytes to one device. */
export async function wrapKey(info: Bytes, to: Recipient, key: Bytes): Promise<Wrap> {
  return { id: to.id, ...(await sealTo(info, to.x, key)) }
}

/** Null when it does not open under this info for this device. */
export async function unwrapKey(info: Bytes, device: DeviceKeys, wrap: Wrap): Promise<Bytes | null> {
  const key = await openTo(info, device, wrap.enc, wrap.ct)
  return key === null ? null : copy(key, 0, 32)
}

/** Ids rising, as wraps stand. */
export function rising<T extends { readonly id: Bytes }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => (toHex(a.id) < toHex(b.id) ? -1 : 1))
}

export function commitmentOf(epochKey: Bytes): Bytes {
  return derive(epochKey, nothing, "epoch", nothing, 32)
}

/** A fresh epoch key, wrapped to exactly these devices, ids rising. One key, one signed entry: drawn anew at every placing. */
export async function freshEpoch(
  t: Tools,
  place: WrapPlace,
  recipients: readonly Recipient[],
): Promise<{ readonly key: Bytes; readonly block: EpochBlock }> {
  const key = t.random(32)
  const wraps: Wrap[] = []
  for (const to of rising(recipients)) wraps.push(await wrapKey(infoOf(place, to.id), to, key))
  return { key, block: { number: place.epoch, commitment: commitmentOf(key), wraps } }
}

/** Opens this device's wrap and holds it against the public commitment. Null when the block has none for this device. */
export async function unwrap(
  device: DeviceKeys,
  place: WrapPlace,
  block: EpochBlock,
): Promise<Outcome<Bytes | null, { readonly type: "wrap" | "commitment" }>> {
  const mine = block.wraps.find((w) => equalBytes(w.id, device.id))
  if (mine === undefined) return good(null)
  const key = await unwrapKey(infoOf(place, device.id), device, mine)
  if (key === null) return bad({ type: "wrap" })
  return equalBytes(commitmentOf(key), block.commitment) ? good(key) : bad({ type: "commitment" })
}
