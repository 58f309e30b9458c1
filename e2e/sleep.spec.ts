import { afterAll, beforeAll, expect, test } from "vitest"
import { person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { silentNetwork } from "./silent-network.ts"
import type { SilentNetwork } from "./silent-network.ts"
import { answersFirstQuestions, begins, goTo, heading, joins, makesLink, press, sees } from "./walks/steps.ts"

// Live delivery survives sleep and a change of network. Ana's phone reaches the relay through a network that can go silent: nothing is closed, nothing arrives.

let relay: TestRelay
let network: SilentNetwork
let ben: Person
let ana: Person
const look = (): Promise<void> => Promise.resolve()

beforeAll(async () => {
  relay = await startRelay()
  network = await silentNetwork(relay.url)
  ben = await person("Ben")
  ana = await person("Ana", { now: Date.now() })
  await begins(ben, relay, "I hurt someone", /^My partner/)
  await goTo(ben, "Rooms")
  await press(ben, "Invite the other person")
  await answersFirstQuestions(ben, look)
  const link = await makesLink(ben, "Ben", look)
  await joins(ana, link.replace(relay.url, network.url), "Ana", look)
})
afterAll(async () => {
  await ben.close()
  await ana.close()
  network.close()
  await relay.stop()
})

/** A page's time moves in steps too short to look like sleep. */
async function anaWaits(seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 15)
    await ana.context.clock.fastForward(Math.min(15, left) * 1000)
}

test("a connection that died without a word is noticed and another opened, on which news comes at once", async () => {
  network.lose()
  const opened = network.nextLive()
  await anaWaits(26)
  await anaWaits(11)
  await opened
  await sees(ben, /Someone used your link/)
  await press(ben, "Show the words")
  await ana.page.locator("ol.sas").waitFor({ timeout: 8000 })
})

test("back online, the phone asks at once, and does not wait for the next beat", async () => {
  await ana.context.setOffline(true)
  network.lose()
  await ana.page.waitForFunction(() => !navigator.onLine)
  const opened = network.nextLive()
  await ana.context.setOffline(false)
  await opened
  await press(ben, "They are the same")
  await press(ana, "They are the same")
  await heading(ana, "You are connected")
})

test("after sleep, when the clock has jumped, it asks at once", async () => {
  network.lose()
  const opened = network.nextLive()
  await ana.context.clock.fastForward(3_600_000)
  await opened
})

test("looked at again, it asks at once", async () => {
  await ana.page.waitForTimeout(1000)
  network.lose()
  const opened = network.nextLive()
  await ana.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
  await opened
  expect(
    ana.console.filter((line) => !/^Failed to load resource|WebSocket|Password forms/.test(line)),
  ).toEqual([])
})
