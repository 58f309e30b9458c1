import { expect, test } from "vitest"
import { faultsInWords, wordListsIn } from "../../tools/words.ts"

/** The floors that speak on a screen. To hold another floor to this, add it here. */
const floors = ["src/practices", "src/kit", "src/app"]
const lists = (await Promise.all(floors.map((floor) => wordListsIn(floor)))).flat()

test("every catalogue of the house is found", () => {
  const files = lists.map((list) => list.file)
  for (const file of [
    "src/practices/words/en.ts",
    "src/practices/matters/words/en.ts",
    "src/practices/account/words/en.ts",
  ])
    expect(files).toContain(file)
})

test.each(lists.map((list) => [list.file, list] as const))(
  "%s pleads, hurries, blames, scores and promises nothing, in sentences of at most 25 words",
  (_, list) => {
    expect(Object.keys(list.words).length).toBeGreaterThan(0)
    expect(faultsInWords(list.words)).toEqual([])
  },
)

test("every key begins with the name of its room or floor, and none stands twice", () => {
  const keys = lists.flatMap((list) => Object.keys(list.words))
  expect(keys.length - new Set(keys).size).toBe(0)
  const wrong = lists.flatMap((list) => {
    const owner = list.file.split("/").at(-3) ?? ""
    const owners = owner === "practices" ? ["practices", "house", "today"] : [owner]
    return Object.keys(list.words).filter((key) => !owners.includes(key.split(".")[0] ?? ""))
  })
  expect(wrong).toEqual([])
})

test("the look is a real one: each planted sentence is seen", () => {
  const planted = [
    "A streak of 5 days",
    "Don’t break the chain",
    "Ben is waiting for you",
    "We miss you",
    "You forgot to write",
    "Your trust score went up",
    "{n} % healed",
    "Forgiveness is the next step",
    "Twelve days since it happened",
    "Ana was last seen at nine",
    "Prove where you were",
    "You must forgive in the end",
    "You are safe here",
    "If you really loved them, you would write",
    "Hurry, the page closes",
    "Well done",
    "A method proven to work",
    "Keep going!",
    "Ana has opened it",
    "Your partner hasn’t responded yet",
    `${"word ".repeat(26).trim()}.`,
  ]
  const unseen = planted.filter((sentence) => faultsInWords({ "x.y": sentence }).length === 0)
  expect(unseen).toEqual([])
  expect(faultsInWords({ "x.y": { one: "fine", other: "a streak" } })).toHaveLength(1)
})
