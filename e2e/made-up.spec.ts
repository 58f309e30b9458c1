import { spawn } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "../tools/step.ts"
import { axe, forward, person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { choose, goTo, goToRoom, heading, press, pressFirst, sees, seesNot, write } from "./walks/steps.ts"

// Looking around with Ana and Ben: real pages over people who never were. Nothing of it may touch what is one's own.

const look = "Look around with a made-up pair"
const calm = /Ana and Ben are made up/
let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay()
})
afterAll(() => relay.stop())

/** Everything this site has on this device, as one text: databases with their rows, storage, caches by name and address. */
function traces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const rows: string[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name ?? "")
        asked.addEventListener("success", () => resolve(asked.result))
        asked.addEventListener("error", () => reject(new Error("not opened")))
      })
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store)
        const asked = [all.getAllKeys(), all.getAll()] as const
        const [keys, values] = await Promise.all(
          asked.map(
            (one) => new Promise((resolve) => one.addEventListener("success", () => resolve(one.result))),
          ),
        )
        const plain = (_: string, value: unknown): unknown =>
          ArrayBuffer.isView(value) || value instanceof ArrayBuffer
            ? [...new Uint8Array(value instanceof ArrayBuffer ? value : value.buffer)]
            : value
        rows.push(`${name ?? ""} ${store} ${JSON.stringify([keys, values], plain)}`)
      }
      database.close()
    }
    const kept: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) kept.push(`${name} ${url}`)
    return JSON.stringify({ rows, kept, local: { ...localStorage }, session: { ...sessionStorage } })
  })
}

async function opened(who: Person): Promise<number> {
  const began = performance.now()
  await press(who, look)
  await heading(who, /^Good .*, Ana\.$/)
  return performance.now() - began
}

test("it opens within a second, with Ana’s eyes and with Ben’s, and each sees what waits closed for them", async () => {
  const who = await person("Somebody")
  await who.page.goto(relay.url)
  await heading(who, /Something broke/)
  await who.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const took = await opened(who)
  console.log(`the made-up pair opened in ${took.toFixed(0)} ms`)
  expect(took).toBeLessThan(1000)
  await sees(who, calm)
  await sees(who, "Ben left you an account")
  expect(await axe(who.page)).toEqual([])
  await press(who, "Look with Ben’s eyes")
  await heading(who, /^Good .*, Ben\.$/)
  await sees(who, /^Ana wrote what it was like/)
  await seesNot(who, "Ben left you an account")
  await goTo(who, "Looking back")
  await sees(who, calm)
  await goTo(who, "Help")
  expect(await who.page.getByRole("button", { name: "This device" }).count()).toBe(0)
  await press(who, "Done looking")
  await heading(who, /Something broke/)
  expect(who.console).toEqual([])
  await who.close()
})

test("what one writes there is folded by the same rules, seen with the other’s eyes, and leaves no trace", async () => {
  const who = await person("Somebody", { now: Date.parse("2027-03-01T09:00:00Z") })
  await who.page.goto(relay.url)
  await heading(who, /Something broke/)
  await who.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await who.page.waitForLoadState("networkidle")
  const before = await traces(who.page)
  const asked = who.requests.length
  await opened(who)
  await press(who, "Look with Ben’s eyes")
  await goToRoom(who, /^Promises/)
  await pressFirst(who, /send you a message/)
  await press(who, "I missed it")
  await press(who, "I am telling Ana first")
  await who.page.getByRole("textbox").first().fill("Canary words of a visitor.")
  await press(who, "Say this")
  await sees(who, "Missed, and told first")
  await goToRoom(who, /^The apology/)
  await press(who, "Write an apology")
  await write(who, "Your letter", "A canary letter.")
  await press(who, "Get ready to send")
  await choose(who, "The loans")
  await press(who, "Go on")
  await heading(who, "Before you send it")
  await press(who, "Send")
  await sees(who, /Waiting on this device. It goes on Monday 16 November/)
  await forward(11 * 60_000, null, who)
  await sees(who, /With the server/)
  await press(who, "Look with Ana’s eyes")
  await press(who, /^Ben left you a letter/)
  await press(who, "Open it now")
  await sees(who, "A canary letter.")
  await press(who, "Answer")
  await choose(who, /^I heard it|^Heard|^Yes/)
  await press(who, "Send this answer")
  // Only the app's own files were asked for.
  const later = who.requests.slice(asked).filter((url) => !/\/assets\/[^/]+$/.test(new URL(url).pathname))
  expect(later).toEqual([])
  expect(await traces(who.page)).toBe(before)
  await who.page.reload()
  await heading(who, /Something broke/)
  await seesNot(who, calm)
  expect(await traces(who.page)).toBe(before)
  expect(who.console).toEqual([])
  await who.close()
})

test("beside pages of one’s own, which stay locked, unread and as they were", async () => {
  const who = await person("Somebody")
  await who.page.goto(relay.url)
  await heading(who, /Something broke/)
  const bare = await traces(who.page)
  await press(who, "Someone hurt me")
  await press(who, /^My partner/)
  await write(who, "What happened", "My own words.")
  await press(who, "Keep for now")
  await heading(who, "What shall this be called?")
  await who.page.waitForTimeout(800)
  // The look at traces is a real one: one's own page does leave some.
  expect(await traces(who.page)).not.toBe(bare)
  await who.page.goto("about:blank")
  const seen: string[] = []
  await who.context.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (...given) => {
      document.documentElement.dataset["opened"] = given[0]
      return open(...given)
    }
  })
  await who.page.goto(`${relay.url}/#look`)
  await heading(who, /^Good .*, Ana\.$/)
  expect(new URL(who.page.url()).hash).toBe("")
  seen.push((await who.page.getAttribute("html", "data-opened")) ?? "nothing")
  expect(seen).toEqual(["nothing"])
  await press(who, "That’s enough for today")
  await heading(who, "This page is closed")
  await press(who, "Open")
  await goTo(who, "Today")
  await seesNot(who, calm)
  await who.close()
})

test("“Leave this page” works inside it, and what is opened in that tab next begins at the closed page", async () => {
  const who = await person("Somebody")
  await who.page.goto(`${relay.url}/#look`)
  await heading(who, /^Good .*, Ana\.$/)
  await who.context.setOffline(true)
  await press(who, "Leave this page")
  await expect.poll(() => who.page.locator("body").innerText()).toBe("Closed")
  await who.context.setOffline(false)
  await who.page.goto("about:blank")
  await who.page.goto(`${relay.url}/#look`)
  await heading(who, "This page is closed")
  await seesNot(who, calm)
  await who.close()
})

test("npm run demo prints an address that begins there, and makes no data folder", async () => {
  const before = readdirSync(root).includes("data")
  const demo = spawn(process.execPath, ["tools/demo.ts"], { cwd: root, env: { ...process.env, PORT: "0" } })
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let words = ""
      demo.stdout.on("data", (chunk: Buffer) => {
        words += chunk.toString("utf8")
        const found = /http:\S+/.exec(words)
        if (found !== null) resolve(found[0])
      })
      demo.on("exit", () => reject(new Error(`the demo ended: ${words}`)))
    })
    expect(new URL(address).hash).toBe("#look")
    const who = await person("Somebody")
    await who.page.goto(address)
    await heading(who, /^Good .*, Ana\.$/)
    await who.close()
    expect(existsSync(join(root, "data"))).toBe(before)
  } finally {
    demo.kill("SIGTERM")
  }
})
