import { expect, test } from "vitest"
import { encodeServerLine, decodeServerLine, isOrigin } from "./server-line.ts"
import { fromBase64url, toBase64url } from "./bytes.ts"

// spec/relay.md §13: one line, one meaning.

const key = "srX5LP6ncZzQooksN3ISvL3HCgSPACaqp-6QmZf2Nzw"
const ed = fromBase64url(key) ?? new Uint8Array(0)

test.each([
  "https://seam.example",
  "https://a.b-c.example:8443",
  "https://xn--bcher-kva.example",
  "http://localhost:4700",
  "http://127.0.0.1",
  "http://[::1]:4700",
])("%s has a line, and it is read as it was said", (origin) => {
  const line = encodeServerLine({ origin, ed })
  expect(line).toBe(`${origin}/#k=${key}`)
  expect(decodeServerLine(`  ${line}\n`)).toEqual({ origin, ed })
})

test.each([
  ["plain http elsewhere", `http://seam.example/#k=${key}`],
  ["a usual port", `https://seam.example:443/#k=${key}`],
  ["capital letters", `https://Seam.example/#k=${key}`],
  ["a path", `https://seam.example/app/#k=${key}`],
  ["somebody's name before it", `https://ana@seam.example/#k=${key}`],
  ["no key", "https://seam.example/"],
  ["a key cut short", `https://seam.example/#k=${key.slice(1)}`],
  ["a key that is not canonical", `https://seam.example/#k=${key.slice(0, -1)}x`],
  ["a key of small order", `https://seam.example/#k=${toBase64url(new Uint8Array(32))}`],
  ["two keys", `https://seam.example/#k=${key}/#k=${key}`],
  ["another scheme", `ftp://seam.example/#k=${key}`],
  ["words around it", `come to https://seam.example/#k=${key}`],
  ["nothing", ""],
])("%s: no line", (_, line) => {
  expect(decodeServerLine(line)).toBeNull()
})

test("an address longer than a slot holds is none", () => {
  expect(isOrigin(`https://${"a".repeat(349)}`)).toBe(true)
  expect(isOrigin(`https://${"a".repeat(350)}`)).toBe(false)
})
