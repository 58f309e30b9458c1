import { createAdaptorServer } from "@hono/node-server"
import type { IncomingMessage, Server } from "node:http"
import type { AddressInfo } from "node:net"
import { WebSocketServer } from "ws"
import type { WebSocket } from "ws"
import type { Relay } from "./relay.ts"

export interface Serving {
  readonly url: string
  readonly close: () => Promise<void>
}

const pingEvery = 30_000

/** Listens. Rejects with Node's own error when the port is taken or may not be had. */
export async function serve(options: {
  readonly port: number
  readonly host: string
  readonly relay: Relay
  readonly publicUrl?: string | null
}): Promise<Serving> {
  const { relay } = options
  const server = createAdaptorServer({ fetch: relay.fetch }) as Server
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16_384, perMessageDeflate: false })
  server.on("upgrade", (request, socket, head) => {
    if (request.url !== "/api/live" || !mayConnect(request, options.publicUrl ?? null))
      return void socket.destroy()
    sockets.handleUpgrade(request, socket, head, (ws) => welcome(ws, relay))
  })
  const pinging = setInterval(() => {
    for (const ws of sockets.clients) ws.ping()
  }, pingEvery)
  await new Promise<void>((done, failed) => {
    server.once("error", failed)
    server.listen(options.port, options.host, () => {
      server.off("error", failed)
      done()
    })
  })
  const { port } = server.address() as AddressInfo
  const name = options.host.includes(":") ? `[${options.host}]` : options.host
  return {
    url: `http://${name}:${String(port)}`,
    close: async () => {
      clearInterval(pinging)
      for (const ws of sockets.clients) ws.terminate()
      await new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
      relay.close()
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

function welcome(ws: WebSocket, relay: Relay): void {
  const socket = { send: (text: string) => ws.readyState === ws.OPEN && ws.send(text) }
  ws.on("message", (data, isBinary) => {
    if (!isBinary && data instanceof Buffer) relay.live.heard(socket, data.toString("utf8"))
  })
  ws.on("close", () => relay.live.left(socket))
  ws.on("error", () => ws.terminate())
}
