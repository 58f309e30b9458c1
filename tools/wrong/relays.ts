import { equal } from "node:assert/strict"
import { rmSync } from "node:fs"
import { openSqliteStore } from "#relay"
import type { Route } from "playwright-core"
import type { Person, TestRelay } from "../../e2e/harness.ts"
import { goTo, press, sees, seesNot } from "../../e2e/walks/steps.ts"
import { connected, opensTheAccount, sendsAnAccount } from "./hands.ts"
import { instead } from "./plants.ts"
import { saidOn } from "./world.ts"
import type { Case, World } from "./world.ts"

const words = "I was at the races with Tom."
const noConnection = /^No connection\. You can go on writing\./

/** Ben sends while the relay gives no good answer: the sentence on Today, nothing lost, nobody accused; and it goes once there is one again. */
async function waitsAndGoes(
  ben: Person,
  ana: Person,
  mend: () => Promise<unknown>,
): Promise<{ readonly sentence: string; readonly way: string; readonly kept: string }> {
  await sendsAnAccount(ben, words)
  await goTo(ben, "Today")
  const sentence = await saidOn(ben.page, noConnection)
  await seesNot(ben, /does not fit together/)
  await ben.page.reload()
  await press(ben, "Open")
  await saidOn(ben.page, noConnection)
  await mend()
  await opensTheAccount(ana, words)
  await goTo(ben, "Today")
  await ben.page.getByText(noConnection).waitFor({ state: "detached" })
  return {
    sentence,
    way: "go on writing; it goes by itself",
    kept: "what Ben chose to send: it arrived once, whole",
  }
}

const down: Case = {
  name: "a relay that is down",
  plant: [
    instead("app/shell/today.tsx", 'snapshot.connection === "off" && snapshot.waiting.length > 0', "false"),
  ],
  walk: async (world) => {
    const { relay, ben, ana } = await connected(world)
    await ben.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await relay.kill()
    return waitsAndGoes(ben, ana, () => relay.startWith(world.app))
  },
}

const head = { "Goldseam-Head": `7.${"A".repeat(43)}` }
const rubbish: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  "a log-in page": (route) =>
    route.fulfill({
      status: 200,
      contentType: "text/html",
      body: "<!doctype html><h1>Welcome to the hotel</h1>",
      headers: head,
    }),
  "JSON cut in half": (route) =>
    route.fulfill({ status: 200, contentType: "application/json", body: '{"seq": 4, "ha', headers: head }),
  "bytes that are no entries": (route) =>
    route.fulfill({
      status: 200,
      contentType: "application/octet-stream",
      body: Buffer.alloc(700, 0xa7),
      headers: head,
    }),
}

const nonsense: readonly Case[] = Object.entries(rubbish).map(([name, answer], i) => ({
  name: `a relay that answers rubbish: ${name}`,
  ...(i === 0 ? {} : { onlyInCommand: "the log-in page walks the same way in npm test" }),
  plant: [
    instead(
      "app/server/relay-answers.ts",
      'run.error.type === "run" || !beginsIn(log, bytes) ? away : run',
      "run",
    ),
  ],
  walk: async (world) => {
    const { ben, ana } = await connected(world)
    await ben.context.route("**/api/**", answer)
    return waitsAndGoes(ben, ana, () => ben.context.unroute("**/api/**"))
  },
}))

const forgotten: Case = {
  name: "a relay that has forgotten its data",
  plant: [instead("app/server/sync.ts", 'type === "nothing"', "false")],
  walk: async (world) => {
    const { relay, ben, ana, link } = await connected(world)
    await sendsAnAccount(ben, words)
    await opensTheAccount(ana, words)
    await ben.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    const before = await entriesAt(relay.dataFile, link)
    // Ana is somewhere without a connection: Ben's device is alone with the empty server.
    await ana.context.setOffline(true)
    await emptied(relay, world.app)
    const about = /The server had lost some of what it kept for everyone here/
    await ben.page.reload()
    await press(ben, "Open")
    const sentence = await saidOn(ben.page, about)
    await goTo(ben, "Help")
    await saidOn(ben.page, about)
    await seesNot(ben, /does not fit together/)
    equal(await entriesAt(relay.dataFile, link), before)
    // Nothing of what is here is gone; what is sent now waits until Ana's device was there too.
    await opensAgain(ana)
    await sendsAnAccount(ben, "And I asked Tom to lie.")
    await sees(ben, /Waiting on this device/)
    await ben.page.waitForTimeout(500)
    equal(await entriesAt(relay.dataFile, link), before)
    await press(ben, "Go on without waiting")
    await sees(ben, /Wait if you can/)
    await press(ben, "Wait")
    await ana.context.setOffline(false)
    await ana.page.reload()
    await press(ana, "Open")
    await isOver(ben, about)
    await opensTheAccount(ana, "And I asked Tom to lie.")
    await goesOnWithoutHer(world, { relay, ben, ana }, about)
    return {
      sentence,
      way: "go on writing; the devices give it back by themselves, and one may choose not to wait",
      kept: "everything, on both devices and at the server again; what was sent meanwhile waited and went afterwards",
    }
  },
}

async function emptied(relay: TestRelay, app: string): Promise<void> {
  await relay.kill()
  for (const part of ["", "-wal", "-shm"]) rmSync(relay.dataFile + part, { force: true })
  await relay.startWith(app)
}

/** Within a minute he would look by himself; somebody who takes up the phone now and then sees it sooner. */
async function isOver(who: Person, about: RegExp): Promise<void> {
  const { page } = who
  for (let looks = 0; looks < 70 && (await page.getByText(about).count()) > 0; looks += 1) {
    await page.evaluate(() => dispatchEvent(new Event("online")))
    await page.waitForTimeout(1000)
  }
  await seesNot(who, about)
}

/** It is forgotten once more, and Ben does not wait for Ana's device: what he sends goes, and she reads it when she comes. */
async function goesOnWithoutHer(
  world: World,
  { relay, ben, ana }: { readonly relay: TestRelay; readonly ben: Person; readonly ana: Person },
  about: RegExp,
): Promise<void> {
  await ana.context.setOffline(true)
  await emptied(relay, world.app)
  await ben.page.reload()
  await press(ben, "Open")
  await saidOn(ben.page, about)
  await sendsAnAccount(ben, "Tom did not want to.")
  await sees(ben, /Waiting on this device/)
  await press(ben, "Go on without waiting")
  await press(ben, "Go on now")
  await ben.page.getByText(about).waitFor({ state: "detached" })
  await sees(ben, /With the server/)
  await ana.context.setOffline(false)
  await ana.page.reload()
  await press(ana, "Open")
  await opensTheAccount(ana, "Tom did not want to.")
}

async function opensAgain(ana: Person): Promise<void> {
  await goTo(ana, "Looking back")
  await press(ana, /^An account from Ben/)
  await sees(ana, words)
}

/** How many entries the relay holds of the log this link belongs to. */
async function entriesAt(dataFile: string, link: string): Promise<number> {
  const bytes = Buffer.from(link.split("#j=")[1] ?? "", "base64url")
  const store = openSqliteStore(dataFile)
  const { entries } = await store.read(new Uint8Array(bytes.subarray(1, 33)), 0, 1000)
  store.close()
  return entries.length
}

export const relays: readonly Case[] = [down, ...nonsense, forgotten]
