import type { Later } from "./drafts.ts"

/** How this device reaches a relay: a browser's fetch, or in a test the relay's own function. */
export interface RelayPort {
  readonly fetch: (request: Request) => Promise<Response>
  /** Listens for "there is news"; hints only, they may be lost or made up without harm. Returns what stops it. */
  readonly live?: (topics: Topics, onNews: () => void) => () => void
}
export interface Topics {
  /** Log ids, base64url. */
  readonly watch: readonly string[]
  /** "H.inviteId", base64url each. */
  readonly mail: readonly string[]
}

const patience = 30_000

/** The page's own origin is the relay. */
export function browserRelay(origin: string, later: Later, random: (n: number) => Uint8Array): RelayPort {
  return {
    fetch: (request) =>
      fetch(request, {
        signal: AbortSignal.timeout(patience),
        credentials: "omit",
        redirect: "error",
        referrerPolicy: "no-referrer",
      }),
    live: (topics, onNews) =>
      listen(`${origin.replace(/^http/, "ws")}/api/live`, topics, onNews, later, random),
  }
}

/** One socket, opened again after a pause that doubles up to a minute, with some chance in it so that not all phones come back at once. */
function listen(
  url: string,
  topics: Topics,
  onNews: () => void,
  later: Later,
  random: (n: number) => Uint8Array,
): () => void {
  let stopped = false
  let cancel: (() => void) | null = null
  let failures = 0
  let socket: WebSocket | null = null
  const connect = (): void => {
    if (stopped) return
    try {
      socket = new WebSocket(url)
    } catch {
      return again()
    }
    socket.addEventListener("open", () => {
      failures = 0
      socket?.send(JSON.stringify(topics))
      // What came while nobody listened is found by asking.
      onNews()
    })
    // Whatever it says, it only means "look": the truth is asked for and verified.
    socket.addEventListener("message", () => onNews())
    socket.addEventListener("close", again)
  }
  const again = (): void => {
    if (stopped) return
    failures += 1
    const pause = Math.min(60_000, 500 * 2 ** Math.min(failures, 7))
    cancel = later(pause / 2 + (pause / 2) * ((random(1)[0] ?? 0) / 255), connect)
  }
  connect()
  return () => {
    stopped = true
    cancel?.()
    socket?.close()
  }
}
