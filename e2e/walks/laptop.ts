import { rmSync } from "node:fs"
import type { Person } from "../harness.ts"
import { walkSteps } from "./pair.ts"
import type { Step, Walking } from "./pair.ts"

/** A walk in which Ana has a laptop from some step on: `comes` says that it is there, `laptop` is it. What it said and asked for counts as hers. */
export async function withLaptop(
  walking: Walking,
  stepsWith: (laptop: () => Person, comes: (laptop: Person) => void) => readonly Step[],
): Promise<void> {
  let there: Person | null = null
  const laptop = (): Person => {
    if (there === null) throw new Error("no laptop yet")
    return there
  }
  const comes = (one: Person): void => {
    there = one
  }
  try {
    await walkSteps(stepsWith(laptop, comes), {
      ...walking,
      done: async (pair) => {
        pair.ana.console.push(...laptop().console)
        pair.ana.requests.push(...laptop().requests)
        await walking.done(pair)
      },
    })
  } finally {
    if (there !== null) {
      await laptop().close()
      rmSync(laptop().profile, { recursive: true, force: true })
    }
  }
}
