import { through } from "../../src/app/testing/mortal.ts"
import type { Doing, Start } from "../../src/app/testing/mortal.ts"

/** One place to die: at the n-th write of a doing, while it is on its way or right after it. */
export interface Place {
  readonly doing: Doing
  readonly at: number
  readonly after: boolean
}

/** Every place where a browser can die, in one order: found by doing all of it once, with nothing in the way. */
export async function placesIn(
  doings: readonly Doing[],
  start: Start,
  tell: (name: string, writes: number) => void = () => undefined,
): Promise<readonly Place[]> {
  const places: Place[] = []
  for (const doing of doings) {
    const { writes } = await through(doing, null, start)
    tell(doing.name, writes)
    for (let at = 1; at <= writes; at += 1)
      for (const after of [false, true]) places.push({ doing, at, after })
  }
  return places
}

/** Kills the browser there; afterwards it is done again if it was not done, as a person would. False when it never came to that write. */
export async function killAt({ doing, at, after }: Place, start: Start): Promise<boolean> {
  return (await through(doing, { at, after }, start)).died
}

/** One place out of each so many, by turns one where it dies at a write and one right after it. */
export function oneOfEach<T>(places: readonly T[], every: number): readonly T[] {
  if (every === 1) return places
  return places.filter((_, n) => n % every === Math.floor(n / every) % 2)
}
