import fc from "fast-check"
import { expect, test } from "vitest"
import { wordListsIn } from "../../tools/words.ts"
import { anaBenAndCleo } from "./ana-ben-and-cleo.ts"
import { anyHistory, heardBy } from "./arbitrary.contract.ts"
import { tellAll } from "./house.ts"
import type { House, HouseEntry } from "./house.ts"
import type { Moment, Nudge } from "./practice.ts"
import { practices } from "./registry.ts"
import { devices, everyone, readerOf, tellStory, writers } from "./telling.ts"
import type { Who } from "./telling.ts"
import { states } from "./today-states.contract.ts"
import { everySuggestion, suggest } from "./today.ts"
import { rules } from "./today-rules.ts"
import type { Rule } from "./today-rules.ts"

const words: Record<string, unknown> = Object.fromEntries(
  (await wordListsIn("src/practices")).flatMap((list) => Object.entries(list.words)),
)
const evening: Moment = { at: Date.parse("2026-11-21T18:00:00Z"), day: "2026-11-21", zone: "Europe/London" }
const labels = ["trial", "experiment", "lab-game", "imagined-scenario", "clinicians", "common-advice"]

/** What a suggestion may never be. Empty when nothing is wrong with it. */
function faultsOf(nudge: Nudge): readonly string[] {
  const [title, why] = [nudge.words, `${nudge.words}-why`].map((key) => words[key])
  if (typeof title !== "string" || typeof why !== "string") return ["has no title or no reason"]
  const said = `${nudge.id} ${title} ${why}`
  return [
    [!labels.includes(nudge.evidence.label), "has no label"],
    [!/[A-Z]\p{L}+.*\d{4}/u.test(nudge.evidence.source), "names no source one could look up"],
    [/forgiv|trust (them|him|her) again|move on|get over|let it go/i.test(said), "pulls towards forgiving"],
    [
      /silen|(has|have|did)(n[’']t| not)( yet)? (answer|repl|respond|read|open|writ)|no answer|still wait|remind (them|him|her)|\bnudge\b/i.test(
        said.replace(nudge.id, ""),
      ),
      "speaks of the other’s silence",
    ],
  ].flatMap(([wrong, fault]) => (wrong === true ? [String(fault)] : []))
}

test.each(states.map((state) => [state.title, state] as const))("%s", (_, state) => {
  const told = tellStory({ id: "today.state", title: state.title, steps: state.steps, then: {} })
  expect(told.steps.flatMap(({ verdict }) => (verdict.ok ? [] : [verdict.because]))).toEqual([])
  const nudges = suggest(told.houses[state.who], readerOf(state.who), evening)
  expect(nudges.map((n) => [n.id.replace(/ .*/s, " "), n.evidence.label])).toEqual(state.suggested)
  expect(nudges.flatMap(faultsOf)).toEqual([])
})

test("twelve states are written, and in two of them nothing is suggested", () => {
  expect(states).toHaveLength(12)
  expect(states.filter((state) => state.suggested.length === 0)).toHaveLength(2)
})

test("once nothing more can be said, nothing is suggested that would be said to others", () => {
  const three = tellStory(anaBenAndCleo())
  const seen = (isOver: boolean): readonly string[] =>
    everyone.flatMap((who) =>
      suggest(three.houses[who], { ...readerOf(who), isOver }, evening).map(({ id }) =>
        id.replace(/ .*/s, ""),
      ),
    )
  expect(seen(false)).toContain("promises.say-how")
  for (const id of ["promises.say-how", "apology.promise", "apology.repair"])
    expect(seen(true)).not.toContain(id)
})

/** The house as it would be had the other person never done anything here. */
function withoutTheOther(history: readonly HouseEntry[], who: Who): House {
  return tellAll(
    history.filter((entry) => entry.log === "private" || entry.writer === writers[who]),
    devices,
  )
}

/**
 * Suggestions that stand only because the other person did nothing: they are there without the other's entries and not with them. One of
 * the reader's own rooms may fall silent when the other acts (an accepted repair, an answer); none may begin with the other's quiet.
 */
function bornOfSilence(history: readonly HouseEntry[], who: Who, held?: readonly Rule[]): readonly string[] {
  const ids = (house: House): readonly string[] =>
    everySuggestion(house, readerOf(who), evening, held).map((nudge) => nudge.id)
  const withThem = new Set(ids(tellAll(history, devices)))
  return ids(withoutTheOther(history, who)).filter((id) => !withThem.has(id))
}

interface Way {
  readonly held?: readonly Rule[]
  /** How many are shown. */
  readonly most?: number
}

/** All that is wrong with what one person is shown in one state. `way` is how Today works; a test bends it. */
function faultsIn(entries: readonly HouseEntry[], who: Who, { held, most = 3 }: Way = {}): readonly string[] {
  const house = tellAll(entries, devices)
  const shown = everySuggestion(house, readerOf(who), evening, held).slice(0, most)
  const orders = shown.map((n) => n.order)
  return [
    ...(shown.length > 3 ? ["is one of more than three"] : []),
    ...shown.flatMap(faultsOf),
    ...(new Set(shown.map((n) => n.id)).size === shown.length ? [] : ["is said twice"]),
    ...(orders.join() === orders.toSorted((x, y) => x - y).join() ? [] : ["stands out of order"]),
    ...bornOfSilence(entries, who, held).map((id) => `is born of silence: ${id}`),
  ]
}

const anyState = fc.tuple(anyHistory(30), fc.constantFrom(...everyone))

test("in 2,000 made-up states: at most three, each with a reason, a label and a source; none of silence, none towards forgiving", () => {
  const seen = new Set<string>()
  let none = 0
  fc.assert(
    fc.property(anyState, ([history, who]) => {
      const entries = heardBy(history, who)
      expect(faultsIn(entries, who)).toEqual([])
      const shown = suggest(tellAll(entries, devices), readerOf(who), evening)
      expect(shown.length).toBeLessThanOrEqual(3)
      for (const nudge of shown) seen.add(nudge.words)
      none += shown.length === 0 ? 1 : 0
    }),
    { numRuns: 2000 },
  )
  // Else 2,000 states in which hardly anything is suggested would prove little.
  expect(seen.size).toBeGreaterThanOrEqual(8)
  expect(none).toBeLessThan(1000)
})

test("nothing is suggested because days went by: a month of nobody writing changes only what is one’s own and due", () => {
  const month = { ...evening, at: evening.at + 31 * 86_400_000, day: "2026-12-22" }
  fc.assert(
    fc.property(anyHistory(30), fc.constantFrom(...everyone), (history, who) => {
      const house = tellAll(heardBy(history, who), devices)
      const at = (now: Moment): readonly string[] =>
        everySuggestion(house, readerOf(who), now).flatMap((n) => (n.room === "promises" ? [] : [n.id]))
      expect(at(month)).toEqual(at(evening))
    }),
    { numRuns: 300 },
  )
})

const kindly: Rule = {
  id: "today.planted",
  room: "matters",
  words: "today.own-view",
  order: 1,
  evidence: { label: "clinicians", source: "Nobody 2026" },
  when: () => ({ page: "open" }),
}
const silence: Rule = {
  ...kindly,
  id: "today.no-answer",
  when: ({ apology, reader }) => {
    const sent = apology.shared.letters.some((l) => l.writer === reader.shared)
    return sent && !apology.shared.answers.some((a) => a.writer !== reader.shared) ? { page: "" } : null
  },
}
const planted: readonly (readonly [what: string, way: Way, fault: RegExp])[] = [
  ["four at once", { most: 4 }, /more than three/],
  ["a rule that waits for an answer", { held: [...rules, silence] }, /born of silence/],
  ["a rule towards forgiving", { held: [{ ...kindly, id: "today.forgive" }] }, /towards forgiving/],
  [
    "a rule whose source cannot be looked up",
    { held: [{ ...kindly, evidence: { label: "trial", source: "many studies" } }] },
    /names no source/,
  ],
  ["a rule without a reason", { held: [{ ...kindly, words: "today.nothing" }] }, /no title or no reason/],
  ["a rule that stands twice", { held: [kindly, kindly] }, /said twice/],
]

test.each(planted)("the look over all states is a real one: %s is seen", (_, way, fault) => {
  expect(faultsIn([], "ana", { ...way, held: [] })).toEqual([])
  const found = fc.check(
    fc.property(anyState, ([history, who]) => {
      expect(faultsIn(heardBy(history, who), who, way).join("; ")).not.toMatch(fault)
    }),
    { numRuns: 2000 },
  )
  expect(found.failed).toBe(true)
})

test("words that speak of the other’s silence, or pull towards forgiving, are seen whatever the rule is called", () => {
  const nudge: Nudge = { id: "x", room: "matters", words: "x.y", order: 2, evidence: kindly.evidence }
  const say = (title: string, why: string): readonly string[] => {
    Object.assign(words, { "x.y": title, "x.y-why": why })
    return faultsOf(nudge)
  }
  expect(say("Write down how you see it", "It helps you keep it.")).toEqual([])
  expect(say("Ana has not answered yet", "Write once more.")).toEqual(["speaks of the other’s silence"])
  expect(say("Say it again", "Remind her of the letter.")).toEqual(["speaks of the other’s silence"])
  expect(say("It is time to let it go", "It would be lighter.")).toEqual(["pulls towards forgiving"])
})

test("rules are data: each has its own id, a room of the house, and a source one could look up", () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  const rooms = practices.map((room): string => room.name)
  expect(rules.filter((rule) => !rooms.includes(rule.room))).toEqual([])
  expect(rules.filter((rule) => !/[A-Z]\p{L}+.*\d{4}/u.test(rule.evidence.source))).toEqual([])
})
