import { describe, expect, test } from "vitest"
import { createSay, kitWords } from "#kit"
import { anaAndBen } from "./ana-and-ben.ts"
import { anaBenAndCleo } from "./ana-ben-and-cleo.ts"
import { stateOf } from "./house.ts"
import type { Story } from "./practice.ts"
import { practices } from "./registry.ts"
import { everyone, readerOf, tellStory, writers } from "./telling.ts"
import type { Teller, ToldStory, Who } from "./telling.ts"
import type { Trace, View } from "./view.ts"
import { views } from "./views.ts"
import { en } from "./words/en.ts"

// Where three are, "an answer to your letter" leaves open whose: under Looking back each line names who wrote what one reads there, and
// to whom one answered. Held over every story there is, told among three.

type AnyView = View<Record<string, never>, unknown, unknown>
const all = views as unknown as readonly AnyView[]
const say = createSay({ ...kitWords, ...en, ...Object.assign({}, ...all.map(({ words }) => words)) }, "en-GB")
const names = { ana: "Ana", ben: "Ben", cleo: "Cleo" } as const
const nameOf = (writer: string): string =>
  names[(["ana", "ben", "cleo"] as const).find((one) => writers[one] === writer) ?? "cleo"]

const stories: readonly ToldStory<Teller>[] = [
  ...practices.flatMap((room): readonly Story[] => room.stories).map((story) => tellStory(story)),
  tellStory({ ...anaAndBen, then: {} }),
  tellStory(anaBenAndCleo()),
]

function tracesFor(told: ToldStory<Teller>, who: Who): readonly Trace[] {
  return all.flatMap((view) => {
    const practice = practices.find((p) => p.name === view.name)
    if (practice === undefined) return []
    return view.traces(stateOf(told.houses[who], practice), readerOf(who), { nameOf }, say)
  })
}

/** Whom this line has to name: who wrote it, or whose words one's own was said to. */
function mustName(told: ToldStory<Teller>, who: Who, ref: string): string | null {
  const entries = told.steps.map(({ entry }) => entry)
  const entry = entries.find((one) => one.ref === ref && one.log === "shared")
  if (entry === undefined) return null
  if (entry.writer !== writers[who]) return nameOf(entry.writer)
  const target: unknown = Reflect.get(Object(entry.body), "target")
  const to: unknown = typeof target === "string" ? target : Reflect.get(Object(target), "ref")
  const theirs = entries.find((one) => one.ref === to)
  return theirs === undefined || theirs.writer === entry.writer ? null : nameOf(theirs.writer)
}

const unnamed = (line: { readonly title: string; readonly name: string }): boolean =>
  !line.title.includes(line.name)

describe.each(everyone.map((who) => [who] as const))("as %s sees it", (who) => {
  const lines = stories.flatMap((told) =>
    tracesFor(told, who).flatMap(({ ref, title }) => {
      const name = mustName(told, who, ref)
      return name === null ? [] : [{ title, name }]
    }),
  )

  test("each line of Looking back that is somebody else’s, or to somebody else, names them", () => {
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.filter(unnamed)).toEqual([])
  })

  test("the look is a real one: a line that leaves open whose it is is seen", () => {
    const planted = lines.map(({ name }) => ({ title: "An answer to your letter", name }))
    expect(planted.filter(unnamed)).toHaveLength(lines.length)
    expect(new Set(lines.map(({ name }) => name)).size).toBe(2)
  })
})
