import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import { concat, copy, equalBytes, fromBase64url, NONCE_SIZE, purposes, toBase64url, toHex, u32 } from "#wire"
import type { Bytes, Purpose } from "#wire"
import type { Who } from "./reach.ts"

// What the relay hands out and knows again without keeping it: nonces and tokens carry a code of a secret that lives as long as this process.

/** Minutes for which a nonce may come back, and for which a token holds. */
const nonceMinutes = 3
const tokenMinutes = 60
/** Nonces used and still young. A flood beyond it waits for the next minute. */
const mostUsed = 200_000

export interface Tokens {
  readonly nonce: () => Bytes
  /** True once for each nonce of this relay that is young enough. */
  readonly takes: (nonce: Bytes) => "taken" | "not-ours" | "too-many"
  readonly token: (of: Granted) => string
  /** Who this token lets do that, in that log; null when it is none, or no longer. Who only listens is not asked for an incarnation. */
  readonly who: (
    text: string | undefined,
    of: Pick<Granted, "log" | "purpose"> & { readonly incarnation: number | null },
  ) => Who | null
}
interface Granted {
  readonly log: Bytes
  readonly purpose: Purpose
  readonly incarnation: number
  readonly who: Who
}

export function createTokens(clock: () => number): Tokens {
  const secret = randomBytes(32)
  const used = new Map<number, Set<string>>()
  const minute = (): number => Math.floor(clock() / 60_000)
  const code = (what: "nonce" | "token", bytes: Uint8Array): Bytes =>
    new Uint8Array(createHmac("sha256", secret).update(what).update(bytes).digest())
  const isYoung = (at: number, minutes: number): boolean => at <= minute() && minute() - at <= minutes
  return {
    nonce: () => {
      const what = concat(u32(minute()), new Uint8Array(randomBytes(12)))
      return concat(what, copy(code("nonce", what), 0, 16))
    },
    takes: (nonce) => {
      if (nonce.length !== NONCE_SIZE) return "not-ours"
      const what = copy(nonce, 0, 16)
      const at = numberIn(what, 0)
      const isOurs = timingSafeEqual(code("nonce", what).subarray(0, 16), nonce.subarray(16))
      if (!isOurs || !isYoung(at, nonceMinutes)) return "not-ours"
      for (const old of used.keys()) if (!isYoung(old, nonceMinutes)) used.delete(old)
      const ofThen = used.get(at) ?? new Set()
      if (ofThen.has(toHex(nonce))) return "not-ours"
      if (ofThen.size >= mostUsed) return "too-many"
      used.set(at, ofThen.add(toHex(nonce)))
      return "taken"
    },
    token: ({ log, purpose, incarnation, who }) => {
      const minutes = u32(minute())
      const what = concat(Uint8Array.of(purposes[purpose]), log, who.ed, minutes, u32(incarnation))
      return toBase64url(concat(what, code("token", what)))
    },
    who: (text, { log, purpose, incarnation }) => {
      const bytes = text === undefined || text.length > 200 ? null : fromBase64url(text)
      if (bytes?.length !== 105) return null
      const what = copy(bytes, 0, 73)
      if (!timingSafeEqual(code("token", what), bytes.subarray(73))) return null
      const isFor =
        what[0] === purposes[purpose] &&
        equalBytes(what.subarray(1, 33), log) &&
        (incarnation === null || numberIn(what, 69) === incarnation)
      if (!isFor || !isYoung(numberIn(what, 65), tokenMinutes)) return null
      return { ed: copy(what, 33, 65) }
    },
  }
}

function numberIn(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at)
}
