import fc from "fast-check"
import { expect, test } from "vitest"
import { development } from "./corpus/index.ts"
import { createReader, read } from "./index.ts"
import type { TextKind } from "./index.ts"

const kinds: readonly TextKind[] = ["apology", "account", "paraphrase", "promise"]
const piece = fc.oneof(
  fc.constantFrom(...development.map(({ text }) => text)),
  fc.constantFrom(
    " ",
    "\n",
    "\n\n",
    "\n \n",
    "“",
    "”",
    '"',
    "'",
    "… ",
    "?! ",
    ",",
    " and ",
    "👍",
    "أنا آسف",
    "\ud83d",
  ),
  fc.string({ maxLength: 12 }),
)
const letter = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" "))

test("a reader that remembers gives the answer of one that does not", () => {
  const reader = createReader()
  fc.assert(
    fc.property(letter, fc.constantFrom(...kinds), (text, kind) => {
      expect(reader.read(text, kind)).toEqual(read(text, kind))
      expect(reader.read(text, kind)).toEqual(read(text, kind))
    }),
    { numRuns: 300 },
  )
})

test("marks lie in the text, in order, apart from each other, and say why", () => {
  fc.assert(
    fc.property(letter, fc.constantFrom(...kinds), (text, kind) => {
      let end = 0
      for (const mark of read(text, kind).marks) {
        expect(mark.start).toBeGreaterThanOrEqual(end)
        expect(mark.end).toBeGreaterThan(mark.start)
        expect(mark.end).toBeLessThanOrEqual(text.length)
        expect(mark.because).not.toBe("")
        end = mark.end
      }
    }),
    { numRuns: 300 },
  )
})

test("what follows after an empty line moves no mark that stands, and adds none before it", () => {
  fc.assert(
    fc.property(letter, letter, fc.constantFrom(...kinds), (first, second, kind) => {
      const alone = read(first, kind).marks
      const together = read(`${first}\n\n${second}`, kind).marks.filter(({ end }) => end <= first.length)
      const was = new Set(alone.map(({ rule, start, end }) => `${rule} ${String(start)} ${String(end)}`))
      for (const { rule, start, end } of together)
        expect(was).toContain(`${rule} ${String(start)} ${String(end)}`)
      const firm = together.filter(({ strength }) => strength === "firm").length
      expect(firm).toBe(alone.filter(({ strength }) => strength === "firm").length)
    }),
    { numRuns: 300 },
  )
})

test("letters keep their places through emoji, right-to-left words and curly quotes", () => {
  const text = "👩‍👩‍👧‍👦 أنا آسف – I’m sorry if I hurt you 🥺. “Please forgive me,” you said once."
  expect(read(text, "apology").marks.map(({ start, end }) => text.slice(start, end))).toEqual([
    "if I hurt you",
  ])
})
