import { afterAll, beforeAll, expect, test } from "vitest"
import { readFileSync } from "node:fs"
import { axe, person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { isToldOnce } from "./walks/copies.ts"
import {
  answersFirstQuestions,
  begins,
  compareWords,
  goTo,
  heading,
  joins,
  makesLink,
  press,
  sees,
  write,
} from "./walks/steps.ts"

// Acceptance 4, as a hand does it: Ana, with nothing waiting, opens the app, reads, scrolls, and it closes again. Nothing is posted by that (src/app/people/going.test.ts does it a thousand times).

const quiet = (): Promise<void> => Promise.resolve()
const passphrase = "four plain words here"
const times = 3

let relay: TestRelay
let ana: Person
let ben: Person
beforeAll(async () => {
  relay = await startRelay()
  ;[ben, ana] = [await person("Ben"), await person("Ana")]
  await ana.page.addInitScript(() => {
    navigator.storage.persist = () => {
      sessionStorage.setItem("asked", String(Number(sessionStorage.getItem("asked") ?? "0") + 1))
      return Promise.resolve(false)
    }
    navigator.storage.persisted = () => Promise.resolve(false)
  })
  await begins(ben, relay, "I hurt someone", /^My partner/)
  await goTo(ben, "Rooms")
  await press(ben, "Invite the other person")
  await answersFirstQuestions(ben, quiet)
  await joins(ana, await makesLink(ben, "Ben", quiet), "Ana", quiet)
  await compareWords(ben, ana, quiet)
})
afterAll(async () => {
  for (const who of [ana, ben]) await who.close()
  await relay.stop()
})

async function setsLock(who: Person): Promise<void> {
  await goTo(who, "Help")
  await press(who, "This device")
  await press(who, "Choose a passphrase")
  await write(who, "Your passphrase", passphrase)
  await write(who, "The same once more", passphrase)
  await press(who, "Set the lock")
  await sees(who, "A passphrase locks your pages.")
}

/** Down to the end of the page and up again, as one does who reads. */
async function scrolls({ page }: Person): Promise<void> {
  await page.mouse.move(100, 300)
  await page.mouse.wheel(0, 5000)
  await page.mouse.wheel(0, -5000)
}

/** Every request of these that asks a server to keep something. */
function keepsOf(seen: readonly { readonly method: string; readonly path: string }[]): readonly string[] {
  return seen
    .filter(
      ({ method, path }) => method !== "GET" && path.startsWith("/api/") && !path.startsWith("/api/sign-in"),
    )
    .map(({ method, path }) => `${method} ${path}`)
}

test("who only joined, and kept no page, has something to lose: the browser is asked once to keep it, and a copy is spoken of once", async () => {
  expect(await ana.page.evaluate(() => sessionStorage.getItem("asked"))).toBe("1")
  await isToldOnce(ana, async ({ page }) => expect(await axe(page)).toEqual([]))
})

test("opened, read, scrolled and locked: the relay was asked to keep nothing, and its file has no row more", async () => {
  // What each is called goes by itself, once; then nothing waits.
  for (const [who, other] of [
    [ana, "Ben"],
    [ben, "Ana"],
  ] as const) {
    await goTo(who, "Rooms")
    await sees(who, new RegExp(other))
  }
  await setsLock(ana)
  const seen: { readonly method: string; readonly path: string }[] = []
  ana.page.on("request", (request) => {
    seen.push({ method: request.method(), path: new URL(request.url()).pathname })
  })
  const before = readFileSync(relay.dataFile)
  const wal = readFileSync(`${relay.dataFile}-wal`)
  for (let n = 0; n < times; n += 1) {
    await ana.page.reload()
    await heading(ana, "This page is closed")
    await write(ana, "Passphrase", passphrase)
    await press(ana, "Open")
    await ana.page.getByRole("navigation", { name: "Places" }).waitFor()
    for (const place of ["Rooms", "Looking back", "Today"] as const) {
      await goTo(ana, place)
      await scrolls(ana)
    }
    await press(ana, "What is shared")
    await scrolls(ana)
  }
  expect(keepsOf(seen)).toEqual([])
  // It did look for news, each time.
  expect(seen.filter(({ path }) => path.startsWith("/api/log/")).length).toBeGreaterThanOrEqual(times)
  expect(readFileSync(relay.dataFile).equals(before)).toBe(true)
  expect(readFileSync(`${relay.dataFile}-wal`).equals(wal)).toBe(true)
  // The look is a real one: something that is said is a request to keep it, and rows in the file.
  await press(ana, "Take everything back")
  await ana.page.getByRole("button", { name: "Take everything back" }).last().click()
  await expect.poll(() => keepsOf(seen).length).toBeGreaterThan(0)
  await expect.poll(() => readFileSync(`${relay.dataFile}-wal`).equals(wal)).toBe(false)
})
