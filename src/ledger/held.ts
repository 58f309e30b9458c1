import {
  bad,
  concat,
  copy,
  decodeData,
  decodeRef,
  encodeData,
  encodeRef,
  equalBytes,
  fromBase64url,
  good,
  toBase64url,
  u32,
} from "#wire"
import type { Bytes, Json, Outcome } from "#wire"
import { createDraft } from "./place.ts"
import type { ContentDraft } from "./place.ts"
import { derive, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §15.1: an answer whose key its writer keeps back. It stands in the record, nobody can adapt it any more, and nobody reads it before its writer says so.

/** One asking of all members. `seed`: 32 random bytes, said in the entry that asks; `size`: how long every answer is, in bytes, one of 256·2^i. */
export interface Round {
  readonly ref: string
  readonly seed: Bytes
  readonly size: number
}
export interface Answerer {
  readonly logId: Bytes
  readonly member: Bytes
  readonly device: Bytes
}
/** What opens one answer. It is stored on the device before the answer may go: without it nobody ever reads the answer, its writer neither. */
export interface HeldKey {
  readonly ref: string
  readonly k: Bytes
}
export interface PreparedAnswer {
  readonly secret: HeldKey
  /** The answer, for who shows the secret as it was read back from the store. Throws for another: then it was not stored. */
  readonly draft: (stored: HeldKey) => ContentDraft
}

/** The one uid an answer of this member to this round can have: whichever device writes it, a second one shows. Nobody without the round's seed can tell it. */
export function answerUid(round: Round, logId: Bytes, member: Bytes): Bytes {
  return derive(round.seed, nothing, "held-uid", concat(logId, refBytes(round.ref), member), 16)
}

interface Inner {
  readonly key: Bytes
  readonly nonce: Bytes
  readonly commit: Bytes
}
function innerKeys(k: Bytes, salt: Bytes, at: Pick<Answerer, "logId" | "device">, uid: Bytes): Inner {
  const out = derive(k, salt, "held", concat(at.logId, at.device, uid), 76)
  return { key: copy(out, 0, 32), nonce: copy(out, 32, 44), commit: copy(out, 44, 76) }
}

function refBytes(ref: string): Bytes {
  const decoded = decodeRef(ref)
  if (decoded === null) throw new Error("a round without a ref")
  return concat(decoded.device, decoded.uid)
}

/** Seals an answer. `held-size`: it is longer than answers of this round are; the person is told before anything is kept. */
export async function prepareAnswer(
  t: Tools,
  of: Answerer & {
    readonly round: Round
    /** The room's name for an answer. */
    readonly name: string
    readonly answer: Json
    readonly day: string
    readonly basis: { readonly seq: number; readonly hash: Bytes } | null
  },
): Promise<Outcome<PreparedAnswer, { readonly type: string }>> {
  const { round } = of
  const answer = encodeData(of.answer)
  if (!answer.ok) return answer
  if (answer.value.length + 4 > round.size) return bad({ type: "held-size" })
  const uid = answerUid(round, of.logId, of.member)
  const [k, salt] = [t.random(32), t.random(32)]
  const { key, nonce, commit } = innerKeys(k, salt, of, uid)
  const whole = new Uint8Array(round.size)
  whole.set(u32(answer.value.length), 0)
  whole.set(answer.value, 4)
  const cipher = await t.subtle.importKey("raw", key, { name: "AES-GCM" }, false, ["encrypt"])
  const how = { name: "AES-GCM", iv: nonce, additionalData: refBytes(round.ref) }
  const box = new Uint8Array(await t.subtle.encrypt(how, cipher, whole))
  const body = {
    round: round.ref,
    salt: toBase64url(salt),
    commit: toBase64url(commit),
    box: toBase64url(box),
  }
  const draft = createDraft(t, { kind: 1, name: of.name, body, day: of.day, basis: of.basis })
  if (!draft.ok) return draft
  const secret = { ref: encodeRef(of.device, uid), k }
  return good({
    secret,
    draft: (stored) => {
      if (stored.ref !== secret.ref || !equalBytes(stored.k, k))
        throw new Error("the answer's key was not stored")
      return { ...draft.value, uid }
    },
  })
}

/** A held answer as it stands, closed. */
export interface HeldAnswer {
  readonly round: string
  readonly salt: Bytes
  readonly commit: Bytes
  readonly box: Bytes
}

function bytesIn(value: Json | undefined, length: number | null): Bytes | null {
  const bytes = typeof value === "string" ? fromBase64url(value) : null
  return bytes !== null && (length === null || bytes.length === length) ? bytes : null
}

/** Null when a body is none: it has another key, a field of another length, or a box of a size there is not. */
export function readHeld(body: Json): HeldAnswer | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null
  const said = body as { readonly [key: string]: Json }
  if (Object.keys(said).toSorted().join() !== "box,commit,round,salt") return null
  const { round } = said
  const salt = bytesIn(said["salt"], 32)
  const commit = bytesIn(said["commit"], 32)
  const box = bytesIn(said["box"], null)
  if (typeof round !== "string" || decodeRef(round) === null) return null
  if (salt === null || commit === null || box === null || !isSize(box.length - 16)) return null
  return { round, salt, commit, box }
}

/** The answer to this round that a body is. Null when it is none: of another round, or in a box of another size than its answers have. */
export function heldIn(round: Pick<Round, "ref" | "size">, body: Json): HeldAnswer | null {
  const held = readHeld(body)
  return held !== null && held.round === round.ref && held.box.length === round.size + 16 ? held : null
}

function isSize(length: number): boolean {
  return Array.from({ length: 9 }, (_, i) => 256 * 2 ** i).includes(length)
}

export type HeldFault = { readonly type: "held-commit" | "held-seal" | "held-padding" | "held-data" }

/** What the answer says, for who has its key. The commit is compared before anything is opened. */
export async function openHeld(
  t: Pick<Tools, "subtle" | "decodeUtf8">,
  k: Bytes,
  at: { readonly logId: Bytes; readonly device: Bytes; readonly uid: Bytes },
  held: HeldAnswer,
): Promise<Outcome<Json, HeldFault>> {
  const { key, nonce, commit } = innerKeys(k, held.salt, at, at.uid)
  if (!equalBytes(commit, held.commit)) return bad({ type: "held-commit" })
  let whole: Bytes
  try {
    const cipher = await t.subtle.importKey("raw", key, { name: "AES-GCM" }, false, ["decrypt"])
    const how = { name: "AES-GCM", iv: nonce, additionalData: refBytes(held.round) }
    whole = new Uint8Array(await t.subtle.decrypt(how, cipher, held.box))
  } catch {
    return bad({ type: "held-seal" })
  }
  const length = new DataView(whole.buffer).getUint32(0)
  if (length + 4 > whole.length || whole.subarray(4 + length).some((byte) => byte !== 0))
    return bad({ type: "held-padding" })
  const data = decodeData(copy(whole, 4, 4 + length), t.decodeUtf8)
  return data.ok ? good(data.value) : bad({ type: "held-data" })
}
