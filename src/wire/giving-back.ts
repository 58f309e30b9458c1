import { concat, Reader, u32, u64 } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import type { Statement } from "./sign-in.ts"
import type { Head } from "./state.ts"

// spec/relay.md §12: what a device says to a relay that went back.

/** What the relay itself signed of this log before. */
export interface ItsWord extends Statement {
  readonly as: "head" | "receipt"
  readonly sig: Bytes
}
/** "shows": the last entry this device holds, and the relay's own word where it has one. "go-on": somebody chose not to wait. */
export type Back =
  { readonly is: "shows"; readonly head: Head; readonly word: ItsWord | null } | { readonly is: "go-on" }

export const BACK_MAX = 154

export function encodeBack(back: Back): Bytes {
  if (back.is === "go-on") return Uint8Array.of(2)
  const { head, word } = back
  const shown = concat(Uint8Array.of(1), u64(head.seq), head.hash)
  if (word === null) return shown
  const { as, seq, hash, hour, incarnation, sig } = word
  return concat(shown, Uint8Array.of(as === "head" ? 1 : 2), u64(seq), hash, u32(hour), u32(incarnation), sig)
}

export function decodeBack(bytes: Uint8Array): Back | null {
  const r = new Reader(bytes)
  const is = r.number(1)
  if (is === 2) return r.isWhole ? { is: "go-on" } : null
  const head = { seq: r.number(8), hash: r.take(32) }
  if (is !== 1 || r.failed) return null
  if (r.isWhole) return { is: "shows", head, word: null }
  const as = r.number(1)
  const word = {
    as: as === 1 ? ("head" as const) : ("receipt" as const),
    seq: r.number(8),
    hash: r.take(32),
    hour: r.number(4),
    incarnation: r.number(4),
    sig: r.take(64),
  }
  const isSafe = Number.isSafeInteger(head.seq) && Number.isSafeInteger(word.seq)
  return r.isWhole && (as === 1 || as === 2) && isSafe ? { is: "shows", head, word } : null
}
