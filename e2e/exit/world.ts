import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core"
import { startBrowser } from "../shared-browser.ts"
import type { Person } from "../harness.ts"
import { begins, write } from "../walks/steps.ts"
import { beacons } from "./beacons.ts"
import type { Told } from "./beacons.ts"
import { everyday } from "./everyday.ts"
import type { Everyday } from "./everyday.ts"

/** What Ana wrote. It stands nowhere else. */
export const secret = "the blue tin under the stairs"
export const passphrase = "four plain words here"
export const exitName = "Leave this page"

/** A browser that keeps pages aside whole when one goes on (bfcache), as those on people's phones do; a tool's browser is started without. */
export function openBrowser(keepsPages: boolean): Promise<Browser> {
  return startBrowser(keepsPages ? { ignoreDefaultArgs: ["--disable-back-forward-cache"] } : {})
}

/** Ana's browser: whoever comes after her looks through the same one. */
export interface Ana extends Person {
  readonly everyday: Everyday
  readonly told: readonly Told[]
  readonly devtools: CDPSession
}

export interface AnaOptions {
  readonly width?: number
  readonly height?: number
  readonly watched?: boolean
  readonly touch?: boolean
}

export async function newAna(browser: Browser, url: string, options: AnaOptions = {}): Promise<Ana> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 360, height: options.height ?? 740 },
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    hasTouch: options.touch ?? false,
  })
  const told = options.watched === false ? [] : await beacons(context, secret)
  const page = await context.newPage()
  return inPage(context, page, await everyday(context, url), told)
}

export async function inPage(
  context: BrowserContext,
  page: Page,
  world: Everyday,
  told: readonly Told[],
): Promise<Ana> {
  page.setDefaultTimeout(20_000)
  const lines: string[] = []
  page.on("console", (message) => lines.push(message.text()))
  page.on("pageerror", (error) => lines.push(String(error)))
  return {
    name: "Ana",
    context,
    page,
    profile: "",
    console: lines,
    requests: [],
    everyday: world,
    told,
    devtools: await context.newCDPSession(page),
    close: () => context.close(),
  }
}

/** Another tab of the same browser. */
export async function anotherTab(ana: Ana): Promise<Ana> {
  return inPage(ana.context, await ana.context.newPage(), ana.everyday, ana.told)
}

export async function anaWrites(ana: Ana, url: string): Promise<void> {
  await begins(ana, { url }, "Someone hurt me", /^My partner/)
  await write(ana, "What happened", `You took ${secret}.`)
}

export async function exits({ page }: Ana, how: "press" | "three shifts" = "press"): Promise<void> {
  if (how === "press") return page.getByRole("button", { name: exitName }).click({ noWaitAfter: true })
  for (let times = 0; times < 3; times += 1) await page.keyboard.press("Shift")
}

/** A page that is told it is installed, as its style sheets and scripts ask; a window that really is has a test of its own. */
export async function actsInstalled({ page }: Ana): Promise<void> {
  await page.evaluate(() => {
    const asks = globalThis.matchMedia.bind(globalThis)
    globalThis.matchMedia = (query) => (query === "(display-mode: standalone)" ? asks("all") : asks(query))
  })
}

/** Repeats a number in the same way for the same seed (mulberry32). */
export function diceFrom(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
