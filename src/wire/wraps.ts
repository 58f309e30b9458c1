import { toHex } from "./bytes.ts"
import type { Wrap } from "./control.ts"

/** Ids strictly rising, and exactly these: what equals the sorted list is both. */
export function wrapsAreFor(wraps: readonly Wrap[], ids: readonly string[]): boolean {
  const given = wraps.map((w) => toHex(w.id))
  return given.length === ids.length && ids.toSorted().every((id, i) => id === given[i])
}
