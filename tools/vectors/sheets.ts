import { concat, H, toBase64url, toHex, u32, u64, utf8 } from "../../src/wire/index.ts"
import type { Bytes, Json } from "../../src/wire/index.ts"
import { codeKeys, openBatch, openSheetKeys, openSlot, printCode, readCode } from "../../src/ledger/index.ts"
import type { SheetKey } from "../../src/ledger/index.ts"
import { bytesOf, flipped, t } from "./people.ts"
import { batch, batchKey, code, codeOf, keys, run, sheetKey, slot, slotFields, store } from "./sheet-cases.ts"
import type { Vector, VectorFile } from "./shape.ts"
import { storeVectors } from "./store-cases.ts"

type Read = Readonly<Record<string, unknown>> & { readonly type: string }

export function readTyped(typed: string): Read {
  const read = readCode(typed)
  if (!read.ok) return { type: read.error.type }
  return { type: "ok", code: toHex(read.value), printed: printCode(read.value) }
}

export async function readCodeKeys(of: Bytes): Promise<Read> {
  const { locator, slot: name, slotKey, recovery } = await codeKeys(t, of)
  return {
    type: "ok",
    locator: toHex(locator),
    slot: toHex(name),
    slotKey: toHex(slotKey),
    id: toHex(recovery.id),
    ed: toHex(recovery.ed.publicKey),
    x25519: toHex(recovery.x.publicKey),
  }
}

export async function readSlotOf(of: { slot: Bytes; slotKey: Bytes; bytes: Bytes }): Promise<Read> {
  const read = await openSlot(t, of, of.bytes)
  if (!read.ok) return { type: read.error.type }
  const { logId, member, head, store: secret, batchKey: key, relay } = read.value
  const bare = { logId, member, hash: head.hash, store: secret, batchKey: key }
  const hexed = Object.fromEntries(Object.entries(bare).map(([name, bytes]) => [name, toHex(bytes)]))
  return { type: "ok", ...hexed, seq: head.seq, relay }
}

export async function readBatchOf(of: {
  store: Bytes
  batchKey: Bytes
  n: number
  bytes: Bytes
}): Promise<Read> {
  const read = await openBatch(t, of, of.bytes)
  if (!read.ok) return { type: read.error.type }
  // Where the seq stands in a header: spec/ledger.md §2.
  const seqs = read.value.entries.map(({ header }) => Number(Buffer.from(header).readBigUInt64BE(33)))
  return { type: "ok", day: read.value.day, seqs }
}

export async function readSheetKeys(of: { privateLog: Bytes; code: Bytes; body: Json }): Promise<Read> {
  const { recovery } = await codeKeys(t, of.code)
  const found = (await openSheetKeys(recovery, of.privateLog, of.body)).map(
    ({ epoch, log, member, key }) => ({
      epoch,
      log: toHex(log),
      member: toHex(member),
      key: toHex(key),
    }),
  )
  return { type: found.length === 0 ? "none" : "ok", found }
}

const printed = printCode(code)
const bare = printed.replaceAll(" ", "")
/** The code in which these symbols stand, so that what is read alike can be shown. */
const withSigns = printCode(codeOf("a code with a nought and a one 12"))

function typedVectors(): readonly Vector[] {
  const typed = (name: string, text: string): Vector => ({
    ...readTyped(text),
    name,
    is: "code",
    typed: text,
  })
  const other = (at: number): string =>
    bare.slice(0, at) + (bare[at] === "7" ? "8" : "7") + bare.slice(at + 1)
  return [
    typed("as it is printed", printed),
    typed("in one piece", bare),
    typed("in small letters", printed.toLowerCase()),
    typed("with hyphens and dashes", `${bare.slice(0, 9)}-${bare.slice(9, 17)}–${bare.slice(17)}—`),
    typed("over two lines, with tabs", `${bare.slice(0, 14)}\n\t${bare.slice(14)} `),
    typed("a nought and a one among them", withSigns),
    typed("a nought read as the letter O", withSigns.replaceAll("0", "O")),
    typed("a nought read as a small o", withSigns.replaceAll("0", "o")),
    typed("a one read as the letter I", withSigns.replaceAll("1", "I")),
    typed("a one read as a small l", withSigns.replaceAll("1", "l")),
    typed("all zeros", printCode(new Uint8Array(17))),
    typed("the highest", printCode(Uint8Array.from({ length: 17 }, (_, i) => (i === 16 ? 0xc0 : 0xff)))),
    typed("nothing", ""),
    typed("one symbol short", bare.slice(0, -1)),
    typed("one symbol more", `${bare}0`),
    typed("the letter U, which is none", `U${bare.slice(1)}`),
    typed("a sign that is none", `${bare.slice(0, -1)}*`),
    typed("a letter of another alphabet that looks alike", `А${bare.slice(1)}`),
    typed("another first symbol", other(0)),
    typed("another symbol in the middle", other(13)),
    typed("another last symbol before the check", other(25)),
    typed("another check symbol", other(26)),
    typed("another last check symbol", other(27)),
    typed("two symbols changed about", bare.slice(0, 3) + (bare[4] ?? "") + (bare[3] ?? "") + bare.slice(5)),
    typed("the check symbols of another code", bare.slice(0, 26) + printCode(codeOf("another")).slice(-2)),
  ]
}

async function keyVectors(): Promise<readonly Vector[]> {
  const of = async (name: string, one: Bytes): Promise<Vector> => ({
    ...(await readCodeKeys(one)),
    name,
    is: "keys",
    code: toHex(one),
  })
  return [
    await of("what comes out of a code", code),
    await of("what comes out of another", codeOf("another")),
    await of("what comes out of zeros", new Uint8Array(17)),
  ]
}

async function slotVectors(): Promise<readonly Vector[]> {
  const of = async (name: string, bytes: Bytes, other: Partial<typeof keys> = {}): Promise<Vector> => {
    const by = { slot: other.slot ?? keys.slot, slotKey: other.slotKey ?? keys.slotKey, bytes }
    const hexed = { slot: toHex(by.slot), slotKey: toHex(by.slotKey), bytes: toHex(bytes) }
    return { ...(await readSlotOf(by)), name, is: "slot", ...hexed }
  }
  const whole = await slot()
  const long = utf8(`https://${"a".repeat(349)}`)
  return [
    await of("a slot", whole),
    await of("of a log with a genesis alone", await slot({ seq: u64(0) })),
    await of("the highest place", await slot({ seq: u64(2 ** 53 - 1) })),
    await of("the longest origin", await slot({ origin: long })),
    await of("no origin", await slot({ origin: new Uint8Array(0) })),
    await of("nothing", new Uint8Array(0)),
    await of("one byte short", whole.slice(0, -1)),
    await of("one byte more", concat(whole, Uint8Array.of(0))),
    await of("shorter, and sealed so", await slot({ size: 511 })),
    await of("under another slot key", whole, { slotKey: bytesOf("another", 32) }),
    await of("in another slot", whole, { slot: H("locator", bytesOf("another", 32)) }),
    await of("sealed as a batch", await slot({ label: "batch" })),
    await of("a bit of the salt turned", flipped(whole, 0)),
    await of("a bit of the commitment turned", flipped(whole, 40)),
    await of("a bit of the ciphertext turned", flipped(whole, 100)),
    await of("a bit of the tag turned", flipped(whole, 591)),
    await of("noise", bytesOf("noise", 592)),
    await of("another layout", await slot({ layout: 2 })),
    await of("layout nought", await slot({ layout: 0 })),
    await of("a place above all", await slot({ seq: Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0) })),
    await of("an origin longer than there is room", await slot({ length: 358 })),
    await of("an origin that is no UTF-8", await slot({ origin: Uint8Array.of(0xff, 0xfe) })),
    await of("something after the origin", await slot({ after: Uint8Array.of(1) })),
    await of("an origin said shorter than it is", await slot({ length: 5 })),
  ]
}

async function batchVectors(): Promise<readonly Vector[]> {
  const of = async (name: string, bytes: Bytes, other: { key?: Bytes; n?: number; store?: Bytes } = {}) => {
    const by = { store: other.store ?? store, batchKey: other.key ?? batchKey, n: other.n ?? 0, bytes }
    const hexed = { store: toHex(by.store), batchKey: toHex(by.batchKey), n: by.n, bytes: toHex(bytes) }
    return { ...(await readBatchOf(by)), name, is: "batch", ...hexed }
  }
  const whole = await batch()
  return [
    await of("a batch", whole),
    await of("the second", await batch({ n: 1 }), { n: 1 }),
    await of("of no entry", await batch({ run: new Uint8Array(0) })),
    await of("another number", await batch({ n: 1 })),
    await of("another store", whole, { store: bytesOf("another", 32) }),
    await of("another batch key", whole, { key: bytesOf("another", 32) }),
    await of("sealed as a slot", await batch({ label: "slot" })),
    await of("bound to another place", await batch({ aad: concat(H("batches", store), u32(1)) })),
    await of("of a size that is none", await batch({ size: 16_383 })),
    await of("twice the smallest size", await batch({ size: 32_768 })),
    await of("nothing", new Uint8Array(0)),
    await of("a bit of the salt turned", flipped(whole, 0)),
    await of("a bit of the commitment turned", flipped(whole, 33)),
    await of("a bit of the ciphertext turned", flipped(whole, 70)),
    await of("another layout", await batch({ layout: 2 })),
    await of("a day that is none", await batch({ day: "2026-13-01" })),
    await of("a run longer than there is", await batch({ length: 16_384 })),
    await of("a run cut short", await batch({ run: run.subarray(0, -1) })),
    await of(
      "a run with a flag that is none",
      await batch({ run: concat(Uint8Array.of(2), run.subarray(1)) }),
    ),
    await of("something after the run", await batch({ after: Uint8Array.of(1) })),
  ]
}

async function heldVectors(): Promise<readonly Vector[]> {
  const seed: SheetKey = {
    log: bytesOf("a log", 32),
    member: bytesOf("Ana member", 16),
    epoch: 0,
    key: bytesOf("a seed", 32),
  }
  const older = {
    ...seed,
    log: slotFields.logId,
    member: slotFields.member,
    epoch: 1,
    key: bytesOf("epoch 1", 32),
  }
  const recovery = toBase64url(keys.recovery.id)
  const of = async (name: string, list: readonly Json[], by = code, privateLog = slotFields.logId) => {
    const body = { recovery, keys: [...list] }
    const read = await readSheetKeys({ privateLog, code: by, body })
    return { ...read, name, is: "held", privateLog: toHex(privateLog), code: toHex(by), body }
  }
  return [
    await of("a seed and the key of an epoch that is over", [await sheetKey(seed), await sheetKey(older)]),
    await of("one of two that opens", [await sheetKey(seed, { tag: "gs/v1/epoch" }), await sheetKey(older)]),
    await of("none", []),
    await of("for another code", [await sheetKey(seed)], codeOf("another")),
    await of("in another private log", [await sheetKey(seed)], code, bytesOf("another", 32)),
    await of("said to be of another log", [await sheetKey(seed, { told: { log: bytesOf("another", 32) } })]),
    await of("said to be another member's", [await sheetKey(seed, { told: { member: bytesOf("Ben", 16) } })]),
    await of("a seed said to be an epoch's key", [await sheetKey(seed, { told: { epoch: 1 } })]),
    await of("wrapped as an epoch's key", [await sheetKey(seed, { tag: "gs/v1/epoch" })]),
  ]
}

const about =
  "spec/ledger.md §18. is: code (typed as a person types it: code and printed, or the fault), keys (what comes out of a code), slot and batch (bytes, with what opens them), held (the body of a home.sheet: found is what of it opens with the code's recovery key; none when nothing does), store (batches in their order, read by who holds the run held and gives up no place below settled: each says what became of a batch; given, length and head say where the reader is then). type: ok, none, or the one fault."

export async function sheetVectors(): Promise<VectorFile> {
  const vectors = [
    ...typedVectors(),
    ...(await keyVectors()),
    ...(await slotVectors()),
    ...(await batchVectors()),
    ...(await heldVectors()),
    ...(await storeVectors()),
  ].map((v) => ({ ...v, name: `${String(v["is"])}: ${v.name}` }))
  return { file: "sheets", about, vectors }
}
