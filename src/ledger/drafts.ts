import { concat, decodeRef, encodeRef, entryHash, toBase64url } from "#wire"
import type { Bytes, Entry } from "#wire"
import type { AnyDraft, ControlDraft } from "./place.ts"
import type { Tools } from "./tools.ts"

export function draftRedact(
  t: Tools,
  targets: readonly { readonly entry: Entry; readonly device: Bytes; readonly uid: Bytes }[],
  /** The files that go with them (§23.2). */
  blobs: readonly Bytes[] = [],
): ControlDraft {
  return {
    uid: t.random(16),
    control: {
      op: "redact",
      targets: targets.map((r) => ({ entryHash: entryHash(r.entry), device: r.device, uid: r.uid })),
      blobs,
    },
  }
}

export function refOf(draft: AnyDraft, device: Bytes): string {
  return encodeRef(device, draft.uid)
}

export function bytesOfRef(ref: { readonly device: Bytes; readonly uid: Bytes }): Bytes {
  return concat(ref.device, ref.uid)
}

/** base64url of the 16 bytes of the device an entry's ref begins with, or null when it is no ref. */
export function deviceOfRef(ref: string): string | null {
  const decoded = decodeRef(ref)
  return decoded === null ? null : toBase64url(decoded.device)
}
