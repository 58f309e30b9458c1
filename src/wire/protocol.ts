import { concat, copy } from "./bytes.ts"
import { decodeHeader, HEADER_LENGTH, RECORD_HEAD } from "./header.ts"
import type { Entry } from "./header.ts"
import { bad, good } from "./outcome.ts"
import type { Outcome } from "./outcome.ts"
import type { Structural } from "./structural.ts"

// spec/relay.md §2: what client and relay say to each other. A run of entries is, for each:
// flag u8 (1: body follows, 0: body is not here) | header 148 | signature 64 | body.

export const limits = {
  runEntries: 64,
  runBytes: 4 * 1024 * 1024,
  mailBytes: 4096,
  requests: 8,
  watched: 32,
  appendsPerMinute: 60,
  entriesPerDay: 500,
  bytesPerDay: 64 * 1024 * 1024,
  epochsPerDay: 4,
  places: 131_072,
  keptPlaces: 512,
  inviteDays: 7,
  exchangeDays: 30,
  unclaimedDays: 30,
} as const

/** A browser's socket cannot ping, and one whose network went away says nothing: so the client asks in words (spec/relay.md §5). */
export const live = { ask: '{"here":false}', answer: '{"here":true}' } as const

/** Every refusal of the relay has one stable name; the answer's body is {"type": name}. */
export const relayErrors = [
  "malformed",
  "oversize",
  "unsigned",
  "refused",
  "out-of-order",
  "conflict",
  "too-many",
  "full",
  "unknown",
  "slot-taken",
  "invite-over",
  "wrong-origin",
  "sign-in",
  "nothing-here",
  "removed",
  "went-back",
  "internal",
] as const
export type RelayError = (typeof relayErrors)[number]

export const slots = ["request", "reveal", "answer-inviter", "answer-joiner", "ended"] as const
export type Slot = (typeof slots)[number]

export function encodeRun(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  return concat(
    ...entries.flatMap((e) => [
      Uint8Array.of(e.body === null ? 0 : 1),
      e.header,
      e.sig,
      e.body ?? new Uint8Array(0),
    ]),
  )
}

/** Never throws; a run with anything left over is no run. */
export function decodeRun(bytes: Uint8Array, maxEntries: number): Outcome<readonly Entry[], Structural> {
  const entries: Entry[] = []
  let at = 0
  while (at < bytes.length) {
    if (entries.length >= maxEntries || bytes.length < at + 1 + RECORD_HEAD) return bad({ type: "run" })
    const flag = bytes[at]
    const header = copy(bytes, at + 1, at + 1 + HEADER_LENGTH)
    const decoded = decodeHeader(header)
    if (!decoded.ok) return decoded
    const sig = copy(bytes, at + 1 + HEADER_LENGTH, at + 1 + RECORD_HEAD)
    at += 1 + RECORD_HEAD
    if (flag !== 0 && flag !== 1) return bad({ type: "run" })
    const length = flag === 1 ? decoded.value.bodyLen : 0
    if (bytes.length < at + length) return bad({ type: "run" })
    entries.push({ header, sig, body: flag === 1 ? copy(bytes, at, at + length) : null })
    at += length
  }
  return good(entries)
}
