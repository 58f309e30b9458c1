import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../tools/step.ts"
import { anaFirst } from "./ana-first.ts"
import { benAndAna } from "./ben-and-ana.ts"
import { sharedLater } from "./later.ts"
import { linkedDevice } from "./linked.ts"
import { lostPhone } from "./lost-phone.ts"
import { everybody } from "./pair.ts"
import type { Between, Pair, Place } from "./pair.ts"
import type { Look } from "./steps.ts"
import { threeTogether } from "./three.ts"

/** The walks by name; a new one is one line. */
export const journeys = {
  "Ben, who hurt Ana": benAndAna,
  "Cleo, who makes three": threeTogether,
  "Ana, who speaks first": anaFirst,
  "Ana, whose phone is lost": lostPhone,
  "Ana, whose laptop is linked": linkedDevice,
  "Ana, who shares something later": sharedLater,
} as const

/** Where pictures go: a folder git does not keep. */
export function pictureFolder(name: string): string {
  const folder = join(root, ".tmp", name)
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  return folder
}

/** Kills the relay process with SIGKILL after this step and starts it again on the same file. Nobody reloads. */
export function killAfter(step: string): Between {
  return async (name, { relay }: Pair) => {
    if (name === step) await relay.killAndStart()
  }
}

/** What the browser may have said of itself while two people wrote: nothing of theirs, and nothing that went wrong. */
const harmless = [
  // The browser notes every answer that is not a success: that the other was faster, and that it is time to sign in anew.
  /^Failed to load resource: the server responded with a status of (401|404|409)/,
  /^Failed to load resource: net::ERR_/,
  /^WebSocket connection to .* failed/,
  /^\[DOM\] Password forms should have/,
]

/** Lines of the console nobody expects, and requests to a stranger. */
export function surprises(pair: Pair): readonly string[] {
  const origin = new URL(pair.relay.url).origin
  return everybody(pair).flatMap((who) => [
    ...who.console
      .filter((line) => !harmless.some((known) => known.test(line)))
      .map((line) => `${who.name}'s console: ${line}`),
    ...who.requests.filter((url) => !url.startsWith(origin)).map((url) => `${who.name} asked ${url}`),
  ])
}

/** Runs one walk. What it found that nobody expects comes back; a step that cannot be taken throws. */
export async function walkThrough(
  name: keyof typeof journeys,
  options: { readonly look?: Look; readonly between?: Between; readonly place?: Place },
): Promise<readonly string[]> {
  let found: readonly string[] = ["the walk did not end"]
  await journeys[name]({
    look: options.look ?? (() => Promise.resolve()),
    between: options.between ?? (() => Promise.resolve()),
    place: options.place,
    done: (pair) => {
      found = surprises(pair)
      return Promise.resolve()
    },
  })
  return found
}
