import { browserReadings } from "./browser-reading.ts"
import type { BrowserReading } from "./browser-reading.ts"
import type { Told } from "./reading-page.ts"
import { megabytes, printRuns } from "./table.ts"
import type { Row } from "./table.ts"

const count = 10_000

/** A long shared log in Chromium: with the app's own modules in a worker, and on the page as the app does it. */
export async function foldPart(runs: number): Promise<void> {
  const all = await browserReadings(count, runs)
  const rows = (where: keyof BrowserReading): readonly Row[] => {
    const of = (name: string, pick: (told: Told) => number): Row => ({
      name: `${where}: ${name}`,
      runs: all.map((pass) => pick(pass[where])),
    })
    return [
      of("verify + open + fold, cold", ({ read }) => read.memory),
      of("— signatures and the record's fold", ({ read }) => read.parts.verify),
      of("— opening", ({ read }) => read.parts.open),
      of("— the house", ({ read }) => read.parts.house),
      of("the same by syncing, kept on the disk", ({ read }) => read.synced),
      of("reopened, what was verified remembered", ({ read }) => read.reopened),
      of("floor: signatures and opening alone", ({ read }) => read.floor),
      of("page's tasks over 50 ms, how many", ({ long }) => long.length),
      of("the longest of them", ({ long }) => Math.max(0, ...long)),
    ]
  }
  const named = count.toLocaleString("en-GB")
  printRuns(`${named} entries of 1 KiB in Chromium: milliseconds`, [...rows("worker"), ...rows("page")])
  printRuns("Memory of the page that holds the whole log", [
    { name: "heap", runs: all.map((pass) => pass.page.read.heap ?? Number.NaN), show: megabytes },
  ])
}
