import { createRelay, openMemoryStore } from "#relay"
import type { RelayOptions } from "#relay"
import type { RelayPort } from "../server/relay-port.ts"
import { relayOrigin, verify } from "./people.ts"
import type { TestClock } from "./people.ts"

/** The real relay function over a store in memory. */
export function honestRelay(clock: TestClock, more: Partial<RelayOptions> = {}): RelayPort {
  const relay = createRelay({
    store: openMemoryStore(),
    clock: () => clock.now().at,
    verify,
    origins: [relayOrigin],
    ...more,
  })
  return { fetch: relay.fetch }
}

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** Notes all that is asked, then asks the relay. */
export function noting(relay: RelayPort, transcript: Asked[]): RelayPort {
  return {
    fetch: async (request) => {
      const body = new Uint8Array(await request.clone().arrayBuffer())
      const { pathname, search } = new URL(request.url)
      const headers = JSON.stringify([...request.headers])
      transcript.push({ method: request.method, path: pathname + search, headers, body })
      return relay.fetch(request)
    },
  }
}
