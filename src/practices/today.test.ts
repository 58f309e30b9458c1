import fc from "fast-check"
import { expect, test } from "vitest"
import { wordListsIn } from "../../tools/words.ts"
import { anyHistory, heardBy } from "./arbitrary.contract.ts"
import { tellAll } from "./house.ts"
import type { House, HouseEntry } from "./house.ts"
import type { Moment, Nudge } from "./practice.ts"
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

test("in 2,000 made-up states: at most three, each with a reason, a label and a source; none of silence, none towards forgiving", () => {
  const seen = new Set<string>()
  let none = 0
  fc.assert(
    fc.property(anyHistory(30), fc.constantFrom(...everyone), (history, who) => {
      const entries = heardBy(history, who)
      const nudges = suggest(tellAll(entries, devices), readerOf(who), evening)
      expect(nudges.length).toBeLessThanOrEqual(3)
      expect(nudges.flatMap(faultsOf)).toEqual([])
      expect(new Set(nudges.map((n) => n.id)).size).toBe(nudges.length)
      expect(nudges.map((n) => n.order)).toEqual(nudges.map((n) => n.order).toSorted((a, b) => a - b))
      expect(bornOfSilence(entries, who)).toEqual([])
      for (const nudge of nudges) seen.add(nudge.words)
      none += nudges.length === 0 ? 1 : 0
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

test("the looks are real ones: a rule about silence and words towards forgiving are seen", () => {
  const silence: Rule = {
    id: "today.no-answer",
    room: "apology",
    words: "today.own-view",
    order: 3,
    evidence: { label: "clinicians", source: "Nobody 2026" },
    when: ({ apology, reader }) => {
      const sent = apology.shared.letters.some((l) => l.writer === reader.shared)
      return sent && !apology.shared.answers.some((a) => a.writer !== reader.shared) ? { page: "" } : null
    },
  }
  const planted = fc.check(
    fc.property(anyHistory(30), fc.constantFrom(...everyone), (history, who) => {
      expect(bornOfSilence(heardBy(history, who), who, [...rules, silence])).toEqual([])
    }),
    { numRuns: 2000 },
  )
  expect(planted.failed).toBe(true)

  const good = states.flatMap((state) => {
    const told = tellStory({ id: "today.state", title: state.title, steps: state.steps, then: {} })
    return suggest(told.houses[state.who], readerOf(state.who), evening)
  })[0]
  if (good === undefined) throw new Error("no suggestion to plant a fault in")
  expect(faultsOf({ ...good, id: "today.forgive-now" })).toContain("pulls towards forgiving")
  expect(faultsOf({ ...good, evidence: { label: "trial", source: "many studies" } })).toContain(
    "names no source one could look up",
  )
  expect(faultsOf({ ...good, words: "today.nothing" })).toContain("has no title or no reason")
  Object.assign(words, { "x.y": "Ana has not answered yet", "x.y-why": "Remind her." })
  expect(faultsOf({ ...good, words: "x.y" })).toContain("speaks of the other’s silence")
})
