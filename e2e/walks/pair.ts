import { rmSync } from "node:fs"
import { batteryOut } from "../battery.ts"
import { person, startRelay } from "../harness.ts"
import type { Person, TestRelay } from "../harness.ts"
import { goTo, press } from "./steps.ts"
import type { Look } from "./steps.ts"

/** A Monday in November, six in the evening in Berlin. */
export const monday = Date.parse("2026-11-02T17:00:00Z")

/** Two browsers, or three, and one relay. A browser that was killed is replaced by the same one, opened again. */
export interface Pair {
  readonly relay: TestRelay
  ben: Person
  ana: Person
  /** Where three walk. */
  cleo?: Person
}
export type Walker = "ben" | "ana" | "cleo"

export function everybody({ ben, ana, cleo }: Pair): readonly Person[] {
  return cleo === undefined ? [ben, ana] : [ben, ana, cleo]
}

export function third({ cleo }: Pair): Person {
  if (cleo === undefined) throw new Error("two walk here")
  return cleo
}

/** What stands between the steps of a walk: nothing, or something that kills there. */
export type Between = (step: string, pair: Pair) => Promise<void>

/** Where they walk, when it is not a relay made for them; the walk stops it in the end. */
export interface Place {
  readonly relay: TestRelay
  /** For both browsers. */
  readonly args: readonly string[]
}

/** One step of a walk. `on`: it goes on from the very page it ended on, so nobody may be sent back to Today, nor killed, there. */
export interface Step {
  readonly name: string
  readonly walk: (pair: Pair, look: Look) => Promise<void>
  readonly on?: true
}

export interface Walking {
  readonly look: Look
  readonly between: Between
  readonly done: (pair: Pair) => Promise<void>
  readonly place?: Place | undefined
  readonly three?: true
}

/** Walks the steps one after the other, and closes everything whatever happens. */
export async function walkSteps(steps: readonly Step[], o: Walking): Promise<void> {
  const relay = o.place?.relay ?? (await startRelay({ now: monday }))
  const looks = { now: monday, args: o.place?.args ?? [] }
  const pair: Pair = { relay, ben: await person("Ben", looks), ana: await person("Ana", looks) }
  if (o.three === true) pair.cleo = await person("Cleo", looks)
  try {
    for (const { name, walk, on } of steps) {
      await walk(pair, o.look).catch(async (error: unknown) => {
        throw new Error(`in the step "${name}"${await whatStands(pair)}`, { cause: error })
      })
      if (on === true) continue
      // Each step ends where a day begins: what comes next lies on Today, and nobody has looked at it yet.
      for (const who of everybody(pair)) if (await hasBegun(who)) await goTo(who, "Today")
      await o.between(name, pair)
    }
    await o.done(pair)
  } finally {
    for (const who of everybody(pair)) {
      await who.close()
      rmSync(who.profile, { recursive: true, force: true })
    }
    await relay.stop()
  }
}

/** What each has before them where a step could not be taken: the first lines of their page. */
async function whatStands(pair: Pair): Promise<string> {
  const pages: string[] = []
  for (const { name, page } of everybody(pair)) {
    const text = await page.locator("body").innerText({ timeout: 2_000 }).catch(String)
    pages.push(`\n--- ${name} has before them:\n${text.slice(0, 1_500)}`)
  }
  return pages.join("")
}

async function hasBegun({ page }: Person): Promise<boolean> {
  return (await page.getByRole("navigation", { name: "Places" }).count()) > 0
}

/** SIGKILL to one's browser, then the same profile opened again at the same moment of its clock, up to Today. */
export async function killAndReopen(pair: Pair, name: Walker): Promise<void> {
  const was = pair[name]
  if (was === undefined || !(await hasBegun(was))) return
  const now = await was.page.evaluate(() => Date.now())
  await batteryOut(was.profile)
  await was.context.close().catch(() => undefined)
  const again = await person(was.name, { profile: was.profile, now })
  again.console.push(...was.console)
  again.requests.push(...was.requests)
  pair[name] = again
  await again.page.goto(pair.relay.url)
  await press(again, "Open")
  await again.page.getByRole("navigation", { name: "Places" }).waitFor()
}
