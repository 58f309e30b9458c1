import {
  bad,
  BODY_OVERHEAD,
  concat,
  copy,
  DATA_MAX,
  decodeData,
  encodeRef,
  equalBytes,
  fromBase64url,
  good,
  toBase64url,
  u32,
  versionHash,
} from "#wire"
import type { Bytes, Entry, Header, Json, Outcome } from "#wire"
import { derive, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §9. BODY of kinds 1 and 4 = salt 32 | commit 32 | AES-256-GCM ciphertext and tag. Salt is fresh at every sealing.

export interface SealPlace {
  readonly v: number
  readonly logId: Bytes
  readonly epoch: number
  readonly device: Bytes
  readonly kind: number
  readonly uid: Bytes
}

interface BodyKeys {
  readonly key: Bytes
  readonly nonce: Bytes
  readonly commit: Bytes
}

/** Showing this key discloses exactly one entry, verifiably. */
export function messageKey(epochKey: Bytes, salt: Bytes, at: SealPlace): Bytes {
  return derive(epochKey, salt, "mk", concat(at.logId, at.device, at.uid), 32)
}

function bodyKeys(mk: Bytes): BodyKeys {
  const out = derive(mk, nothing, "body", nothing, 76)
  return { key: copy(out, 0, 32), nonce: copy(out, 32, 44), commit: copy(out, 44, 76) }
}

function aad(at: SealPlace): Bytes {
  return concat(Uint8Array.of(at.v), at.logId, u32(at.epoch), at.device, Uint8Array.of(at.kind), at.uid)
}

/** length u32 | DATA | zeros, to the smallest of 256·2^i. */
function pad(data: Bytes): Bytes {
  if (data.length > DATA_MAX) throw new Error("DATA was not measured before sealing")
  let size = 256
  while (size < data.length + 4) size *= 2
  const padded = new Uint8Array(size)
  padded.set(u32(data.length), 0)
  padded.set(data, 4)
  return padded
}

function unpad(plain: Bytes): Bytes | null {
  const length = (((plain[0] ?? 0) * 256 + (plain[1] ?? 0)) * 256 + (plain[2] ?? 0)) * 256 + (plain[3] ?? 0)
  if (length + 4 > plain.length) return null
  return plain.subarray(4 + length).every((b) => b === 0) ? copy(plain, 4, 4 + length) : null
}

export async function seal(t: Tools, epochKey: Bytes, at: SealPlace, data: Bytes): Promise<Bytes> {
  const salt = t.random(32)
  const { key, nonce, commit } = bodyKeys(messageKey(epochKey, salt, at))
  const cipher = await t.subtle.importKey("raw", key, { name: "AES-GCM" }, false, ["encrypt"])
  const sealed = await t.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: aad(at) },
    cipher,
    pad(data),
  )
  return concat(salt, commit, new Uint8Array(sealed))
}

export type Unreadable =
  | { readonly type: "unreadable"; readonly why: "key" | "key-commit" | "seal" | "padding" | "data" }
  | { readonly type: "missing" }

/** What an entry says, once opened. `ref` and `version` name it; basis is the head its writer had when it was first written. */
export interface Opened {
  readonly kind: string
  readonly body: Json
  readonly day: string
  readonly basis: { readonly seq: number; readonly hash: string }
  readonly ref: string
  readonly version: string
}

/** The DATA bytes of a sealed body, for who has its epoch's key. */
export async function openBody(
  t: Tools,
  epochKey: Bytes,
  at: SealPlace,
  body: Bytes,
): Promise<Outcome<Bytes, Unreadable>> {
  return openWith(t, messageKey(epochKey, copy(body, 0, 32), at), at, body)
}

/** With the one key of this entry. The commitment is compared before anything is opened. */
async function openWith(
  t: Pick<Tools, "subtle">,
  mk: Bytes,
  at: SealPlace,
  body: Bytes,
): Promise<Outcome<Bytes, Unreadable>> {
  if (body.length < 256 + BODY_OVERHEAD) return bad({ type: "unreadable", why: "seal" })
  const { key, nonce, commit } = bodyKeys(mk)
  if (!equalBytes(commit, body.subarray(32, 64))) return bad({ type: "unreadable", why: "key-commit" })
  let plain: Bytes
  try {
    const cipher = await t.subtle.importKey("raw", key, { name: "AES-GCM" }, false, ["decrypt"])
    plain = new Uint8Array(
      await t.subtle.decrypt(
        { name: "AES-GCM", iv: nonce, additionalData: aad(at) },
        cipher,
        copy(body, 64, body.length),
      ),
    )
  } catch {
    return bad({ type: "unreadable", why: "seal" })
  }
  const data = unpad(plain)
  return data === null ? bad({ type: "unreadable", why: "padding" }) : good(data)
}

const topKeys = ["kind", "body", "day", "basis", "blind"]
const dayForm = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** Opens one verified entry of kind 1 or 4 with the epoch keys at hand. */
export async function open(
  t: Tools,
  epochs: ReadonlyMap<number, Bytes>,
  header: Header,
  entry: Entry,
): Promise<Outcome<Opened, Unreadable>> {
  if (entry.body === null) return bad({ type: "missing" })
  const epochKey = epochs.get(header.epoch)
  if (epochKey === undefined) return bad({ type: "unreadable", why: "key" })
  return read(t, header, await openBody(t, epochKey, header, entry.body))
}

/** Opens one verified entry of kind 1 or 4 that somebody showed: with its own key and no other. */
export async function openShown(
  t: Pick<Tools, "subtle" | "decodeUtf8">,
  mk: Bytes | null,
  header: Header,
  entry: Entry,
): Promise<Outcome<Opened, Unreadable>> {
  if (entry.body === null) return bad({ type: "missing" })
  if (mk === null) return bad({ type: "unreadable", why: "key" })
  return read(t, header, await openWith(t, mk, header, entry.body))
}

function read(
  t: Pick<Tools, "decodeUtf8">,
  header: Header,
  data: Outcome<Bytes, Unreadable>,
): Outcome<Opened, Unreadable> {
  if (!data.ok) return data
  const value = decodeData(data.value, t.decodeUtf8)
  if (!value.ok || !isData(value.value)) return bad({ type: "unreadable", why: "data" })
  const { kind, body, day, basis } = value.value
  return good({
    kind,
    body,
    day,
    basis,
    ref: encodeRef(header.device, header.uid),
    version: toBase64url(versionHash(header.device, header.uid, data.value)),
  })
}

export interface Data {
  readonly kind: string
  readonly body: Json
  readonly day: string
  readonly basis: { readonly seq: number; readonly hash: string }
  readonly blind: string
}

export function isDay(text: string): boolean {
  return dayForm.test(text)
}

/** Exactly the five keys every entry carries, each of its shape (spec/ledger.md §6). */
export function isData(value: Json): value is Json & Data {
  if (!hasExactly(value, topKeys)) return false
  const { kind, day, blind, basis } = value
  return (
    typeof kind === "string" && typeof day === "string" && isDay(day) && isBytes(blind, 16) && isBasis(basis)
  )
}

function hasExactly(
  value: Json | undefined,
  keys: readonly string[],
): value is { readonly [key: string]: Json } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  return Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key))
}

function isBytes(value: Json | undefined, length: number): boolean {
  return typeof value === "string" && fromBase64url(value)?.length === length
}

/** The head its writer had verified; before there was any, the place 0 and no hash. */
function isBasis(value: Json | undefined): boolean {
  if (!hasExactly(value, ["seq", "hash"])) return false
  const { seq, hash } = value
  if (typeof seq !== "number" || seq < 0) return false
  return (hash === "" && seq === 0) || isBytes(hash, 32)
}
