import { bad, concat, copy, equalBytes, good } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { derive } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §18.3, §20.2, §20.6: what lies with a relay for its owner alone. salt 32 | commit 32 | AES-256-GCM ciphertext and tag, bound to the place it lies in.

export interface PieceKind {
  readonly label: "slot" | "batch" | "letter" | "parcel"
  readonly key: Bytes
  /** Where it lies: it opens there and nowhere else. */
  readonly place: Bytes
}
export type PieceFault = { readonly type: "key" | "sealed" }

function keysOf(
  kind: PieceKind,
  salt: Bytes,
): { readonly key: Bytes; readonly nonce: Bytes; readonly commit: Bytes } {
  const out = derive(kind.key, salt, kind.label, kind.place, 76)
  return { key: copy(out, 0, 32), nonce: copy(out, 32, 44), commit: copy(out, 44, 76) }
}

/** The salt is drawn anew every time, also for the same place. */
export async function sealPiece(t: Tools, kind: PieceKind, plain: Bytes): Promise<Bytes> {
  const salt = t.random(32)
  const { key, nonce, commit } = keysOf(kind, salt)
  const cipher = await t.subtle.importKey("raw", key, { name: "AES-GCM" }, false, ["encrypt"])
  const how = { name: "AES-GCM", iv: nonce, additionalData: kind.place }
  return concat(salt, commit, new Uint8Array(await t.subtle.encrypt(how, cipher, plain)))
}

/** The commitment is compared before anything is opened. The size was looked at before. */
export async function openPiece(
  t: Pick<Tools, "subtle">,
  kind: PieceKind,
  bytes: Bytes,
): Promise<Outcome<Bytes, PieceFault>> {
  const { key, nonce, commit } = keysOf(kind, copy(bytes, 0, 32))
  if (!equalBytes(commit, bytes.subarray(32, 64))) return bad({ type: "key" })
  const cipher = await t.subtle.importKey("raw", key, { name: "AES-GCM" }, false, ["decrypt"])
  const how = { name: "AES-GCM", iv: nonce, additionalData: kind.place }
  try {
    return good(new Uint8Array(await t.subtle.decrypt(how, cipher, copy(bytes, 64, bytes.length))))
  } catch {
    return bad({ type: "sealed" })
  }
}
