import { expect, test } from "vitest"
import { development } from "./corpus/index.ts"
import { scoreParts } from "./corpus/score-parts.ts"
import { score } from "./corpus/score.ts"
import { read, rules } from "./index.ts"
import { lines } from "./corpus/gold.ts"

const ruled = new Set(rules.map(({ fault }) => fault))

test("on the texts it was tuned on the coach keeps its level, and its alarms are few", () => {
  const { all, by } = score(development, read, ruled)
  expect(all.precision).toBeGreaterThanOrEqual(0.95)
  expect(all.recall).toBeGreaterThanOrEqual(0.85)
  expect(all.alarms).toBeLessThanOrEqual(2)
  for (const [, { f1 }] of by) expect(f1).toBeGreaterThanOrEqual(0.8)
})

test("it hears the eight parts in letters that were gone through for them", () => {
  const { all, by } = scoreParts(development, read)
  expect(by.size).toBe(8)
  expect(all.f1).toBeGreaterThanOrEqual(0.9)
  for (const [, { f1 }] of by) expect(f1).toBeGreaterThanOrEqual(0.75)
})

test("a score notices a fault that was passed over, an alarm, and a part that was not said", () => {
  const gold = lines("a:r| {vague:I did what one does}.\na:| We met at noon.")
  const blind = score(gold, () => ({ marks: [], present: [] }), ruled)
  expect(blind.all.recall).toBe(0)
  const loud = score(
    gold,
    (text, kind) => ({ ...read("I'm sorry if I hurt you.", kind), text }) as ReturnType<typeof read>,
    ruled,
  )
  expect(loud.all.alarms).toBe(100)
  expect(scoreParts(gold, () => ({ marks: [], present: ["leaves-free"] })).all.f1).toBe(0)
})

test("a line without a kind, or with a part that has no name, is refused", () => {
  expect(() => lines("x| Hello.")).toThrow("no kind")
  expect(() => lines("a:z| Hello.")).toThrow("no part")
})
