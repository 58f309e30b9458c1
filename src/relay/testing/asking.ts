import { decodeRun, encodeRun, limits, toBase64url } from "#wire"
import type { Bytes, Entry } from "#wire"
import { createRelay } from "../relay.ts"
import type { Relay, RelayOptions } from "../relay.ts"
import { openMemoryStore } from "../store/memory.ts"
import { verify } from "./writer.ts"
import type { Invited } from "./writer.ts"

/** 2026-11-25T22:37:11.123Z: not on the hour, so that anything finer than an hour would show. */
export const someTime = 1_795_646_231_123
const octets = { "Content-Type": "application/octet-stream" }

/** Nobody signs in: what a signed-in person is answered. Signing in has its own tests. */
export function testRelay(more: Partial<RelayOptions> = {}): Relay {
  return createRelay({ store: openMemoryStore(), clock: () => someTime, verify, isOpen: true, ...more })
}

export function appending(log: Bytes, run: readonly Entry[], origin = "http://relay"): Request {
  const body = encodeRun(run)
  return new Request(`${origin}/api/log/${toBase64url(log)}`, { method: "POST", headers: octets, body })
}

export function reading(log: Bytes, from = 0, origin = "http://relay"): Request {
  return new Request(`${origin}/api/log/${toBase64url(log)}?from=${String(from)}`)
}

export function putting(invited: Invited, slot: string, body: Bytes, origin = "http://relay"): Request {
  return new Request(`${origin}/api/mail/${toBase64url(invited.H)}/${slot}`, {
    method: "PUT",
    headers: { ...octets, "Goldseam-Invite": toBase64url(invited.inviteId) },
    body,
  })
}

export function opening(invited: Invited, origin = "http://relay"): Request {
  return new Request(`${origin}/api/mail/${toBase64url(invited.H)}`, {
    headers: { "Goldseam-Invite": toBase64url(invited.inviteId) },
  })
}

export async function typeOf(response: Response): Promise<string> {
  const told: unknown = await response.json()
  return typeof told === "object" && told !== null && "type" in told ? String(told.type) : "none"
}

export async function entriesOf(response: Response): Promise<readonly Entry[]> {
  const run = decodeRun(new Uint8Array(await response.arrayBuffer()), limits.runEntries)
  if (!run.ok) throw new Error(run.error.type)
  return run.value
}
