import { bad, concat, copy, good, isZero, Reader, SLOT_PLAIN, SLOT_SIZE, u16, u64, utf8 } from "#wire"
import type { Bytes, Head, Outcome } from "#wire"
import type { CodeKeys } from "./recovery-code.ts"
import { openPiece, sealPiece } from "./sealed-piece.ts"
import type { PieceKind } from "./sealed-piece.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §18.3: what a recovery code finds. One size, and nothing in it but where the private log lies and how it opens.

const LAYOUT = 1
/** So many bytes of the relay's origin have room. */
export const ORIGIN_MAX = SLOT_PLAIN - 155

export interface Slot {
  readonly logId: Bytes
  readonly member: Bytes
  /** Of the private log, when the code was made: what is served must reach it. */
  readonly head: Head
  /** Names the store (H("batches", secret)) and may read and add there. */
  readonly store: Bytes
  readonly batchKey: Bytes
  readonly relay: string
}
export type SlotFault = { readonly type: "slot-layout" | "slot-key" | "slot-sealed" }

const kindOf = (keys: Pick<CodeKeys, "slot" | "slotKey">): PieceKind => ({
  label: "slot",
  key: keys.slotKey,
  place: keys.slot,
})

export async function sealSlot(t: Tools, keys: Pick<CodeKeys, "slot" | "slotKey">, of: Slot): Promise<Bytes> {
  const origin = utf8(of.relay)
  if (origin.length > ORIGIN_MAX) throw new Error("an address without room in a slot")
  const plain = new Uint8Array(SLOT_PLAIN)
  const { logId, member, head, store, batchKey } = of
  const fields = [logId, member, u64(head.seq), head.hash, store, batchKey, u16(origin.length), origin]
  plain.set(concat(Uint8Array.of(LAYOUT), ...fields))
  return sealPiece(t, kindOf(keys), plain)
}

export async function openSlot(
  t: Tools,
  keys: Pick<CodeKeys, "slot" | "slotKey">,
  bytes: Bytes,
): Promise<Outcome<Slot, SlotFault>> {
  if (bytes.length !== SLOT_SIZE) return bad({ type: "slot-layout" })
  const opened = await openPiece(t, kindOf(keys), bytes)
  if (!opened.ok) return bad({ type: `slot-${opened.error.type}` })
  const slot = layoutOf(t, opened.value)
  return slot === null ? bad({ type: "slot-layout" }) : good(slot)
}

function layoutOf(t: Tools, plain: Bytes): Slot | null {
  const r = new Reader(plain)
  const layout = r.number(1)
  const [logId, member, seq, hash] = [r.take(32), r.take(16), r.number(8), r.take(32)]
  const [store, batchKey] = [r.take(32), r.take(32)]
  const length = r.number(2)
  const origin = length > ORIGIN_MAX ? null : r.take(length)
  if (layout !== LAYOUT || origin === null || !Number.isSafeInteger(seq)) return null
  if (!isZero(copy(plain, plain.length - r.left, plain.length))) return null
  try {
    return { logId, member, head: { seq, hash }, store, batchKey, relay: t.decodeUtf8(origin) }
  } catch {
    return null
  }
}
