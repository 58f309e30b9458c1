import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { decodeData, encodeData } from "./index.ts"
import type { Json } from "./index.ts"
import { Seen } from "./seen.ts"

describe("DATA", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  const decode = (text: string) => decodeData(new TextEncoder().encode(text), (b) => decoder.decode(b))
  /** The grammar a second time, said otherwise: the round trip, and then a walk over what came out. */
  function isData(text: string): boolean {
    let values = 0
    const holds = (value: unknown, depth: number): boolean => {
      values += 1
      if (values > 4096) return false
      if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0)
      if (typeof value === "string") return !value.includes("\ufeff") && value.isWellFormed()
      if (typeof value !== "object" || value === null) return true
      if (depth > 8) return false
      const isKey = (key: string): boolean => /^[a-z][A-Za-z0-9]{0,31}$/.test(key)
      return Array.isArray(value)
        ? value.every((one) => holds(one, depth + 1))
        : Object.keys(value).every((key) => isKey(key) && holds(Reflect.get(value, key), depth + 1))
    }
    try {
      const value: unknown = JSON.parse(text)
      return JSON.stringify(value) === text && holds(value, 1)
    } catch {
      return false
    }
  }

  test("two readings of the grammar agree on texts near it", () => {
    const json = fc.json({ maxDepth: 4, stringUnit: "binary" })
    const mended = fc
      .tuple(
        json,
        fc.array(
          fc.record({
            at: fc.nat({ max: 80 }),
            put: fc.constantFrom(
              '"',
              ",",
              ":",
              "{",
              "}",
              "[",
              "]",
              "\\",
              "u00",
              "0",
              "1e",
              "-",
              " ",
              "a",
              "\ufeff",
              "\ud800",
              "null",
              ".5",
              "__proto__",
            ),
          }),
          { maxLength: 3 },
        ),
      )
      .map(([text, changes]) =>
        changes.reduce((t, { at, put }) => t.slice(0, at) + put + t.slice(at + 1), text),
      )
    fc.assert(
      fc.property(fc.oneof(json, mended, fc.string({ unit: "binary" })), (text) => {
        const said = new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text))
        expect(decode(said).ok).toBe(isData(said))
      }),
      { numRuns: 4000 },
    )
  })

  test("a value is either refused before it is written, or comes back as it was", () => {
    const value = fc.anything({
      withBigInt: true,
      withDate: true,
      withNullPrototype: true,
      withSparseArray: true,
    })
    fc.assert(
      fc.property(value, (given) => {
        const written = encodeData(given as Json)
        if (!written.ok) return
        const read = decodeData(written.value, (b) => decoder.decode(b))
        expect(read.ok && JSON.stringify(read.value)).toBe(JSON.stringify(given))
      }),
      { numRuns: 2000 },
    )
  })
})

const inOrder = (map: ReadonlyMap<string, number>): string =>
  JSON.stringify([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)))

test("the map of what was seen is a map, and the older ones stay as they were", () => {
  const step = fc.tuple(fc.constantFrom(..."abcdefghij"), fc.nat({ max: 99 }))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let seen = new Seen<number>()
      const plain = new Map<string, number>()
      const before: [Seen<number>, string][] = []
      for (const [key, value] of steps) {
        before.push([seen, inOrder(seen)])
        seen = seen.with(key, value)
        plain.set(key, value)
      }
      expect(inOrder(seen)).toBe(inOrder(plain))
      expect(seen.size).toBe(plain.size)
      for (const key of "abcdefghijk") {
        expect(seen.get(key)).toBe(plain.get(key))
        expect(seen.has(key)).toBe(plain.has(key))
      }
      for (const [old, text] of before) expect(inOrder(old)).toBe(text)
    }),
    { numRuns: 200 },
  )
})
