import { createHash } from "node:crypto"
import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import type { Page } from "playwright-core"
import { builtApp, freshFolder, person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { begins, goTo, heading, isKeptOffline, press, sees, seesNot, write } from "./walks/steps.ts"

// A new version never takes the place of the old one while someone writes.

let relay: TestRelay
let versionA = ""
let versionB = ""
beforeAll(async () => {
  versionA = freshFolder()
  cpSync(builtApp, versionA, { recursive: true })
  versionB = anotherVersion(versionA)
  relay = await startRelay()
})
beforeEach(() => relay.startWith(versionA))
afterAll(() => relay.stop())

/** The same app under a new version: its page says so in its head, and its later parts have other names, as after any change. */
function anotherVersion(from: string): string {
  const folder = freshFolder()
  cpSync(from, folder, { recursive: true })
  const assets = join(folder, "assets")
  const worker = readdirSync(assets).find((name) => name.startsWith("argon.worker-")) ?? "none"
  renameSync(join(assets, worker), join(assets, "argon.worker-00000000.js"))
  const texts = [
    "index.html",
    "sw.js",
    ...readdirSync(assets).flatMap((name) => (name.endsWith(".js") ? [`assets/${name}`] : [])),
  ]
  for (const name of texts) {
    const path = join(folder, name)
    const text = readFileSync(path, "utf8").replaceAll(worker, "argon.worker-00000000.js")
    writeFileSync(path, text)
  }
  const page = join(folder, "index.html")
  const sealed = readFileSync(page, "utf8")
    .replace("<head>", '<head><meta name="version" content="B">')
    .replace(/(src|href)="(\/assets\/[^"]+)" integrity="[^"]+"/g, (_, at: string, url: string) => {
      const hash = createHash("sha384")
        .update(readFileSync(join(folder, url)))
        .digest("base64")
      return `${at}="${url}" integrity="sha384-${hash}"`
    })
  writeFileSync(page, sealed)
  const sw = join(folder, "sw.js")
  const before = readFileSync(sw, "utf8")
  const after = before.replace(/\b[0-9a-f]{16}\b/, "bbbbbbbbbbbbbbbb")
  if (after === before) throw new Error("the service worker has no version to change")
  writeFileSync(sw, after)
  return folder
}

const runs = (page: Page): Promise<"A" | "B"> =>
  page.evaluate(() => (document.querySelector('meta[name="version"]') === null ? "A" : "B"))

/** Ana writes on version A; then version B is put on the server, and her browser comes to know of it. */
async function anaWritesWhileBComes(): Promise<Person> {
  const ana = await person("Ana")
  await ana.context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective}`),
    )
  })
  await begins(ana, relay, "Someone hurt me", /^My partner/)
  await isKeptOffline(ana)
  await write(ana, "What happened", "You were not")
  await relay.startWith(versionB)
  await ana.page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
  await ana.page.waitForFunction(
    async () => ((await navigator.serviceWorker.getRegistration())?.waiting ?? null) !== null,
  )
  return ana
}

async function goesOnWriting({ page }: Person): Promise<void> {
  const sheet = page.getByRole("textbox").first()
  await sheet.focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.type(" there.")
  expect(await sheet.inputValue()).toBe("You were not there.")
}

async function findsItWhole(ana: Person): Promise<void> {
  await goTo(ana, "Rooms")
  await press(ana, /^What happened/)
  await press(ana, /^You began a page/)
  expect(await ana.page.getByRole("textbox").first().inputValue()).toBe("You were not there.")
}

/** The policy holds also for what the service worker answers: no string becomes markup. */
const stringIsRefused = ({ page }: Person): Promise<boolean> =>
  page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<b>x</b>"
      return false
    } catch {
      return true
    }
  })

test("while Ana writes, nothing changes and nothing tells of it; Use it now waits on Today and This device, and her draft is whole", async () => {
  const ana = await anaWritesWhileBComes()
  await goesOnWriting(ana)
  await seesNot(ana, /A new version is ready/)
  expect(await runs(ana.page)).toBe("A")
  for (const place of ["Rooms", "Looking back", "Help"] as const) {
    await goTo(ana, place)
    await ana.page.waitForTimeout(200)
    await seesNot(ana, /A new version is ready/)
  }
  await press(ana, "This device")
  await sees(ana, /A new version is ready/)
  await goTo(ana, "Today")
  await sees(ana, /A new version is ready/)
  await press(ana, "Use it now")
  await ana.page.waitForFunction(() => document.querySelector('meta[name="version"]') !== null)
  await press(ana, "Open")
  await findsItWhole(ana)
  await goTo(ana, "Today")
  await seesNot(ana, /A new version is ready/)
  expect(ana.console.filter((line) => /policy|Trusted|Refused/i.test(line))).toEqual([])
  expect(await stringIsRefused(ana)).toBe(true)
  await ana.close()
})

test("a reload or another tab brings the old version again; Use it now there leaves the page being written on whole, with its later parts", async () => {
  const ana = await anaWritesWhileBComes()
  await goesOnWriting(ana)
  const worker = await ana.page.evaluate(async () => {
    const all = (await (await caches.open((await caches.keys())[0] ?? "")).keys()).map((r) => r.url)
    return all.find((url) => url.includes("argon.worker")) ?? ""
  })
  const other: Person = { ...ana, page: await ana.context.newPage() }
  await other.page.goto(relay.url)
  await press(other, "Open")
  expect(await runs(other.page)).toBe("A")
  await press(other, "Use it now")
  await other.page.waitForFunction(() => document.querySelector('meta[name="version"]') !== null)
  await heading(other, "This page is closed")
  expect(await runs(ana.page)).toBe("A")
  expect(await ana.page.getByRole("textbox").first().inputValue()).toBe("You were not there.")
  expect(
    await ana.page.evaluate(async (url) => (await fetch(url, { cache: "no-store" })).status, worker),
  ).toBe(200)
  await other.page.close()
  await ana.page.reload()
  expect(await runs(ana.page)).toBe("B")
  await press(ana, "Open")
  await findsItWhole(ana)
  await ana.close()
})
