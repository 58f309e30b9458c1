import { expect, test } from "vitest"
import { changedSince, grow } from "./grow.ts"
import type { Vector, VectorFile } from "./shape.ts"

const file = (...vectors: readonly Vector[]): VectorFile => ({ file: "keys", about: "keys", vectors })
const one: Vector = { name: "one", type: "ok", bytes: "00" }
const two: Vector = { name: "two", type: "refused", bytes: "01" }

test("a new vector goes to the end, and the old ones stay as they are and where they are", () => {
  const grown = grow(file(two, one), file(one))
  expect(grown).toMatchObject({ added: 1, faults: [] })
  expect(JSON.parse(grown.text)).toMatchObject({ vectors: [one, two] })
})

test("an old vector that would differ, or is gone, is told by its name", () => {
  expect(grow(file({ ...one, type: "refused" }), file(one)).faults).toEqual(['keys: "one" would differ'])
  expect(grow(file({ ...one, bytes: "ff" }), file(one)).faults).toEqual(['keys: "one" would differ'])
  expect(grow(file(two), file(one)).faults).toEqual(['keys: "one" is gone'])
  expect(grow(file(one, { ...one }), null).faults).toHaveLength(1)
})

test("an old vector whose expectation was changed together with the code is found by what was committed before", () => {
  const changed: Vector = { ...one, type: "refused" }
  expect(grow(file(changed), file(changed)).faults).toEqual([])
  expect(changedSince([file(changed), file(one)], [changed], new Set())).toEqual([
    'keys: "one" was committed otherwise, and is not withdrawn',
  ])
  expect(changedSince([file(one)], [one, two], new Set())).toEqual([])
  expect(changedSince([file(changed), file(one)], [changed], new Set(["keys: one"]))).toEqual([])
})
