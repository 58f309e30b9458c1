import type { Tools } from "#ledger"
import type { SubtleLike } from "#wire"

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** What the platform lends: its cryptography and its dice. */
export const tools: Tools = {
  subtle: crypto.subtle as unknown as SubtleLike,
  random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  decodeUtf8: (bytes) => decoder.decode(bytes),
}
