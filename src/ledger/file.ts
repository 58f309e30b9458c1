import {
  bad,
  blobId,
  concat,
  copy,
  equalBytes,
  FILE_HEAD,
  FILE_PIECE,
  fileLimits,
  fromBase64url,
  good,
  isZero,
  piecesFor,
  piecesIn,
  sha,
  toBase64url,
  u32,
} from "#wire"
import type { Bytes, Json, Outcome } from "#wire"
import { derive } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §23: a picture, a voice: sealed by itself, in pieces, after C2SP's chunked encryption (c2sp.org/chunked-encryption).

/** What an entry says of a file, in its DATA's body. */
export interface FileName {
  readonly blob: Bytes
  readonly key: Bytes
  /** Bytes inside. */
  readonly size: number
  /** Its media type: "image/jpeg". */
  readonly type: string
}
/** Who stores it, and where: the file opens for no other. */
export interface FilePlace {
  readonly logId: Bytes
  readonly device: Bytes
}
export interface SealedFile {
  readonly name: FileName
  /** What lies with the relay. */
  readonly bytes: Bytes
}
export type FileFault = {
  readonly type: "file-size" | "file-id" | "file-key" | "file-sealed" | "file-padding"
}

interface Keys {
  readonly key: Bytes
  readonly base: Bytes
  readonly commit: Bytes
}

function keysOf(key: Bytes, salt: Bytes, { logId, device }: FilePlace): Keys {
  const out = derive(key, salt, "file", concat(logId, device), 76)
  return { key: copy(out, 0, 32), base: copy(out, 32, 44), commit: copy(out, 44, 76) }
}

/** The base nonce XOR i, as a number of 96 bits; i is below 2^32. */
function nonceOf(base: Bytes, i: number): Bytes {
  const nonce = copy(base, 0, 12)
  for (const [at, byte] of u32(i).entries()) nonce[8 + at] = (nonce[8 + at] ?? 0) ^ byte
  return nonce
}

/** Two parts with one slash between them, lower case, no parameter (RFC 6838 §4.2). */
export function isMediaType(text: string): boolean {
  const part = "[a-z0-9][a-z0-9!#$&^_.+-]{0,63}"
  return new RegExp(`^${part}/${part}$`).test(text)
}

/** Draws a key for this one file. Null: there is nothing in it, or more than a file holds. A type that is none is a defect of ours and throws. */
export async function sealFile(
  t: Tools,
  at: FilePlace,
  { bytes, type }: { readonly bytes: Bytes; readonly type: string },
): Promise<SealedFile | null> {
  if (!isMediaType(type)) throw new Error("a media type of another form")
  const pieces = bytes.length === 0 || bytes.length > fileLimits.bytes ? null : piecesFor(bytes.length + 4)
  if (pieces === null) return null
  const [key, salt] = [t.random(32), t.random(32)]
  const keys = keysOf(key, salt, at)
  const plain = new Uint8Array(pieces * FILE_PIECE - 1)
  plain.set(u32(bytes.length))
  plain.set(bytes, 4)
  const cipher = await t.subtle.importKey("raw", keys.key, { name: "AES-GCM" }, false, ["encrypt"])
  const sealed: Bytes[] = [salt, keys.commit]
  for (let i = 0; i < pieces; i += 1) {
    const how = { name: "AES-GCM", iv: nonceOf(keys.base, i) }
    const piece = copy(plain, i * FILE_PIECE, Math.min(plain.length, (i + 1) * FILE_PIECE))
    sealed.push(new Uint8Array(await t.subtle.encrypt(how, cipher, piece)))
  }
  const whole = concat(...sealed)
  return {
    name: { blob: blobId(at.device, sha(whole)), key, size: bytes.length, type },
    bytes: whole,
  }
}

/** Gives nothing out before all of it was looked at. */
export async function openFile(
  t: Pick<Tools, "subtle">,
  at: FilePlace,
  { blob, key, size }: FileName,
  file: Bytes,
): Promise<Outcome<Bytes, FileFault>> {
  const pieces = piecesIn(file.length)
  if (pieces === null) return bad({ type: "file-size" })
  if (!equalBytes(blobId(at.device, sha(file)), blob)) return bad({ type: "file-id" })
  const keys = keysOf(key, copy(file, 0, 32), at)
  if (!equalBytes(keys.commit, file.subarray(32, FILE_HEAD))) return bad({ type: "file-key" })
  const plain = await opened(t, keys, file, pieces)
  if (plain === null) return bad({ type: "file-sealed" })
  const length = new DataView(plain.buffer).getUint32(0)
  const isPadded =
    length > 0 && length === size && length + 4 <= plain.length && isZero(plain.subarray(4 + length))
  return isPadded ? good(copy(plain, 4, 4 + length)) : bad({ type: "file-padding" })
}

async function opened(
  t: Pick<Tools, "subtle">,
  keys: Keys,
  file: Bytes,
  pieces: number,
): Promise<Bytes | null> {
  const cipher = await t.subtle.importKey("raw", keys.key, { name: "AES-GCM" }, false, ["decrypt"])
  const step = FILE_PIECE + 16
  const plain = new Uint8Array(pieces * FILE_PIECE - 1)
  for (let i = 0; i < pieces; i += 1) {
    const from = FILE_HEAD + i * step
    const how = { name: "AES-GCM", iv: nonceOf(keys.base, i) }
    try {
      const piece = await t.subtle.decrypt(how, cipher, copy(file, from, Math.min(file.length, from + step)))
      plain.set(new Uint8Array(piece), i * FILE_PIECE)
    } catch {
      return null
    }
  }
  return plain
}

const keysOfName = ["blob", "key", "size", "type"]

/** What this value of a DATA body names; null where it is no file of this form. */
export function readFileName(value: unknown): FileName | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null
  if (Object.keys(value).toSorted().join() !== keysOfName.join()) return null
  const [blob, key] = ["blob", "key"].map((name) => bytesIn(Reflect.get(value, name)))
  const size: unknown = Reflect.get(value, "size")
  const type: unknown = Reflect.get(value, "type")
  if (blob === undefined || key === undefined || blob === null || key === null) return null
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 1 || size > fileLimits.bytes)
    return null
  return typeof type === "string" && isMediaType(type) ? { blob, key, size, type } : null
}

/** Every file a body names, wherever it stands in it. */
export function fileNamesIn(body: unknown): readonly FileName[] {
  const name = readFileName(body)
  if (name !== null) return [name]
  return typeof body === "object" && body !== null ? Object.values(body).flatMap(fileNamesIn) : []
}

export function fileNameData({ blob, key, size, type }: FileName): Json {
  return { blob: toBase64url(blob), key: toBase64url(key), size, type }
}

function bytesIn(value: unknown): Bytes | null {
  const bytes = typeof value === "string" ? fromBase64url(value) : null
  return bytes?.length === 32 ? bytes : null
}
