import { expect, test } from "vitest"
import { axe } from "./harness.ts"
import { everyPage } from "./walks/every-page.ts"
import { killAfter, walkThrough } from "./walks/journeys.ts"
import { hardToRead } from "./walks/reading.ts"
import type { Look } from "./walks/steps.ts"

// Two people, two browsers, one relay process that is killed in the middle; axe looks at every screen they come to. Where the walk comes to most of them, they are
// also looked at as people with other eyes have them: small, large, spaced, in forced colours, without motion; and paper stays empty.

interface Looking {
  readonly look: Look
  readonly faults: string[]
  readonly screens: Set<string>
}

function axeOnEveryScreen(): Looking {
  const faults: string[] = []
  const screens = new Set<string>()
  return {
    faults,
    screens,
    look: async (who, screen) => {
      screens.add(screen)
      for (const fault of await axe(who.page)) faults.push(`${screen}: ${fault}`)
    },
  }
}

function allEyesOnEveryScreen(): Looking {
  const { look, faults, screens } = axeOnEveryScreen()
  return {
    faults,
    screens,
    look: async (who, screen) => {
      await look(who, screen)
      for (const fault of await hardToRead(who)) faults.push(`${screen}: ${fault}`)
    },
  }
}

test("Ben, who hurt Ana, tells, apologises, promises and keeps; the relay is killed in between", async () => {
  const { look, faults, screens } = allEyesOnEveryScreen()
  const surprises = await walkThrough("Ben, who hurt Ana", { look, between: killAfter("apology") })
  expect(surprises).toEqual([])
  expect(faults).toEqual([])
  expect(screens.size).toBeGreaterThan(35)
})

test("Cleo comes third with everybody's yes and reads from then on; Ben leaves, and the others end it", async () => {
  const screens = new Set<string>()
  const surprises = await walkThrough("Cleo, who makes three", {
    look: async ({ page }, screen) => {
      screens.add(screen)
      await page.waitForLoadState()
    },
    between: killAfter("asked"),
  })
  expect(surprises).toEqual([])
  expect(screens.size).toBeGreaterThan(15)
})

test("Ana, who speaks first, keeps it for herself, then lets Ben read it; each sees both sides", async () => {
  const { look, faults, screens } = axeOnEveryScreen()
  const surprises = await walkThrough("Ana, who speaks first", { look, between: killAfter("invitation") })
  expect(surprises).toEqual([])
  expect(faults).toEqual([])
  expect(screens.size).toBeGreaterThan(15)
})

test("Ana loses her phone, comes back from a sheet of paper alone, and it goes on", async () => {
  const { look, faults, screens } = axeOnEveryScreen()
  const surprises = await walkThrough("Ana, whose phone is lost", { look, between: killAfter("lost") })
  expect(surprises).toEqual([])
  expect(faults).toEqual([])
  expect(screens.size).toBeGreaterThan(25)
})

test("Ana links a laptop by a link and by words, goes on there, and lets her phone go", async () => {
  const { look, faults, screens } = axeOnEveryScreen()
  // The others' screens on the way are looked at in their own walks.
  const isNew = /^(?:link|here|laptop|device|one|phone)/
  const surprises = await walkThrough("Ana, whose laptop is linked", {
    look: (who, screen) => (isNew.test(screen) ? look(who, screen) : Promise.resolve()),
    between: killAfter("link"),
  })
  expect(surprises).toEqual([])
  expect(faults).toEqual([])
  expect(screens.size).toBeGreaterThan(11)
})

test("Ana links a laptop, shares something on her phone afterwards, and lets the laptop see it", async () => {
  const { look, faults, screens } = axeOnEveryScreen()
  const isNew = /^(?:absent|came)/
  const surprises = await walkThrough("Ana, who shares something later", {
    look: (who, screen) => (isNew.test(screen) ? look(who, screen) : Promise.resolve()),
    between: killAfter("asked"),
  })
  expect(surprises).toEqual([])
  expect(faults).toEqual([])
  expect(screens.size).toBeGreaterThan(5)
})

test("the first screens, the empty rooms, help, this device and the closed page are clean too", async () => {
  const { look, faults, screens } = allEyesOnEveryScreen()
  await everyPage(look)
  expect(faults).toEqual([])
  expect(screens.size).toBeGreaterThan(20)
})
