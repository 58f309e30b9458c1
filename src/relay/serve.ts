import { getRequestListener } from "@hono/node-server"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { Duplex } from "node:stream"
import type { RelayError } from "#wire"
import { apiHeaders, refusal } from "./answers.ts"
import type { Relay } from "./relay.ts"
import { createSockets, socketLimits } from "./sockets.ts"
import type { SocketLimits } from "./sockets.ts"

export interface Serving {
  readonly url: string
  readonly close: () => Promise<void>
}

export interface Patience {
  /** Milliseconds until the head of a request, and until all of it, must be there. */
  readonly head: number
  readonly whole: number
  /** Milliseconds a connection may lie still, also one that reads its answer slowly. */
  readonly still: number
}
const usual: Patience = { head: 20_000, whole: 120_000, still: 120_000 }

/** Listens. Rejects with Node's own error when the port is taken or may not be had. */
export async function serve(options: {
  readonly port: number
  readonly host: string
  readonly relay: Relay
  readonly publicUrl?: string | null
  readonly patience?: Patience
  readonly sockets?: SocketLimits
}): Promise<Serving> {
  const { relay, patience = usual } = options
  // What is not even a request (half an address, a host that is none) gets the same kind of answer as all else.
  const listener = getRequestListener(relay.fetch, { errorHandler: () => refusal("malformed") })
  const server = createServer(
    {
      headersTimeout: patience.head,
      requestTimeout: patience.whole,
      connectionsCheckingInterval: Math.min(5000, patience.head),
    },
    (request, response) => void listener(request, response),
  )
  server.timeout = patience.still
  server.on("clientError", refuseRaw)
  const sockets = createSockets(relay.live, options.publicUrl ?? null, options.sockets ?? socketLimits)
  server.on("upgrade", sockets.upgrade)
  await new Promise<void>((done, failed) => {
    server.once("error", failed)
    server.listen(options.port, options.host, () => {
      server.off("error", failed)
      // Later ones are of a single connection that could not be taken, such as when too many are open. The others go on.
      server.on("error", () => undefined)
      done()
    })
  }).catch((error: unknown) => {
    sockets.close()
    throw error
  })
  const { port } = server.address() as AddressInfo
  const name = options.host.includes(":") ? `[${options.host}]` : options.host
  return {
    url: `http://${name}:${String(port)}`,
    close: async () => {
      sockets.close()
      await new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
      relay.close()
    },
  }
}

/** What Node's own parser refuses. */
function refuseRaw(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy()
  const [line, type]: readonly [string, RelayError] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? ["431 Request Header Fields Too Large", "oversize"]
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? ["408 Request Timeout", "malformed"]
        : ["400 Bad Request", "malformed"]
  const body = JSON.stringify({ type })
  const head = Object.entries({
    ...apiHeaders,
    "Content-Type": "application/json",
    "Content-Length": String(body.length),
    Connection: "close",
  })
  socket.end(
    `HTTP/1.1 ${line}\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
  )
}
