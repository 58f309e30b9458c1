import { isActive, toHex } from "#wire"
import { operated } from "../devices/placing.ts"
import { owedThere } from "../linking/parting.ts"
import type { HeldDeps } from "../recovery/held.ts"
import type { State } from "../keeping/state.ts"

/**
 * Devices that were to be let go when everybody agreed to go on at another server: here nothing is asked for any more, so it is done in the private log at once, which
 * a copy carries along. What it means for what is shared is done there (spec/ledger.md §20.5).
 */
export async function carriedAlong(deps: HeldDeps, state: State): Promise<State> {
  const { private: own, recovery, alarm } = state
  if (own === null || alarm === "private-damaged" || !isActive(own.state, own.device.id)) return state
  return (recovery.removingOwn ?? []).length === 0 ? state : withoutOwed(await operated(deps, state))
}

/** What the private log says itself need not be kept beside it. */
export function withoutOwed(state: State): State {
  const owed = new Set(owedThere(state).map(toHex))
  const { recovery } = state
  return { ...state, recovery: { ...recovery, removing: recovery.removing.filter((hex) => !owed.has(hex)) } }
}
