import { expect, test } from "vitest"
import { draftsOf, dropping, isAsKept } from "./use-texts.tsx"
import type { Drafting } from "./use-texts.tsx"

function deskWith(texts: Readonly<Record<string, string>>): Drafting {
  const drafts = new Map(Object.entries(texts))
  return {
    draft: (key) => drafts.get(key) ?? "",
    setDraft: (key, text) => void drafts.set(key, text),
    dropDraft: (key) => void drafts.delete(key),
  }
}
const parts = ["heard", "missing"] as const

test("what was sent leaves the desk, and nothing else does", () => {
  const desk = deskWith({ "answer:heard": "partly", "answer:missing": "The dates.", other: "stays" })
  dropping(desk, "answer", parts)()
  expect(draftsOf(desk, "answer", parts).begun).toBe(false)
  expect(desk.draft("other")).toBe("stays")
})

test("what was written on while it was being sent was not in it: the page stays begun, whole", () => {
  const desk = deskWith({ "answer:heard": "partly", "answer:missing": "The dates." })
  const drop = dropping(desk, "answer", parts)
  desk.setDraft("answer:missing", "The dates. And the names.")
  drop()
  expect(draftsOf(desk, "answer", parts).texts).toEqual({
    heard: "partly",
    missing: "The dates. And the names.",
  })
})

test("a page whose draft says what was kept counts as unchanged, so that it is not sent twice; one key more, and it is another", () => {
  const kept = { heard: "partly", missing: "The dates." }
  expect(isAsKept(deskWith({}), "answer", parts, kept)).toBe(true)
  expect(
    isAsKept(deskWith({ "answer:heard": "partly", "answer:missing": "The dates." }), "answer", parts, kept),
  ).toBe(true)
  expect(
    isAsKept(deskWith({ "answer:heard": "partly", "answer:missing": "The dates" }), "answer", parts, kept),
  ).toBe(false)
  expect(isAsKept(deskWith({ "answer:heard": "partly" }), "answer", parts, kept)).toBe(false)
})
