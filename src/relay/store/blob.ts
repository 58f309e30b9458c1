import type { Bytes } from "#wire"

/** Bytes out of a row; anything else is a database of somebody else's. */
export function blob(value: unknown): Bytes {
  if (!(value instanceof Uint8Array)) throw new Error("the database holds something else than bytes")
  return Uint8Array.from(value)
}
