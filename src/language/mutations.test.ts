import { describe, expect, test } from "vitest"
import { read, rules } from "./index.ts"
import type { Rule } from "./rule.ts"

const faultIn = (rule: Rule, text: string): boolean =>
  rule.kinds.some((kind) => read(text, kind).marks.some(({ fault }) => fault === rule.fault))
const hits = rules.flatMap((rule) => rule.hits.map((hit) => [`${rule.id}: ${hit}`, rule, hit] as const))

describe("a fault in quotation marks is nobody's fault", () => {
  test.each(hits)("%s", (_, rule, hit) => {
    expect(faultIn(rule, `You told me: “${hit}”`)).toBe(false)
    expect(faultIn(rule, `I read "${hit}" three times.`)).toBe(false)
  })
})

/** As a thumb would write it. */
function thumbed(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/\byou are\b/g, "ur")
    .replace(/\byou\b/g, "u")
    .replace(/\byour\b/g, "ur")
    .replace(/\bsorry\b/g, "soz")
    .replace(/\bbecause\b/g, "cos")
    .replace(/\bplease\b/g, "pls")
    .replace(/\bare\b/g, "r")
    .replace(/\bgoing to\b/g, "gonna")
    .replace(/\bwant to\b/g, "wanna")
    .replace(/\bsomething\b/g, "smth")
    .replace(/\beveryone\b/g, "every1")
    .replace(/\.$/, "")
}

describe("spelt by thumb, it is the same fault", () => {
  test.each(hits)("%s", (_, rule, hit) => {
    expect(faultIn(rule, thumbed(hit))).toBe(true)
  })
})

describe("shouted, or with curly or straight apostrophes, it is the same fault", () => {
  test.each(hits)("%s", (_, rule, hit) => {
    expect(faultIn(rule, hit.replaceAll("'", "’"))).toBe(true)
    expect(faultIn(rule, hit.toUpperCase())).toBe(true)
  })
})

test.each([
  ["You made me lie to you.", "You did not make me lie to you."],
  ["It was just a joke.", "It was not just a joke."],
  ["I had no choice.", "I won't say that I had no choice."],
  ["Please forgive me.", "I am not asking you to forgive me."],
  ["I'm sorry if I hurt you.", "I won't say I'm sorry if I hurt you."],
  ["I will never lie to you again.", "I can't promise that I will never lie to you again."],
  ["It was partly your own fault.", "It was not partly your own fault."],
  ["Can we just move on?", "I won't ask whether we can just move on."],
  ["It wasn't a big deal.", "I will not pretend it wasn't a big deal."],
  ["You're too sensitive.", "You are not too sensitive."],
  ["I was only trying to help.", "I won't claim that I was only trying to help."],
  ["I guarantee it will be different.", "I can't guarantee it will be different."],
])("“%s” is marked, “%s” is not", (firm, refused) => {
  expect(read(firm, "apology").marks).not.toEqual([])
  expect(read(refused, "apology").marks).toEqual([])
})

test.each([
  ["You made me lie to you.", "I made you lie to me."],
  ["I'm sorry you feel that way.", "You are sorry I feel that way."],
  ["You left me no choice.", "I left you no choice."],
  ["You had it coming.", "I had it coming."],
  ["You're overreacting.", "I was overreacting."],
  ["I had so much on my plate.", "You had so much on your plate."],
  ["You never listen, so I stopped telling you.", "I never listen, so you stopped telling me."],
  ["I was under a lot of pressure.", "You were under a lot of pressure."],
  ["You pushed me to it.", "I pushed you to it."],
])("“%s” is marked; the other way round, “%s”, it is an admission or none of ours", (ours, theirs) => {
  expect(read(ours, "apology").marks).not.toEqual([])
  expect(read(theirs, "apology").marks).toEqual([])
})
