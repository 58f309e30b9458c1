import { connect } from "node:net"
import type { Socket } from "node:net"
import { afterEach, expect, test, vi } from "vitest"
import { WebSocket } from "ws"
import { encodeRun, toBase64url } from "#wire"
import { serve } from "./serve.ts"
import type { Patience, Serving } from "./serve.ts"
import { socketLimits } from "./sockets.ts"
import type { SocketLimits } from "./sockets.ts"
import { appending, testRelay } from "./testing/asking.ts"
import { createKeys, noise, startLog } from "./testing/writer.ts"

// The same relay behind a real port: what only a socket can do wrong.

let serving: Serving | null = null
const open: Socket[] = []
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy()
  await serving?.close()
  serving = null
})

async function started(
  more: { patience?: Patience; sockets?: SocketLimits; publicUrl?: string } = {},
): Promise<Serving> {
  serving = await serve({ port: 0, host: "127.0.0.1", relay: testRelay(), ...more })
  return serving
}

/** Says these bytes on a bare connection and gives what comes back until it is closed, or until `ms` have passed. */
function saying(url: string, text: string | Uint8Array, ms = 1500): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(text))
    open.push(socket)
    let heard = ""
    socket.on("data", (chunk) => (heard += chunk.toString("latin1")))
    socket.on("error", () => undefined)
    const timer = setTimeout(() => resolve(heard), ms)
    socket.on("close", () => {
      clearTimeout(timer)
      resolve(heard)
    })
  })
}

async function stillGood(url: string): Promise<void> {
  const log = await startLog(await createKeys())
  expect((await fetch(appending(log.id, [log.genesis], url))).status).toBe(200)
}

function listening(url: string, headers: Readonly<Record<string, string>> = {}): Promise<WebSocket | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace("http", "ws")}/api/live`, { headers: { ...headers } })
    socket.once("open", () => resolve(socket))
    socket.once("error", () => resolve(null))
  })
}

function closing(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => socket.once("close", () => resolve()))
}

const soon = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

test("what is not even a request gets a type too, and the port stays open", async () => {
  const { url } = await started()
  const bad: readonly (readonly [what: string, line: string, type: string])[] = [
    ["no HTTP at all\r\n\r\n", "400", "malformed"],
    ["GET / HTTP/1.1\r\n\r\n", "400", ""],
    ["GET /api/log HTTP/1.1\r\nHost: a b c\r\nConnection: close\r\n\r\n", "400", "malformed"],
    [`GET /api/log/x?from=${"9".repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, "431", "oversize"],
    ["POST /api/log/x HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "400", "malformed"],
    ["POST /api/log/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", "400", "malformed"],
  ]
  for (const [text, status, type] of bad) {
    const answer = await saying(url, text)
    expect(answer.split("\r\n")[0], text.slice(0, 40)).toContain(status)
    if (type !== "") expect(answer).toContain(`{"type":"${type}"}`)
  }
  await stillGood(url)
})

test("five megabytes are refused while they are still coming, and the sender hears it", async () => {
  const { url } = await started()
  const body = new Uint8Array(5 * 1024 * 1024)
  const answer = await fetch(`${url}/api/log/${toBase64url(noise(32))}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body,
  })
  expect([answer.status, await answer.text()]).toEqual([413, '{"type":"oversize"}'])
  const head = "POST /api/log/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA HTTP/1.1\r\nHost: x\r\n"
  const chunk = `${(1024 * 1024).toString(16)}\r\n${"x".repeat(1024 * 1024)}\r\n`
  const chunked = await saying(url, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`, 3000)
  expect(chunked).toContain('{"type":"oversize"}')
  await stillGood(url)
})

test("who sends a head and then nothing, or half a body, is let go after a while, without a line in any log", async () => {
  const said = [vi.spyOn(console, "error"), vi.spyOn(console, "info"), vi.spyOn(console, "log")]
  const { url } = await started({ patience: { head: 300, whole: 600, still: 2000 } })
  const slow = await Promise.all([
    saying(url, "GET / HTTP/1.1\r\nHost: x\r\n", 2500),
    saying(url, "POST /api/log/x HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nhalf", 2500),
  ])
  expect(slow[0]).toContain("408")
  expect(slow.every((answer) => answer === "" || /^HTTP\/1.1 4\d\d/.test(answer))).toBe(true)
  for (let i = 0; i < 20; i += 1) {
    const socket = connect(Number(new URL(url).port), "127.0.0.1")
    socket.on("error", () => undefined)
    socket.write(
      `POST /api/log/${toBase64url(noise(32))} HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nhalf`,
    )
    await soon(5)
    socket.resetAndDestroy()
  }
  await soon(100)
  await stillGood(url)
  for (const spy of said) {
    expect(spy.mock.calls).toEqual([])
    spy.mockRestore()
  }
})

test("who listens hears of news over a socket; a page of another origin may not listen", async () => {
  const { url } = await started({ publicUrl: "https://goldseam.example" })
  const log = await startLog(await createKeys())
  const here = await listening(url, { Origin: url })
  const publicOne = await listening(url, { Origin: "https://goldseam.example" })
  expect(publicOne).not.toBeNull()
  expect(await listening(url, { Origin: "https://elsewhere.example" })).toBeNull()
  expect(await listening(url, { Origin: "null" })).toBeNull()
  if (here === null) throw new Error("not let in")
  here.send(JSON.stringify({ watch: [toBase64url(log.id)] }))
  await soon(50)
  const heard = new Promise<string>((resolve) =>
    here.once("message", (data: Buffer) => resolve(data.toString("utf8"))),
  )
  await fetch(appending(log.id, [log.genesis], url))
  expect(JSON.parse(await heard)).toMatchObject({ log: toBase64url(log.id), seq: 0 })
})

test("a socket that says too much, or too large a thing, is cut off alone", async () => {
  const { url } = await started({ sockets: { ...socketLimits, messagesBetweenPings: 10 } })
  const [quiet, loud, large] = await Promise.all([listening(url), listening(url), listening(url)])
  if (quiet === null || loud === null || large === null) throw new Error("not let in")
  large.on("error", () => undefined)
  const cut = Promise.all([closing(loud), closing(large)])
  for (let i = 0; i < 30; i += 1) loud.send("{]")
  large.send("x".repeat(20_000))
  await cut
  expect(quiet.readyState).toBe(WebSocket.OPEN)
  await stillGood(url)
})

test("a phone that lost its network without a goodbye is forgotten, and its place is free again", async () => {
  const { url } = await started({ sockets: { ...socketLimits, pingEvery: 400, sockets: 1 } })
  const key = Buffer.from(noise(16)).toString("base64")
  const head = `GET /api/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`
  const halfOpen = saying(url, head, 5000)
  await soon(30)
  expect(await listening(url)).toBeNull()
  expect(await halfOpen).toContain("101")
  const next = await listening(url)
  await soon(1000)
  expect(next?.readyState).toBe(WebSocket.OPEN)
})

test("sixty slow senders together cannot fill the memory", async () => {
  const { url } = await started()
  const id = toBase64url(noise(32))
  const before = process.memoryUsage().rss
  const part = noise(60_000)
  const one = new Uint8Array(3_900_000)
  for (let at = 0; at + part.length < one.length; at += part.length) one.set(part, at)
  const head = `POST /api/log/${id} HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n`
  const bytes = Buffer.concat([Buffer.from(head), one])
  const answers = await Promise.all(Array.from({ length: 60 }, () => saying(url, bytes, 2500)))
  expect(answers.filter((a) => a.includes('{"type":"too-many"}')).length).toBeGreaterThan(20)
  expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024)
  for (const socket of open.splice(0)) socket.destroy()
  await soon(200)
  await stillGood(url)
})

test("a run of the largest size that is allowed comes in and goes out whole", async () => {
  const { url } = await started()
  const ben = await createKeys()
  const log = await startLog(ben)
  const run = [log.genesis]
  while (run.length < 60) run.push(await log.content(ben, 65_536))
  expect(encodeRun(run).length).toBeLessThan(4 * 1024 * 1024)
  expect((await fetch(appending(log.id, run, url))).status).toBe(200)
  const read = await fetch(`${url}/api/log/${toBase64url(log.id)}?from=0`)
  expect(new Uint8Array(await read.arrayBuffer())).toEqual(encodeRun(run))
})
