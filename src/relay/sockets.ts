import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { WebSocketServer } from "ws"
import type { WebSocket } from "ws"
import type { Live } from "./live.ts"

/** What live delivery may cost. A phone sends one message when it connects and one when its list changes. */
export interface SocketLimits {
  /** One that did not answer the last ping is gone: a phone without network says no goodbye. */
  readonly pingEvery: number
  readonly messagesBetweenPings: number
  readonly sockets: number
  /** Bytes that may wait for a slow reader. Hints may be lost, so it is simply cut off; it asks when it comes back. */
  readonly waiting: number
}
export const socketLimits: SocketLimits = {
  pingEvery: 30_000,
  messagesBetweenPings: 60,
  sockets: 12_000,
  waiting: 64 * 1024,
}

export interface Sockets {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly close: () => void
}

export function createSockets(live: Live, publicUrl: string | null, limits: SocketLimits): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 16_384, perMessageDeflate: false })
  const heardOf = new Map<WebSocket, { answered: boolean; messages: number }>()
  const welcome = (ws: WebSocket): void => {
    const heard = { answered: true, messages: 0 }
    heardOf.set(ws, heard)
    const socket = {
      send: (text: string): void => {
        if (ws.bufferedAmount > limits.waiting) ws.terminate()
        else if (ws.readyState === ws.OPEN) ws.send(text)
      },
    }
    ws.on("pong", () => {
      heard.answered = true
    })
    ws.on("message", (data, isBinary) => {
      heard.messages += 1
      if (heard.messages > limits.messagesBetweenPings) ws.terminate()
      else if (!isBinary && data instanceof Buffer) live.heard(socket, data.toString("utf8"))
    })
    ws.on("close", () => {
      heardOf.delete(ws)
      live.left(socket)
    })
    ws.on("error", () => ws.terminate())
  }
  const pinging = setInterval(() => {
    for (const [ws, heard] of heardOf) {
      if (!heard.answered) {
        ws.terminate()
        continue
      }
      heard.answered = false
      heard.messages = 0
      ws.ping()
    }
  }, limits.pingEvery)
  return {
    upgrade: (request, socket, head) => {
      // Without a listener, a connection that breaks just now would end the whole process.
      socket.on("error", () => socket.destroy())
      const isFull = server.clients.size >= limits.sockets
      if (request.url !== "/api/live" || isFull || !mayConnect(request, publicUrl)) socket.destroy()
      else server.handleUpgrade(request, socket, head, welcome)
    },
    close: () => {
      clearInterval(pinging)
      for (const ws of server.clients) ws.terminate()
    },
  }
}

/** A browser names the page's origin; only this server's own may listen. A program without an origin may. */
function mayConnect(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin } = request.headers
  if (origin === undefined) return true
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}
