import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import { concat, encodeControl, encodeHeader, toHex, u32, u64, utf8, bodyHash } from "../../src/wire/index.ts"
import type { Bytes, Wrap } from "../../src/wire/index.ts"
import { commitmentOf } from "../../src/ledger/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { admit, genesisOf } from "./chain.ts"
import { lowOrderX25519 } from "./curve.ts"
import { ana, ben, bytesOf, flipped, hex, mallory } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

// Wrapped here a second time, with the sender's passing key drawn from a name, so that it can be made again and also made wrongly.

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})
const key = bytesOf("the key of epoch 3", 32)
const place = {
  logId: bytesOf("a log", 32),
  seq: 7,
  prev: bytesOf("the entry before", 32),
  epoch: 3,
  sender: ben.id,
  recipient: ana.id,
}
type Place = typeof place

async function wrap(
  to: DeviceKeys,
  of: Partial<Place> = {},
  wrapped: Bytes = key,
  tag = "gs/v1/epoch",
): Promise<Wrap> {
  const at = { ...place, recipient: to.id, ...of }
  const info = concat(utf8(tag), at.logId, u64(at.seq), at.prev, u32(at.epoch), at.sender, at.recipient)
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(to.x.publicKey.slice().buffer),
    info: info.slice().buffer,
    ekm: bytesOf(`passing key to ${toHex(to.id)}`, 32).slice().buffer,
  })
  return {
    id: to.id,
    enc: new Uint8Array(sender.enc),
    ct: new Uint8Array(await sender.seal(wrapped.slice().buffer)),
  }
}
const rising = (wraps: readonly Wrap[]): readonly Wrap[] =>
  wraps.toSorted((a, b) => (toHex(a.id) < toHex(b.id) ? -1 : 1))

interface Given {
  readonly name: string
  readonly type: string
  readonly wraps?: readonly Wrap[]
  readonly commitment?: Bytes
  readonly number?: number
  readonly seq?: number
  readonly kind?: 0 | 1 | 2
  readonly body?: Bytes | null
  readonly reader?: DeviceKeys
  readonly opens?: { readonly number: number; readonly key: Bytes }
}

function vector(of: Given): Vector {
  const reader = of.reader ?? ana
  const epoch = {
    number: of.number ?? 3,
    commitment: of.commitment ?? commitmentOf(key),
    wraps: of.wraps ?? [],
  }
  const body = of.body === undefined ? encodeControl({ op: "epoch", epoch }) : of.body
  const header = encodeHeader({
    v: 1,
    logId: place.logId,
    seq: of.seq ?? place.seq,
    prev: (of.kind ?? 2) === 0 ? new Uint8Array(32) : place.prev,
    epoch: 2,
    device: ben.id,
    kind: of.kind ?? 2,
    uid: bytesOf("a uid", 16),
    bodyLen: body?.length ?? 0,
    bodyHash: bodyHash(body ?? new Uint8Array(0)),
  })
  return {
    name: of.name,
    type: of.type,
    ed: toHex(reader.ed.publicKey),
    x25519: toHex(reader.x.publicKey),
    x25519Private: toHex(reader.x.privateKey),
    header: toHex(header),
    body: body === null ? null : toHex(body),
    ...(of.opens === undefined ? {} : { number: of.opens.number, key: toHex(of.opens.key) }),
  }
}

export async function wrapVectors(): Promise<VectorFile> {
  const [forAna, forBen] = [await wrap(ana), await wrap(ben)]
  const both = rising([forAna, forBen])
  const change = (of: Partial<Wrap>): readonly Wrap[] => rising([{ ...forAna, ...of }, forBen])
  const at = async (of: Partial<Place>, wrapped = key, tag?: string): Promise<readonly Wrap[]> =>
    rising([await wrap(ana, of, wrapped, tag), forBen])
  const opens = { number: 3, key }
  const first = bytesOf("the key of epoch 1", 32)
  const genesis = genesisOf(ben)
  const own = await wrap(ben, { seq: 0, prev: new Uint8Array(32), epoch: 1 }, first)
  const core = concat(genesis.core.subarray(0, 113), commitmentOf(first))
  const begun = concat(core, Uint8Array.of(0, 1), own.id, own.enc, own.ct)
  const admitted = await admit({ epoch: { number: 3, commitment: commitmentOf(key), wraps: both } })
  const none = { number: 3, commitment: commitmentOf(key), wraps: both }
  const wrong: readonly (readonly [string, string, readonly Wrap[]])[] = [
    ["one bit of the wrap turned", "wrap", change({ ct: flipped(forAna.ct, 0) })],
    ["one bit of its tag turned", "wrap", change({ ct: flipped(forAna.ct, 47) })],
    ["one bit of the passing key turned", "wrap", change({ enc: flipped(forAna.enc, 0) })],
    ["the other's wrap under her id", "wrap", change({ enc: forBen.enc, ct: forBen.ct })],
    ["wrapped for another log", "wrap", await at({ logId: bytesOf("another", 32) })],
    ["wrapped for another place", "wrap", await at({ seq: 8 })],
    ["wrapped for another history", "wrap", await at({ prev: bytesOf("another", 32) })],
    ["wrapped for another epoch", "wrap", await at({ epoch: 4 })],
    ["wrapped by another sender", "wrap", await at({ sender: mallory.id })],
    ["wrapped for another recipient's name", "wrap", await at({ recipient: mallory.id })],
    ["wrapped under another label", "wrap", await at({}, key, "gs/v1/release")],
    ["wrapped without a label", "wrap", await at({}, key, "")],
    ["another key than the committed one", "commitment", await at({}, bytesOf("another key", 32))],
    ...Object.entries(lowOrderX25519).map(([name, enc]): readonly [string, string, readonly Wrap[]] => [
      `the passing key is ${name}`,
      "wrap",
      change({ enc: hex(enc) }),
    ]),
  ]
  return {
    file: "wraps",
    about:
      "spec/ledger.md §9: the epoch key a device takes out of an entry that stands. type: ok (number and key), none (the entry carries no key for this device), wrap (its wrap does not open), commitment (it opens to another key than the committed one).",
    vectors: [
      vector({ name: "an epoch, read by the one", type: "ok", wraps: both, opens }),
      vector({ name: "an epoch, read by the other", type: "ok", wraps: both, reader: ben, opens }),
      vector({ name: "an epoch for one alone", type: "ok", wraps: [forAna], opens }),
      vector({ name: "an admit", type: "ok", body: admitted, opens }),
      vector({
        name: "a genesis",
        type: "ok",
        kind: 0,
        seq: 0,
        body: begun,
        reader: ben,
        opens: { number: 1, key: first },
      }),
      vector({ name: "an epoch without a wrap for her", type: "none", wraps: [forBen] }),
      vector({ name: "an epoch, read by a stranger", type: "none", wraps: both, reader: mallory }),
      vector({ name: "content", type: "none", kind: 1, body: bytesOf("a sealed body", 336) }),
      vector({ name: "an epoch whose body is not here", type: "none", body: null }),
      vector({
        name: "an epoch with one byte too many",
        type: "none",
        body: concat(encodeControl({ op: "epoch", epoch: none }), Uint8Array.of(0)),
      }),
      ...wrong.map(([name, type, wraps]) => vector({ name, type, wraps })),
      vector({
        name: "another commitment",
        type: "commitment",
        wraps: both,
        commitment: commitmentOf(bytesOf("another key", 32)),
      }),
      vector({
        name: "the number in the body is another than in the wrap",
        type: "wrap",
        wraps: both,
        number: 4,
      }),
      vector({ name: "at another place than it was wrapped for", type: "wrap", wraps: both, seq: 8 }),
    ],
  }
}
