import { screens } from "./screens.ts"
import { printRuns } from "./table.ts"

const count = 10_000

/** Pages of the app with a year of things on them. */
export async function screensPart(runs: number): Promise<void> {
  const all = await screens(count, runs)
  const title = `A page with ${count.toLocaleString("en-GB")} things on it, drawn and laid out: milliseconds`
  const name = { ana: "who got them", ben: "who sent them" }
  printRuns(
    `${title} of its thread`,
    all.map((d) => ({ name: `${d.place}, ${name[d.who]}`, runs: d.thread })),
  )
  printRuns(
    `${title} by the clock`,
    all.map((d) => ({ name: `${d.place}, ${name[d.who]}`, runs: d.took })),
  )
}
