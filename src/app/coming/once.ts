import type { Day, Moment } from "#practices"
import type { State } from "../keeping/state.ts"
import { asking, comeIn } from "./coming.ts"
import type { ComeDeps } from "./coming.ts"
import { hasErrand } from "./later.ts"
import { lettingNow, opening, sayingPair } from "./letting.ts"

/** Whether another device is to be let in. */
export async function owesLetting(deps: ComeDeps): Promise<boolean> {
  return (await lettingNow(deps, deps.ground.now())).length > 0
}

/** In one turn: what this device has to say is on the disk whole, or not at all. None of the three reads what another of them says. */
async function saidIn(deps: ComeDeps, state: State, day: Day): Promise<State> {
  const paired = await sayingPair(deps, state, day)
  const asked = await asking(deps, paired, day)
  return opening(deps, asked, day)
}

/**
 * As far as it goes now, on either side. Whether something was said that is to be told at once, or is to be looked at anew. `owed`: what the last look could not do is
 * no reason for another one.
 */
export async function comeOnce(
  deps: ComeDeps & { readonly clock: () => Moment },
  owed: boolean,
): Promise<boolean> {
  const { ground, clock } = deps
  const { day } = clock()
  const before = hasErrand(ground.now())
  await ground.turn((state) => saidIn(deps, state, day))
  const isFresh = !before && hasErrand(ground.now())
  const isToAdd = !owed && (await owesLetting(deps))
  return (await comeIn(deps, day)) || isFresh || isToAdd
}
