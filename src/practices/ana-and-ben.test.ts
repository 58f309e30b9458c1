import { expect, test } from "vitest"
import { anaAndBen, anaAndBenNow } from "./ana-and-ben.ts"
import { account } from "./account/practice.ts"
import { stateOf } from "./house.ts"
import { matters } from "./matters/practice.ts"
import { promises } from "./promises/practice.ts"
import { counted, lastDue } from "./promises/look.ts"
import { practices } from "./registry.ts"
import { seamsOf } from "./seams.ts"
import { everyone, readerOf, tellStory } from "./telling.ts"
import { suggest } from "./today.ts"

const told = tellStory({ ...anaAndBen, then: {} })
const { steps } = anaAndBen

test("each step of the months of Ana and Ben is allowed, or refused as it says", () => {
  expect(
    told.steps.map(({ step, verdict }) => [step.kind, step.day, verdict.ok ? "" : verdict.because]),
  ).toEqual(steps.map((step) => [step.kind, step.day, step.refused ?? ""]))
  expect(steps.length).toBeGreaterThanOrEqual(80)
  expect(steps.length).toBeLessThanOrEqual(150)
})

test.each(practices.map((room) => [room.name]))("at the end it is so in %s", (name) => {
  const { shared, ana, ben } = anaAndBen.then[name] ?? {}
  expect([shared, ana, ben].some((part) => part !== undefined)).toBe(true)
  for (const who of everyone)
    if (shared !== undefined) expect(told.houses[who].shared[name]).toMatchObject(Object(told.named(shared)))
  if (ana !== undefined) expect(told.houses.ana.own[name]).toMatchObject(Object(told.named(ana)))
  if (ben !== undefined) expect(told.houses.ben.own[name]).toMatchObject(Object(told.named(ben)))
})

test("both phones tell the same shared part", () => {
  expect(told.houses.ana.shared).toEqual(told.houses.ben.shared)
})

test("something is closed and waits for each of them, and each has something that could help today", () => {
  const { ana, ben } = told.houses
  const closedTo = (
    gates: readonly { readonly target: string }[],
    refs: readonly string[],
  ): readonly string[] => refs.filter((ref) => !gates.some((g) => g.target === ref))
  const told1 = stateOf(ana, account)
  const bens = told1.shared.told.filter((t) => t.writer === readerOf("ben").shared).map((t) => t.ref)
  expect(closedTo(told1.own.gates, bens)).toHaveLength(1)
  const said = stateOf(ben, matters)
  const anas = said.shared.said.filter((s) => s.writer === readerOf("ana").shared).map((s) => s.ref)
  expect(closedTo(said.own.gates, anas)).toHaveLength(1)
  for (const who of everyone) {
    const nudges = suggest(told.houses[who], readerOf(who), anaAndBenNow)
    expect(nudges.length, who).toBeGreaterThanOrEqual(who === "ben" ? 1 : 0)
  }
})

test("the evening promise shows every kind of ending, and one of which nothing was said", () => {
  const { shared } = stateOf(told.houses.ben, promises)
  const evening = shared.promises.find((p) => p.repeat === "weekdays")
  if (evening === undefined) throw new Error("no evening promise")
  const counts = counted(lastDue(evening, shared, anaAndBenNow, 20))
  expect(counts).toMatchObject({ changed: 1, told: 1, found: 1 })
  expect(counts.kept).toBeGreaterThanOrEqual(10)
  expect(counts.none).toBeGreaterThanOrEqual(1)
})

test("most of the bowl is gold, and some of its cracks are still open", () => {
  const seams = seamsOf(told.houses.ana, readerOf("ana"))
  expect(seams).toEqual(seamsOf(told.houses.ben, readerOf("ben")))
  expect(seams.length).toBeGreaterThanOrEqual(14)
  expect(new Set(seams.map((seam) => seam.act))).toEqual(new Set(["repair", "kept", "told"]))
})
