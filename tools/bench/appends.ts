import { startServer } from "./children.ts"
import type { Costs } from "./children.ts"
import { bytesOf, floorLine, httpLine } from "./lines.ts"
import type { Line } from "./lines.ts"
import { wireLength } from "./sealed.ts"
import type { SealedLog } from "./sealed.ts"

/** How the writers write: entries in a request, and requests of one writer under way at a time. */
export interface Way {
  readonly run: number
  readonly inFlight: number
}
export interface Measured {
  readonly perSecond: number
  /** Microseconds of the server's processor time for one entry, all its threads together. */
  readonly cpu: number
  readonly idle: Costs
  readonly after: Costs
}

function runsOf(log: SealedLog, size: number): readonly Uint8Array[] {
  const count = Math.ceil(log.entries.length / size)
  return Array.from({ length: count }, (_, i) => bytesOf(log.entries.slice(i * size, (i + 1) * size)))
}

/** One writer writes its log in order, so many requests ahead of the answers. */
async function write(line: Line, runs: readonly Uint8Array[], inFlight: number): Promise<void> {
  const under: Promise<void>[] = []
  for (const run of runs) {
    if (under.length >= inFlight) await under.shift()
    under.push(line.append(run))
  }
  await Promise.all(under)
}

/** Acknowledged appends a second, over all logs together, from the first byte sent to the last answer. */
export async function appends(
  which: "relay" | "floor",
  logs: readonly SealedLog[],
  way: Way,
  flags: readonly string[] = [],
): Promise<Measured> {
  const server = await startServer(which, [String(wireLength)], flags)
  const lines: Line[] = []
  try {
    for (const log of logs) {
      const line = which === "relay" ? await httpLine(server.url, log.id) : await floorLine(server.url)
      lines.push(line)
      if (which === "relay") await line.append(bytesOf([log.genesis]))
    }
    const idle = await server.costs()
    const work = logs.map((log) => runsOf(log, way.run))
    const began = performance.now()
    await Promise.all(lines.map((line, i) => write(line, work[i] ?? [], way.inFlight)))
    const seconds = (performance.now() - began) / 1000
    const total = logs.reduce((sum, log) => sum + log.entries.length, 0)
    const after = await server.costs()
    return { perSecond: total / seconds, cpu: (after.cpu - idle.cpu) / total, idle, after }
  } finally {
    for (const line of lines) line.close()
    await server.stop()
  }
}
