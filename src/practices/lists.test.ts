import fc from "fast-check"
import { expect, test } from "vitest"
import { firstSigns } from "./lists.ts"

/** The same, with all of the text looked at. */
function plainly(text: string, most: number): string {
  const signs = [...text.trim().replace(/\s+/g, " ")]
  return signs.length <= most ? signs.join("") : `${signs.slice(0, most - 1).join("")}…`
}

test("the first signs of a text are what they are when all of it is looked at", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^\s{0,300}$/),
    fc.constant("🌊".repeat(60)),
  )
  fc.assert(
    fc.property(fc.array(piece), fc.integer({ min: 2, max: 60 }), (pieces, most) => {
      expect(firstSigns(pieces.join(""), most)).toBe(plainly(pieces.join(""), most))
    }),
    { numRuns: 2000 },
  )
  expect(firstSigns(`${"a".repeat(47)}b`, 48)).toBe(`${"a".repeat(47)}b`)
  expect(firstSigns(`  ${"a".repeat(49)}`, 48)).toBe(`${"a".repeat(47)}…`)
})
