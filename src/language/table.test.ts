import { expect, test } from "vitest"
import { clean, development, heldBack } from "./corpus/index.ts"
import { alarmsAllowed, isSound, tableOf } from "./corpus/table.ts"
import { rules } from "./index.ts"
import { sentencesOf } from "./sentences.ts"

const rows = tableOf(rules, clean)

test("the ten families of rules stand", () => {
  expect(new Set(rules.map(({ fault }) => fault))).toEqual(
    new Set([
      "conditional",
      "feelings-shift",
      "blame-shift",
      "justification",
      "minimising",
      "agentless",
      "vague",
      "pressure",
      "overpromise",
      "unspecific-promise",
    ]),
  )
})

test("two hundred texts are clean, none of them twice", () => {
  expect(clean.length).toBe(200)
  expect(new Set(clean.map(({ text }) => text)).size).toBe(200)
  expect(clean.flatMap(({ faults }) => faults)).toEqual([])
})

test.each(rows)("$id sees its hits, passes over its misses, and speaks on two clean texts at most", (row) => {
  expect(row.alarms.length).toBeLessThanOrEqual(alarmsAllowed)
  expect(isSound(row)).toBe(true)
})

test("the table would notice a rule that speaks too often, and one that misses", () => {
  const [first] = rules
  if (first === undefined) throw new Error("no rules")
  const seen = tableOf([{ ...first, misses: first.hits }], clean)
  expect(seen.map(isSound)).toEqual([false])
  const [loud] = tableOf(
    [first],
    clean.map((gold) => ({ ...gold, text: first.hits[0], kind: first.kinds[0] ?? gold.kind })),
  )
  expect(loud?.alarms.length).toBe(200)
})

test("the development corpus is large, and half of it deserves silence", () => {
  let all = 0
  let silent = 0
  for (const { text, faults } of development)
    for (const sentence of sentencesOf(text)) {
      const [start, end] = [sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0]
      all += 1
      if (!faults.some((fault) => fault.start < end && start < fault.end)) silent += 1
    }
  expect(all).toBeGreaterThanOrEqual(1500)
  expect(silent / all).toBeGreaterThanOrEqual(0.5)
})

test("no line that is kept back was tuned on", () => {
  const tuned = new Set(development.map(({ text }) => text))
  expect(heldBack.filter(({ text }) => tuned.has(text))).toEqual([])
})
