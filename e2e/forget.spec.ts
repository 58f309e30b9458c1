import { rmSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Page } from "playwright-core"
import { axe, freshFolder, person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { begins, goTo, heading, isKeptOffline, press, sees, write } from "./walks/steps.ts"

// "Forget everything here" in a real browser (CARE A14): afterwards every store a browser has is empty, and the worker that kept the app is gone.

let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay()
})
afterAll(() => relay.stop())

async function begun(profile: string): Promise<Person> {
  const ana = await person("Ana", { profile })
  await begins(ana, relay, "Someone hurt me", /^My partner/)
  await isKeptOffline(ana)
  await write(ana, "What happened", "The blue tin.")
  await ana.page.waitForTimeout(400)
  return ana
}

async function toForget(ana: Person): Promise<void> {
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Forget everything here")
  await heading(ana, "What this cannot remove")
}

interface Held {
  readonly databases: number
  readonly caches: number
  readonly registrations: number
  readonly marks: number
  readonly files: number
  readonly cookies: number
}
const nothing: Held = { databases: 0, caches: 0, registrations: 0, marks: 0, files: 0, cookies: 0 }

function heldBy(page: Page): Promise<Held> {
  return page.evaluate(async () => {
    let files = 0
    const names = (await navigator.storage.getDirectory()) as unknown as {
      keys: () => AsyncIterable<string>
    }
    for await (const _ of names.keys()) files += 1
    return {
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      registrations: (await navigator.serviceWorker.getRegistrations()).length,
      marks: localStorage.length + sessionStorage.length,
      files,
      cookies: document.cookie.length,
    }
  })
}

test("two taps, and every store of the browser is empty and the worker gone, after a restart of the browser too", async () => {
  const profile = freshFolder()
  const ana = await begun(profile)
  expect((await heldBy(ana.page)).databases).toBeGreaterThan(0)
  expect((await heldBy(ana.page)).caches).toBeGreaterThan(0)
  await toForget(ana)
  expect(await axe(ana.page)).toEqual([])
  const cleared = ana.page.waitForResponse((answer) => answer.url().endsWith("/api/forget"))
  await press(ana, "Forget everything")
  expect(await (await cleared).headerValue("clear-site-data")).toBe('"storage"')
  await heading(ana, "Everything here is gone")
  expect(await axe(ana.page)).toEqual([])
  // What the page still asks for must not make a cache anew.
  await ana.page.evaluate(() => fetch("/manifest.webmanifest").catch(() => null))
  expect(await heldBy(ana.page)).toEqual(nothing)
  expect(ana.console.filter((line) => !line.startsWith("Clear-Site-Data header on"))).toEqual([])
  await ana.close()
  const again = await person("Ana", { profile })
  await again.page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "" }))
  await again.page.goto(relay.url)
  expect(await heldBy(again.page)).toEqual(nothing)
  await again.close()
  rmSync(profile, { recursive: true, force: true })
})

test("with a passphrase it asks for that one, slows wrong tries down as the lock does, and works without a connection", async () => {
  const profile = freshFolder()
  const ana = await begun(profile)
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Choose a passphrase")
  await write(ana, "Your passphrase", "three blue boats")
  await write(ana, "The same once more", "three blue boats")
  await press(ana, "Set the lock")
  await sees(ana, "A passphrase locks your pages.")
  await press(ana, "Forget everything here")
  await ana.context.setOffline(true)
  // Seconds pass when they are said to, however long this computer takes over a passphrase.
  const at = Date.now()
  await ana.context.clock.setFixedTime(at)
  const tries = async (words: string): Promise<void> => {
    await write(ana, "Your passphrase, so that nobody does this in your place", words)
    await press(ana, "Forget everything")
    await ana.page
      .getByRole("main")
      .getByText(/^Everything is being removed/)
      .waitFor({ state: "detached" })
  }
  for (let n = 0; n < 4; n += 1) {
    await tries("three red boats")
    await sees(ana, "That did not open it. Nothing is lost.")
  }
  await tries("three blue boats")
  await sees(ana, "Please wait 2 seconds before the next try. Nothing is lost.")
  expect((await heldBy(ana.page)).databases).toBeGreaterThan(0)
  await ana.context.clock.setFixedTime(at + 2000)
  await write(ana, "Your passphrase, so that nobody does this in your place", "three blue boats")
  await press(ana, "Forget everything")
  await heading(ana, "Everything here is gone")
  expect(await heldBy(ana.page)).toEqual(nothing)
  expect(ana.console.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([])
  await ana.close()
  rmSync(profile, { recursive: true, force: true })
})
