import type { CDPSession, Page } from "playwright-core"
import { person } from "../../e2e/harness.ts"
import { servePage } from "../../e2e/test-page.ts"
import { pairLog } from "./pair-log.ts"
import type { Cold, Steps } from "./reading.ts"

export type Where = "worker" | "page"

export interface Read {
  readonly cold: Cold
  readonly floor: number
  readonly disk: Readonly<Record<DiskStep, number>>
  /** Milliseconds of processor time of the page's whole process: what a waiting computer takes from a clock, it does not take from these. */
  readonly cpu: Readonly<Record<Timed, number>>
  /** The page's own tasks over 50 ms meanwhile. */
  readonly long: Readonly<Record<Timed, readonly number[]>>
  /** Bytes of the page's heap once it was opened with what is remembered; null in a worker. */
  readonly heap: number | null
}
type Timed = "cold" | "floor" | DiskStep
export type BrowserReading = Readonly<Record<Where, Read>>

const diskSteps = ["sync", "rebuild", "remember", "reopen", "append"] as const
export type DiskStep = (typeof diskSteps)[number]

/** A fresh browser for each run; one sealed log for all of them. */
export async function browserReadings(count: number, runs: number): Promise<readonly BrowserReading[]> {
  const log = JSON.stringify(await pairLog(count))
  const served = await servePage("tools/bench/reading-page.ts")
  const all: BrowserReading[] = []
  try {
    for (let n = 0; n < runs; n += 1)
      all.push({
        worker: await read(served.url, log, "worker"),
        page: await read(served.url, log, "page"),
      })
  } finally {
    served.close()
  }
  return all
}

async function read(url: string, log: string, where: Where): Promise<Read> {
  const who = await person("reader")
  try {
    const { page } = who
    await page.route("**/log.json", (route) => route.fulfill({ contentType: "application/json", body: log }))
    await page.goto(url)
    await page.waitForFunction(() => Object.hasOwn(globalThis, "readingPage"))
    const cdp = await who.context.newCDPSession(page)
    await cdp.send("Performance.enable")
    await call(page, where, "load")
    await call(page, "long")
    const cpu: Record<string, number> = {}
    const long: Record<string, readonly number[]> = {}
    const step = async <T>(name: Timed): Promise<T> => {
      const { done, cpu: spent } = await timed(cdp, () => call<T>(page, where, name))
      cpu[name] = spent
      long[name] = await call<readonly number[]>(page, "long")
      return done
    }
    const [cold, floor] = [await step<Cold>("cold"), await step<number>("floor")]
    const disk: Record<string, number> = {}
    let heap: number | null = null
    for (const name of diskSteps) {
      disk[name] = await step<number>(name)
      if (name === "reopen") heap = await call<number | null>(page, where, "heap")
    }
    return { cold, floor, heap, disk, cpu, long } as Read
  } finally {
    await who.close()
  }
}

async function timed<T>(cdp: CDPSession, act: () => Promise<T>): Promise<{ done: T; cpu: number }> {
  const spent = async (): Promise<number> => {
    const { metrics } = await cdp.send("Performance.getMetrics")
    return 1000 * (metrics.find(({ name }) => name === "ProcessTime")?.value ?? Number.NaN)
  }
  const before = await spent()
  const done = await act()
  return { done, cpu: (await spent()) - before }
}

/** One function of the page, by its name. */
function call<T>(page: Page, name: Where | "long", step?: keyof Steps): Promise<T> {
  return page.evaluate(
    ([what, arg]) => {
      const { readingPage } = globalThis as unknown as {
        readingPage: Record<string, (step?: string) => Promise<T>>
      }
      return readingPage[what]?.(arg) ?? Promise.reject(new Error("no page"))
    },
    [name, step] as const,
  )
}
