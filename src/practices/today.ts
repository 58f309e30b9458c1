import type { House } from "./house.ts"
import type { Moment, Nudge, Reader } from "./practice.ts"
import { attended } from "./house.ts"

/** At most three suggestions for this reader now: what the rooms say deserves attention, in the order of advice. */
export function suggest(house: House, reader: Reader, now: Moment): readonly Nudge[] {
  return attended(house, reader, now)
    .toSorted((a, b) => a.order - b.order)
    .slice(0, 3)
}
