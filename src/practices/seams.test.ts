import { expect, test } from "vitest"
import { apology } from "./apology/practice.ts"
import { promises } from "./promises/practice.ts"
import { seamsOf } from "./seams.ts"
import { readerOf, tellStory } from "./telling.ts"

const stories = [...apology.stories, ...promises.stories].map(tellStory)

test("an accepted repair, a kept promise and a promise missed and told fill a seam, and nothing else does", () => {
  const acts = new Set<string>()
  for (const { houses, steps } of stories) {
    const seams = seamsOf(houses.ana, readerOf("ana"))
    const allowed = steps.filter((s) => s.verdict.ok && s.entry.log === "shared").map((s) => s.entry)
    const gold = allowed.filter(
      ({ kind, body }) =>
        kind === "apology.repair-accepted" ||
        (kind === "promises.settled" && ["kept", "told"].includes((body as { ending: string }).ending)),
    )
    expect(seams.map((s) => s.ref).toSorted()).toEqual(gold.map((e) => e.ref).toSorted())
    for (const seam of seams) acts.add(seam.act)
  }
  expect([...acts].toSorted()).toEqual(["kept", "repair", "told"])
})

test("both see the same bowl; who is alone sees their own", () => {
  for (const { houses } of stories) {
    expect(seamsOf(houses.ben, readerOf("ben"))).toEqual(seamsOf(houses.ana, readerOf("ana")))
    const alone = seamsOf(houses.ben, { ...readerOf("ben"), shared: null })
    expect(alone.every((seam) => seam.act !== "repair")).toBe(true)
  }
})
