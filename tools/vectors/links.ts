import { concat, createVerify, H, toHex, u32, u64, utf8 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import {
  checkLinkRequest,
  linkHash,
  linkKeys,
  linkWords,
  openLetter,
  openWelcome,
  readDeviceLink,
  readHello,
} from "../../src/ledger/index.ts"
import type { DeviceKeys, LinkSaid } from "../../src/ledger/index.ts"
import * as of from "./link-cases.ts"
import { parcelOf, parcelVectors } from "./parcels.ts"
import { spaceVectors } from "./spaces.ts"
import { bytesOf, flipped, mallory, t } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

type Read = Readonly<Record<string, unknown>> & { readonly type: string }
const verify = createVerify(t.subtle)

export function readTypedLink(link: string): Read {
  const read = readDeviceLink(link, t.decodeUtf8)
  if (!read.ok) return { type: read.error.type }
  const { commitment, secret, relay } = read.value
  return { type: "ok", commitment: toHex(commitment), secret: toHex(secret), relay }
}

export function readLinkKeys(secret: Bytes): Read {
  const { store, letterKey } = linkKeys(secret)
  return {
    type: "ok",
    store: toHex(store),
    letterbox: toHex(H("batches", store)),
    letterKey: toHex(letterKey),
  }
}

export async function readLetter(secret: Bytes, n: number, bytes: Bytes): Promise<Read> {
  const read = await openLetter(t, linkKeys(secret), n, bytes)
  if (!read.ok) return { type: read.error.type }
  return { type: "ok", kind: read.value.kind, content: toHex(read.value.content) }
}

export function readHelloOf(bytes: Bytes): Read {
  const read = readHello(bytes)
  if (!read.ok) return { type: read.error.type }
  const hexed = (one: typeof read.value.shared) =>
    one && { logId: toHex(one.logId), member: toHex(one.member), ed: toHex(one.ed), x25519: toHex(one.x) }
  return { type: "ok", own: hexed(read.value.own), shared: hexed(read.value.shared) }
}

export async function readRequestOf(hello: Bytes, bytes: Bytes): Promise<Read> {
  const said = readHello(hello)
  if (!said.ok) throw new Error("a request to a hello that does not read")
  const read = await checkLinkRequest(verify, said.value, bytes)
  if (!read.ok) return { type: read.error.type }
  const { own, shared, nB } = read.value
  return { type: "ok", ed: toHex(own.ed), sharedEd: shared && toHex(shared.ed), nB: toHex(nB) }
}

export function readLinkWords(said: LinkSaid): Read {
  return { type: "ok", words: linkWords(said), hash: toHex(linkHash(said)) }
}

export async function readWelcome(
  said: LinkSaid,
  by: Bytes,
  device: Pick<DeviceKeys, "id" | "x">,
  bytes: Bytes,
): Promise<Read> {
  const read = await openWelcome({ tools: t, verify }, device as DeviceKeys, said, by, bytes)
  if (!read.ok) return { type: read.error.type }
  const { store, batchKey, head, shared, sheet, keys, parcel } = read.value
  const headed = (h: typeof shared) => h && { seq: h.seq, hash: toHex(h.hash) }
  return {
    type: "ok",
    store: toHex(store),
    batchKey: toHex(batchKey),
    head: headed(head),
    shared: headed(shared),
    sheet: sheet && { locator: toHex(sheet.locator), day: sheet.day },
    keys: keys.map((k) => ({ of: k.of, epoch: k.epoch, key: toHex(k.key) })),
    ...(parcel === null ? {} : { parcel: { secret: toHex(parcel.secret), pieces: parcel.pieces } }),
  }
}

function linkVectors(): readonly Vector[] {
  const one = (name: string, link: string): Vector => ({ ...readTypedLink(link), name, is: "link", link })
  return [
    one("a link", of.linkOf()),
    one("with white space around it", ` ${of.linkOf()}\n`),
    one("no origin", of.linkOf({ origin: new Uint8Array(0) })),
    one("an invitation", of.linkOf().replace("#l=", "#j=")),
    one("no canonical base64url", `${of.linkOf({ origin: new Uint8Array(0) }).slice(0, -1)}B`),
    one("an origin that is no UTF-8", of.linkOf({ origin: Uint8Array.of(0xff) })),
    one("cut short", of.linkOf({ cut: 64 })),
    one("another version", of.linkOf({ v: 2 })),
  ]
}

async function letterVectors(): Promise<readonly Vector[]> {
  const one = async (name: string, n: number, bytes: Bytes, secret = of.secret): Promise<Vector> => ({
    ...(await readLetter(secret, n, bytes)),
    name,
    is: "letter",
    secret: toHex(secret),
    n,
    bytes: toHex(bytes),
  })
  const whole = await of.letter()
  const ended = Uint8Array.of(2)
  return [
    await one("a reveal", 2, whole),
    await one("the same", 3, await of.letter({ n: 3, content: new Uint8Array(0) })),
    await one("an ended in the place of a reveal", 2, await of.letter({ kind: 5, content: ended })),
    await one("an ended at the last place", 4, await of.letter({ n: 4, kind: 5, content: ended })),
    await one("an ended before there is a request", 1, await of.letter({ n: 1, kind: 5, content: ended })),
    await one("an ended behind all", 5, await of.letter({ n: 5, kind: 5, content: ended })),
    await one("of the kind of another number", 2, await of.letter({ kind: 3 })),
    await one("of a kind that is none", 2, await of.letter({ kind: 6 })),
    await one("moved to another number", 3, whole),
    await one("of another link", 2, whole, bytesOf("another secret", 32)),
    await one("sealed as a batch", 2, await of.letter({ label: "batch" })),
    await one("another layout", 2, await of.letter({ layout: 2 })),
    await one("longer than it is", 2, await of.letter({ length: 16_384 })),
    await one("something behind it", 2, await of.letter({ after: Uint8Array.of(1) })),
    await one("of a size that is none", 2, await of.letter({ size: 16_383 })),
    await one("a bit of the ciphertext turned", 2, flipped(whole, 70)),
  ]
}

function helloVectors(): readonly Vector[] {
  const one = (name: string, bytes: Bytes): Vector => ({
    ...readHelloOf(bytes),
    name,
    is: "hello",
    content: toHex(bytes),
  })
  const bad = new Uint8Array(32)
  return [
    one("a hello", of.hello()),
    one("of who shares nothing", of.helloAlone),
    one("a byte short", of.hello().slice(0, -1)),
    one("a byte more", concat(of.hello(), Uint8Array.of(0))),
    one("which above one", of.hello({ which: 2 })),
    one("nothing shared, and something there", of.hello({ which: 0 })),
    one(
      "an ed that fails",
      of.hello({ first: of.standing("own", { ed: Uint8Array.of(1, ...bad.subarray(1)) }) }),
    ),
    one("an x that fails", of.hello({ second: of.standing("shared", { x: bad }) })),
  ]
}

async function requestVectors(): Promise<readonly Vector[]> {
  const one = async (name: string, bytes: Bytes, hello = of.hello()): Promise<Vector> => ({
    ...(await readRequestOf(hello, bytes)),
    name,
    is: "request",
    hello: toHex(hello),
    content: toHex(bytes),
  })
  const whole = await of.request()
  const first = (how: Parameters<typeof of.proof>[1]) =>
    of.proof("own", how).then((p) => of.request({ first: p }))
  const second = (how: Parameters<typeof of.proof>[1]) =>
    of.proof("shared", how).then((p) => of.request({ second: p }))
  const small = Uint8Array.of(1, ...new Uint8Array(31))
  return [
    await one("a request", whole),
    await one("of who shares nothing", of.requestAlone, of.helloAlone),
    await one("two proofs where nothing is shared", whole, of.helloAlone),
    await one("a byte short", whole.slice(0, -1)),
    await one("a byte more", concat(whole, Uint8Array.of(0))),
    await one("no second proof", of.requestAlone),
    await one("an ed that fails", await first({ ed: small })),
    await one("an x that fails, in the second", await second({ x: new Uint8Array(32) })),
    await one("another's key, without its private one", await first({ by: mallory })),
    await one("proved for another adder", await first({ adder: mallory.id })),
    await one("proved for another log", await second({ logId: bytesOf("another log", 32) })),
    await one("the proofs changed about", concat(whole.slice(160, 320), whole.slice(0, 160), of.nB)),
    await one("a bit of a proof turned", flipped(whole, 100)),
  ]
}

function wordVectors(): readonly Vector[] {
  const one = (name: string, said: LinkSaid): Vector => {
    const { hello, request, nA } = said
    const hexed = { hello: toHex(hello), request: toHex(request), nA: toHex(nA) }
    return { ...readLinkWords(said), name, is: "words", ...hexed }
  }
  return [
    one("the words", of.said),
    one("where nothing is shared", of.saidAlone),
    one("with another nonce", { ...of.said, nA: bytesOf("another nA", 32) }),
    one("with another request", { ...of.said, request: of.requestAlone }),
  ]
}

async function welcomeVectors(): Promise<readonly Vector[]> {
  const one = async (
    name: string,
    bytes: Bytes,
    other: { said?: LinkSaid; device?: DeviceKeys; by?: Bytes } = {},
  ): Promise<Vector> => {
    const { said = of.said, device = of.fresh.own, by = of.old.own.ed.publicKey } = other
    const hexed = {
      hello: toHex(said.hello),
      request: toHex(said.request),
      nA: toHex(said.nA),
      by: toHex(by),
      device: toHex(device.id),
      private: toHex(device.x.privateKey),
    }
    return {
      ...(await readWelcome(said, by, device, bytes)),
      name,
      is: "welcome",
      ...hexed,
      content: toHex(bytes),
    }
  }
  const whole = await of.welcome()
  const none = { second: new Uint8Array(40), sheet: new Uint8Array(42), flags: [0, 0] } as const
  return [
    await one("a welcome", whole),
    await one(
      "of who shares nothing and has no sheet",
      await of.welcome({ ...none, keys: [of.key(0, 1)], said: of.saidAlone }),
      { said: of.saidAlone },
    ),
    await one("without a key", await of.welcome({ keys: [] })),
    await one("nothing", new Uint8Array(0)),
    await one("a byte short", whole.slice(0, -1)),
    await one("a byte more", concat(whole, Uint8Array.of(0))),
    await one("of another exchange", whole, { said: of.saidAlone }),
    await one("signed by another who knows the link", await of.welcome({ by: mallory })),
    await one("signed as something else", await of.welcome({ type: "entry" })),
    await one("a bit of the box turned", flipped(whole, 60)),
    await one("for another device", await of.welcome({ to: mallory })),
    await one("sealed as an epoch's key", await of.welcome({ tag: "gs/v1/epoch" })),
    await one("another layout", await of.welcome({ layout: 2 })),
    await one("a flag above one", await of.welcome({ flags: [2, 1] })),
    await one("no sheet, and something there", await of.welcome({ flags: [1, 0] })),
    await one("nothing shared, and a head", await of.welcome({ flags: [0, 1], keys: [of.key(0, 1)] })),
    await one("nothing shared, and a key of it", await of.welcome({ ...none, keys: [of.key(1, 1)] })),
    await one("a key of no log", await of.welcome({ keys: [of.key(2, 1)] })),
    await one("a place above all", await of.welcome({ seq: concat(u32(0x200000), u32(0)) })),
    await one("the highest place", await of.welcome({ seq: u64(2 ** 53 - 1) })),
    await one(
      "a day that is none",
      await of.welcome({ sheet: concat(bytesOf("a locator", 32), utf8("2026-13-26")) }),
    ),
    await one("fewer keys than said", await of.welcome({ count: 4 })),
    await one("more keys than said", await of.welcome({ count: 2 })),
    await one("something behind them", await of.welcome({ after: Uint8Array.of(0) })),
    await one("with a parcel", await of.welcome({ layout: 2, after: parcelOf(9) })),
    await one("a parcel in the layout without one", await of.welcome({ after: parcelOf(9) })),
    await one("a parcel of no piece", await of.welcome({ layout: 2, after: parcelOf(0) })),
    await one("a parcel of the most pieces", await of.welcome({ layout: 2, after: parcelOf(2048) })),
    await one("a parcel of more", await of.welcome({ layout: 2, after: parcelOf(2049) })),
    await one("a layout above", await of.welcome({ layout: 3, after: parcelOf(9) })),
  ]
}

const about =
  "spec/ledger.md §20, §21. is: link (as it is opened: what is in it, or the fault), keys (what comes out of its secret), letter (bytes at number n: kind and content), hello and request (their content), words (hello, request, nA: the seven numbers and the link hash), welcome (content, with the exchange, who signed it, and the id and private x25519 of whom it is for), space (§21: the body of a home.opens with the logs and the member it is of: found is what of it opens for the device whose id and private x25519 these are; none when nothing does), parcel (§20.6: piece i of a parcel with this secret: store and n, where it lies, and its content). type: ok, or the one fault."

export async function deviceLinkVectors(): Promise<VectorFile> {
  const keys: Vector = {
    ...readLinkKeys(of.secret),
    name: "what comes out of a secret",
    is: "keys",
    secret: toHex(of.secret),
  }
  const vectors = [
    ...linkVectors(),
    keys,
    ...(await letterVectors()),
    ...helloVectors(),
    ...(await requestVectors()),
    ...wordVectors(),
    ...(await welcomeVectors()),
    ...(await spaceVectors()),
    ...(await parcelVectors()),
  ].map((v) => ({ ...v, name: `${String(v["is"])}: ${v.name}` }))
  return { file: "links", about, vectors }
}
