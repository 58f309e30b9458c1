import type { CDPSession, Page } from "playwright-core"
import { person } from "../../e2e/harness.ts"
import { servePage } from "../../e2e/test-page.ts"
import { pairLog } from "./pair-log.ts"
import type { Cold, OnDisk, Steps } from "./reading.ts"

export type Where = "worker" | "page"

export interface Read {
  readonly cold: Cold
  readonly floor: number
  readonly disk: OnDisk
  /** Milliseconds of processor time of the page's whole process: what a waiting computer takes from a clock, it does not take from these. */
  readonly cpu: { readonly cold: number; readonly floor: number }
  /** The page's own tasks over 50 ms during the cold reading, and during that on the disk. */
  readonly long: { readonly cold: readonly number[]; readonly disk: readonly number[] }
}
export type BrowserReading = Readonly<Record<Where, Read>>

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
    const cold = await timed(cdp, () => call<Cold>(page, where, "cold"))
    const longCold = await call<readonly number[]>(page, "long")
    const floor = await timed(cdp, () => call<number>(page, where, "floor"))
    await call(page, "long")
    const disk = await call<OnDisk>(page, where, "disk")
    const longDisk = await call<readonly number[]>(page, "long")
    return {
      cold: cold.done,
      floor: floor.done,
      disk,
      cpu: { cold: cold.cpu, floor: floor.cpu },
      long: { cold: longCold, disk: longDisk },
    }
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
