import { WebSocket } from "ws"
import { toBase64url } from "#wire"
import { startServer } from "./children.ts"
import { bytesOf, floorLine, httpLine } from "./lines.ts"
import type { Line } from "./lines.ts"
import { wireLength } from "./sealed.ts"
import type { SealedLog } from "./sealed.ts"

/** Milliseconds, one number for each entry. `told` may come before the acknowledgement: both leave the relay in the same moment. */
export interface Delivered {
  /** Sent until acknowledged. */
  readonly acknowledged: readonly number[]
  /** Acknowledged until the other device is told that there is news; its negative half counts as 0. */
  readonly told: readonly number[]
  /** Acknowledged until the other device has read the entry. */
  readonly had: readonly number[]
}

interface Pair {
  readonly log: SealedLog
  readonly writer: Line
  /** Resolves with the two moments at which the other device was told and had the next entry. */
  readonly next: () => Promise<{ readonly told: number; readonly had: number }>
  readonly close: () => void
}

function waiter(ws: WebSocket): () => Promise<number> {
  let act: ((at: number) => void) | null = null
  ws.on("message", () => act?.(performance.now()))
  return () => new Promise((done) => (act = done))
}

async function relayPair(url: string, log: SealedLog): Promise<Pair> {
  const writer = await httpLine(url, log.id)
  await writer.append(bytesOf([log.genesis]))
  const reader = await httpLine(url, log.id)
  const ws = new WebSocket(`${url.replace("http", "ws")}/api/live`, { perMessageDeflate: false })
  await new Promise((done, failed) => ws.once("open", done).once("error", failed))
  ws.send(JSON.stringify({ watch: [toBase64url(log.id)], mail: [] }))
  const news = waiter(ws)
  let seq = 0
  return {
    log,
    writer,
    next: async () => {
      const told = await news()
      seq += 1
      await reader.read(seq)
      return { told, had: performance.now() }
    },
    close: () => {
      ws.terminate()
      reader.close()
      writer.close()
    },
  }
}

/** The floor hands over the entry itself, so being told is having it. */
async function floorPair(url: string, log: SealedLog): Promise<Pair> {
  const writer = await floorLine(url)
  const ws = new WebSocket(url, { perMessageDeflate: false })
  await new Promise((done, failed) => ws.once("open", done).once("error", failed))
  ws.send(toBase64url(log.id))
  const news = waiter(ws)
  return {
    log,
    writer,
    next: async () => {
      const told = await news()
      return { told, had: told }
    },
    close: () => {
      ws.terminate()
      writer.close()
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** All pairs write one entry in the same moment, then rest, as many times as each has entries. */
export async function delivery(
  which: "relay" | "floor",
  logs: readonly SealedLog[],
  rest: number,
): Promise<Delivered> {
  const server = await startServer(which, [String(wireLength)])
  const open = which === "relay" ? relayPair : floorPair
  const pairs: Pair[] = []
  const times = { acknowledged: [] as number[], told: [] as number[], had: [] as number[] }
  try {
    for (const log of logs) pairs.push(await open(server.url, log))
    await pause(200)
    const rounds = logs[0]?.entries.length ?? 0
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all(
        pairs.map(async ({ log, writer, next }) => {
          const arrives = next()
          const entry = log.entries[round]
          if (entry === undefined) throw new Error("no entry left")
          const run = bytesOf([entry])
          const sent = performance.now()
          await writer.append(run)
          const acknowledged = performance.now()
          const { told, had } = await arrives
          times.acknowledged.push(acknowledged - sent)
          times.told.push(Math.max(0, told - acknowledged))
          times.had.push(Math.max(0, had - acknowledged))
        }),
      )
      await pause(rest)
    }
    return times
  } finally {
    for (const pair of pairs) pair.close()
    await server.stop()
  }
}
