import { concat, H, toHex, u32 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { derive, openParcelPiece, parcelPlace } from "../../src/ledger/index.ts"
import { bytesOf, flipped, t } from "./people.ts"
import type { Vector } from "./shape.ts"
import { filled, piece } from "./sheet-cases.ts"

// Pieces of a parcel, put together a second time from the text of spec/ledger.md §20.6.

const nothing = new Uint8Array(0)
const secret = bytesOf("the secret of a parcel", 32)
const content = bytesOf("what was put away", 300)

/** What stands of it in a welcome. */
export function parcelOf(pieces: number): Bytes {
  return concat(secret, u32(pieces))
}

export async function readPiece(
  of: Bytes,
  i: number,
  bytes: Bytes,
): Promise<Readonly<Record<string, unknown>> & { readonly type: string }> {
  const read = await openParcelPiece(t, of, i, bytes)
  if (!read.ok) return { type: read.error.type }
  const { store, n } = parcelPlace(of, i)
  return { type: "ok", store: toHex(store), n, content: toHex(read.value) }
}

interface PieceOf {
  readonly i?: number
  readonly layout?: number
  readonly length?: number
  readonly size?: number
  readonly after?: Uint8Array
  readonly label?: string
}
function pieceOf({ i = 0, ...of }: PieceOf = {}): Promise<Bytes> {
  const store = derive(secret, nothing, "parcel-store", u32(Math.floor(i / 8)), 32)
  const head = concat(Uint8Array.of(of.layout ?? 1), u32(of.length ?? content.length))
  return piece({
    label: of.label ?? "parcel",
    key: derive(secret, nothing, "parcel-key", nothing, 32),
    place: concat(H("batches", store), u32(i % 8)),
    plain: filled(concat(head, content, of.after ?? nothing), of.size ?? 16_384),
  })
}

export async function parcelVectors(): Promise<readonly Vector[]> {
  const one = async (name: string, bytes: Bytes, i = 0, of = secret): Promise<Vector> => {
    const read = await readPiece(of, i, bytes)
    return { ...read, name, is: "parcel", secret: toHex(of), i, bytes: toHex(bytes) }
  }
  return [
    await one("the first piece", await pieceOf()),
    await one("the last of a store", await pieceOf({ i: 7 }), 7),
    await one("the first of the next", await pieceOf({ i: 8 }), 8),
    await one("another piece", await pieceOf({ i: 1 })),
    await one("of the store before", await pieceOf({ i: 0 }), 8),
    await one("of another parcel", await pieceOf(), 0, bytesOf("another", 32)),
    await one("sealed as a letter", await pieceOf({ label: "letter" })),
    await one("of a size that is none", (await pieceOf()).slice(0, -1)),
    await one("nothing", new Uint8Array(0)),
    await one("a bit of the commitment turned", flipped(await pieceOf(), 40)),
    await one("a bit of the ciphertext turned", flipped(await pieceOf(), 90)),
    await one("another layout", await pieceOf({ layout: 2 })),
    await one("longer than there is", await pieceOf({ length: 16_380 })),
    await one("something after it", await pieceOf({ after: Uint8Array.of(1) })),
  ]
}
