import type { State } from "../keeping/state.ts"
import type { Synced } from "../server/sync.ts"

const longest = 24 * 3_600_000

/**
 * Since when a relay that answers has put its name to no later hour, in milliseconds since 1970 UTC; null when that is less than a day ago. An honest one does it
 * with every reading, so who opens the app after a week hears it at once and is told nothing (ATTACKS 16). A relay that cannot be reached is not meant.
 */
export function silentSince(
  { shared, alarm, isAway, heard }: State,
  synced: Synced,
  at: number,
): number | null {
  if (shared === null || alarm !== null || isAway || heard === null) return null
  return synced !== "on" || at - heard.at < longest ? null : heard.at
}
