import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { aDialog, exitFaults } from "../e2e/exit/planted.ts"
import { edits as mortal } from "../e2e/kills/planted.ts"
import { faults } from "../e2e/wrapped-relay/planted.ts"
import { root } from "./step.ts"
import { cases } from "./wrong/cases.ts"
import { olderApp } from "./wrong/later.ts"

// A fault is planted in words of the product. Whoever moves them is told here, at once, and not by a browser much later.

const planted: readonly { readonly file: string; readonly from: string }[] = [
  ...cases.flatMap(({ plant }) => plant),
  olderApp,
  ...mortal,
  ...aDialog,
  ...Object.values(exitFaults).flat(),
  ...Object.values(faults).flat(),
]

test("each place where a fault is planted stands in the source exactly once", () => {
  expect(planted.length).toBeGreaterThan(40)
  for (const { file, from } of planted)
    expect(readFileSync(join(root, "src", file), "utf8").split(from).length - 1, `${file}: ${from}`).toBe(1)
})
