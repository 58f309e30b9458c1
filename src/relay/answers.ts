import { encodeRun, toBase64url } from "#wire"
import type { Bytes, Entry, RelayError, Statement } from "#wire"

/** Every refusal has one status and one stable type; the body is {"type": …} and nothing else. */
export const statusOf: Readonly<Record<RelayError, number>> = {
  malformed: 400,
  oversize: 413,
  unsigned: 403,
  refused: 403,
  "out-of-order": 400,
  conflict: 409,
  "too-many": 429,
  full: 507,
  unknown: 404,
  "slot-taken": 409,
  "invite-over": 410,
  "wrong-origin": 403,
  "sign-in": 401,
  "nothing-here": 404,
  removed: 403,
  "went-back": 409,
  internal: 500,
}

/** On every answer of the API. App and API share one origin here, so `same-origin` is enough; a relay on an origin of its own would need `cross-origin`. */
export const apiHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
}

export function refusal(error: RelayError): Response {
  return json({ type: error }, statusOf[error])
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { ...apiHeaders, "Content-Type": "application/json" },
  })
}

/** A head as it is told: with the relay's own signature, so that two different ones can be held side by side. */
export interface SignedHead extends Statement {
  readonly sig: Bytes
}

export function runAnswer(
  entries: readonly Entry[],
  head: SignedHead | null,
  status: 200 | 409,
  isBack: boolean,
): Response {
  return new Response(encodeRun(entries), {
    status,
    headers: {
      ...apiHeaders,
      "Content-Type": "application/octet-stream",
      "Goldseam-Head": head === null ? "none" : `${String(head.seq)}.${toBase64url(head.hash)}`,
      ...(head === null ? {} : { "Goldseam-Signed": signedOf(head) }),
      ...(isBack ? { "Goldseam-Back": "1" } : {}),
    },
  })
}

function signedOf({ hour, incarnation, sig }: SignedHead): string {
  return `${String(hour)}.${String(incarnation)}.${toBase64url(sig)}`
}
