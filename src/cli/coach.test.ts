import { expect, test } from "vitest"
import { coach } from "./coach.ts"

test("Ben asks the coach about a letter and is shown the words, a reason and a question", () => {
  const told = coach(
    ["apology"],
    "Ana, I told you I was at work on Thursday. I was not. I'm sorry if I hurt you.",
  )
  expect(told.code).toBe(0)
  expect(told.lines.join("\n")).toContain("if I hurt you")
  expect(told.lines.length).toBeGreaterThanOrEqual(3)
})

test("mended words are not marked", () => {
  const told = coach(
    ["apology"],
    "Ana, I told you I was at work on Thursday. I was not. I am sorry. It hurt you, and you had trusted my answer.",
  )
  expect(told.lines[0]).toContain("Nothing marked")
})

test("an unknown kind of text is refused with a plain sentence", () => {
  expect(coach(["poem"], "roses").code).toBe(1)
})
