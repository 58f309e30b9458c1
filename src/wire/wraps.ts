import { toHex } from "./bytes.ts"
import type { Wrap } from "./control.ts"

/** Ids strictly rising, and exactly these. */
export function wrapsAreFor(wraps: readonly Wrap[], ids: readonly string[]): boolean {
  const given = wraps.map((w) => toHex(w.id))
  const rising = given.every((id, i) => i === 0 || (given[i - 1] ?? "") < id)
  return rising && given.length === ids.length && ids.toSorted().every((id, i) => id === given[i])
}
