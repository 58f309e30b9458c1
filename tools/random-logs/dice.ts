import { toolsFrom } from "../../src/ledger/testing/people.ts"
import type { Bytes } from "../../src/wire/index.ts"

/** Dice of a seed: the same seed writes the same logs, so a log on which two readers differ can be written again. */
export interface Dice {
  readonly below: (sides: number) => number
  readonly chance: (percent: number) => boolean
  readonly bytes: (length: number) => Bytes
  readonly one: <T>(of: readonly [T, ...(readonly T[])]) => T
  /** One of them, or none where there is none. */
  readonly any: <T>(of: readonly T[]) => T | undefined
}

export function diceFrom(seed: number): Dice {
  const { random } = toolsFrom(seed)
  const below = (sides: number): number => {
    const [a = 0, b = 0, c = 0] = random(3)
    return ((a << 16) | (b << 8) | c) % sides
  }
  return {
    below,
    chance: (percent) => below(100) < percent,
    bytes: random,
    one: (of) => of[below(of.length)] ?? of[0],
    any: (of) => (of.length === 0 ? undefined : of[below(of.length)]),
  }
}

/** One of several, each as often as its weight says. */
export function weighed<T>(dice: Dice, of: readonly (readonly [number, T])[]): T {
  let left = dice.below(of.reduce((sum, [weight]) => sum + weight, 0))
  for (const [weight, value] of of) {
    if (left < weight) return value
    left -= weight
  }
  throw new Error("nothing has a weight")
}
