import { afterAll, beforeAll, expect, test } from "vitest"
import { forward, person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { anaInvitesBen, anaSaysItAlone } from "./walks/ana-first.ts"
import { monday } from "./walks/pair.ts"
import { begins, goTo, goToRoom, heading, press, pressFirst, sees, seesNot, write } from "./walks/steps.ts"

// What stands on a page is true at that moment, and what is offered can be seen without searching.

const quiet = (): Promise<void> => Promise.resolve()
let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay({ now: monday })
})
afterAll(() => relay.stop())

/** Above the bar at the bottom, as one finds the page. */
async function isInSight({ page }: Person, button: string): Promise<boolean> {
  await page.evaluate(() => scrollTo(0, 0))
  const at = await page.getByRole("button", { name: button, exact: true }).boundingBox()
  const bar = await page.getByRole("navigation", { name: "Places" }).boundingBox()
  return at !== null && bar !== null && at.y + at.height <= bar.y
}

test("all answers of a closed letter are in sight on a phone, and what its writer was let know is not called known to oneself alone", async () => {
  const ana = await person("Ana", { now: monday })
  await ana.page.goto(relay.url)
  await press(ana, "Look around with a made-up pair")
  await heading(ana, /^Good .*, Ana\.$/)
  await press(ana, "Look with Ben’s eyes")
  await goToRoom(ana, /^The apology/)
  await press(ana, "Write an apology")
  await write(ana, "Your letter", "I am sorry that I hid the loans.")
  await press(ana, "Get ready to send")
  await ana.page.getByRole("radio", { name: "The loans" }).check()
  await press(ana, "Go on")
  await press(ana, "Send")
  await forward(11 * 60_000, null, ana)
  await press(ana, "Look with Ana’s eyes")
  await press(ana, /^Ben left you a letter/)
  // The two lines above every page of the made-up pair are not there for one's own.
  const notice = ana.page.locator("main > *").first()
  expect(await notice.innerText()).toContain("Ana and Ben are made up")
  await notice.evaluate((element) => element.style.setProperty("display", "none"))
  expect(await isInSight(ana, "Not at all")).toBe(true)
  await press(ana, "Not at all")
  await sees(ana, /Only you know this/)
  await press(ana, "Let Ben know: please don’t")
  await sees(ana, "You let Ben know: please don’t.")
  await seesNot(ana, /Only you know/)
  await press(ana, "Not yet")
  await sees(ana, "Let Ben know: not now")
  await ana.page.setViewportSize({ width: 1280, height: 800 })
  const answers = ["Open it now", "Not yet", "Not at all"].map((name) =>
    ana.page.getByRole("button", { name, exact: true }).boundingBox(),
  )
  expect(new Set((await Promise.all(answers)).map((box) => box?.width)).size).toBe(1)
  await ana.close()
})

test("what the other person left stands above a thought about keeping", async () => {
  const [ana, ben] = [await person("Ana", { now: monday }), await person("Ben", { now: monday })]
  const pair = { relay, ana, ben }
  await anaSaysItAlone(pair, quiet)
  await anaInvitesBen(pair, quiet)
  await goTo(ana, "Looking back")
  await press(ana, /^That it hurt, kept/)
  await sees(ana, "Only you can read this.")
  await press(ana, "Go on writing")
  await press(ana, "Get ready to send")
  await ana.page.getByRole("radio", { name: /^With the next connection/ }).check()
  await press(ana, "Send")
  await sees(ana, /With the server/)
  await goTo(ben, "Today")
  await heading(ben, "A thought about keeping")
  await sees(ben, "Ana wrote what it was like")
  const order = await ben.page.getByRole("heading").allInnerTexts()
  expect(order.indexOf("Ana wrote what it was like")).toBeGreaterThan(0)
  expect(order.indexOf("A thought about keeping")).toBeGreaterThan(
    order.indexOf("Ana wrote what it was like"),
  )
  await ana.close()
  await ben.close()
})

test("alone nothing speaks of both sides, and a page without words of one’s own offers to name it", async () => {
  const ana = await person("Ana", { now: monday })
  await anaSaysItAlone({ relay, ana, ben: ana }, quiet)
  await press(ana, "See all you wrote about it")
  await heading(ana, "What was said about it")
  await press(ana, "Change its name, or add words")
  await write(ana, "What happened", "It was a Thursday.")
  await press(ana, "Keep for now")
  await pressFirst(ana, /^Thursday at the station/)
  await sees(ana, "Change these words")
  await seesNot(ana, /both sides/i)
  await ana.close()
})

test("beside the margin, what stands below the sheet stays where it is while notes come", async () => {
  const ben = await person("Ben", { now: monday, width: 1280, height: 800 })
  await begins(ben, relay, "I hurt someone", /^My partner/)
  await goToRoom(ben, /^The apology/)
  await press(ben, "Write an apology")
  const asks = ben.page.getByText("Ask to be forgiven")
  const before = await asks.boundingBox()
  await write(ben, "Your letter", "I am sorry if I hurt you. You always overreact. I will never lie again.")
  const notes = ben.page.getByRole("button", { name: /^This one is fine/ })
  await notes.nth(2).waitFor()
  const margin = await notes.nth(2).boundingBox()
  expect(margin?.y).toBeGreaterThan(before?.y ?? Infinity)
  expect(await asks.boundingBox()).toEqual(before)
  await ben.close()
})

test("with letters twice as large the day of the week is one word", async () => {
  const ana = await person("Ana", { now: monday })
  await begins(ana, relay, "Someone hurt me", /^A friend/)
  await goTo(ana, "Today")
  const day = ana.page.locator("header p")
  const lines = (): Promise<number> =>
    day.evaluate((p) => {
      const range = document.createRange()
      range.selectNodeContents(p)
      return range.getClientRects().length
    })
  for (const word of ["Monday", "Wednesday"]) {
    await day.evaluate((p, text) => (p.textContent = text), word)
    await ana.page.evaluate(() => (document.documentElement.style.fontSize = "200%"))
    expect(await lines(), word).toBe(1)
    expect(await ana.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await ana.page.evaluate(() => document.documentElement.style.removeProperty("font-size"))
  }
  await ana.close()
})
