import type { Later } from "../drafts/drafts.ts"
import { listen } from "./live-socket.ts"
import type { Listening } from "./live-socket.ts"

/** How this device reaches a relay: a browser's fetch, or in a test the relay's own function. */
export interface RelayPort {
  readonly fetch: (request: Request) => Promise<Response>
  /** Listens for "there is news"; hints only, they may be lost or made up without harm. */
  readonly live?: (topics: () => Promise<Topics>, onNews: () => void) => Listening
}
/** Asked for with each connection: what lets one hear does not hold for ever. */
export interface Topics {
  /** "logId.token" or "logId.inviteId", base64url each. */
  readonly watch: readonly string[]
  /** "H.inviteId", base64url each. */
  readonly mail: readonly string[]
}

/** For all of a request and its answer. */
const patience = 30_000
/** Until a question without a body is answered at all. What takes longer is a connection that died without a word. */
const patienceToRead = 12_000
/** After this long such a question is asked once more, beside the first: the browser takes another connection for it, and that one may be alive. */
const askAgain = 3000

/** The page's own origin is the relay. */
export function browserRelay(origin: string, later: Later, random: (n: number) => Uint8Array): RelayPort {
  const ask = (request: Request, signal: AbortSignal): Promise<Response> =>
    fetch(request.clone(), { signal, credentials: "omit", redirect: "error", referrerPolicy: "no-referrer" })
  return {
    fetch: async (request) => {
      const giveUp = new AbortController()
      later(patience, () => giveUp.abort())
      const first = ask(request, giveUp.signal)
      if (request.method !== "GET") return first
      let cancelSecond = (): void => undefined
      const second = new Promise<Response>((resolve, reject) => {
        cancelSecond = later(askAgain, () => void ask(request, giveUp.signal).then(resolve, reject))
      })
      const cancelLimit = later(patienceToRead, () => giveUp.abort())
      try {
        return await Promise.race([first, second])
      } finally {
        cancelSecond()
        cancelLimit()
      }
    },
    live: (topics, onNews) =>
      listen({
        open: () => new WebSocket(`${origin.replace(/^http/, "ws")}/api/live`),
        topics: async () => JSON.stringify(await topics()),
        onNews,
        later,
        random,
      }),
  }
}
