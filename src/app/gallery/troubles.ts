import { anaAndBenNow } from "#practices/examples"
import type { Heard } from "#practices/examples"
import type { Snapshot } from "../session/shown.ts"
import type { Source } from "./sources.ts"

// What is said above a page when something does not go as it should: each of it, over Today.

const servers = ["full", "forgot", "went-back", "removed", "misnamed", "stranger"] as const

const troubles: Readonly<Record<string, Partial<Snapshot>>> = {
  "no room": { storageRefuses: true },
  "does not fit": { alarm: "fork" },
  "newer sheet": { alarm: "sheet-replaced" },
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
