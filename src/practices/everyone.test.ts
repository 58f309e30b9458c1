import { expect, test } from "vitest"
import { createSay } from "#kit"
import type { Letter, Wish } from "./apology/fold.ts"
import { againstAnother, answersTo, unwelcome, wishesOn } from "./apology/look.ts"
import { empty } from "./apology/fold.ts"
import { byWriter, everyone } from "./everyone.ts"
import { viewsOn } from "./promises/look.ts"
import type { Seen } from "./promises/fold.ts"
import { en as promisesWords } from "./promises/words/en.ts"
import { en } from "./words/en.ts"

// Where three are: each sentence names who said it, or all of them, and nobody's word is covered by another's.

const signed = (writer: string, n: number) => ({
  ref: `ref${String(n)}`,
  version: `v${String(n)}`,
  writer,
  day: "2026-11-02",
})
const letter: Letter = {
  ...signed("ben", 1),
  matter: "lake",
  way: "letter",
  text: "I am sorry.",
  repairs: [],
}
const wish = (writer: string, n: number, what: Wish["wish"]): Wish => ({
  ...signed(writer, n),
  target: letter.ref,
  wish: what,
})

test("a sentence about all others says how many they are: one opens, two open", () => {
  const say = createSay(en, "en-GB")
  const two = { me: "Ben", other: "Ana", others: ["Ana"] }
  const three = { me: "Ben", other: "Ana and Cleo", others: ["Ana", "Cleo"] }
  expect(say("practices.review-closed", everyone(two))).toContain("Ana opens it")
  expect(say("practices.review-closed", everyone(three))).toContain("Ana and Cleo each open it")
  expect(say("practices.review-name", everyone(two))).toContain("both of you")
  expect(say("practices.review-name", everyone(three))).toContain("all of you")
  expect(everyone({ other: "Ana" }).n).toBe(1)
  const promised = createSay(promisesWords, "en-GB")
  expect(promised("promises.end-why", everyone(three))).toContain("Ana and Cleo see")
})

test("what several said is laid under each one's name, in the order in which they first spoke", () => {
  const said = [signed("ana", 1), signed("cleo", 2), signed("ana", 3)]
  expect(byWriter(said).map(({ writer, of }) => [writer, of.map((s) => s.ref)])).toEqual([
    ["ana", ["ref1", "ref3"]],
    ["cleo", ["ref2"]],
  ])
})

test("Ana's please don't holds when Cleo would hear it in person, and it is Ana who is named", () => {
  const shared = {
    ...empty.shared,
    letters: [letter],
    wishes: [wish("ana", 2, "please-dont"), wish("cleo", 3, "in-person")],
  }
  expect(wishesOn(shared, letter).map((w) => [w.writer, w.wish])).toEqual([
    ["ana", "please-dont"],
    ["cleo", "in-person"],
  ])
  expect(unwelcome(shared, letter)?.writer).toBe("ana")
  const against = againstAnother(shared, empty.own, "ben", { own: null, shared: "lake" })
  expect(against).toEqual({ is: "please-dont", by: "ana" })
  const changed = { ...shared, wishes: [...shared.wishes, wish("ana", 4, "in-writing")] }
  expect(unwelcome(changed, letter)).toBeNull()
})

test("each answers a letter under their own name", () => {
  const answer = (writer: string, n: number) => ({
    ...signed(writer, n),
    target: { ref: letter.ref, version: letter.version },
    heard: "heard" as const,
    missing: "",
  })
  const shared = { ...empty.shared, letters: [letter], answers: [answer("ana", 2), answer("cleo", 3)] }
  expect(byWriter(answersTo(shared, letter)).map(({ writer }) => writer)).toEqual(["ana", "cleo"])
})

test("both others' views on an ending stand, each by its latest word", () => {
  const seen = (writer: string, n: number, view: Seen["view"]): Seen => ({
    ...signed(writer, n),
    ending: "e1",
    view,
    note: "",
  })
  const all = [seen("ana", 1, "saw"), seen("cleo", 2, "differently"), seen("ana", 3, "differently")]
  expect(viewsOn("e1", all).map((s) => s.ref)).toEqual(["ref3", "ref2"])
})
