import { apology, promises, stateOf, tellAll } from "#practices"
import type { Moment } from "#practices"
import { anaAndBen, anaAndBenNow, devices, tellStory, writers } from "#practices/examples"
import type { Heard, Who } from "#practices/examples"
import { dayAt } from "../clock.ts"
import type { Clock } from "../session/session.ts"
import { createWorld } from "./world.ts"
import type { World } from "./world.ts"

/** A bowl with many cracks, most of them gold by November. */
const bowl = 20_260_824
/** Of what was said lately one has not looked at everything yet. */
const looked = "2026-11-13"

/** The months of Ana and Ben, as they stand on a Monday evening in November. Its clock begins there and goes on from when it was opened. */
export function anaAndBenWorld(now: Clock): { readonly world: World; readonly clock: Clock } {
  const opened = now().at
  const clock = (): Moment => {
    const at = anaAndBenNow.at + now().at - opened
    return { at, day: dayAt(at, anaAndBenNow.zone), zone: anaAndBenNow.zone }
  }
  const told = tellStory({ ...anaAndBen, then: {} })
  // A refused step was never written: the app asks before it writes.
  const heard = told.steps.flatMap(({ step, entry, verdict }): readonly Heard[] =>
    verdict.ok ? [{ who: step.who, entry }] : [],
  )
  const drafts = { ana: lookedAt("ana", heard), ben: lookedAt("ben", heard) }
  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  }
  return { world: createWorld({ heard, clock, later, bowl, drafts }), clock }
}

/** The marks this device keeps of what one has looked at: all that the other had said until that day. They are drafts, and so are these. */
function lookedAt(who: Who, heard: readonly Heard[]): Readonly<Record<string, string>> {
  const until = heard.filter(({ entry }) => entry.log === "shared" && entry.day <= looked)
  const house = tellAll(
    until.map(({ entry }) => entry),
    devices,
  )
  const { shared } = stateOf(house, promises)
  const letters = stateOf(house, apology).shared
  const said = [...letters.answers, ...letters.wishes, ...letters.offers]
  return Object.fromEntries([
    ...said.map(({ ref }) => [`apology.looked:${ref}`, "1"]),
    ...shared.promises.map(({ ref, writer }) => {
      const endings = shared.endings.filter((ending) => ending.promise === ref)
      const ended = shared.ended.filter((end) => end.promise === ref)
      const seen = shared.seen.filter((view) => endings.some((ending) => ending.ref === view.ending))
      const said = writer === writers[who] ? seen.length : endings.length + ended.length
      return [`promises.looked:${ref}`, String(said)]
    }),
  ])
}
