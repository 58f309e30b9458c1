import { encodeData, toHex, utf8 } from "../../src/wire/index.ts"
import type { Json } from "../../src/wire/index.ts"
import { refusedTexts } from "./data-refused.ts"
import type { Vector, VectorFile } from "./shape.ts"

/** Bytes as runs: [hex, times] one after the other. */
export type Parts = readonly (readonly [hex: string, times: number])[]

export const partsOf = (...runs: readonly (readonly [string, number] | string)[]): Parts =>
  runs.map((run) => (typeof run === "string" ? [toHex(utf8(run)), 1] : [toHex(utf8(run[0])), run[1]]))

function good(name: string, value: Json): Vector {
  const bytes = encodeData(value)
  if (!bytes.ok) throw new Error(`${name}: ${bytes.error.type}`)
  return { name, type: "ok", parts: [[toHex(bytes.value), 1]], value }
}

const nest = (depth: number): Json => (depth === 1 ? [] : [nest(depth - 1)])

function goodOnes(): readonly Vector[] {
  const values: Readonly<Record<string, Json>> = {
    "nothing at all, said": null,
    yes: true,
    no: false,
    zero: 0,
    one: 1,
    "minus one": -1,
    "2^53 - 1": Number.MAX_SAFE_INTEGER,
    "-(2^53 - 1)": -Number.MAX_SAFE_INTEGER,
    "an empty text": "",
    "a text": "I kept my word.",
    "a letter with an accent, one sign": "\u00e9",
    "a letter with an accent, two signs": "e\u0301",
    "a sign whose normal form differs between versions of Unicode": "\u{1e4ee}\u{1e4ef}",
    "a sign beyond the first plane": "\u{1f9e1}",
    "a line separator, as it is": "\u2028\u2029",
    "delete, as it is": "\u007f",
    "every control": Array.from({ length: 32 }, (_, i) => String.fromCodePoint(i)).join(""),
    "quote, backslash and slash": '"\\/',
    "a sign that is no character": "\ufffe\uffff\u{10ffff}",
    "an empty list": [],
    "an empty object": {},
    "a list of lists": [[], [[]], {}],
    "eight deep, lists": nest(8),
    "eight deep, objects": { a: { a: { a: { a: { a: { a: { a: {} } } } } } } },
    "the same key in two objects": [{ a: 1 }, { a: 2 }, { a: { a: 3 } }],
    "keys in an order of their own": { b: 1, a: 2, c: { z: 1, y: 2 } },
    "a key of 32 letters": { [`a${"B".repeat(31)}`]: 1 },
    "keys that every object of some language has": {
      constructor: 1,
      toString: 2,
      valueOf: 3,
      hasOwnProperty: 4,
    },
  }
  return [
    ...Object.entries(values).map(([name, value]) => good(name, value)),
    { name: "4,096 values", type: "ok", parts: partsOf("[", ["0,", 4094], "0]") },
    { name: "65,532 bytes", type: "ok", parts: partsOf('"', ["x", 65_530], '"') },
  ]
}

export function dataVectors(): VectorFile {
  return {
    file: "data",
    about:
      "spec/ledger.md §6: the grammar of DATA. parts: runs of bytes, each as hex and how often it stands. type: ok (with value, where it is not too long to write) or the first fault from the left.",
    vectors: [
      ...goodOnes(),
      ...refusedTexts().map(({ name, type, parts }): Vector => ({ name, type, parts })),
    ],
  }
}
