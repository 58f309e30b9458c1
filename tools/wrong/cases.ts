import { browsers } from "./browsers.ts"
import { clocks } from "./clocks.ts"
import { invites } from "./invites.ts"
import { later, olderApp } from "./later.ts"
import { lock } from "./lock.ts"
import { processes } from "./processes.ts"
import { relays } from "./relays.ts"
import { tabs } from "./tabs.ts"
import { buildForTest } from "./test-build.ts"
import { words } from "./words.ts"
import type { Case } from "./world.ts"

/** Everything that goes wrong. */
export const cases: readonly Case[] = [
  ...invites,
  ...browsers,
  ...clocks,
  ...relays,
  ...processes,
  ...tabs,
  ...words,
  ...lock,
  ...later,
]

/** One build with the switches of all cases in it, and with the older app that one of them needs. */
export function buildWithSwitches(): Promise<string> {
  const plants = cases.map(({ name, plant }) => ({ name, edits: plant }))
  return buildForTest([...plants, { name: "", edits: [olderApp] }])
}
