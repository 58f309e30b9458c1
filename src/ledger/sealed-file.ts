import { bad, concat, copy, equalBytes, good, Reader, u32, utf8 } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { derive, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// A file under a passphrase: spec/ledger.md §14.2 and §14.5 for an export, §16.1 for a copy. The form and the label are all that tells one from the other.

export const magic = utf8("gs/v1/")
/** "gs/v1/", form, salt and commit: what stands before the ciphertext, and is its additional data. */
export const SEALED_HEAD = 71
/** Argon2id's cost belongs to the version; no file names it. */
export const EXPORT_COST = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 } as const

/** 32 bytes from a passphrase in NFKC, by Argon2id at `EXPORT_COST`. Slow on purpose, so it is passed in: a page does it in a worker. */
export type StretchExport = (passphrase: string, salt: Bytes) => Promise<Bytes>

/** Of forms 6 and 7 the length of the ciphertext stands before it, and the bytes of files behind it. */
export type SealedKind =
  { readonly form: 2 | 6; readonly label: "export" } | { readonly form: 3 | 7; readonly label: "copy" }

const TAG = 16
const hasBehind = ({ form }: SealedKind): boolean => form > 3

export async function sealFile(
  t: Tools,
  stretch: StretchExport,
  kind: SealedKind,
  passphrase: string,
  file: Bytes,
): Promise<Bytes> {
  const salt = t.random(32)
  const { key, nonce, commit } = await sealKeys(stretch, kind, passphrase, salt)
  const length = hasBehind(kind) ? [u32(file.length + TAG)] : []
  const head = concat(magic, Uint8Array.of(kind.form), salt, commit, ...length)
  const cipher = await t.subtle.importKey("raw", key, { name: "AES-GCM" }, false, ["encrypt"])
  const sealed = await t.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: head }, cipher, file)
  return concat(head, new Uint8Array(sealed))
}

/** What is inside, and what stands behind it. */
export interface OpenedFile {
  readonly inside: Bytes
  readonly behind: Uint8Array
}

/** The commitment is compared before anything is opened: a file opens under one passphrase only. The form was looked at before. */
export async function openFile(
  t: Pick<Tools, "subtle">,
  stretch: StretchExport,
  kind: SealedKind,
  passphrase: string,
  file: Uint8Array,
): Promise<Outcome<OpenedFile, { readonly type: "layout" | "passphrase" | "sealed" }>> {
  const head = SEALED_HEAD + (hasBehind(kind) ? 4 : 0)
  if (file.length < head + TAG) return bad({ type: "layout" })
  const length = hasBehind(kind) ? new Reader(file.subarray(SEALED_HEAD)).number(4) : file.length - head
  const end = head + length
  if (length < TAG || end > file.length) return bad({ type: "layout" })
  const { key, nonce, commit } = await sealKeys(stretch, kind, passphrase, copy(file, 7, 39))
  if (!equalBytes(commit, file.subarray(39, SEALED_HEAD))) return bad({ type: "passphrase" })
  const cipher = await t.subtle.importKey("raw", key, { name: "AES-GCM" }, false, ["decrypt"])
  const how = { name: "AES-GCM", iv: nonce, additionalData: copy(file, 0, head) }
  try {
    const inside = new Uint8Array(await t.subtle.decrypt(how, cipher, copy(file, head, end)))
    return good({ inside, behind: file.subarray(end) })
  } catch {
    return bad({ type: "sealed" })
  }
}

async function sealKeys(
  stretch: StretchExport,
  { label }: SealedKind,
  passphrase: string,
  salt: Bytes,
): Promise<{ readonly key: Bytes; readonly nonce: Bytes; readonly commit: Bytes }> {
  const stretched = await stretch(passphrase.normalize("NFKC"), salt)
  const out = derive(stretched, nothing, label, nothing, 76)
  stretched.fill(0)
  return { key: copy(out, 0, 32), nonce: copy(out, 32, 44), commit: copy(out, 44, 76) }
}
