import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { wordListsIn } from "../../tools/words.ts"
import { attended, logOf } from "./house.ts"
import type { Nudge, Story } from "./practice.ts"
import { practices } from "./registry.ts"
import { everyone, readerOf, tellStory } from "./telling.ts"
import type { ToldStory } from "./telling.ts"

const here = new URL(".", import.meta.url)
const all = practices.flatMap((room) =>
  room.stories.map((story) => ({ room, story, told: tellStory(story) })),
)

const words: Record<string, unknown> = Object.fromEntries(
  (await wordListsIn("src/practices")).flatMap((list) => Object.entries(list.words)),
)

function nudgesAfter(told: ToldStory): readonly Nudge[] {
  const day = told.story.steps.at(-1)?.day ?? "2026-11-02"
  const now = { at: Date.parse(`${day}T18:00:00Z`), day, zone: "Europe/London" }
  return everyone.flatMap((who) => attended(told.houses[who], readerOf(who), now))
}

describe.each(practices.map((room) => ({ name: room.name, room })))("$name", ({ name, room }) => {
  test.each(room.stories.map((story): [string, Story] => [story.title, story]))("%s", (_, story) => {
    const told = tellStory(story)
    expect(told.steps.map(({ verdict }) => (verdict.ok ? "" : verdict.because))).toEqual(
      story.steps.map((step) => step.refused ?? ""),
    )
    const { shared, ana, ben } = story.then
    for (const who of everyone)
      if (shared !== undefined)
        expect(told.houses[who].shared[name]).toMatchObject(Object(told.named(shared)))
    if (ana !== undefined) expect(told.houses.ana.own[name]).toMatchObject(Object(told.named(ana)))
    if (ben !== undefined) expect(told.houses.ben.own[name]).toMatchObject(Object(told.named(ben)))
  })

  test("both phones tell the same shared part of every story", () => {
    for (const { told } of all) expect(told.houses.ana.shared).toEqual(told.houses.ben.shared)
  })

  test("every kind of entry is told in some story, and allowed there", () => {
    const kinds = all.flatMap(({ told }) =>
      told.steps.flatMap(({ step, verdict }) => (verdict.ok ? [step.kind] : [])),
    )
    expect(Object.keys(room.entries).filter((kind) => !kinds.includes(kind))).toEqual([])
  })

  test("every kind carries the room's name", () => {
    expect(Object.keys(room.entries).filter((kind) => !kind.startsWith(`${name}.`))).toEqual([])
  })

  test("what is written survives the way through JSON, and the schema takes it again", () => {
    for (const { told } of all) {
      for (const { entry, verdict } of told.steps) {
        if (!entry.kind.startsWith(`${name}.`) || !verdict.ok) continue
        const again: unknown = JSON.parse(JSON.stringify(entry.body))
        expect(again).toEqual(entry.body)
        expect(room.entries[entry.kind as keyof typeof room.entries]).toMatchObject({ log: entry.log })
        expect(logOf(entry.kind)).toBe(entry.log)
      }
    }
  })

  // Home holds what belongs to no room: names, sheets, devices, servers.
  const most = name === "home" ? 16 : 9
  test("five to nine stories (more for what belongs to no room), each with an id of its own under the room's name", () => {
    const ids = room.stories.map((story) => story.id)
    expect(ids.length).toBeGreaterThanOrEqual(5)
    expect(ids.length).toBeLessThanOrEqual(most)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !id.startsWith(`${name}.`))).toEqual([])
  })

  test("every refusal has words, and every refusal is told in a story", () => {
    const source = readFileSync(new URL(`./${name}/may.ts`, here), "utf8")
    const keys = [...source.matchAll(new RegExp(`"(${name}\\.[a-z-]+)"`, "g"))]
      .map((m) => m[1] ?? "")
      .filter((key) => !Object.hasOwn(room.entries, key))
    const refusals = all.flatMap(({ story }) => story.steps.flatMap((step) => step.refused ?? []))
    expect(keys.filter((key) => !refusals.includes(key))).toEqual([])
    expect([...keys, ...refusals].filter((key) => !Object.hasOwn(words, key))).toEqual([])
  })
})

test("every suggestion after every story has a title, a reason and a source", () => {
  const nudges = all.flatMap(({ told }) => nudgesAfter(told))
  expect(nudges.length).toBeGreaterThan(3)
  const keys = nudges.flatMap((nudge) => [nudge.words, `${nudge.words}-why`])
  expect(keys.filter((key) => !Object.hasOwn(words, key))).toEqual([])
  expect(nudges.filter((nudge) => nudge.evidence.source.length < 5)).toEqual([])
})

test("every folder in the house is a practice, and every practice has a folder", () => {
  const folders = readdirSync(here, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))
  // `words` holds what more than one room says.
  expect(folders.filter((name) => name !== "words").toSorted()).toEqual(
    practices.map((room) => room.name).toSorted(),
  )
})

test("every room has the files a newcomer looks for", () => {
  const files = ["README.md", "entries.ts", "fold.ts", "may.ts", "stories.ts", "practice.ts"]
  const missing = practices.flatMap((room) =>
    files
      .filter((file) => {
        try {
          return readFileSync(new URL(`./${room.name}/${file}`, here), "utf8").length < 40
        } catch {
          return true
        }
      })
      .map((file) => `${room.name}/${file}`),
  )
  expect(missing).toEqual([])
})
