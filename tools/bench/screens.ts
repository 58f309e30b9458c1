import { person } from "../../e2e/harness.ts"
import { servePage } from "../../e2e/test-page.ts"

/** Milliseconds one page of the app takes to be drawn and laid out, each time it was. */
export interface Drawn {
  readonly place: string
  readonly who: "ana" | "ben"
  /** By the clock. */
  readonly took: readonly number[]
  /** Of the page's own thread, without what it waited for a processor; taking away the page before is in it. */
  readonly thread: readonly number[]
}

interface Screens {
  readonly begin: (count: number) => Promise<{ readonly placed: number; readonly aside: readonly string[] }>
  readonly draw: (who: "ana" | "ben", name: string) => number
  readonly names: readonly string[]
}
/** Every main page and room where so many things are, for who got them all and who sent them all. */
export async function screens(count: number, times: number): Promise<readonly Drawn[]> {
  const served = await servePage("tools/bench/screens-page.tsx")
  const who = await person("reader")
  try {
    const { page } = who
    await page.goto(served.url)
    await page.waitForFunction(() => Object.hasOwn(globalThis, "screens"))
    const { placed, aside } = await page.evaluate(
      (n) => (globalThis as unknown as { screens: Screens }).screens.begin(n),
      count,
    )
    if (placed !== count) throw new Error(`${String(placed)} of ${String(count)} stand: ${aside.join()}`)
    const names = await page.evaluate(() => (globalThis as unknown as { screens: Screens }).screens.names)
    const cdp = await who.context.newCDPSession(page)
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" })
    const spent = async (): Promise<number> => {
      const { metrics } = await cdp.send("Performance.getMetrics")
      return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN)
    }
    const all: Drawn[] = []
    for (const one of ["ana", "ben"] as const)
      for (const place of names) {
        const took: number[] = []
        const thread: number[] = []
        for (let n = 0; n < times; n += 1) {
          const before = await spent()
          took.push(
            await page.evaluate(
              ([reader, name]) => (globalThis as unknown as { screens: Screens }).screens.draw(reader, name),
              [one, place] as const,
            ),
          )
          thread.push((await spent()) - before)
        }
        all.push({ place, who: one, took, thread })
      }
    return all
  } finally {
    await who.close()
    served.close()
  }
}
