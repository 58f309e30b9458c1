import { fork } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../step.ts"

/** What a process says of itself: bytes of memory, and microseconds of processor time since it began. */
export interface Costs {
  readonly rss: number
  readonly heapUsed: number
  readonly cpu: number
}
export interface Child {
  readonly url: string
  readonly costs: () => Promise<Costs>
  readonly stop: () => Promise<void>
}

/** In the child: says what it costs, after tidying up where that is possible. */
export function answerCosts(): void {
  process.on("message", () => {
    const { user, system } = process.cpuUsage()
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    process.send?.({ rss, heapUsed, cpu: user + system })
  })
  // Nobody is left to ask, so nobody is left to serve.
  process.on("disconnect", () => process.exit(0))
}

/** Starts one of the two servers on a database of its own, in a folder that goes with it. */
export async function startServer(
  which: "relay" | "floor",
  more: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Child> {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-bench-"))
  const script = which === "relay" ? "relay-process.ts" : "floor.ts"
  const child = fork(join(root, "tools/bench", script), [join(folder, "bench.db"), ...more], {
    cwd: root,
    execArgv: ["--disable-warning=ExperimentalWarning", "--expose-gc", ...flags],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  const said = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const over = (code: number | null): void => reject(new Error(`${which} ended with ${String(code)}`))
      child.once("exit", over)
      child.once("message", (message) => {
        child.off("exit", over)
        resolve(message as T)
      })
    })
  const { url } = await said<{ readonly url: string }>()
  return {
    url,
    costs: () => {
      const answer = said<Costs>()
      child.send("costs")
      return answer
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((done) => child.once("exit", done))
        child.disconnect()
        await gone
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
