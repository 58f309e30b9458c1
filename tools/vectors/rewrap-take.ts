import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import { concat, encodeHeader, toBase64url, toHex, u32, utf8 } from "../../src/wire/index.ts"
import type { Bytes, Json, Kind } from "../../src/wire/index.ts"
import { commitmentOf } from "../../src/ledger/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { lowOrderX25519 } from "./curve.ts"
import { ana, ben, bytesOf, flipped, hex, mallory } from "./people.ts"
import type { Vector } from "./shape.ts"

// Given again here a second time, from the text of spec/ledger.md §17, with the sender's passing key drawn from a name, so that it can also be given wrongly.

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})
const logId = bytesOf("a log", 32)
const key = bytesOf("the key of epoch 3", 32)
const other = bytesOf("another key", 32)
const place = { logId, epoch: 3, commitment: commitmentOf(key), sender: ben.id }
type Place = typeof place & { readonly recipient: Bytes }

async function wrap(to: DeviceKeys, of: Partial<Place> = {}, wrapped = key, label = "rewrap") {
  const at = { ...place, recipient: to.id, ...of }
  const tag = label === "" ? "" : `gs/v1/${label}`
  const info = concat(utf8(tag), at.logId, u32(at.epoch), at.commitment, at.sender, at.recipient)
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(to.x.publicKey.slice().buffer),
    info: info.slice().buffer,
    ekm: bytesOf(`passing key to ${toHex(to.id)}, again`, 32).slice().buffer,
  })
  return wrapOf(to.id, new Uint8Array(sender.enc), new Uint8Array(await sender.seal(wrapped.slice().buffer)))
}
type WrapData = { readonly id: string; readonly enc: string; readonly ct: string }
const wrapOf = (id: Bytes, enc: Bytes, ct: Bytes): WrapData => ({
  id: toBase64url(id),
  enc: toBase64url(enc),
  ct: toBase64url(ct),
})
const bytes = (text: string): Bytes => Uint8Array.from(Buffer.from(text, "base64url"))
const rising = (wraps: readonly WrapData[]): Json =>
  wraps.toSorted((a, b) => (toHex(bytes(a.id)) < toHex(bytes(b.id)) ? -1 : 1))

interface Given {
  readonly name: string
  readonly type: string
  readonly body: Json
  readonly reader?: DeviceKeys
  readonly sender?: DeviceKeys
  readonly kind?: Kind
  /** The epoch the entry stands in. */
  readonly here?: number
  readonly begun?: readonly Begun[]
}
interface Begun {
  readonly number: number
  readonly commitment: Bytes
  readonly ids: readonly Bytes[]
}
const ids = [ana.id, ben.id].toSorted((a, b) => (toHex(a) < toHex(b) ? -1 : 1))
const third = { number: 3, commitment: commitmentOf(key), ids }
const fourth = { number: 4, commitment: bytesOf("commitment 4", 32), ids: [...ids, mallory.id] }

function vector(of: Given): Vector {
  const reader = of.reader ?? ana
  const header = encodeHeader({
    v: 1,
    logId,
    seq: 9,
    prev: bytesOf("the entry before", 32),
    epoch: of.here ?? 4,
    device: (of.sender ?? ben).id,
    kind: of.kind ?? 1,
    uid: bytesOf("a uid", 16),
    bodyLen: 592,
    bodyHash: bytesOf("a body's hash", 32),
  })
  return {
    name: `gives: ${of.name}`,
    type: of.type,
    is: "gives",
    ed: toHex(reader.ed.publicKey),
    x25519: toHex(reader.x.publicKey),
    x25519Private: toHex(reader.x.privateKey),
    header: toHex(header),
    begun: (of.begun ?? [third, fourth]).map(({ number, commitment, ids: set }) => ({
      number,
      commitment: toHex(commitment),
      ids: set.map(toHex),
    })),
    body: of.body,
    ...(of.type === "ok" ? { number: 3, key: toHex(key) } : {}),
  }
}

export async function takeVectors(): Promise<readonly Vector[]> {
  const [forAna, forBen] = [await wrap(ana), await wrap(ben, { sender: ana.id })]
  const own = { epoch: 3, wraps: [forAna] }
  const withWrap = (of: Partial<WrapData>): Json => ({ epoch: 3, wraps: [{ ...forAna, ...of }] })
  const at = async (of: Partial<Place>, wrapped = key, label?: string): Promise<Json> => ({
    epoch: 3,
    wraps: [await wrap(ana, of, wrapped, label)],
  })
  const two = rising([forAna, await wrap(ben)])
  const outside = rising([forAna, await wrap(mallory)])
  const named = { epoch: 3, wraps: outside }
  const cut = (text: string): string => toBase64url(bytes(text).subarray(1))
  const cases: readonly Given[] = [
    { name: "to one", type: "ok", body: own },
    { name: "to two, read by one", type: "ok", body: { epoch: 3, wraps: two } },
    {
      name: "by the other way round",
      type: "ok",
      body: { epoch: 3, wraps: [forBen] },
      reader: ben,
      sender: ana,
    },
    { name: "two epochs later", type: "ok", body: own, here: 5 },
    { name: "its keys in another order", type: "ok", body: { wraps: [forAna], epoch: 3 } },
    { name: "read by one it is not for", type: "none", body: own, reader: ben, sender: ana },
    { name: "read by a stranger", type: "none", body: own, reader: mallory },
    { name: "as kept content", type: "layout", body: own, kind: 4 },
    { name: "nothing", type: "layout", body: null },
    { name: "a list", type: "layout", body: [3, [forAna]] },
    { name: "without an epoch", type: "layout", body: { wraps: [forAna] } },
    { name: "without wraps", type: "layout", body: { epoch: 3 } },
    { name: "the bare key beside it", type: "layout", body: { ...own, key: toBase64url(key) } },
    { name: "the bare key instead", type: "layout", body: { epoch: 3, wraps: toBase64url(key) } },
    { name: "no wrap", type: "layout", body: { epoch: 3, wraps: [] } },
    { name: "epoch 0", type: "layout", body: { ...own, epoch: 0 } },
    { name: "an epoch below nothing", type: "layout", body: { ...own, epoch: -3 } },
    { name: "an epoch of five bytes", type: "layout", body: { ...own, epoch: 2 ** 32 } },
    { name: "an epoch in words", type: "layout", body: { ...own, epoch: "3" } },
    { name: "one wrap twice", type: "layout", body: { epoch: 3, wraps: [forAna, forAna] } },
    { name: "falling ids", type: "layout", body: { epoch: 3, wraps: (two as Json[]).toReversed() } },
    { name: "a short id", type: "layout", body: withWrap({ id: cut(forAna.id) }) },
    { name: "a short enc", type: "layout", body: withWrap({ enc: cut(forAna.enc) }) },
    { name: "a short ct", type: "layout", body: withWrap({ ct: cut(forAna.ct) }) },
    {
      name: "a long ct",
      type: "layout",
      body: withWrap({ ct: toBase64url(concat(bytes(forAna.ct), Uint8Array.of(0))) }),
    },
    { name: "padding signs in a wrap", type: "layout", body: withWrap({ enc: `${forAna.enc}=` }) },
    { name: "one field more in a wrap", type: "layout", body: { epoch: 3, wraps: [{ ...forAna, more: 1 }] } },
    { name: "an epoch nobody began", type: "epoch", body: { ...own, epoch: 7 }, here: 8 },
    { name: "an epoch begun only later", type: "epoch", body: own, begun: [fourth] },
    { name: "the epoch it stands in", type: "epoch", body: own, here: 3 },
    { name: "an epoch above the one it stands in", type: "epoch", body: own, here: 2 },
    { name: "also to one outside the set", type: "set", body: named },
    { name: "also to one outside the set, read by them", type: "set", body: named, reader: mallory },
    {
      name: "to one who came later",
      type: "set",
      body: { epoch: 3, wraps: [await wrap(mallory)] },
      reader: mallory,
    },
    {
      name: "one bit of the wrap turned",
      type: "wrap",
      body: withWrap({ ct: toBase64url(flipped(bytes(forAna.ct), 0)) }),
    },
    {
      name: "one bit of its tag turned",
      type: "wrap",
      body: withWrap({ ct: toBase64url(flipped(bytes(forAna.ct), 47)) }),
    },
    {
      name: "one bit of the passing key turned",
      type: "wrap",
      body: withWrap({ enc: toBase64url(flipped(bytes(forAna.enc), 0)) }),
    },
    {
      name: "the other's wrap under her id",
      type: "wrap",
      body: withWrap({ enc: forBen.enc, ct: forBen.ct }),
    },
    { name: "by another sender than it says", type: "wrap", body: own, sender: mallory },
    { name: "for another log", type: "wrap", body: await at({ logId: bytesOf("another", 32) }) },
    { name: "for another epoch", type: "wrap", body: await at({ epoch: 2 }) },
    { name: "for another commitment", type: "wrap", body: await at({ commitment: commitmentOf(other) }) },
    { name: "for another recipient's name", type: "wrap", body: await at({ recipient: ben.id }) },
    { name: "as the wrap of an epoch", type: "wrap", body: await at({}, key, "epoch") },
    { name: "as a release", type: "wrap", body: await at({}, key, "release") },
    { name: "without a label", type: "wrap", body: await at({}, key, "") },
    { name: "another key than the committed one", type: "commitment", body: await at({}, other) },
    ...Object.entries(lowOrderX25519).map(([name, enc]): Given => ({
      name: `the passing key is ${name}`,
      type: "wrap",
      body: withWrap({ enc: toBase64url(hex(enc)) }),
    })),
  ]
  return cases.map(vector)
}
