import { anaAndBenNow } from "#practices/examples"
import type { Heard } from "#practices/examples"
import type { Snapshot } from "../session/shown.ts"
import type { Source } from "./sources.ts"

// What is said above a page when something does not go as it should: each of it, over Today.

const servers = ["full", "forgot", "went-back", "removed", "misnamed", "stranger"] as const

/** On two devices, and something of the other one is not here. */
const lacking: Snapshot["recovery"] = {
  sheet: null,
  copying: { day: "2026-11-10", isGone: false, devices: 2, forgot: false, lacks: true },
  returned: null,
  lost: 0,
  removing: false,
  uses: [],
}

const troubles: Readonly<Record<string, Partial<Snapshot>>> = {
  "no room": { storageRefuses: true },
  "does not fit": { alarm: "fork" },
  "newer sheet": { alarm: "sheet-replaced" },
  "own pages lacking": { recovery: lacking },
  "no news": { noNews: "2026-11-10" },
  ...Object.fromEntries(servers.map((server) => [`server ${server}`, { server }])),
}

export function troublesWith(heard: readonly Heard[]): readonly Source[] {
  return Object.entries(troubles).map(([name, state]) => ({
    id: `trouble: ${name}`,
    heard,
    now: anaAndBenNow,
    begun: false,
    more: () => state,
    places: [{ at: "today" }],
  }))
}
