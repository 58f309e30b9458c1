import type { Later } from "./drafts.ts"
import { listen } from "./live-socket.ts"
import type { Listening } from "./live-socket.ts"

/** How this device reaches a relay: a browser's fetch, or in a test the relay's own function. */
export interface RelayPort {
  readonly fetch: (request: Request) => Promise<Response>
  /** Listens for "there is news"; hints only, they may be lost or made up without harm. */
  readonly live?: (topics: Topics, onNews: () => void) => Listening
}
export interface Topics {
  /** Log ids, base64url. */
  readonly watch: readonly string[]
  /** "H.inviteId", base64url each. */
  readonly mail: readonly string[]
}

/** For all of a request and its answer. */
const patience = 30_000
/** Until a question without a body is answered at all: what takes longer is a connection that died without a word, and the next one is a new one. */
const patienceToRead = 12_000

/** The page's own origin is the relay. */
export function browserRelay(origin: string, later: Later, random: (n: number) => Uint8Array): RelayPort {
  return {
    fetch: async (request) => {
      const giveUp = new AbortController()
      later(patience, () => giveUp.abort())
      const answered = request.method === "GET" ? later(patienceToRead, () => giveUp.abort()) : null
      try {
        return await fetch(request, {
          signal: giveUp.signal,
          credentials: "omit",
          redirect: "error",
          referrerPolicy: "no-referrer",
        })
      } finally {
        answered?.()
      }
    },
    live: (topics, onNews) =>
      listen({
        open: () => new WebSocket(`${origin.replace(/^http/, "ws")}/api/live`),
        topics: JSON.stringify(topics),
        onNews,
        later,
        random,
      }),
  }
}
