import { connect } from "node:net"
import { WebSocket } from "ws"
import { encodeRun, toBase64url } from "#wire"
import type { Entry } from "#wire"

// One writer's connection. The relay is asked over real HTTP/1.1 with keep-alive and the headers a browser sends; it is written here by hand, because a whole HTTP
// client costs more than the relay does, and both share the same cores.

export interface Line {
  /** Sends one run and waits until it is acknowledged. */
  readonly append: (run: Uint8Array) => Promise<void>
  /** Asks for the entries from this place on and waits until they are here. */
  readonly read: (from: number) => Promise<void>
  readonly close: () => void
}

export function bytesOf(run: readonly Entry[]): Uint8Array {
  return encodeRun(run)
}

export async function httpLine(url: string, log: Uint8Array): Promise<Line> {
  const { hostname, port, host } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await new Promise<void>((done, failed) => socket.once("connect", done).once("error", failed))
  const waiting: { readonly done: () => void; readonly failed: (error: Error) => void }[] = []
  let held = ""
  socket.setEncoding("latin1")
  socket.on("data", (text: string) => {
    held += text
    for (;;) {
      const end = held.indexOf("\r\n\r\n")
      const length = /\r\ncontent-length: (\d+)/i.exec(held.slice(0, end < 0 ? 0 : end))?.[1]
      if (end < 0 || length === undefined || held.length < end + 4 + Number(length)) break
      const answer = held.slice(0, end + 4 + Number(length))
      held = held.slice(answer.length)
      const one = waiting.shift()
      if (answer.startsWith("HTTP/1.1 200 ")) one?.done()
      else one?.failed(new Error(`the relay said ${answer}`))
    }
  })
  socket.on("close", () => {
    for (const one of waiting.splice(0)) one.failed(new Error("the relay hung up"))
  })
  const path = `/api/log/${toBase64url(log)}`
  const head = [
    `Host: ${host}`,
    "Connection: keep-alive",
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
    "Accept: */*",
    `Origin: ${url}`,
    "Sec-Fetch-Site: same-origin",
    "Sec-Fetch-Mode: cors",
    "Sec-Fetch-Dest: empty",
    "Accept-Encoding: gzip, deflate, br, zstd",
    "Accept-Language: en-GB,en;q=0.9",
  ].join("\r\n")
  const ask = (request: string, body: Uint8Array): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ done, failed })
      socket.cork()
      socket.write(`${request}\r\n\r\n`, "latin1")
      if (body.length > 0) socket.write(body)
      socket.uncork()
    })
  const kind = "Content-Type: application/octet-stream"
  return {
    append: (run) =>
      ask(`POST ${path} HTTP/1.1\r\n${head}\r\n${kind}\r\nContent-Length: ${String(run.length)}`, run),
    read: (from) => ask(`GET ${path}?from=${String(from)} HTTP/1.1\r\n${head}`, new Uint8Array(0)),
    close: () => socket.destroy(),
  }
}

export async function floorLine(url: string): Promise<Line> {
  const ws = new WebSocket(url, { perMessageDeflate: false })
  await new Promise((done, failed) => ws.once("open", done).once("error", failed))
  const waiting: (() => void)[] = []
  ws.on("message", () => waiting.shift()?.())
  return {
    append: (run) =>
      new Promise((done) => {
        waiting.push(done)
        ws.send(run)
      }),
    read: () => Promise.reject(new Error("the floor tells, it is not asked")),
    close: () => ws.terminate(),
  }
}
