import { fromBase64url, H, limits, live, toBase64url } from "#wire"
import type { Bytes, Head } from "#wire"

/** What the hub needs of a socket; `ws` gives one, a test gives another. */
export interface LiveSocket {
  readonly send: (text: string) => void
}

/** Live hints: "there is news". They may be lost without harm; the truth is a GET. A watcher learns nothing of other watchers. */
export interface Live {
  /** Called with each text a socket sends: {"watch":[logId…],"mail":["H.inviteId"…]}; it replaces the list. One asks whether we are here. Anything else is ignored. */
  readonly heard: (socket: LiveSocket, text: string) => void
  readonly left: (socket: LiveSocket) => void
  readonly news: (log: Bytes, head: Head) => void
  readonly mail: (name: Bytes) => void
}

export function createLive(): Live {
  const byTopic = new Map<string, Set<LiveSocket>>()
  const topicsOf = new Map<LiveSocket, readonly string[]>()
  const left = (socket: LiveSocket): void => {
    for (const topic of topicsOf.get(socket) ?? []) {
      const sockets = byTopic.get(topic)
      sockets?.delete(socket)
      if (sockets?.size === 0) byTopic.delete(topic)
    }
    topicsOf.delete(socket)
  }
  const tell = (topic: string, text: string): void => {
    for (const socket of byTopic.get(topic) ?? []) socket.send(text)
  }
  return {
    left,
    heard: (socket, text) => {
      if (text === live.ask) return socket.send(live.answer)
      const topics = topicsIn(text)
      if (topics === null) return
      left(socket)
      topicsOf.set(socket, topics)
      for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(socket))
    },
    news: (log, head) => {
      const name = toBase64url(log)
      tell(`log ${name}`, JSON.stringify({ log: name, seq: head.seq, hash: toBase64url(head.hash) }))
    },
    mail: (name) => tell(`mail ${toBase64url(name)}`, JSON.stringify({ mail: toBase64url(name) })),
  }
}

function topicsIn(text: string): readonly string[] | null {
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
  const logs = list("watch").filter((name) => fromBase64url(name)?.length === 32)
  const mails = list("mail").flatMap((pair) => {
    const [name = "", id = ""] = pair.split(".")
    const inviteId = fromBase64url(id)
    return inviteId?.length === 32 && toBase64url(H("invite", inviteId)) === name ? [name] : []
  })
  return [...logs.map((name) => `log ${name}`), ...mails.map((name) => `mail ${name}`)]
}
