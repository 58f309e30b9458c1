import { fromBase64url, H, limits, live, toBase64url } from "#wire"
import type { Bytes, Head, LogState } from "#wire"

/** What the hub needs of a socket; `ws` gives one, a test gives another. */
export interface LiveSocket {
  readonly send: (text: string) => void
}

/** Live hints: "there is news". They may be lost without harm; the truth is a GET. A watcher learns nothing of other watchers. */
export interface Live {
  /** Called with each text a socket sends: {"watch":["logId.token"…],"mail":["H.inviteId"…]}; it replaces the list. One asks whether we are here. Anything else is ignored. */
  readonly heard: (socket: LiveSocket, text: string) => void
  readonly left: (socket: LiveSocket) => void
  /** Told to those who may still read some of it, by the log as it stands now; `run`: how many entries came. */
  readonly news: (state: LogState, head: Head, run: number) => void
  readonly mail: (name: Bytes) => void
}

/** Whether somebody may hear of this log, as it stands, when something came from this place on. */
export type Hears = (state: LogState, from: number) => boolean
/** Who shows this for that log; null when it is nothing that lets one listen. */
export type HearsWith = (log: Bytes, shown: string) => Hears | null

export function createLive(hearsWith: HearsWith): Live {
  const byTopic = new Map<string, Map<LiveSocket, Hears>>()
  const topicsOf = new Map<LiveSocket, readonly string[]>()
  const left = (socket: LiveSocket): void => {
    for (const topic of topicsOf.get(socket) ?? []) {
      const sockets = byTopic.get(topic)
      sockets?.delete(socket)
      if (sockets?.size === 0) byTopic.delete(topic)
    }
    topicsOf.delete(socket)
  }
  return {
    left,
    heard: (socket, text) => {
      if (text === live.ask) return socket.send(live.answer)
      const topics = topicsIn(text, hearsWith)
      if (topics === null) return
      left(socket)
      topicsOf.set(
        socket,
        topics.map(([topic]) => topic),
      )
      for (const [topic, hears] of topics)
        byTopic.set(topic, (byTopic.get(topic) ?? new Map<LiveSocket, Hears>()).set(socket, hears))
    },
    news: (state, head, run) => {
      const name = toBase64url(state.logId)
      const text = JSON.stringify({ log: name, seq: head.seq, hash: toBase64url(head.hash) })
      for (const [socket, hears] of byTopic.get(`log ${name}`) ?? [])
        if (hears(state, head.seq - run + 1)) socket.send(text)
    },
    mail: (name) => {
      const text = JSON.stringify({ mail: toBase64url(name) })
      for (const socket of byTopic.get(`mail ${toBase64url(name)}`)?.keys() ?? []) socket.send(text)
    },
  }
}

type Topic = readonly [name: string, hears: Hears]

function topicsIn(text: string, hearsWith: HearsWith): readonly Topic[] | null {
  if (text.length > 8192) return null
  let told: unknown
  try {
    told = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof told !== "object" || told === null) return null
  const list = (key: string): readonly string[] => {
    const value: unknown = Object.hasOwn(told, key) ? Reflect.get(told, key) : []
    return Array.isArray(value) ? value.filter((v) => typeof v === "string").slice(0, limits.watched) : []
  }
  const logs = list("watch").flatMap((pair): readonly Topic[] => {
    const [name = "", shown = ""] = pair.split(".")
    const log = fromBase64url(name)
    const hears = log?.length === 32 ? hearsWith(log, shown) : null
    return hears === null ? [] : [[`log ${name}`, hears]]
  })
  const mails = list("mail").flatMap((pair): readonly Topic[] => {
    const [name = "", id = ""] = pair.split(".")
    const inviteId = fromBase64url(id)
    const isKnown = inviteId?.length === 32 && toBase64url(H("invite", inviteId)) === name
    return isKnown ? [[`mail ${name}`, () => true]] : []
  })
  return [...logs, ...mails]
}
