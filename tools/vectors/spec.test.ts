import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { practices } from "../../src/practices/index.ts"
import { statusOf } from "../../src/relay/answers.ts"
import { limits, ops, relayErrors } from "../../src/wire/index.ts"
import { root } from "../step.ts"

// The texts of spec/ are held against the code wherever both say the same thing.

const spec = readFileSync(join(root, "spec", "ledger.md"), "utf8")
const relay = readFileSync(join(root, "spec", "relay.md"), "utf8")

/** The rows of the table in spec/ledger.md §8. */
function rowsOfSpec(): readonly string[] {
  const section = /\n## 8\. [\s\S]*?(?=\n## 9\. )/.exec(spec)?.[0] ?? ""
  return section
    .split("\n")
    .map((line) => /^\| `?([a-z]+\.[a-z-]+)`? +\| (private|shared) +\| +([14]) \|$/.exec(line))
    .flatMap((match) => (match === null ? [] : [match.slice(1).join(" ")]))
}

test("what may be taken back alone, and what only together, is in the spec as it is in the rooms", () => {
  const rows = practices.flatMap((room) =>
    Object.entries(room.entries).map(([kind, shape]) => {
      return `${kind} ${shape.log} ${"kept" in shape ? "4" : "1"}`
    }),
  )
  expect(rows.length).toBeGreaterThan(30)
  expect(rowsOfSpec()).toEqual(rows.toSorted((a, b) => (a < b ? -1 : 1)))
})

test("every number of an operation is in the spec as it is in the code", () => {
  const rows = [...spec.matchAll(/^\| +(\d+) \| ([a-z.]+) +\|/gm)].map((m) => [m[2], m[1]].join(" "))
  expect(rows).toEqual(Object.entries(ops).map(([name, number]) => `${name} ${String(number)}`))
})

test("every type of fault and every reason is in the spec as it is in the code", () => {
  const code = readFileSync(join(root, "src", "wire", "structural.ts"), "utf8")
  const names = [...code.matchAll(/\| "([a-z-]+)"/g)].map((m) => m[1] ?? "")
  expect(names.length).toBeGreaterThan(30)
  expect(names.filter((name) => !spec.includes(`\`${name}\``))).toEqual([])
})

test("every refusal of the relay is in the spec with its status", () => {
  const rows = [...relay.matchAll(/^\| ([a-z-]+) +\| +([45]\d\d) \|/gm)].map(
    (m) => [m[1] ?? "", Number(m[2])] as const,
  )
  expect(Object.fromEntries(rows)).toEqual(statusOf)
  expect(rows.map(([name]) => name).toSorted()).toEqual(relayErrors.toSorted())
})

test("every limit of the relay is in the spec as it is in the code", () => {
  const section = /\n## 2\. [\s\S]*?(?=\n## 3\. )/.exec(relay)?.[0] ?? ""
  const rows = [...section.matchAll(/^\| [^|]+\| +([\d,]+)/gm)].map((m) =>
    Number((m[1] ?? "").replaceAll(",", "")),
  )
  expect(rows).toEqual(Object.values(limits))
})
