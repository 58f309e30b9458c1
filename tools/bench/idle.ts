import { WebSocket } from "ws"
import { toBase64url } from "#wire"
import { noise } from "../../src/relay/testing/writer.ts"
import { startServer } from "./children.ts"

export interface Idle {
  /** Bytes of the whole process before anyone came, and with all of them there. */
  readonly before: number
  readonly after: number
  readonly connections: number
}

/** What so many phones cost that are only listening, each to a log of its own. */
export async function idleConnections(connections: number): Promise<Idle> {
  const server = await startServer("relay")
  const sockets: WebSocket[] = []
  try {
    const { rss: before } = await server.costs()
    while (sockets.length < connections) {
      const ws = new WebSocket(`${server.url.replace("http", "ws")}/api/live`, { perMessageDeflate: false })
      sockets.push(ws)
      await new Promise((done, failed) => ws.once("open", done).once("error", failed))
      ws.send(JSON.stringify({ watch: [toBase64url(noise(32))], mail: [] }))
    }
    await new Promise((done) => setTimeout(done, 500))
    const { rss: after } = await server.costs()
    return { before, after, connections }
  } finally {
    for (const ws of sockets) ws.terminate()
    await server.stop()
  }
}
