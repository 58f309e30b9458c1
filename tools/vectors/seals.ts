import {
  concat,
  copy,
  encodeHeader,
  encodeRef,
  toBase64url,
  toHex,
  u32,
  utf8,
  versionHash,
  bodyHash,
} from "../../src/wire/index.ts"
import type { Bytes, Header, Kind } from "../../src/wire/index.ts"
import { derive } from "../../src/ledger/index.ts"
import { ana, ben, bytesOf, flipped, t } from "./people.ts"
import { dataOf } from "./entry-data.ts"
import { refusedData } from "./seals-refused.ts"
import type { Vector, VectorFile } from "./shape.ts"

// Sealed here a second time, from the text of spec/ledger.md §9 and not with the ledger's own seal, so that it can also be sealed wrongly.

const none = new Uint8Array(0)
export const epochKey = bytesOf("an epoch key", 32)
const salt = bytesOf("a salt", 32)
const logId = bytesOf("a log", 32)
const plain = {
  v: 1,
  logId,
  seq: 7,
  prev: bytesOf("the entry before", 32),
  epoch: 2,
  device: ana.id,
  kind: 1 as Kind,
  uid: bytesOf("a uid", 16),
}
type Place = typeof plain

/** The whole plaintext, length and padding included, sealed as it is. */
async function sealed(place: Place, whole: Bytes, key = epochKey): Promise<Bytes> {
  const mk = derive(key, salt, "mk", concat(place.logId, place.device, place.uid), 32)
  const out = derive(mk, none, "body", none, 76)
  const cipher = await t.subtle.importKey("raw", copy(out, 0, 32), { name: "AES-GCM" }, false, ["encrypt"])
  const additionalData = concat(
    Uint8Array.of(place.v),
    place.logId,
    u32(place.epoch),
    place.device,
    Uint8Array.of(place.kind),
    place.uid,
  )
  const ct = await t.subtle.encrypt({ name: "AES-GCM", iv: copy(out, 32, 44), additionalData }, cipher, whole)
  return concat(salt, out.subarray(44, 76), new Uint8Array(ct))
}

/** length | DATA | zeros, to 256 · 2^i: the smallest, or so many sizes more. */
export function padded(data: Uint8Array, more = 0): Bytes {
  let size = 256
  while (size < data.length + 4) size *= 2
  const whole = new Uint8Array(size * 2 ** more)
  whole.set(u32(data.length), 0)
  whole.set(data, 4)
  return whole
}

interface Given {
  readonly name: string
  readonly type: string
  readonly body: Bytes | null
  readonly place?: Partial<Header>
  readonly key?: Bytes | null
  readonly data?: string
}

function vector(of: Given): Vector {
  const length = of.body === null ? 336 : of.body.length
  const hash = of.body === null ? bytesOf("a body's hash", 32) : bodyHash(of.body)
  const header = { ...plain, ...of.place, bodyLen: length, bodyHash: hash }
  const key = of.key === undefined ? epochKey : of.key
  const opened =
    of.data === undefined
      ? {}
      : {
          data: of.data,
          ref: encodeRef(header.device, header.uid),
          version: toBase64url(versionHash(header.device, header.uid, utf8(of.data))),
        }
  return {
    name: of.name,
    type: of.type,
    epochKey: key === null ? null : toHex(key),
    header: toHex(encodeHeader(header)),
    body: of.body === null ? null : toHex(of.body),
    ...opened,
  }
}

async function opening(): Promise<readonly Vector[]> {
  const texts: Readonly<Record<string, string>> = {
    "the smallest body": dataOf({ when: "I leave work", will: "send a message" }),
    "an empty object as its body": dataOf({}),
    "nothing as its body": dataOf(null),
    "signs from many planes": dataOf("\u00e9 e\u0301 \u{1f9e1} \u2028"),
    "its keys in another order": JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(dataOf(1)) as object).toReversed()),
    ),
    "written before any head was known": dataOf(1, { basis: { seq: 0, hash: "" } }),
    "a kind this version does not know": dataOf({ a: 1 }, { kind: "tomorrow.said" }),
    "just 252 bytes": dataOf("x".repeat(252 - dataOf("").length)),
    "just 253 bytes": dataOf("x".repeat(253 - dataOf("").length)),
  }
  const vectors: Vector[] = []
  for (const [name, data] of Object.entries(texts))
    vectors.push(vector({ name, type: "ok", data, body: await sealed(plain, padded(utf8(data))) }))
  const data = dataOf({ yes: true })
  const kept = { ...plain, kind: 4 as Kind }
  vectors.push(
    vector({
      name: "kept content",
      type: "ok",
      data,
      place: kept,
      body: await sealed(kept, padded(utf8(data))),
    }),
    vector({
      name: "one size larger than it need be",
      type: "ok",
      data,
      body: await sealed(plain, padded(utf8(data), 1)),
    }),
    vector({
      name: "three sizes larger than it need be",
      type: "ok",
      data,
      body: await sealed(plain, padded(utf8(data), 3)),
    }),
  )
  return vectors
}

async function shut(): Promise<readonly Vector[]> {
  const whole = padded(utf8(dataOf({ yes: true })))
  const body = await sealed(plain, whole)
  const of = (name: string, type: string, changed: Bytes, place: Partial<Header> = {}): Vector =>
    vector({ name, type, body: changed, place })
  const other = bytesOf("another", 32)
  const commitOf = async (key: Bytes): Promise<Bytes> => copy(await sealed(plain, whole, key), 32, 64)
  return [
    vector({ name: "no body", type: "missing", body: null }),
    vector({ name: "no key of its epoch", type: "key", body, key: null }),
    vector({ name: "another epoch's key", type: "key-commit", body, key: other }),
    of("one bit of the salt turned", "key-commit", flipped(body, 0)),
    of("one bit of the commitment turned", "key-commit", flipped(body, 63, 7)),
    of("one bit of the sealed words turned", "seal", flipped(body, 64)),
    of("one bit in the midst of them turned", "seal", flipped(body, 200, 4)),
    of("one bit of the tag turned", "seal", flipped(body, body.length - 1)),
    of("the tag zeroed", "seal", concat(body.subarray(0, -16), new Uint8Array(16))),
    of(
      "the commitment of another key, the words of this one",
      "key-commit",
      concat(body.subarray(0, 32), await commitOf(other), body.subarray(64)),
    ),
    of(
      "the words of another key under the commitment of this one",
      "seal",
      concat(body.subarray(0, 64), (await sealed(plain, whole, other)).subarray(64)),
    ),
    of("in another log", "key-commit", body, { logId: other }),
    of("of another device: somebody else's words as one's own", "key-commit", body, { device: ben.id }),
    of("under another uid", "key-commit", body, { uid: bytesOf("another uid", 16) }),
    of("in another epoch", "seal", body, { epoch: 3 }),
    of("as kept content", "seal", body, { kind: 4 }),
    of("at another place, which is no part of the seal", "ok", body, { seq: 9 }),
  ].map((v) =>
    v.type === "ok" ? { ...v, data: dataOf({ yes: true }), ...namesOf(dataOf({ yes: true })) } : v,
  )
}
const namesOf = (data: string): Readonly<Record<string, string>> => ({
  ref: encodeRef(plain.device, plain.uid),
  version: toBase64url(versionHash(plain.device, plain.uid, utf8(data))),
})

async function badInside(): Promise<readonly Vector[]> {
  const data = utf8(dataOf({ yes: true }))
  const withByte = (at: number, byte: number): Bytes => {
    const whole = padded(data)
    whole.set([byte], at)
    return whole
  }
  const wholes: Readonly<Record<string, Bytes>> = {
    "one byte of padding is not zero": withByte(4 + data.length, 1),
    "the last byte of padding is not zero": withByte(255, 1),
    "a length that is too short leaves words in the padding": withByte(3, data.length - 1),
    "a length of what does not fit": withByte(3, 253),
    "a length beyond every body": withByte(0, 255),
  }
  const vectors: Vector[] = []
  for (const [name, whole] of Object.entries(wholes))
    vectors.push(vector({ name, type: "padding", body: await sealed(plain, whole) }))
  for (const [name, text] of Object.entries(refusedData()))
    vectors.push(
      vector({
        name: `DATA: ${name}`,
        type: "data",
        body: await sealed(plain, padded(typeof text === "string" ? utf8(text) : text)),
      }),
    )
  return vectors
}

export async function sealVectors(): Promise<VectorFile> {
  return {
    file: "seals",
    about:
      "spec/ledger.md §6 and §9: opening a sealed body with the key of its epoch. type: ok (data, ref and version as they come out), missing (no body), or why it is unreadable: key (no key of this epoch), key-commit, seal, padding, data.",
    vectors: [...(await opening()), ...(await shut()), ...(await badInside())],
  }
}
