import { expect, test } from "vitest"
import { anaBenAndCleo } from "./ana-ben-and-cleo.ts"
import { account } from "./account/practice.ts"
import { apology } from "./apology/practice.ts"
import { home } from "./home/practice.ts"
import { stateOf } from "./house.ts"
import { matters } from "./matters/practice.ts"
import { promises } from "./promises/practice.ts"
import { tellStory, writers } from "./telling.ts"

const told = tellStory(anaBenAndCleo())
const { ana, ben } = told.houses

test("each step of the three is allowed, both phones tell the same, and nothing of Cleo's is her own alone", () => {
  expect(told.steps.filter(({ verdict }) => !verdict.ok)).toEqual([])
  expect(ana.setAside).toEqual([])
  expect(ana.shared).toEqual(ben.shared)
  expect(told.story.steps.filter(({ who, log }) => who === "cleo" && log !== "shared")).toEqual([])
})

test("in every room there is something of Cleo's and of somebody else", () => {
  const by = (things: readonly { readonly writer: string }[]) => new Set(things.map(({ writer }) => writer))
  const all = [writers.ana, writers.ben, writers.cleo]
  expect([...by(stateOf(ana, home).shared.names)]).toEqual(all)
  expect(by(stateOf(ana, matters).shared.said)).toEqual(new Set(all))
  expect(by(stateOf(ana, account).shared.told)).toEqual(new Set([writers.ben, writers.cleo]))
  const { letters, answers } = stateOf(ana, apology).shared
  expect(by(letters)).toEqual(new Set([writers.ben, writers.cleo]))
  expect(by(answers)).toEqual(new Set([writers.ana, writers.cleo]))
  expect(by(stateOf(ana, promises).shared.promises)).toEqual(new Set(all))
})
