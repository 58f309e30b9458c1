import type { Tools } from "#ledger"
import type { SubtleLike } from "#wire"

/** The browser's own cryptography and dice, in the shape the ledger asks for. */
export function browserTools(): Tools {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  return {
    subtle: crypto.subtle as unknown as SubtleLike,
    random: (n) => crypto.getRandomValues(new Uint8Array(n)),
    decodeUtf8: (bytes) => decoder.decode(bytes),
  }
}

/** Whether this browser makes the two kinds of keys the record is built on. It is asked once, before anything is written. */
export async function hasKeys(t: Pick<Tools, "subtle">): Promise<boolean> {
  try {
    await t.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"])
    await t.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"])
    return true
  } catch {
    return false
  }
}
