import { createCipheriv } from "node:crypto"
import { derive, openFile, readFileName } from "../../src/ledger/index.ts"
import { blobId, concat, copy, H, sha, toBase64url, toHex, u32 } from "../../src/wire/index.ts"
import type { Bytes, Json } from "../../src/wire/index.ts"
import { ana, ben, bytesOf, flipped, t } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

// Files beside entries. A file has 65,615 bytes at least, so a vector says how it is made and the hash of what comes out, and not its bytes.

/** How the bytes of a file are made. `filled` bytes of `fill`, over and over, stand behind the length; zeros after them; `tail` stands last. */
export interface FileRecipe {
  readonly pieces: number
  readonly length: number
  readonly fill: string
  readonly filled: number
  readonly tail: string
  /** Afterwards: these bytes are cut out (from, to), and at `flip` the lowest bit is turned. -1: nothing. */
  readonly cut: readonly [number, number]
  readonly flip: number
  readonly more: string
}

const logId = bytesOf("a log", 32)
const key = bytesOf("a file key", 32)
const salt = bytesOf("the salt of a file", 32)

/** Sealed by other means than the ledger's own: Node's ciphers. */
export function madeFrom(of: FileRecipe, inLog: Bytes = logId): Bytes {
  const plain = new Uint8Array(of.pieces * 65_536 - 1)
  const [fill, tail] = [Buffer.from(of.fill, "hex"), Buffer.from(of.tail, "hex")]
  plain.set(u32(of.length))
  plain.set(Buffer.alloc(of.filled, fill), 4)
  plain.set(tail, plain.length - tail.length)
  const out = derive(key, salt, "file", concat(inLog, ana.id), 76)
  const parts: Bytes[] = [salt, copy(out, 44, 76)]
  for (let i = 0; i < of.pieces; i += 1) {
    const nonce = Buffer.from(out.subarray(32, 44))
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ i) >>> 0, 8)
    const cipher = createCipheriv("aes-256-gcm", out.subarray(0, 32), nonce)
    const piece = cipher.update(plain.subarray(i * 65_536, (i + 1) * 65_536))
    parts.push(new Uint8Array(Buffer.concat([piece, cipher.final(), cipher.getAuthTag()])))
  }
  const whole = concat(...parts)
  const [from, to] = of.cut
  const cut = concat(whole.subarray(0, from), whole.subarray(to), Buffer.from(of.more, "hex"))
  return of.flip < 0 ? cut : flipped(cut, of.flip)
}

export async function readFileCase(of: {
  readonly made: FileRecipe
  readonly logId: Bytes
  readonly device: Bytes
  readonly blob: Bytes
  readonly key: Bytes
  readonly size: number
}): Promise<{ readonly type: string; readonly [field: string]: unknown }> {
  const bytes = madeFrom(of.made)
  const read = await openFile(t, of, { ...of, type: "image/jpeg" }, bytes)
  const hash = toHex(sha(bytes))
  return read.ok
    ? { type: "ok", sha: hash, content: toHex(sha(read.value)) }
    : { type: read.error.type, sha: hash }
}

export const one: FileRecipe = {
  pieces: 1,
  length: 5000,
  fill: "a1b2c3",
  filled: 5000,
  tail: "",
  cut: [0, 0],
  flip: -1,
  more: "",
}
export const two: FileRecipe = { ...one, pieces: 2, length: 100_000, filled: 100_000 }
const step = 65_552

/** The key of every file that is made here. */
export const fileKey = key
export const sealingIn = (inLog: Bytes) => ({ ...sealing, logId: toHex(inLog) })
const sealing = { salt: toHex(salt), key: toHex(key), logId: toHex(logId), device: toHex(ana.id) }

type Other = Partial<{
  logId: Bytes
  device: Bytes
  key: Bytes
  size: number
  blob: Bytes
}>

async function sealed(name: string, made: FileRecipe, other: Other = {}): Promise<Vector> {
  const device = other.device ?? ana.id
  const of = { logId, device, key, size: made.length, blob: blobId(device, sha(madeFrom(made))), ...other }
  const hexed = {
    logId: toHex(of.logId),
    device: toHex(of.device),
    blob: toHex(of.blob),
    key: toHex(of.key),
    size: of.size,
  }
  return {
    ...(await readFileCase({ made, ...of })),
    name,
    is: "file",
    ...hexed,
    made: { ...made, ...sealing },
  }
}

function named(name: string, value: Json): Vector {
  return { name, type: readFileName(value) === null ? "none" : "ok", is: "name", value }
}

/** The whole of a vector that says how the files behind it are made. */
export function wholeOf(v: Vector, inLog: Bytes): Bytes {
  const parts = concat(...(v["behind"] as readonly FileRecipe[]).map((of) => madeFrom(of, inLog)))
  const [flip, short] = [Number(v["flip"]), Number(v["short"])]
  const turnedParts = flip < 0 ? parts : flipped(parts, flip)
  const behind = turnedParts.subarray(0, turnedParts.length - short)
  return concat(Buffer.from(String(v["head"]), "hex"), behind, Buffer.from(String(v["more"]), "hex"))
}

export async function fileVectors(): Promise<VectorFile> {
  const whole = {
    blob: toBase64url(bytesOf("blob", 32)),
    key: toBase64url(key),
    size: 5000,
    type: "image/jpeg",
  }
  const most = 384 * 65_536 - 5
  return {
    file: "files",
    about:
      "spec/ledger.md §23. is file: `made` says how the sealed file is made, with its `salt`, under its `key`, for its `logId` and `device`: of `pieces` pieces, the plaintext is length u32, then `filled` bytes of `fill` over and over, zeros, and `tail` last; afterwards the bytes from cut[0] to cut[1] are taken out, `more` is put behind, and in the byte at `flip`, if it is not -1, the lowest bit is turned. `sha` is SHA-256 of what comes out. It is read as the file that an entry of `device` in `logId` names with `blob`, `key` and `size`; `content` is SHA-256 of what is inside. is name: whether `value` is a file object; `none` where it is not.",
    vectors: [
      await sealed("one piece", one),
      await sealed("one byte inside", { ...one, length: 1, filled: 1 }),
      await sealed("the most one piece holds", { ...one, length: 65_531, filled: 65_531 }),
      await sealed("one byte more takes two", { ...two, length: 65_532, filled: 65_532 }),
      await sealed("two pieces", two),
      await sealed("more pieces than it needs", { ...one, pieces: 5 }),
      await sealed("ten pieces", { ...one, pieces: 10, length: 655_355, filled: 655_355 }),
      await sealed("nothing", { ...one, cut: [0, 65_615] }),
      await sealed("one byte short", { ...one, cut: [0, 1] }),
      await sealed("one byte more", { ...one, more: "00" }),
      await sealed("nine pieces, which no file has", { ...one, pieces: 9 }),
      await sealed("of another device", one, { blob: blobId(ben.id, sha(madeFrom(one))) }),
      await sealed("read as another device's", one, { device: ben.id }),
      await sealed("under another name", one, { blob: bytesOf("another", 32) }),
      await sealed("the hash alone for a name", one, { blob: H("blob", sha(madeFrom(one))) }),
      await sealed("under another key", one, { key: bytesOf("another", 32) }),
      await sealed("in another log", one, { logId: bytesOf("another", 32) }),
      await sealed("another salt", { ...one, flip: 31 }),
      await sealed("another commit", { ...one, flip: 32 }),
      await sealed("the first byte of a piece", { ...two, flip: 64 }),
      await sealed("the last byte of the last tag", { ...two, flip: 64 + 2 * step - 2 }),
      await sealed("the first piece alone, one byte shorter", {
        ...two,
        cut: [64 + step - 1, 64 + 2 * step - 1],
      }),
      await sealed("the second piece alone", { ...two, cut: [64, 64 + step] }),
      await sealed("the last piece before its end taken out", {
        ...two,
        pieces: 3,
        cut: [64 + step, 64 + 2 * step],
      }),
      await sealed("a length of nothing", { ...one, length: 0 }, { size: 0 }),
      await sealed("another size than the entry says", one, { size: 4999 }),
      await sealed("a length beyond what is there", { ...one, length: 65_532 }),
      await sealed("the longest length", { ...one, length: 4_294_967_295 }),
      await sealed("a byte after it that is not zero", { ...one, tail: "01" }),
      named("a file", whole),
      named("of the largest size", { ...whole, size: most }),
      named("keys in another order", { type: "audio/ogg", size: 1, key: whole.key, blob: whole.blob }),
      named("a type with signs", { ...whole, type: "application/vnd.a-b.c+json" }),
      named("one byte too large", { ...whole, size: most + 1 }),
      named("of no size", { ...whole, size: 0 }),
      named("a text for a size", { ...whole, size: "5000" }),
      named("another key beside", { ...whole, name: "us.jpg" }),
      named("without a type", { blob: whole.blob, key: whole.key, size: 5000 }),
      named("a type with capitals", { ...whole, type: "image/JPEG" }),
      named("a type with a parameter", { ...whole, type: "text/plain;charset=utf-8" }),
      named("a type of one part", { ...whole, type: "image" }),
      named("a type of three parts", { ...whole, type: "image/a/b" }),
      named("a type with a line behind", { ...whole, type: "image/png\n" }),
      named("a short key", { ...whole, key: toBase64url(bytesOf("a", 31)) }),
      named("a blob id with bits left over", { ...whole, blob: `${whole.blob.slice(0, -1)}B` }),
      named("a list", [whole]),
      named("no value at all", null),
    ],
  }
}
