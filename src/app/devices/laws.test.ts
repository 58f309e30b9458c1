import { expect, test } from "vitest"
import { runOwnLaw } from "../testing/own-law.ts"

const seeds = Number(process.env["GS_SEEDS"] ?? 24)
test("many seeds", async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= seeds; seed += 1) {
    const what = await runOwnLaw(seed)
    if (what !== null) broken.push(what)
  }
  expect(broken).toEqual([])
}, 600_000)
