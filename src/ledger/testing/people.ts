import { createVerify } from "#wire"
import type { SubtleLike } from "#wire"
import type { Tools } from "../tools.ts"

/** WebCrypto of Node, and dice from a seed: the same seed throws the same numbers. Tests only. */
export function toolsFrom(seed: number): Tools {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 15), z | 1)
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61)
    return ((z ^ (z >>> 14)) >>> 0) & 255
  }
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  return {
    subtle: crypto.subtle as unknown as SubtleLike,
    random: (n) => Uint8Array.from({ length: n }, next),
    decodeUtf8: (bytes) => decoder.decode(bytes),
  }
}

export const verify = createVerify(crypto.subtle as unknown as SubtleLike)
