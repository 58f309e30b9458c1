import { home, stateOf } from "#practices"
import type { House } from "#practices"
import { writers } from "#practices/examples"
import type { Who } from "#practices/examples"
import type { Proposed } from "../inviting/invite-step.ts"

/** What both of a made-up pair are asked: whom one of them would let in, and where one would go. Nobody ever comes, and nobody goes. */
export function proposedAmong(house: House, who: Who): readonly Proposed[] {
  const { introduced = [], moving = [] } = stateOf(house, home).shared
  const admits = introduced.map(({ member, by, name }): Proposed => {
    const mine = by === writers[who]
    return { ref: member, what: "admit", by, name, agreed: mine, mine }
  })
  const mine = who === "ben"
  const moves = moving.map((name): Proposed => ({
    ref: name,
    what: "move",
    by: writers.ben,
    name,
    agreed: mine,
    mine,
  }))
  return [...admits, ...moves]
}
