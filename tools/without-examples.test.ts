import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { parts, rules } from "../src/language/index.ts"
import { root } from "./step.ts"
import { stripped } from "./without-examples.ts"

const folder = join(root, "src/language/en")
const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"))

test("of every rule the examples are left out and all else stays", () => {
  const left = sources.map(stripped).join("\n")
  expect(left).not.toMatch(/\b(?:hits|misses): \[/)
  for (const { id, hits } of [...rules, ...parts]) {
    expect(left).toContain(`"${id}"`)
    for (const hit of hits) expect(left.includes(JSON.stringify(hit))).toBe(false)
  }
  for (const { because, ask } of rules) {
    expect(left).toContain(JSON.stringify(because))
    expect(left).toContain(JSON.stringify(ask))
  }
})
