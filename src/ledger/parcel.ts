import { bad, batchSteps, concat, copy, good, H, isBatchSize, isZero, Reader, u32 } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { openPiece, sealPiece } from "./sealed-piece.ts"
import type { PieceKind } from "./sealed-piece.ts"
import { derive, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §20.6: what is too large for a letter goes from one device to another in pieces, in stores drawn for it.

const LAYOUT = 1
/** layout, length. */
const HEAD = 5
/** Bytes of each piece but the last. */
export const PARCEL_PIECE = batchSteps[3] - HEAD
const IN_STORE = 8
export const PARCEL_PIECES_MAX = 2048

export type ParcelFault = { readonly type: "parcel-layout" | "parcel-key" | "parcel-sealed" }

/** Where a piece lies: the store's secret, and its number there. */
export function parcelPlace(secret: Bytes, i: number): { readonly store: Bytes; readonly n: number } {
  const store = derive(secret, nothing, "parcel-store", u32(Math.floor(i / IN_STORE)), 32)
  return { store, n: i % IN_STORE }
}

/** The secrets of all stores it takes. */
export function parcelStores(secret: Bytes, pieces: number): readonly Bytes[] {
  const count = Math.ceil(pieces / IN_STORE)
  return Array.from({ length: count }, (_, k) => parcelPlace(secret, k * IN_STORE).store)
}

export function piecesFor(length: number): number {
  return Math.max(1, Math.ceil(length / PARCEL_PIECE))
}

function pieceOf(secret: Bytes, i: number): PieceKind {
  const { store, n } = parcelPlace(secret, i)
  const key = derive(secret, nothing, "parcel-key", nothing, 32)
  return { label: "parcel", key, place: concat(H("batches", store), u32(n)) }
}

/** Piece number i of these bytes, sealed. */
export async function sealParcelPiece(t: Tools, secret: Bytes, i: number, whole: Bytes): Promise<Bytes> {
  const bytes = whole.subarray(i * PARCEL_PIECE, (i + 1) * PARCEL_PIECE)
  const size = batchSteps.find((step) => step >= HEAD + bytes.length)
  if (size === undefined) throw new Error("a piece that is too large")
  const plain = new Uint8Array(size)
  plain.set(concat(Uint8Array.of(LAYOUT), u32(bytes.length), bytes))
  return sealPiece(t, pieceOf(secret, i), plain)
}

export async function openParcelPiece(
  t: Pick<Tools, "subtle">,
  secret: Bytes,
  i: number,
  bytes: Bytes,
): Promise<Outcome<Bytes, ParcelFault>> {
  if (!isBatchSize(bytes.length)) return bad({ type: "parcel-layout" })
  const opened = await openPiece(t, pieceOf(secret, i), bytes)
  if (!opened.ok) return bad({ type: `parcel-${opened.error.type}` })
  const r = new Reader(opened.value)
  const layout = r.number(1)
  const content = r.take(r.number(4))
  const rest = copy(opened.value, opened.value.length - r.left, opened.value.length)
  if (r.failed || layout !== LAYOUT || !isZero(rest)) return bad({ type: "parcel-layout" })
  return good(copy(content, 0, content.length))
}
