import { expect, test } from "vitest"
import {
  allStories,
  differences,
  faultsIn,
  lookAt,
  readVectors,
  vectorOf,
} from "../../tools/vectors-rooms.ts"
import type { RoomVector } from "../../tools/vectors-rooms.ts"
import { practices } from "./registry.ts"

const vectors = readVectors()

test.each(vectors.map((vector) => [vector.title, vector] as const))(
  "told again from its file: %s",
  (_, vector) => {
    expect(faultsIn(vector)).toEqual([])
  },
)

test("every story of every room has its file, and no file was changed", () => {
  const { faults, missing, files } = lookAt(vectors, allStories)
  expect(faults).toEqual([])
  expect(missing.map((vector) => vector.story)).toEqual([])
  expect(files).toBeGreaterThanOrEqual(allStories.length)
})

test("in every room something is refused, each of the two writes, and something is written for oneself alone", () => {
  for (const room of practices) {
    const steps = room.stories
      .flatMap((story) => story.steps)
      .filter((s) => s.kind.startsWith(`${room.name}.`))
    expect(steps.some((step) => step.refused !== undefined)).toBe(true)
    for (const who of ["ana", "ben"])
      expect(steps.some((step) => step.who === who && step.log === "shared")).toBe(true)
    const alone = room.stories.filter((story) =>
      story.steps.every((step) => step.log === "private" || step.refused !== undefined),
    )
    expect(alone.map((story) => story.id)).not.toEqual([])
  }
})

/** A copy that may be bent. */
function copyOf(vector: RoomVector): { -readonly [K in keyof RoomVector]: RoomVector[K] } {
  return structuredClone(vector)
}

test("the look is a real one: a bent verdict, a bent state, a changed story and an empty folder are seen", () => {
  const [good] = vectors
  if (good === undefined) throw new Error("no file to bend")
  const [first, ...others] = good.entries
  if (first === undefined) throw new Error("no entry to bend")

  const otherVerdict = copyOf(good)
  otherVerdict.entries = [{ ...first, verdict: { ok: false, because: "house.shape" } }, ...others]
  expect(faultsIn(otherVerdict)).not.toEqual([])

  const otherState = copyOf(good)
  otherState.then = { ...good.then, shared: { ...good.then.shared, account: { told: [{}] } } }
  expect(faultsIn(otherState)).not.toEqual([])

  const otherDay = copyOf(good)
  otherDay.entries = [{ ...first, entry: { ...first.entry, day: "2026-01-01" } }, ...others]
  expect(lookAt([otherDay, ...vectors.slice(1)], allStories).faults.join()).toContain("needs a new id")

  expect(lookAt(vectors.slice(1), allStories).missing.map((v) => v.story)).toEqual([good.story])
  expect(faultsIn({ ...copyOf(good), entries: [] })).toEqual([`${good.story}: holds no entry`])
  expect(() => lookAt(vectors, [])).toThrow("no story was read")
})

test("a later version may know more of a state, never less, and no list may grow or shrink", () => {
  expect(differences({ a: 1 }, { a: 1, b: 2 }, "x")).toEqual([])
  expect(differences({ a: 1, b: 2 }, { a: 1 }, "x")).toEqual(["x.b: is gone"])
  expect(differences([1], [1, 2], "x")).toEqual(["x: another number of things"])
  expect(differences({ a: [{ b: "c" }] }, { a: [{ b: "d" }] }, "x")).toEqual([`x.a[0].b: "c" was "d"`])
})

test("a story gives the same file each time it is told", () => {
  for (const story of allStories) expect(vectorOf(story)).toEqual(vectorOf(story))
})
