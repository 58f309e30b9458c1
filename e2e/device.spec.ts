import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Page } from "playwright-core"
import { axe, person, startRelay } from "./harness.ts"
import type { Looks, Person, TestRelay } from "./harness.ts"
import { rowsIn } from "./rows.ts"
import { begins, goTo, goToRoom, heading, press, sees, seesNot, write } from "./walks/steps.ts"

// What belongs to the device alone: how it looks, how much the coach says, what is thrown away, the home screen, and that the browser keeps it.

let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay()
})
afterAll(() => relay.stop())

async function opens(answer: string | RegExp = "I hurt someone", looks: Looks = {}): Promise<Person> {
  const who = await person("Ana", looks)
  await begins(who, relay, answer, /^My partner/)
  return who
}

async function onThisDevice(who: Person): Promise<void> {
  await goTo(who, "Help")
  await press(who, "This device")
  await heading(who, "This device")
}

async function chooses({ page }: Person, group: string, name: string): Promise<void> {
  await page.getByRole("group", { name: group }).getByRole("radio", { name, exact: true }).check()
  await page.waitForTimeout(300)
}

const paper = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--paper"))
const barColours = (page: Page): Promise<readonly string[]> =>
  page
    .locator('meta[name="theme-color"]')
    .evaluateAll((all) => all.map((m) => m.getAttribute("content") ?? ""))

test("light or dark is chosen here, lies sealed with the rest, and the closed page shows nothing of it", async () => {
  const ana = await opens()
  await onThisDevice(ana)
  expect(await axe(ana.page)).toEqual([])
  expect(await paper(ana.page)).toBe("#faf7f2")
  await chooses(ana, "Light or dark", "Dark")
  expect(await paper(ana.page)).toBe("#191714")
  expect(await barColours(ana.page)).toEqual(["#191714", "#191714"])
  expect(await axe(ana.page)).toEqual([])
  expect((await rowsIn(ana.page)).filter((row) => /theme|dark/i.test(row))).toEqual([])
  await ana.page.reload()
  await ana.page.getByRole("button", { name: "Open" }).waitFor()
  expect(await paper(ana.page)).toBe("#faf7f2")
  await press(ana, "Open")
  await ana.page.getByRole("navigation", { name: "Places" }).waitFor()
  expect(await paper(ana.page)).toBe("#191714")
  await ana.page.emulateMedia({ colorScheme: "dark" })
  await onThisDevice(ana)
  await chooses(ana, "Light or dark", "Light")
  expect(await paper(ana.page)).toBe("#faf7f2")
  await chooses(ana, "Light or dark", "As the device")
  expect(await paper(ana.page)).toBe("#191714")
  expect(await barColours(ana.page)).toEqual(["#FAF7F2", "#191714"])
  await ana.close()
})

test("the coach says all, only what may hurt, or nothing, and then nobody says what is missing either", async () => {
  const ana = await opens()
  const letter = "I am sorry if I hurt you. I think I was tired."
  const marks = async (voice: string): Promise<number> => {
    await onThisDevice(ana)
    await chooses(ana, "Notes beside what you write", voice)
    await goToRoom(ana, /^The apology/)
    await press(ana, "Write an apology")
    await write(ana, "Your letter", `${letter} `)
    await write(ana, "Your letter", letter)
    await ana.page.waitForTimeout(1500)
    return ana.page.locator(".kit-note").count()
  }
  const all = await marks("All of them")
  await sees(ana, /perhaps/i)
  const soft = await ana.page.locator(".kit-note-soft").count()
  expect(all).toBeGreaterThan(0)
  expect(await marks("Only where words may hurt")).toBe(all - soft)
  expect(await marks("None")).toBe(0)
  await seesNot(ana, /perhaps/i)
  await ana.close()
})

describe("a begun page thrown away", () => {
  async function begun(): Promise<Person> {
    const ana = await opens()
    await write(ana, "What I did", "I opened the letter that was yours.")
    await goToRoom(ana, /^The account/)
    return ana
  }
  const throwAway = (who: Person): Promise<void> => press(who, /^Throw this page away/)

  test("is out of sight at once, and one tap brings it back, from another page too", async () => {
    const ana = await begun()
    expect(await axe(ana.page)).toEqual([])
    await throwAway(ana)
    await sees(ana, "The page is thrown away.")
    expect(await axe(ana.page)).toEqual([])
    expect(await ana.page.getByRole("button", { name: /^Throw this page away/ }).count()).toBe(0)
    expect(await ana.page.evaluate(() => document.activeElement?.textContent)).toBe("Undo")
    await goTo(ana, "Help")
    await press(ana, "Undo")
    await seesNot(ana, "The page is thrown away.")
    await goToRoom(ana, /^The account/)
    await press(ana, "You began a page")
    expect(await ana.page.getByLabel("What I did").inputValue()).toBe("I opened the letter that was yours.")
    await ana.close()
  })

  test("is gone after ten seconds, from the disk too", async () => {
    const ana = await begun()
    await throwAway(ana)
    await ana.page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached", timeout: 14_000 })
    await ana.page.waitForTimeout(400)
    await ana.page.reload()
    await press(ana, "Open")
    await goToRoom(ana, /^The account/)
    expect(await ana.page.getByRole("button", { name: /^Throw this page away/ }).count()).toBe(0)
    await ana.close()
  })

  test("is whole again when the app ends before the ten seconds do", async () => {
    const ana = await begun()
    await throwAway(ana)
    await ana.page.waitForTimeout(500)
    await ana.page.reload()
    await press(ana, "Open")
    await goToRoom(ana, /^The account/)
    await press(ana, "You began a page")
    expect(await ana.page.getByLabel("What I did").inputValue()).toBe("I opened the letter that was yours.")
    await ana.close()
  })

  test("can be thrown away in every room that keeps a begun page", async () => {
    const ana = await opens()
    for (const [room, begin, field] of [
      [/^What happened/, "Say that it hurt", "What happened"],
      [/^The apology/, "Write an apology", "Your letter"],
      [/^Promises/, "Make a promise", "… I will …"],
    ] as const) {
      await goToRoom(ana, room)
      await press(ana, begin)
      await write(ana, field, "A first word.")
      await goToRoom(ana, room)
      await throwAway(ana)
      await sees(ana, "The page is thrown away.")
      expect(await ana.page.getByRole("button", { name: /^Throw this page away/ }).count()).toBe(0)
    }
    await ana.close()
  })
})

test("the browser is asked once to keep what is here, when a first page is kept and not before", async () => {
  const ana = await person("Ana")
  await ana.page.addInitScript(() => {
    Reflect.set(globalThis, "asked", 0)
    navigator.storage.persist = () => {
      Reflect.set(globalThis, "asked", Number(Reflect.get(globalThis, "asked")) + 1)
      return Promise.resolve(false)
    }
    navigator.storage.persisted = () => Promise.resolve(false)
  })
  const asked = (): Promise<number> => ana.page.evaluate(() => Number(Reflect.get(globalThis, "asked")))
  await begins(ana, relay, "Both, in different ways", /^My partner/)
  await write(ana, "What happened", "We stopped telling each other about the money.")
  expect(await asked()).toBe(0)
  await press(ana, "Keep for now")
  await heading(ana, "Would you like a lock?")
  await press(ana, "Later")
  expect(await asked()).toBe(1)
  await goToRoom(ana, /^What happened/)
  await press(ana, "Open a page for something that happened")
  await write(ana, "What happened", "And about the car.")
  await press(ana, "Keep for now")
  await ana.page.waitForTimeout(500)
  expect(await asked()).toBe(1)
  await onThisDevice(ana)
  await sees(ana, /If the browser’s data is cleared, they are gone from here/)
  await sees(ana, /A browser may also clear it by itself/)
  await ana.close()
})

describe("the home screen", () => {
  test("the browser finds nothing missing for it; name and icons say nothing of what it is for", async () => {
    const ana = await opens(undefined, { alone: true })
    const cdp = await ana.context.newCDPSession(ana.page)
    const found = await cdp.send("Page.getAppManifest")
    expect(found.errors).toEqual([])
    expect((await cdp.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([])
    const manifest = JSON.parse(found.data ?? "") as {
      readonly name: string
      readonly short_name: string
      readonly display: string
      readonly icons: readonly {
        readonly src: string
        readonly sizes: string
        readonly type: string
        readonly purpose: string
      }[]
    }
    expect([manifest.name, manifest.short_name, manifest.display]).toEqual([
      "Goldseam",
      "Goldseam",
      "standalone",
    ])
    expect(found.data).not.toMatch(/trust|repair|couple|relation|partner|sorry|apolog|heal|safe/i)
    for (const { src, sizes, type } of manifest.icons) {
      const answer = await fetch(relay.url + src)
      expect(answer.headers.get("content-type"), src).toBe(type)
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (type === "image/png")
        expect(`${String(bytes.readUInt32BE(16))}x${String(bytes.readUInt32BE(20))}`, src).toBe(sizes)
    }
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`).toSorted()).toEqual([
      "192x192 any",
      "192x192 maskable",
      "512x512 any",
      "512x512 maskable",
      "any any",
    ])
    const apple = await ana.page.locator('link[rel="apple-touch-icon"]').getAttribute("href")
    expect((await fetch(relay.url + (apple ?? ""))).headers.get("content-type")).toBe("image/png")
    await ana.close()
  })

  test("where the browser offers it, a button asks for it once; nothing else does", async () => {
    const ana = await opens()
    await onThisDevice(ana)
    // Chromium may have made an offer of its own already; this one takes its place.
    await ana.page.evaluate(() => {
      const offer = new Event("beforeinstallprompt", { cancelable: true })
      Reflect.set(offer, "prompt", () => {
        Reflect.set(globalThis, "prompted", true)
        return Promise.resolve()
      })
      dispatchEvent(offer)
      Reflect.set(globalThis, "heldBack", offer.defaultPrevented)
    })
    await press(ana, "Put it on the home screen")
    expect(
      await ana.page.evaluate(() => [
        Reflect.get(globalThis, "prompted"),
        Reflect.get(globalThis, "heldBack"),
      ]),
    ).toEqual([true, true])
    await seesNot(ana, /home screen/)
    await ana.close()
  })

  test("in Safari on a phone, one sentence says how", async () => {
    const ana = await person("Ana")
    await ana.page.addInitScript(() => {
      // Safari makes no offer.
      addEventListener("beforeinstallprompt", (event) => event.stopImmediatePropagation())
      Reflect.defineProperty(navigator, "standalone", { value: false })
      Reflect.defineProperty(navigator, "maxTouchPoints", { value: 5 })
    })
    await begins(ana, relay, "I hurt someone", /^My partner/)
    await onThisDevice(ana)
    await sees(ana, "To have it on the home screen: press Share, then “Add to Home Screen”.")
    await ana.close()
  })

  test("opened from there, the exit shows the neutral screen and goes nowhere", async () => {
    // Chromium's window without an address is what an installed app opens in.
    const ana = await person("Ana", { args: [`--app=${relay.url}`] })
    expect(await ana.page.evaluate(() => matchMedia("(display-mode: standalone)").matches)).toBe(true)
    await press(ana, "I hurt someone")
    await press(ana, /^My partner/)
    await write(ana, "What I did", "I opened the letter that was yours.")
    const asked = ana.requests.length
    await press(ana, "Leave this page")
    await ana.page.waitForTimeout(500)
    expect((await ana.page.evaluate(() => document.body.textContent)).trim()).toBe("Closed")
    expect(ana.page.url().startsWith(relay.url)).toBe(true)
    expect(ana.requests.slice(asked).filter((url) => !url.startsWith(relay.url))).toEqual([])
    await ana.page.reload()
    await ana.page.getByRole("button", { name: "Open" }).waitFor()
    expect(await ana.page.content()).not.toContain("the letter that was yours")
    await ana.close()
  })
})
