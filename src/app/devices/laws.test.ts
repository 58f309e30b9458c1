import { expect, test } from "vitest"
import { forgetful } from "../testing/forgetful.ts"
import { runOwnLaw } from "../testing/own-law.ts"

test("twenty seeds: two and three devices of one person, come with a sheet or by a link, with and without a connection, killed at any write; all end with one log", async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= 20; seed += 1) {
    const what = await runOwnLaw(seed, { linked: seed > 10 })
    if (what !== null) broken.push(what)
  }
  expect(broken).toEqual([])
}, 120_000)

test("planted: a device that does not sign again where it lost its place breaks the law", async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= 12 && broken.length === 0; seed += 1) {
    const what = await runOwnLaw(seed, { place: forgetful() })
    if (what !== null) broken.push(what)
  }
  expect(broken).not.toEqual([])
}, 120_000)
