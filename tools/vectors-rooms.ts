import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { House } from "../src/practices/house.ts"
import type { Standing, Story, Verdict } from "../src/practices/practice.ts"
import { practices } from "../src/practices/registry.ts"
import { devices, everyone, tellEntries, tellStory } from "../src/practices/telling.ts"
import type { Heard, Who } from "../src/practices/telling.ts"
import { root } from "./step.ts"

// What a released `may` and `fold` say of an entry never changes. Each story of each room becomes one file: the entries that go in, what each is
// answered, and what stands in the rooms afterwards. A file is written once. Told again later, everything in it must hold; a later version may
// know more fields of a state, never fewer or other ones.

export const folder = join(root, "spec/vectors/rooms")

type Rooms = Readonly<Record<string, unknown>>
export interface RoomVector {
  readonly story: string
  readonly title: string
  /** Device id to member, as the open half of the record has it. */
  readonly devices: Standing["devices"]
  /** In order. A private entry is heard by `who` alone. */
  readonly entries: readonly (Heard & { readonly verdict: Verdict })[]
  readonly then: {
    /** By room, and only of the rooms the entries belong to; the same on both phones. */
    readonly shared: Rooms
    readonly standing: Pick<Standing, "phase" | "matters">
    readonly own: Readonly<Record<Who, Rooms>>
  }
}

export function vectorOf(story: Story): RoomVector {
  const { steps } = tellStory(story)
  const heard = steps.map(({ step, entry }) => ({ who: step.who, entry }))
  const { verdicts, houses } = tellEntries(heard, devices)
  const told = heard.map((h, n) => ({ ...h, verdict: verdicts[n] ?? { ok: false, because: "" } }))
  return { story: story.id, title: story.title, devices, entries: told, then: standsIn(houses, told) }
}

function standsIn(houses: Readonly<Record<Who, House>>, told: readonly Heard[]): RoomVector["then"] {
  const rooms = new Set(told.map(({ entry }) => entry.kind.split(".")[0] ?? ""))
  const only = (all: Rooms): Rooms =>
    Object.fromEntries(Object.entries(all).filter(([name]) => rooms.has(name)))
  const { phase, matters } = houses.ana.standing
  return {
    shared: only(houses.ana.shared),
    standing: { phase, matters },
    own: { ana: only(houses.ana.own), ben: only(houses.ben.own) },
  }
}

/** Tells the entries of a file again. Empty when everything in it still holds, on both phones. */
export function faultsIn(vector: RoomVector): readonly string[] {
  if (vector.entries.length === 0) return [`${vector.story}: holds no entry`]
  const { verdicts, houses } = tellEntries(vector.entries, vector.devices)
  const told = { verdicts, ...standsIn(houses, vector.entries), shared: houses.ana.shared }
  const held = { verdicts: vector.entries.map((e) => e.verdict), ...vector.then }
  return [
    ...differences(held, told, vector.story),
    ...differences(vector.then.shared, houses.ben.shared, `${vector.story} (on Ben’s phone) shared`),
  ]
}

/** Where `held` is not contained in `told`: lists must be equal in length and order, records may have grown. */
export function differences(held: unknown, told: unknown, at: string): readonly string[] {
  if (typeof held !== "object" || held === null)
    return held === told ? [] : [`${at}: ${JSON.stringify(held)} was ${JSON.stringify(told) ?? "nothing"}`]
  if (typeof told !== "object" || told === null) return [`${at}: is gone`]
  if (Array.isArray(held)) {
    if (!Array.isArray(told) || told.length !== held.length) return [`${at}: another number of things`]
    return held.flatMap((item: unknown, n) => differences(item, told[n] as unknown, `${at}[${n}]`))
  }
  return Object.entries(held).flatMap(([key, value]: [string, unknown]) =>
    Object.hasOwn(told, key)
      ? differences(value, Reflect.get(told, key) as unknown, `${at}.${key}`)
      : [`${at}.${key}: is gone`],
  )
}

export function readVectors(from: string = folder): readonly RoomVector[] {
  if (!existsSync(from)) return []
  return readdirSync(from)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => {
      const vector = JSON.parse(readFileSync(join(from, name), "utf8")) as RoomVector
      if (`${vector.story}.json` !== name) throw new Error(`${name} holds another story: ${vector.story}`)
      return vector
    })
}

export interface Look {
  readonly faults: readonly string[]
  /** Stories that have no file yet. */
  readonly missing: readonly RoomVector[]
  readonly files: number
}

/** Holds the files and the stories against each other. Throws when there is no story to tell. */
export function lookAt(vectors: readonly RoomVector[], stories: readonly Story[]): Look {
  if (stories.length === 0)
    throw new Error("no story was read: a check that looked at nothing must not be green")
  const fresh = stories.map((story) => JSON.parse(JSON.stringify(vectorOf(story))) as RoomVector)
  const changed = fresh.flatMap((now) => {
    const old = vectors.find((v) => v.story === now.story)
    if (old === undefined) return []
    const [before, after] = [old, now].map(({ devices: known, entries }) =>
      JSON.stringify([known, entries.map(({ who, entry }) => ({ who, entry }))]),
    )
    return before === after ? [] : [`${now.story}: its entries were changed; a changed story needs a new id`]
  })
  return {
    faults: [...vectors.flatMap(faultsIn), ...changed],
    missing: fresh.filter((now) => !vectors.some((v) => v.story === now.story)),
    files: vectors.length,
  }
}

export const allStories: readonly Story[] = practices.flatMap((room) => room.stories)

if (import.meta.main) {
  const isCheck = process.argv.includes("--check")
  const { faults, missing, files } = lookAt(readVectors(), allStories)
  for (const fault of faults) console.log(fault)
  if (isCheck) for (const { story } of missing) console.log(`${story}: has no file yet`)
  else {
    mkdirSync(folder, { recursive: true })
    for (const vector of missing)
      writeFileSync(join(folder, `${vector.story}.json`), `${JSON.stringify(vector, null, 2)}\n`, {
        flag: "wx",
      })
  }
  const wrote = isCheck ? "" : `, ${missing.length} written`
  console.log(
    `${everyone.length} phones told ${allStories.length} stories and ${files} files: ${faults.length} differ${wrote}`,
  )
  process.exit(faults.length > 0 || (isCheck && missing.length > 0) ? 1 : 0)
}
