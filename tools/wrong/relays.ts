import { equal } from "node:assert/strict"
import { cpSync, rmSync } from "node:fs"
import { openSqliteStore } from "#relay"
import type { Route } from "playwright-core"
import type { Person } from "../../e2e/harness.ts"
import { goTo, press, sees, seesNot } from "../../e2e/walks/steps.ts"
import { connected, opensTheAccount, sendsAnAccount } from "./hands.ts"
import { instead } from "./plants.ts"
import { saidOn } from "./world.ts"
import type { Case } from "./world.ts"

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
    instead("app/relay-client.ts", 'run.error.type === "run" || !beginsIn(log, bytes) ? away : run', "run"),
  ],
  walk: async (world) => {
    const { ben, ana } = await connected(world)
    await ben.context.route("**/api/**", answer)
    return waitsAndGoes(ben, ana, () => ben.context.unroute("**/api/**"))
  },
}))

const forgotten: Case = {
  name: "a relay that has forgotten its data",
  plant: [instead("app/sync.ts", 'head !== null && head.seq === own.seq ? "on" : "forgot"', '"on"')],
  walk: async (world) => {
    const { relay, ben, ana, link } = await connected(world)
    await sendsAnAccount(ben, words)
    await opensTheAccount(ana, words)
    await ben.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await relay.kill()
    const copy = `${relay.dataFile}.copy`
    for (const part of ["", "-wal"]) cpSync(relay.dataFile + part, copy + part)
    const forget = (): void =>
      ["", "-wal", "-shm"].forEach((part) => rmSync(relay.dataFile + part, { force: true }))
    forget()
    await relay.startWith(world.app)
    const about = /The server no longer has what it kept for you both/
    for (const who of [ben, ana]) {
      await who.page.reload()
      await press(who, "Open")
    }
    const sentence = await saidOn(ben.page, about)
    await saidOn(ana.page, about)
    await goTo(ben, "Help")
    await saidOn(ben.page, about)
    await seesNot(ben, /does not fit together/)
    // Nothing of what is here is gone; what is sent now waits; and nothing was posted to the empty relay.
    await opensAgain(ana)
    await sendsAnAccount(ben, "And I asked Tom to lie.")
    await sees(ben, /Waiting on this device/)
    await ben.page.waitForTimeout(500)
    equal(await entriesAt(relay.dataFile, link), 0)
    await relay.kill()
    forget()
    for (const part of ["", "-wal"]) cpSync(copy + part, relay.dataFile + part)
    await relay.startWith(world.app)
    await ana.page.getByText(about).waitFor({ state: "detached", timeout: 70_000 })
    await opensTheAccount(ana, "And I asked Tom to lie.")
    return {
      sentence,
      way: "go on writing; a copy put back by the host ends it by itself",
      kept: "everything, on both devices; what was sent meanwhile waited and went afterwards",
    }
  },
}

async function opensAgain(ana: Person): Promise<void> {
  await goTo(ana, "Looking back")
  await press(ana, /^An account left for you/)
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
