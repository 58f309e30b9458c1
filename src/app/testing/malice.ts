import { decodeRun, encodeRun } from "#wire"
import type { Entry } from "#wire"
import type { RelayPort } from "../server/relay-port.ts"

// A relay that does not keep its word, one scripted way each: it wraps the real one and changes what goes through.

/** What a GET of a log serves, changed. `from` is the first place asked for. */
export function serving(
  relay: RelayPort,
  change: (entries: readonly Entry[], from: number) => readonly Entry[],
): RelayPort {
  return {
    fetch: async (request) => {
      const response = await relay.fetch(request)
      const url = new URL(request.url)
      if (request.method !== "GET" || !url.pathname.startsWith("/api/log/")) return response
      const run = decodeRun(new Uint8Array(await response.arrayBuffer()), 1000)
      const entries = run.ok ? run.value : []
      const from = Number(url.searchParams.get("from") ?? "0")
      return new Response(encodeRun(change(entries, from)), { status: 200, headers: response.headers })
    },
  }
}

/** Answers a request in the relay's place, whenever `answer` gives one. */
export function answering(
  relay: RelayPort,
  answer: (request: Request, body: Uint8Array<ArrayBuffer>) => Response | null | Promise<Response | null>,
): RelayPort {
  return {
    fetch: async (request) => {
      const body = new Uint8Array(await request.clone().arrayBuffer())
      return (await answer(request, body)) ?? relay.fetch(request)
    },
  }
}

export function refusal(type: string, status = 403): Response {
  return Response.json({ type }, { status })
}

export type Slots = Readonly<Record<string, readonly string[]>>

/** What a mailbox serves, changed: slot names to base64url texts. */
export function mailing(relay: RelayPort, change: (slots: Slots) => Slots | Promise<Slots>): RelayPort {
  return {
    fetch: async (request) => {
      const response = await relay.fetch(request)
      if (request.method !== "GET" || !new URL(request.url).pathname.startsWith("/api/mail/")) return response
      const told = (await response.json()) as { readonly slots: Slots }
      return Response.json({ slots: await change(told.slots) })
    },
  }
}

export function isPost(request: Request): boolean {
  return request.method === "POST" && new URL(request.url).pathname.startsWith("/api/log/")
}

/** Whether this would change anything at the relay; who signs in writes nothing. */
export function isWrite(request: Request): boolean {
  return request.method !== "GET" && !new URL(request.url).pathname.startsWith("/api/sign-in/")
}

/** The same bytes with one bit turned. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  const out = Uint8Array.from(bytes)
  out[bit >> 3] = (out[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return out
}
