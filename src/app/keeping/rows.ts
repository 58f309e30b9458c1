import { fromBase64url, toBase64url, utf8 } from "#wire"
import type { Bytes } from "#wire"

// Rows of the local store that are ours alone: JSON, bytes in it as {"~": base64url}. They are sealed, so what comes back is what was put in; what leaves the
// device has its own closed grammar (spec/ledger.md §6).

const mark = "~"

export function toRow(value: unknown): Bytes {
  return utf8(
    JSON.stringify(value, (_, v: unknown) => (v instanceof Uint8Array ? { [mark]: toBase64url(v) } : v)),
  )
}

/** Throws when these bytes are no row of ours: after the seal has held, that is our own defect. */
export function fromRow<T>(bytes: Bytes, decodeUtf8: (bytes: Uint8Array) => string): T {
  return JSON.parse(decodeUtf8(bytes), (_, v: unknown) => {
    if (typeof v !== "object" || v === null || !Object.hasOwn(v, mark)) return v
    const text: unknown = Reflect.get(v, mark)
    return typeof text === "string" ? fromBase64url(text) : v
  }) as T
}
