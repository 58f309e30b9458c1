import { fetchedLog, reading } from "./reading.ts"
import type { Reading } from "./reading.ts"

// A page with nothing on it but the benchmark. It notes every task of its own thread that held it up for more than 50 ms.

const long: number[] = []
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) long.push(task.duration)
}).observe({ type: "longtask" })

export interface Told {
  readonly read: Reading
  /** Milliseconds of the page's own tasks over 50 ms, meanwhile. */
  readonly long: readonly number[]
}

async function noting(act: () => Promise<Reading>): Promise<Told> {
  const quiet = (): Promise<void> => new Promise((done) => setTimeout(done, 300))
  await quiet()
  long.length = 0
  const read = await act()
  await quiet()
  return { read, long: [...long] }
}

function inWorker(): Promise<Reading> {
  const worker = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" })
  return new Promise((done, failed) => {
    worker.addEventListener("message", (event: MessageEvent<Reading | { readonly failed: string }>) => {
      worker.terminate()
      if ("failed" in event.data) failed(new Error(event.data.failed))
      else done(event.data)
    })
    worker.addEventListener("error", (event) => failed(new Error(event.message)))
    // A worker is of this origin only; it takes no address.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage("read")
  })
}

const page = {
  worker: () => noting(inWorker),
  here: async () => {
    const log = await fetchedLog()
    return noting(() => reading(log))
  },
}
export type ReadingPage = typeof page
Reflect.set(globalThis, "readingPage", page)
