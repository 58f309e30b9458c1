import { createDraft } from "#ledger"
import type { HeldKey, Tools } from "#ledger"
import type { Day, Ref } from "#practices"
import { encodeRef, fromBase64url, toBase64url, versionHash } from "#wire"
import type { Bytes } from "#wire"
import type { Unplaced } from "../devices/unplaced.ts"
import type { State } from "./state.ts"

// What opens held answers (spec/ledger.md §15.1): pages of one's own, so that whatever brings one's own pages brings them too.

type Own = Pick<State, "private" | "unplaced"> & Partial<Pick<State, "copied">>

/** By the answers' refs: what stands in one's own logs, and what waits for a place there. */
export function heldKeysIn({ private: book, unplaced, copied }: Own): ReadonlyMap<Ref, HeldKey> {
  const stood = [...(copied?.own ?? []).flatMap(({ entries }) => entries), ...(book?.entries ?? [])]
  const waits = [...(copied?.unplaced ?? []), ...unplaced].map(({ entry }) => entry)
  const keys = [...stood.map(({ opened }) => opened), ...waits].flatMap((said) => {
    if (said?.kind !== "home.held") return []
    const { answer, k } = said.body as { readonly answer: Ref; readonly k: string }
    const bytes = fromBase64url(k)
    return bytes === null ? [] : [[answer, { ref: answer, k: bytes }] as const]
  })
  return new Map(keys)
}

/** One that came beside an answer in a file, as a page that waits for its place. */
export function heldWaiting(
  t: Tools,
  device: Bytes,
  of: { readonly key: HeldKey; readonly day: Day; readonly n: number },
): Unplaced {
  const { key, day, n } = of
  const kind = "home.held"
  const body = { answer: key.ref, k: toBase64url(key.k) }
  const draft = createDraft(t, { kind: 1, name: kind, body, day, basis: null })
  if (!draft.ok) throw new Error(draft.error.type)
  const { uid, data } = draft.value
  const ref = encodeRef(device, uid)
  const version = toBase64url(versionHash(device, uid, data))
  const entry = { log: "private", kind, body, ref, version, writer: "", day, recordKind: 1 } as const
  return { ref, n, uid, data, entry }
}
