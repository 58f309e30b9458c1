import { createServer } from "node:http"
import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"

// CARE A1–A4, A8: the exit, the closed page and the lock, in a real browser.
let relay: TestRelay
let slow: Server
let slowUrl = ""
let asked: { readonly referrer: string | undefined }[] = []

beforeAll(async () => {
  relay = await startRelay()
  slow = createServer((request, response) => {
    asked = [...asked, { referrer: request.headers.referer }]
    setTimeout(() => {
      response.setHeader("content-type", "text/html")
      response.end("<title>Weather</title><p>Rain</p>")
    }, 3000)
  })
  await new Promise<void>((done) => slow.listen(0, "127.0.0.1", done))
  slowUrl = `http://127.0.0.1:${String((slow.address() as AddressInfo).port)}/`
})
afterAll(async () => {
  slow.close()
  await relay.stop()
})

const secret = "the blue tin under the stairs"

/** Ana writes one sentence on the page that says that it hurt; everyday pages are answered by the slow server. */
async function anaWrites(): Promise<Person> {
  const ana = await person("Ana")
  await ana.context.route("https://**", (route) =>
    route.fulfill({ status: 302, headers: { location: slowUrl } }),
  )
  await ana.page.goto(relay.url)
  await ana.page.getByRole("button", { name: "Someone hurt me" }).click()
  await ana.page.getByRole("button", { name: /partner/ }).click()
  await ana.page.getByRole("textbox").first().fill(secret)
  await ana.page.waitForTimeout(500)
  return ana
}

test("A1: a press on the way out counts, also when the button under it is drawn anew before it ends", async () => {
  const ana = await anaWrites()
  const exit = ana.page.getByRole("button", { name: "Leave this page" })
  const box = await exit.boundingBox()
  if (box === null) throw new Error("no way out")
  await ana.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await ana.page.mouse.down()
  await ana.page.evaluate(() => {
    const old = document.querySelector(".kit-exit")
    old?.replaceWith(old.cloneNode(true))
  })
  await ana.page.mouse.up()
  await ana.page.waitForFunction(() => !document.body.textContent.includes("Leave this page"))
  expect(await ana.page.title()).not.toBe("Goldseam")
  await ana.close()
})

test("A2: the words are gone within 100 ms, while the page gone to is still loading", async () => {
  const ana = await anaWrites()
  await ana.page.evaluate(() => {
    const times: number[] = []
    Reflect.set(globalThis, "seen", times)
    const began = performance.now()
    const look = (): void => {
      const shown =
        document.body.textContent + [...document.querySelectorAll("textarea")].map((t) => t.value).join("")
      if (shown.includes("blue tin")) times.push(performance.now() - began)
      setTimeout(look, 5)
    }
    look()
  })
  const gone = await ana.page.evaluate(
    () =>
      new Promise<number>((done) => {
        const exit = [...document.querySelectorAll("button")].find((b) => b.textContent === "Leave this page")
        const began = performance.now()
        exit?.click()
        const look = (): void => {
          const shown =
            document.documentElement.textContent +
            [...document.querySelectorAll("textarea")].map((t) => t.value).join("")
          if (shown.includes("blue tin")) requestAnimationFrame(look)
          else done(performance.now() - began)
        }
        look()
      }),
  )
  expect(gone).toBeLessThan(100)
  expect(await ana.page.title()).not.toContain("Goldseam")
  await ana.close()
})

test("A3: Back, Forward and reload after the exit show the closed page and nothing else", async () => {
  const ana = await anaWrites()
  await ana.page.getByRole("button", { name: "Leave this page" }).click()
  await ana.page.getByText("Rain").waitFor()
  expect(asked.at(-1)?.referrer).toBeUndefined()
  for (let back = 0; back < 5; back += 1) {
    await ana.page.goBack({ waitUntil: "load" }).catch(() => null)
    await ana.page.waitForTimeout(300)
    const shown = await ana.page.evaluate(
      () =>
        document.documentElement.textContent +
        [...document.querySelectorAll("textarea")].map((t) => t.value).join(""),
    )
    expect(shown).not.toContain("blue tin")
  }
  await ana.page.goto(relay.url)
  await ana.page.getByRole("button", { name: "Open" }).waitFor()
  expect(await ana.page.content()).not.toContain("blue tin")
  await ana.page.getByRole("button", { name: "Open" }).click()
  await ana.page.getByRole("navigation").waitFor()
  await ana.close()
})

test("A4: offline, the exit shows a neutral screen and goes nowhere", async () => {
  const ana = await anaWrites()
  await ana.context.setOffline(true)
  await ana.page.getByRole("button", { name: "Leave this page" }).click()
  await ana.page.waitForTimeout(500)
  expect(ana.page.url().startsWith(relay.url)).toBe(true)
  const shown = await ana.page.evaluate(() => document.body.textContent)
  expect(shown?.trim()).toBe("Closed")
  await ana.close()
})

test("A6: Shift three times leaves at once", async () => {
  const ana = await anaWrites()
  await ana.context.setOffline(true)
  for (let times = 0; times < 3; times += 1) await ana.page.keyboard.press("Shift")
  await ana.page.waitForTimeout(200)
  expect((await ana.page.evaluate(() => document.body.textContent))?.trim()).toBe("Closed")
  await ana.close()
})

test("A10: walking through the app adds at most one entry to the browser's history, and none holds words", async () => {
  const ana = await person("Ana")
  await ana.page.goto(relay.url)
  await ana.page.getByRole("button", { name: "Someone hurt me" }).waitFor()
  const before = await ana.page.evaluate(() => history.length)
  await ana.page.getByRole("button", { name: "Someone hurt me" }).click()
  await ana.page.getByRole("button", { name: /partner/ }).click()
  for (const place of ["Rooms", "Looking back", "Help", "Today"])
    await ana.page.getByRole("button", { name: place, exact: true }).click()
  const after = await ana.page.evaluate(() => ({
    length: history.length,
    state: JSON.stringify(history.state),
    url: location.href,
  }))
  expect(after.length - before).toBeLessThanOrEqual(1)
  expect(after.state).toBe('"inside"')
  expect(new URL(after.url).pathname).toBe("/")
  await ana.close()
})

test("A1: the exit is on top at its own centre, at least 44 px, and reached within three Tabs, on every main page and size", async () => {
  const ana = await person("Ana")
  await ana.page.goto(relay.url)
  await ana.page.getByRole("button", { name: "Someone hurt me" }).click()
  await ana.page.getByRole("button", { name: /partner/ }).click()
  for (const place of ["Today", "Rooms", "Looking back", "Help"]) {
    await ana.page.getByRole("button", { name: place, exact: true }).click()
    for (const [width, height] of [
      [320, 568],
      [360, 640],
      [390, 844],
      [412, 915],
      [640, 360],
      [1280, 800],
    ] as const) {
      await ana.page.setViewportSize({ width, height })
      await ana.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      const exit = await ana.page.evaluate(() => {
        const button = [...document.querySelectorAll("button")].find(
          (b) => b.textContent === "Leave this page",
        )
        const box = button?.getBoundingClientRect()
        if (button === undefined || box === undefined) return null
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
        return {
          width: box.width,
          height: box.height,
          onTop: top !== null && button.contains(top),
          sideways: document.documentElement.scrollWidth > innerWidth,
        }
      })
      expect(exit, `${place} ${String(width)}`).not.toBeNull()
      expect(exit?.onTop, `${place} ${String(width)}`).toBe(true)
      expect(exit?.width, place).toBeGreaterThanOrEqual(44)
      expect(exit?.height, place).toBeGreaterThanOrEqual(44)
      expect(exit?.sideways, `${place} ${String(width)} scrolls sideways`).toBe(false)
    }
  }
  // From the heading a move leads to, a step or two back; from the beginning of the page, a step or two on.
  expect(await reaches(ana, "Shift+Tab")).toBe(true)
  await ana.page.reload()
  await ana.page.getByRole("button", { name: "Open" }).waitFor()
  expect(await reaches(ana, "Tab")).toBe(true)
  await ana.close()
})

/** Within three steps of the keyboard. */
async function reaches({ page }: Person, key: "Tab" | "Shift+Tab"): Promise<boolean> {
  for (let steps = 0; steps < 3; steps += 1) {
    await page.keyboard.press(key)
    if (await page.evaluate(() => document.activeElement?.textContent === "Leave this page")) return true
  }
  return false
}
