import { describe, expect, test } from "vitest"
import { parts, read, rules } from "./index.ts"
import { judge, makeBook } from "./judge.ts"
import type { PartRule, Rule } from "./rule.ts"
import { sentencesOf } from "./sentences.ts"

/** Far more than a slow phone needs; a pattern that guesses its way would take minutes. */
const limit = 4000
const wordsOf = (rule: Rule | PartRule): readonly string[] =>
  [...rule.pattern, ...(rule.unless ?? [])]
    .flatMap((source) => source.split(/[ |]/))
    .filter((word) => /^[a-z_]+$/.test(word))
    .map((word) => word.replaceAll("_", " "))

/** One endless sentence of a rule's own words, its examples' beginnings, and the words that open gaps. */
function hostile(rule: Rule | PartRule): string {
  const own = wordsOf(rule)
  const beginnings = rule.hits.map((hit) =>
    hit
      .replace(/[.?!,]/g, "")
      .split(" ")
      .slice(0, -1)
      .join(" "),
  )
  let text = ""
  for (let i = 0; text.length < 20_000; i += 1)
    text += `${own[(i * 7) % own.length] ?? "sorry"} just even ${beginnings[i % beginnings.length] ?? ""} , only `
  return text
}

describe("no text makes a rule slow", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s", { timeout: limit }, (_, rule) => {
    const book = makeBook([rule], [])
    for (const sentence of sentencesOf(hostile(rule)))
      judge(
        book,
        sentence.map(({ word }) => word),
        rule.kinds[0] ?? "apology",
      )
  })
  test.each(parts.map((rule) => [rule.id, rule] as const))("%s", { timeout: limit }, (_, rule) => {
    const book = makeBook([], [rule])
    for (const sentence of sentencesOf(hostile(rule)))
      judge(
        book,
        sentence.map(({ word }) => word),
        "apology",
      )
  })
})

test.each([
  ["sorry if sorry if … without an end", "sorry if ".repeat(4000)],
  ["quotation marks that never close", "“ \" ‘ ' « ".repeat(4000)],
  ["one word of forty thousand letters", "o".repeat(40_000)],
  ["stops alone", ".?!…,;:()–".repeat(3000)],
  ["empty lines", "\n \n\t".repeat(8000)],
  ["emoji and joined signs", "👩‍👩‍👧‍👦🏳️‍🌈é".repeat(3000)],
  ["a right-to-left text", "أنا آسف إذا ".repeat(3000)],
  ["halves of characters", "\ud83d".repeat(10_000)],
  ["negations", "not never no nor ".repeat(4000)],
])("the whole book reads %s in good time", { timeout: limit * 2 }, (_, text) => {
  for (const kind of ["apology", "account", "paraphrase", "promise"] as const)
    for (const { start, end } of read(text, kind).marks) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(start).toBeLessThan(end)
    }
})
