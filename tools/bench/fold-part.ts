import { browserReadings } from "./browser-reading.ts"
import type { DiskStep, Read, Where } from "./browser-reading.ts"
import { megabytes, printRuns } from "./table.ts"
import type { Row } from "./table.ts"

const count = 10_000

/** A long shared log in Chromium: with the app's own modules in a worker, and on the page as the app does it. */
export async function foldPart(runs: number): Promise<void> {
  const all = await browserReadings(count, runs)
  const rows = (where: Where): readonly Row[] => {
    const of = (name: string, pick: (read: Read) => number): Row => ({
      name: `${where}: ${name}`,
      runs: all.map((pass) => pick(pass[where])),
    })
    const opened = (name: string, step: DiskStep): readonly Row[] => [
      of(name, (r) => r.disk[step]),
      of("— processor time", (r) => r.cpu[step]),
      of("— tasks over 50 ms: the longest", (r) => longest(r.long[step])),
    ]
    const longest = (long: readonly number[]): number => Math.max(0, ...long)
    return [
      of("verify + open + fold, cold", (r) => r.cold.all),
      of("— of that: signatures and the record's fold", (r) => r.cold.verify),
      of("— opening", (r) => r.cold.open),
      of("— the house", (r) => r.cold.house),
      of("floor: signatures and opening alone", (r) => r.floor),
      of("cold, processor time of the page's process", (r) => r.cpu.cold),
      of("floor, processor time", (r) => r.cpu.floor),
      of("tasks of the page over 50 ms, cold: the longest", (r) => longest(r.long.cold)),
      ...opened("synced by the app, kept on the disk", "sync"),
      ...opened("opened again, nothing remembered", "rebuild"),
      of("writing down what is remembered", (r) => r.disk.remember),
      of("— tasks over 50 ms: the longest", (r) => longest(r.long.remember)),
      ...opened("opened again with that", "reopen"),
      of("one more entry", (r) => r.disk.append),
    ]
  }
  const title = `${count.toLocaleString("en-GB")} entries of 1 KiB in Chromium: milliseconds`
  printRuns(`${title}, in a worker`, rows("worker"))
  printRuns(`${title}, on the page as the app does it`, rows("page"))
  printRuns("Memory of a page that holds the whole log", [
    { name: "read cold", runs: all.map((pass) => pass.page.cold.heap ?? Number.NaN), show: megabytes },
    { name: "opened again", runs: all.map((pass) => pass.page.heap ?? Number.NaN), show: megabytes },
  ])
}
