import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { mutated, sourceOf } from "./attacks/mutant.ts"
import { mutants, rows } from "./attacks/rows.ts"
import { root } from "./step.ts"

const held = rows.flatMap((row) => ("mutants" in row ? [row] : []))

test("the table has every row, once; each these parts and the format touch is held and has a check that can be left out, and only the rest may be open", () => {
  const wanted = [
    ...Array.from({ length: 24 }, (_, i) => i + 1),
    29,
    30,
    31,
    32,
    33,
    35,
    36,
    37,
    38,
    ...Array.from({ length: 17 }, (_, i) => i + 41),
  ]
  const there = rows.map(({ row }) => row)
  expect(there).toEqual(Array.from({ length: 57 }, (_, i) => i + 1))
  // Row 40 is more than was asked for here.
  expect(held.map(({ row }) => row).filter((row) => row !== 40)).toEqual(wanted)
  for (const row of rows) if ("open" in row) expect(row.open.length, String(row.row)).toBeGreaterThan(20)
  for (const row of held) expect(row.mutants.length, String(row.row)).toBeGreaterThan(0)
})

test("each check that is left out stands in the source exactly once, and each row's tests are there by name", () => {
  expect(mutants.length).toBeGreaterThan(30)
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
  for (const mutant of mutants) expect(mutated(mutant, sourceOf(mutant))).not.toBe(sourceOf(mutant))
  for (const { row, tests } of held)
    for (const { file, named } of tests) {
      const names = [
        ...readFileSync(join(root, file), "utf8").matchAll(/(?:test|describe)[^"'`]*["'`]([^\n]*)/g),
      ]
      expect(
        names.some(([, name = ""]) => new RegExp(named).test(name)),
        `${String(row)}: ${named} in ${file}`,
      ).toBe(true)
    }
})

test("planted: a change of what does not stand there, or stands there twice, is refused", () => {
  const [one] = mutants
  if (one === undefined) throw new Error("no mutant")
  expect(() => mutated(one, "something else")).toThrow("stands 0 times")
  expect(() => mutated(one, `${one.find} ${one.find}`)).toThrow("stands 2 times")
})
