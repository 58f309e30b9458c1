import { concat, copy, encodeRef, toBase64url, toHex, u32, utf8 } from "../../src/wire/index.ts"
import type { Bytes, Json } from "../../src/wire/index.ts"
import { answerUid, derive, heldIn, openHeld, readHeld, readRelease } from "../../src/ledger/index.ts"
import { ana, ben, bytesOf, flipped, mallory, t } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

// Sealed here a second time, from the text of spec/ledger.md §15, so that it can also be sealed wrongly.

const none = new Uint8Array(0)
const logId = bytesOf("a log", 32)
const seed = bytesOf("a round's seed", 32)
const roundRef = encodeRef(ben.id, bytesOf("the question", 16))
const otherRound = encodeRef(ben.id, bytesOf("another question", 16))
const k = bytesOf("the key of an answer", 32)
const salt = bytesOf("an answer's salt", 32)
const uid = derive(seed, none, "held-uid", concat(logId, ana.member), 16)
const refOf = (ref: string): Bytes => copy(Uint8Array.from(Buffer.from(ref, "base64url")), 0, 32)

function whole(data: Uint8Array, size = 1024): Bytes {
  const bytes = new Uint8Array(size)
  bytes.set(u32(data.length), 0)
  bytes.set(data, 4)
  return bytes
}

async function sealed(
  plain: Bytes,
  of: { readonly round?: string; readonly device?: Bytes; readonly label?: string } = {},
) {
  const out = derive(k, salt, of.label ?? "held", concat(logId, of.device ?? ana.id, uid), 76)
  const cipher = await t.subtle.importKey("raw", copy(out, 0, 32), { name: "AES-GCM" }, false, ["encrypt"])
  const how = { name: "AES-GCM", iv: copy(out, 32, 44), additionalData: refOf(of.round ?? roundRef) }
  const box = new Uint8Array(await t.subtle.encrypt(how, cipher, plain))
  return {
    round: roundRef,
    salt: toBase64url(salt),
    commit: toBase64url(out.subarray(44, 76)),
    box: toBase64url(box),
  }
}

export interface HeldCase {
  readonly k: Bytes
  readonly device: Bytes
  readonly uid: Bytes
  readonly body: Json
}
/** As a reader of vectors opens one. */
export async function readHeldCase(of: HeldCase): Promise<{ readonly type: string; readonly answer?: Json }> {
  const held = readHeld(of.body)
  if (held === null) return { type: "layout" }
  const opened = await openHeld(t, of.k, { logId, device: of.device, uid: of.uid }, held)
  return opened.ok ? { type: "ok", answer: opened.value } : { type: opened.error.type }
}

async function answerCases(): Promise<readonly (readonly [string, string, Partial<HeldCase>])[]> {
  const words = utf8('{"words":"I am still sad on Sundays."}')
  const good = await sealed(whole(words))
  const turned = (field: "salt" | "commit" | "box", at: number) => ({
    ...good,
    [field]: toBase64url(flipped(Uint8Array.from(Buffer.from(good[field], "base64url")), at)),
  })
  const filled = whole(words)
  filled[1023] = 1
  const long = whole(words)
  long.set(u32(1021), 0)
  return [
    ["an answer", "ok", { body: good }],
    ["the smallest box", "ok", { body: await sealed(whole(utf8("0"), 256)) }],
    ["the largest box", "ok", { body: await sealed(whole(words, 65_536)) }],
    ["any value", "ok", { body: await sealed(whole(utf8('[true,null,"x"]'))) }],
    ["another key", "held-commit", { body: good, k: bytesOf("another key", 32) }],
    ["another device", "held-commit", { body: good, device: ben.id }],
    ["another uid", "held-commit", { body: good, uid: bytesOf("another uid", 16) }],
    ["another salt", "held-commit", { body: turned("salt", 3) }],
    ["another commit", "held-commit", { body: turned("commit", 3) }],
    ["sealed under another label", "held-commit", { body: await sealed(whole(words), { label: "body" }) }],
    ["one bit of the box", "held-seal", { body: turned("box", 100) }],
    ["one bit of the tag", "held-seal", { body: turned("box", 1030) }],
    ["of another round", "held-seal", { body: await sealed(whole(words), { round: otherRound }) }],
    ["said to be of another round", "held-seal", { body: { ...good, round: otherRound } }],
    ["something after the answer", "held-padding", { body: await sealed(filled) }],
    ["longer than its box", "held-padding", { body: await sealed(long) }],
    ["no grammar", "held-data", { body: await sealed(whole(utf8("{words}"))) }],
    ["nothing", "held-data", { body: await sealed(whole(none)) }],
    ["a box of no size", "layout", { body: await sealed(whole(words, 1000)) }],
    ["a box of 128", "layout", { body: await sealed(whole(words, 128)) }],
    ["a box of 131,072", "layout", { body: await sealed(whole(words, 131_072)) }],
    ["no box", "layout", { body: { round: good.round, salt: good.salt, commit: good.commit } }],
    ["one field more", "layout", { body: { ...good, more: 1 } }],
    ["a short salt", "layout", { body: { ...good, salt: toBase64url(salt.subarray(1)) } }],
    ["a long commit", "layout", { body: { ...good, commit: toBase64url(bytesOf("c", 33)) } }],
    ["a round that is no ref", "layout", { body: { ...good, round: toBase64url(ben.id) } }],
    ["padding signs in the text", "layout", { body: { ...good, salt: `${good.salt}=` } }],
    ["a list", "layout", { body: [] }],
    ["a text", "layout", { body: "held" }],
    ["nothing at all", "layout", { body: null }],
  ]
}

/** Whether a body is an answer to this round at all. */
async function roundCases(): Promise<
  readonly (readonly [string, string, Partial<RoundCase> & { body: Json }])[]
> {
  const words = utf8('{"words":"I am still sad on Sundays."}')
  const of = (size: number) => sealed(whole(words, size))
  return [
    ["an answer in a box of its size", "ok", { body: await of(1024) }],
    ["the smallest size", "ok", { body: await of(256), size: 256 }],
    ["the largest size", "ok", { body: await of(65_536), size: 65_536 }],
    ["a box of half the size", "layout", { body: await of(512) }],
    ["a box of twice the size", "layout", { body: await of(2048) }],
    ["the smallest box in a round of the largest", "layout", { body: await of(256), size: 65_536 }],
    ["another round", "layout", { body: await of(1024), round: otherRound }],
    ["no answer", "layout", { body: { words: "No answer at all." } }],
    ["nothing at all", "layout", { body: null }],
  ]
}
interface RoundCase {
  readonly round: string
  readonly size: number
}

function releaseCases(): readonly (readonly [string, string, Json])[] {
  const target = toBase64url(bytesOf("an answer's hash", 32))
  const wrap = (id: Bytes): Json => ({
    id: toBase64url(id),
    enc: toBase64url(bytesOf("enc", 32)),
    ct: toBase64url(bytesOf("ct", 48)),
  })
  const two = [ana.id, ben.id].toSorted((a, b) => (toHex(a) < toHex(b) ? -1 : 1)).map(wrap)
  return [
    ["a release to two", "ok", { target, wraps: two }],
    ["a release to one", "ok", { target, wraps: two.slice(1) }],
    ["to nobody", "layout", { target, wraps: [] }],
    ["ids not rising", "layout", { target, wraps: two.toReversed() }],
    ["one id twice", "layout", { target, wraps: [...two.slice(1), ...two.slice(1)] }],
    ["without a target", "layout", { wraps: two }],
    ["a target of another length", "layout", { target: toBase64url(mallory.id), wraps: two }],
    ["a wrap with one field more", "layout", { target, wraps: [{ ...Object(two[0]), more: 0 } as Json] }],
    [
      "a wrap without ct",
      "layout",
      { target, wraps: [{ id: toBase64url(ana.id), enc: toBase64url(bytesOf("enc", 32)) }] },
    ],
    [
      "a short wrap",
      "layout",
      { target, wraps: [{ ...Object(two[0]), ct: toBase64url(bytesOf("ct", 47)) } as Json] },
    ],
    ["one field more", "layout", { target, wraps: two, more: null }],
    ["no list", "layout", { target, wraps: { id: 1 } }],
  ]
}

export async function heldVectors(): Promise<VectorFile> {
  const vectors: Vector[] = [ana, ben].map((who) => ({
    name: `uid, of its round: the answer of ${who === ana ? "one" : "the other"} to one round`,
    type: "ok",
    is: "uid",
    seed: toHex(seed),
    round: roundRef,
    logId: toHex(logId),
    member: toHex(who.member),
    uid: toHex(answerUid({ ref: roundRef, seed, size: 1024 }, logId, who.member)),
  }))
  for (const [name, type, of] of await answerCases()) {
    const one: HeldCase = { k, device: ana.id, uid, body: null, ...of }
    const read = await readHeldCase(one)
    if (read.type !== type) throw new Error(`${name}: ${read.type}`)
    vectors.push({
      name: `answer: ${name}`,
      type,
      is: "answer",
      logId: toHex(logId),
      k: toHex(one.k),
      device: toHex(one.device),
      uid: toHex(one.uid),
      body: one.body,
      ...(read.answer === undefined ? {} : { answer: read.answer }),
    })
  }
  for (const [name, type, of] of await roundCases()) {
    const one = { round: roundRef, size: 1024, ...of }
    if ((heldIn({ ref: one.round, size: one.size }, one.body) === null ? "layout" : "ok") !== type)
      throw new Error(name)
    vectors.push({ name: `of a round: ${name}`, type, is: "of-round", ...one })
  }
  for (const [name, type, body] of releaseCases()) {
    if ((readRelease(body) === null ? "layout" : "ok") !== type) throw new Error(name)
    vectors.push({ name: `release: ${name}`, type, is: "release", body })
  }
  return {
    file: "held",
    about:
      "spec/ledger.md §15: held answers. is: uid (the uid of a member's answer), answer (the body of one, opened with k), of-round (whether a body is an answer to the round of this ref and size) or release (the body of one, its layout alone). type: ok with what comes out, or the one fault; layout where a body is none.",
    vectors,
  }
}
