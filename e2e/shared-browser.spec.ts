import { chromium } from "playwright-core"
import { expect, test } from "vitest"
import { browserPath, launchArgs } from "./shared-browser.ts"

const listOf = (args: readonly string[]): readonly (readonly string[])[] =>
  args.flatMap((arg) => {
    const [, list] = /^--disable-features=(.*)$/.exec(arg) ?? []
    return list === undefined ? [] : [list.split(",")]
  })

test("the walks' browser leaves out all that Playwright leaves out: of two such lists the last one counts", async () => {
  const server = await chromium.launchServer({
    executablePath: browserPath(),
    headless: true,
    args: [...launchArgs],
  })
  const lists = listOf(server.process().spawnargs)
  await server.close()
  expect(lists).toHaveLength(2)
  const [playwrights = [], ours = []] = lists
  expect(playwrights.length).toBeGreaterThan(5)
  expect(playwrights.filter((feature) => !ours.includes(feature))).toEqual([])
})
