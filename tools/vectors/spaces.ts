import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import { concat, toBase64url, toHex, u32, utf8 } from "../../src/wire/index.ts"
import type { Bytes, Json } from "../../src/wire/index.ts"
import { openSpaceKeys } from "../../src/ledger/index.ts"
import type { DeviceKeys, SpaceKey, SpaceOf } from "../../src/ledger/index.ts"
import { laptop } from "./own-keys.ts"
import { bytesOf, mallory } from "./people.ts"
import type { Vector } from "./shape.ts"

// spec/ledger.md §21: what a `home.opens` holds, for whom it is and for whom it is not.

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})
const of: SpaceOf = {
  privateLog: bytesOf("a private log", 32),
  log: bytesOf("a log that came later", 32),
  member: bytesOf("who Ben is there", 16),
}

/** One key, with the sender's passing key drawn from a name. */
async function spaceKey(
  { epoch, key }: SpaceKey,
  how: {
    readonly tag?: string
    readonly of?: Partial<SpaceOf>
    readonly told?: number
    readonly to?: Bytes
  } = {},
): Promise<Json> {
  const { privateLog, log, member } = { ...of, ...how.of }
  const info = concat(
    utf8(how.tag ?? "gs/v1/space"),
    privateLog,
    log,
    member,
    u32(epoch),
    how.to ?? laptop.id,
  )
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(laptop.x.publicKey.slice().buffer),
    info: info.slice().buffer,
    ekm: bytesOf("passing key to a laptop", 32).slice().buffer,
  })
  const ct = new Uint8Array(await sender.seal(key.slice().buffer))
  return { epoch: how.told ?? epoch, enc: toBase64url(new Uint8Array(sender.enc)), ct: toBase64url(ct) }
}

export async function readSpaceKeys(
  device: Pick<DeviceKeys, "id" | "x">,
  where: SpaceOf,
  body: { readonly there: string; readonly keys: readonly unknown[] },
): Promise<Readonly<Record<string, unknown>> & { readonly type: string }> {
  const ed = { publicKey: new Uint8Array(32), pkcs8: new Uint8Array(0) }
  const found = await openSpaceKeys({ ...device, ed }, where, body)
  const opened = found.map(({ epoch, key }) => ({ epoch, key: toHex(key) }))
  return { type: opened.length === 0 ? "none" : "ok", found: opened }
}

export async function spaceVectors(): Promise<readonly Vector[]> {
  const [one, two] = [
    { epoch: 1, key: bytesOf("epoch 1", 32) },
    { epoch: 2, key: bytesOf("epoch 2", 32) },
  ]
  const vector = async (
    name: string,
    keys: readonly Json[],
    other: { readonly there?: Bytes; readonly device?: DeviceKeys } = {},
  ): Promise<Vector> => {
    const { there = laptop.id, device = laptop } = other
    const body = { there: toBase64url(there), keys: [...keys] }
    const hexed = {
      privateLog: toHex(of.privateLog),
      log: toHex(of.log),
      member: toHex(of.member),
      device: toHex(device.id),
      private: toHex(device.x.privateKey),
    }
    return { ...(await readSpaceKeys(device, of, body)), name, is: "space", ...hexed, body }
  }
  const other = bytesOf("another", 32)
  return [
    await vector("the keys of two epochs", [await spaceKey(one), await spaceKey(two)]),
    await vector("one of two that opens", [await spaceKey(one, { tag: "gs/v1/sheet" }), await spaceKey(two)]),
    await vector("none", []),
    await vector("for another device", [await spaceKey(one)], { device: mallory }),
    await vector("said to be for another", [await spaceKey(one)], { there: mallory.id }),
    await vector("sealed for another's name", [await spaceKey(one, { to: mallory.id })]),
    await vector("of another private log", [await spaceKey(one, { of: { privateLog: other } })]),
    await vector("of another log", [await spaceKey(one, { of: { log: other } })]),
    await vector("of another member", [await spaceKey(one, { of: { member: other.slice(0, 16) } })]),
    await vector("said to be of another epoch", [await spaceKey(one, { told: 2 })]),
    await vector("of no epoch", [await spaceKey({ ...one, epoch: 0 })]),
    await vector("what is no key", [{ epoch: 1, enc: "", ct: "" }, 7, null]),
  ]
}
