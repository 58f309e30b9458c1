import { person } from "../../e2e/harness.ts"
import { servePage } from "../../e2e/test-page.ts"
import { pairLog } from "./pair-log.ts"
import type { Told } from "./reading-page.ts"

export interface BrowserReading {
  readonly worker: Told
  readonly page: Told
}

/** A fresh browser for each run; one sealed log for all of them. */
export async function browserReadings(count: number, runs: number): Promise<readonly BrowserReading[]> {
  const log = JSON.stringify(await pairLog(count))
  const served = await servePage("tools/bench/reading-page.ts")
  const all: BrowserReading[] = []
  try {
    for (let n = 0; n < runs; n += 1) {
      const worker = await read(served.url, log, "worker")
      all.push({ worker, page: await read(served.url, log, "here") })
    }
  } finally {
    served.close()
  }
  return all
}

async function read(url: string, log: string, where: "worker" | "here"): Promise<Told> {
  const who = await person("reader")
  try {
    await who.page.route("**/log.json", (route) =>
      route.fulfill({ contentType: "application/json", body: log }),
    )
    await who.page.goto(url)
    await who.page.waitForFunction(() => Object.hasOwn(globalThis, "readingPage"))
    return await who.page.evaluate((name) => {
      const { readingPage } = globalThis as unknown as { readingPage: Record<string, () => Promise<Told>> }
      return readingPage[name]?.() ?? Promise.reject(new Error("no page"))
    }, where)
  } finally {
    await who.close()
  }
}
