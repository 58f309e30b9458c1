import { expect, test } from "vitest"
import { parts, read, rules } from "./index.ts"
import type { TextKind } from "./index.ts"
import { judge, makeBook } from "./judge.ts"
import { sentencesOf } from "./sentences.ts"

const ids = [...rules.map(({ id }) => id), ...parts.map(({ id }) => id)]

test("no two rules share a name", () => {
  expect(new Set(ids).size).toBe(ids.length)
})

for (const rule of rules) {
  const { id, fault, kinds, hits, misses } = rule
  const alone = makeBook([rule], [])
  const claims = (text: string, kind: TextKind): boolean =>
    sentencesOf(text).some(
      (sentence) =>
        judge(
          alone,
          sentence.map(({ word }) => word),
          kind,
        ).claims.length > 0,
    )
  const speaks = (text: string): readonly string[] =>
    kinds.filter((kind) => read(text, kind).marks.some((mark) => mark.rule === id))
  test.each(hits)(`${id} speaks: %s`, (text) => {
    expect(kinds.filter((kind) => claims(text, kind))).toEqual([...kinds])
    expect(kinds.filter((kind) => read(text, kind).marks.some((mark) => mark.fault === fault))).toEqual([
      ...kinds,
    ])
  })
  test.each(misses)(`${id} is silent: %s`, (text) => {
    expect(speaks(text)).toEqual([])
  })
}

for (const { id, part, hits, misses } of parts) {
  test.each(hits)(`${id} hears it: %s`, (text) => {
    expect(read(text, "apology").present).toContain(part)
  })
  test.each(misses)(`${id} does not hear it: %s`, (text) => {
    expect(read(text, "apology").present).not.toContain(part)
  })
}

test("Ben's draft is asked about its “if”, and the mended one is left in peace", () => {
  const draft = "Ana, I told you I was at work on Thursday. I was not. I'm sorry if I hurt you."
  const [mark, ...more] = read(draft, "apology").marks
  expect(more).toEqual([])
  expect(mark?.fault).toBe("conditional")
  expect(draft.slice(mark?.start, mark?.end)).toBe("if I hurt you")
  const mended =
    "Ana, I told you I was at work on Thursday. I was not. I am sorry. It hurt you, and you had trusted my answer."
  expect(read(mended, "apology").marks).toEqual([])
  expect(read("I am sorry. It hurt you, and you had trusted my answer.", "apology").marks).toEqual([])
})
