import { rmSync } from "node:fs"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { batteryOut } from "../battery.ts"
import { person } from "../harness.ts"
import type { Person } from "../harness.ts"
import { startBrowser } from "../shared-browser.ts"
import { answersFirstQuestions, begins, goTo, makesLink, press } from "../walks/steps.ts"
import type { Look } from "../walks/steps.ts"

/** One browser for all who are not to be killed; each gets a context of their own in it. All it sends goes through this proxy. */
export function openBrowser(proxy: string): Promise<Browser> {
  return startBrowser({ proxy: { server: proxy, bypass: "<-loopback>" } })
}

export async function visitor(browser: Browser, name: string): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    reducedMotion: "reduce",
    locale: "en-GB",
  })
  await watchForWords(context)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const lines: string[] = []
  const requests: string[] = []
  page.on("console", (message) => lines.push(message.text()))
  page.on("pageerror", (error) => lines.push(String(error)))
  page.on("request", (request) => requests.push(request.url()))
  return { name, context, page, profile: "", console: lines, requests, close: () => context.close() }
}

/** From the page's first moment on: whether seven words were ever on it, if only for a blink. */
async function watchForWords(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector("ol.sas") !== null) Reflect.set(globalThis, "sawWords", true)
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
  })
}

export function everSawWords(page: Page): Promise<boolean> {
  return page.evaluate(() => Reflect.get(globalThis, "sawWords") === true)
}

/** The words of the page, once it says that the invitation is over; on the page that asked to join, when it ended that soon. */
export async function told({ page }: Person): Promise<string> {
  const main = page.locator("main").filter({ hasText: "Nothing was shared" })
  await main.waitFor()
  return main.innerText()
}

export const noLook: Look = () => Promise.resolve()

/** Ben opens the app, says that he hurt someone, and makes a link. */
export async function invites(ben: Person, url: string): Promise<string> {
  await begins(ben, { url }, "I hurt someone", /^My partner/)
  await goTo(ben, "Rooms")
  await press(ben, "Invite the other person")
  await answersFirstQuestions(ben, noLook)
  return makesLink(ben, "Ben", noLook)
}

/** One of two whose browser may be killed: the same profile folder, another life. */
export interface Mortal {
  readonly now: () => Person
  readonly lives: () => number
  /** SIGKILL to all processes of this browser, then the browser started again at the given address. */
  readonly dies: (address: string) => Promise<void>
  readonly leaves: () => Promise<void>
}

export async function mortal(name: string, profile: string): Promise<Mortal> {
  let one = await person(name, { profile })
  let lives = 1
  return {
    now: () => one,
    lives: () => lives,
    dies: async (address) => {
      await batteryOut(profile)
      await one.context.close().catch(() => undefined)
      one = await person(name, { profile })
      lives += 1
      await one.page.goto(address)
    },
    leaves: async () => {
      await one.context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
