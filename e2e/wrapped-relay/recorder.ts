import { createServer, request as ask } from "node:http"
import type { AddressInfo } from "node:net"
import { connect } from "node:net"
import type { Duplex } from "node:stream"

/** A proxy that writes down every byte the browsers send, to whomever. */
export interface Recorder {
  readonly url: string
  /** Everything sent so far: addresses, headers, bodies, and what goes over sockets, unmasked. */
  readonly sent: () => Buffer
  readonly close: () => Promise<void>
}

export async function startRecorder(): Promise<Recorder> {
  const parts: Buffer[] = []
  const open = new Set<Duplex>()
  const tunnels: { chunks: Uint8Array[] }[] = []
  const note = (text: string | Buffer): void => void parts.push(Buffer.from(text), Buffer.from("\n"))
  const server = createServer((request, response) => {
    note(`${request.method ?? ""} ${request.url ?? ""}\n${request.rawHeaders.join("\n")}`)
    const { hostname, port, pathname, search } = new URL(request.url ?? "")
    const { "proxy-connection": _, ...headers } = request.headers
    const path = pathname + search
    const passed = ask({ hostname, port, path, headers, method: request.method }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(response)
    })
    passed.on("error", () => response.destroy())
    response.on("close", () => passed.destroy())
    const body: Buffer[] = []
    request.on("data", (chunk: Buffer) => body.push(chunk))
    request.on("end", () => note(Buffer.concat(body)))
    request.pipe(passed)
  })
  server.on("connect", (request, socket, head) => {
    note(`CONNECT ${request.url ?? ""}\n${request.rawHeaders.join("\n")}`)
    const tunnel: { chunks: Uint8Array[] } = { chunks: [head] }
    tunnels.push(tunnel)
    const [host = "", port = "443"] = (request.url ?? "").split(":")
    const far = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n")
      if (head.length > 0) far.write(head)
      far.pipe(socket)
      socket.pipe(far)
    })
    socket.on("data", (chunk: Buffer) => tunnel.chunks.push(chunk))
    far.on("error", () => socket.destroy())
    open.add(socket)
    socket.on("error", () => far.destroy())
    socket.on("close", () => {
      open.delete(socket)
      far.destroy()
    })
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}`,
    sent: () =>
      Buffer.concat([
        ...parts,
        ...tunnels.flatMap(({ chunks }) => {
          const whole = Buffer.concat(chunks)
          return [whole, unmasked(whole)]
        }),
      ]),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
        for (const socket of open) socket.destroy()
      }),
  }
}

/** What a browser said over a WebSocket after its first head: frames, each under a mask of its own (RFC 6455 §5.3). */
function unmasked(whole: Buffer): Buffer {
  const texts: Buffer[] = []
  let at = whole.indexOf("\r\n\r\n") + 4
  while (at >= 4 && at + 6 <= whole.length) {
    const short = (whole[at + 1] ?? 0) & 127
    const isLong = short === 126
    const length = isLong ? whole.readUInt16BE(at + 2) : short
    const mask = at + (isLong ? 4 : 2)
    const frame = whole.subarray(mask + 4, mask + 4 + length)
    texts.push(Buffer.from(frame.map((byte, i) => byte ^ (whole[mask + (i & 3)] ?? 0))))
    at = mask + 4 + length
  }
  return Buffer.concat(texts)
}

/** Every form in which 32 secret bytes may stand among others: as they are, hex, base64 and base64url at each of the three places, UTF-8 and UTF-16. */
export function formsOf(secret: Uint8Array): ReadonlyMap<string, Buffer> {
  const raw = Buffer.from(secret)
  const forms = new Map<string, Buffer>([["raw", raw]])
  const texts = new Map([
    ["hex", raw.toString("hex")],
    ["HEX", raw.toString("hex").toUpperCase()],
  ])
  for (const form of ["base64", "base64url"] as const) {
    for (let before = 0; before < 3; before += 1) {
      const text = Buffer.concat([Buffer.alloc(before), raw]).toString(form)
      // The signs at both ends share bits with their neighbours.
      texts.set(`${form} ${String(before)}`, text.slice(before === 0 ? 0 : before + 1, 40))
    }
  }
  for (const [name, text] of texts) {
    forms.set(name, Buffer.from(text))
    forms.set(`${name}, UTF-16`, Buffer.from(text, "utf16le"))
  }
  return forms
}

export function foundIn(heap: Buffer, secret: Uint8Array): readonly string[] {
  return [...formsOf(secret)].filter(([, form]) => heap.includes(form)).map(([name]) => name)
}
