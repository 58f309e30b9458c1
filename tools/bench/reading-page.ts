import { steps } from "./reading.ts"
import type { Steps } from "./reading.ts"

// A page with nothing on it but the benchmark. It notes every task of its own thread that held it up for more than 50 ms.

let long: number[] = []
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) long.push(task.duration)
}).observe({ type: "longtask" })

const worker = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" })

function inWorker(step: keyof Steps): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.addEventListener(
      "message",
      (event: MessageEvent<{ readonly done: unknown } | { readonly failed: string }>) => {
        if ("failed" in event.data) reject(new Error(event.data.failed))
        else resolve(event.data.done)
      },
      { once: true },
    )
    // A worker is of this origin only; it takes no address.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(step)
  })
}

const page = {
  worker: inWorker,
  page: (step: keyof Steps): Promise<unknown> => steps[step](),
  /** Milliseconds of each long task since this was last asked. */
  long: async (): Promise<readonly number[]> => {
    await new Promise((done) => setTimeout(done, 300))
    const noted = long
    long = []
    return noted
  },
}
Reflect.set(globalThis, "readingPage", page)
