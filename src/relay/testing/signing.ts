import type { DeviceKeys } from "#ledger"
import { authBytes, encodeSignIn, fromBase64url, signedMessage, toBase64url, utf8 } from "#wire"
import type { Bytes, Purpose } from "#wire"
import { appending, reading } from "./asking.ts"
import type { Ask } from "./bad-world.ts"

// Somebody who signs in at the relay: with wire and WebCrypto alone.

export const origin = "http://relay"

type Signs = Pick<DeviceKeys, "ed">

export async function nonceOf(ask: Ask): Promise<Bytes> {
  const told = (await (await ask(new Request(`${origin}/api/sign-in`))).json()) as { readonly nonce: string }
  return fromBase64url(told.nonce) ?? new Uint8Array(0)
}

export interface SigningOf {
  readonly purpose?: Purpose
  readonly origin?: string
  readonly nonce?: Bytes
  /** What the signature covers, where it is another than what is said. */
  readonly signed?: { readonly purpose?: Purpose; readonly origin?: string; readonly log?: Bytes }
}

export async function signingIn(ask: Ask, log: Bytes, keys: Signs, of: SigningOf = {}): Promise<Request> {
  const nonce = of.nonce ?? (await nonceOf(ask))
  const said = { purpose: of.purpose ?? "read", origin: of.origin ?? origin, log }
  const covered = { ...said, ...of.signed }
  const key = await crypto.subtle.importKey("pkcs8", keys.ed.pkcs8, "Ed25519", false, ["sign"])
  const message = signedMessage(
    "auth",
    authBytes({ origin: utf8(covered.origin), logId: covered.log, nonce, purpose: covered.purpose }),
  )
  const sig = new Uint8Array(await crypto.subtle.sign("Ed25519", key, message))
  const ed = keys.ed.publicKey
  const body = encodeSignIn({ purpose: said.purpose, ed, nonce, sig, origin: utf8(said.origin) })
  return new Request(`${origin}/api/sign-in/${toBase64url(log)}`, { method: "POST", body })
}

export async function tokenFor(
  ask: Ask,
  log: Bytes,
  keys: Signs,
  purpose: Purpose = "read",
  at = origin,
): Promise<string> {
  const answer = await ask(await signingIn(ask, log, keys, { purpose, origin: at }))
  const told = (await answer.json()) as { readonly token?: string; readonly type?: string }
  if (told.token === undefined) throw new Error(`not let in: ${String(told.type)}`)
  return told.token
}

/** Asks a relay that is served: what was meant for the one in the tests goes there. */
export function askServed(url: string): Ask {
  return (request) => fetch(new Request(request.url.replace(origin, url), request))
}

export async function readAs(ask: Ask, log: Bytes, keys: Signs, from = 0): Promise<Response> {
  return ask(withToken(reading(log, from), await tokenFor(ask, log, keys)))
}

export async function appendAs(
  ask: Ask,
  log: Bytes,
  run: Parameters<typeof appending>[1],
  keys: Signs,
): Promise<Response> {
  return ask(withToken(appending(log, run), await tokenFor(ask, log, keys, "append")))
}

export function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers)
  headers.set("Goldseam-Token", token)
  return new Request(request, { headers })
}

export function withLink(request: Request, inviteId: Bytes): Request {
  const headers = new Headers(request.headers)
  headers.set("Goldseam-Invite", toBase64url(inviteId))
  return new Request(request, { headers })
}
