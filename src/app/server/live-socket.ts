import { live } from "#wire"
import type { Later } from "../drafts/drafts.ts"

/** What is used of a WebSocket; a test gives another. */
export interface SocketLike {
  readonly send: (text: string) => void
  readonly close: () => void
  readonly addEventListener: (
    type: "open" | "message" | "close",
    listener: (event: { readonly data?: unknown }) => void,
  ) => void
}
export interface Listening {
  /** The page came back: from sleep, from behind, from another network. What is open is asked at once whether it lives. */
  readonly wake: () => void
  readonly stop: () => void
}

/** Asked this often whether the relay is still there: a socket whose network went away says nothing, for hours. */
const beat = 25_000
/** To open, or to answer, in a bad network. */
const patience = 10_000
/** Somebody is looking now, and an answer takes a moment or does not come. */
const impatience = 4000

/** One socket, opened again after a pause that doubles up to a minute, with some chance in it so that not all phones come back at once. */
export function listen(o: {
  readonly open: () => SocketLike
  readonly topics: () => Promise<string>
  readonly onNews: () => void
  readonly later: Later
  readonly random: (n: number) => Uint8Array
}): Listening {
  let stopped = false
  let socket: SocketLike | null = null
  let isOpen = false
  /** The next answer says that the list has arrived: what came between the first look and now was told to nobody here. */
  let isListing = false
  let failures = 0
  let cancelNext: (() => void) | null = null
  let cancelDeath: (() => void) | null = null

  const quiet = (): void => {
    cancelNext?.()
    cancelDeath?.()
    cancelNext = cancelDeath = null
  }
  /** Lets go of a socket without waiting for its goodbye, which a dead one never says. */
  const drop = (): void => {
    quiet()
    const was = socket
    socket = null
    isOpen = isListing = false
    was?.close()
  }
  const again = (): void => {
    drop()
    if (stopped) return
    failures += 1
    const pause = Math.min(60_000, 500 * 2 ** Math.min(failures, 7))
    cancelNext = o.later(pause / 2 + (pause / 2) * ((o.random(1)[0] ?? 0) / 255), connect)
  }
  const diesIn = (ms: number): void => {
    cancelDeath?.()
    cancelDeath = o.later(ms, again)
  }
  const ask = (within: number): void => {
    cancelNext?.()
    cancelNext = null
    socket?.send(live.ask)
    diesIn(within)
  }
  const lives = (): void => {
    quiet()
    cancelNext = o.later(beat, () => ask(patience))
  }
  /** What came while nobody listened is found by asking. One that cannot be told what to listen to would stay open and hear nothing, for as long as it answers: it is tried anew. */
  const tell = async (own: SocketLike): Promise<void> => {
    o.onNews()
    const topics = await o.topics().catch(() => null)
    if (own !== socket) return
    if (topics === null) return again()
    own.send(topics)
    isListing = true
    ask(patience)
  }
  const connect = (): void => {
    drop()
    let own: SocketLike
    try {
      own = o.open()
    } catch {
      return again()
    }
    socket = own
    diesIn(patience)
    own.addEventListener("open", () => {
      if (own !== socket) return
      isOpen = true
      lives()
      void tell(own)
    })
    own.addEventListener("message", ({ data }) => {
      if (own !== socket) return
      lives()
      // Whatever else it says, it only means "look": the truth is asked for and verified.
      if (data !== live.answer || isListing) o.onNews()
      if (data !== live.answer) return
      if (isListing) failures = 0
      isListing = false
    })
    own.addEventListener("close", () => {
      if (own === socket) again()
    })
  }
  connect()
  return {
    wake: () => {
      if (stopped) return
      if (isOpen) return ask(impatience)
      failures = 0
      // One that is just opening has its own limit.
      if (socket === null) connect()
    },
    stop: () => {
      stopped = true
      drop()
    },
  }
}
