import { buildApp } from "../build.ts"
import { firstLook } from "./first-look.ts"
import type { FirstLook } from "./first-look.ts"
import { median, printRuns } from "./table.ts"

const count = 10_000
const times = 5

/** The built app with everything that is in it: screens, relay, disk. */
export async function appPart(runs: number): Promise<void> {
  await buildApp()
  const all: FirstLook[] = []
  for (let n = 0; n < runs; n += 1) all.push(await firstLook(count, times))
  const row = (name: string, pick: (look: FirstLook) => number): Parameters<typeof printRuns>[1][number] => ({
    name,
    runs: all.map(pick),
  })
  printRuns(`The app itself, with ${count.toLocaleString("en-GB")} entries of the other's: milliseconds`, [
    row("synced for the first time, while Today is shown", (l) => l.synced),
    row("— the longest task by the clock (0: none over 50)", (l) => l.syncing.byClock[0] ?? 0),
    row("— the longest task of the thread itself", (l) => l.syncing.worked[0] ?? 0),
    row(`from the tap on Open until Today is there, median of ${String(times)}`, (l) => median(l.opened)),
    row("— the longest of them", (l) => Math.max(...l.opened)),
    row("— the longest task by the clock (0: none over 50)", (l) => l.opening.byClock[0] ?? 0),
    row("— the longest task of the thread itself", (l) => l.opening.worked[0] ?? 0),
  ])
}
