import type { Browser } from "playwright-core"
import { answersFirstQuestions, begins, goTo, heading, press, sees, write } from "../walks/steps.ts"
import { plainUrl } from "./everyday.ts"
import { entriesOf, see, step } from "./eyes.ts"
import { inMemory } from "./heap.ts"
import { actsInstalled, anaWrites, anotherTab, exits, newAna, passphrase, secret } from "./world.ts"
import type { Ana, AnaOptions } from "./world.ts"

// Ana leaves at a bad moment. Each returns what was wrong, in words; nothing wrong is an empty list.

export type Moment = (browser: Browser, url: string) => Promise<readonly string[]>

async function withAna(
  browser: Browser,
  url: string,
  options: AnaOptions,
  walk: (ana: Ana) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const ana = await newAna(browser, url, options)
  try {
    return await walk(ana)
  } finally {
    await ana.close()
  }
}

/** What is on the page now, which must be the neutral screen. */
async function neutralFaults({ devtools }: Ana): Promise<readonly string[]> {
  const seen = await see(devtools)
  return [
    ...(seen.kind === "neutral" ? [] : [`the page is ${seen.kind}`]),
    ...(seen.all.includes(secret) ? ["the words are in it"] : []),
  ]
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

async function setsPassphrase(ana: Ana): Promise<void> {
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Choose a passphrase")
  await write(ana, "Your passphrase", passphrase)
  await write(ana, "The same once more", passphrase)
  await press(ana, "Set the lock")
}

/** Opens what was left, and finds the draft where it was. */
async function draftFaults(ana: Ana, url: string, words: string, asks = false): Promise<readonly string[]> {
  const again = await anotherTab(ana)
  await again.page.goto(url)
  await heading(again, "This page is closed")
  if (asks) await write(again, "Passphrase", passphrase)
  await press(again, "Open")
  await goTo(again, "Rooms")
  await press(again, /^What happened/)
  await press(again, /^You began a page/)
  const field = again.page.getByRole("textbox").first()
  await field.waitFor()
  for (let tries = 0; tries < 20 && (await field.inputValue()) !== words; tries += 1) await wait(50)
  const kept = await field.inputValue()
  await again.page.close()
  return kept === words ? [] : [`kept was "${kept}" and not "${words}"`]
}

/** What the browser's own history knows while she walks and writes (CARE A10). */
async function historyFaults(ana: Ana, url: string): Promise<readonly string[]> {
  const { page } = ana
  const faults: string[] = []
  const lengthNow = (): Promise<number> => page.evaluate(() => history.length)
  await page.goto(url)
  await heading(ana, /Where are you in it/)
  const before = await lengthNow()
  await anaWrites(ana, url)
  for (const place of ["Rooms", "Looking back", "Help", "Today"] as const) await goTo(ana, place)
  await goTo(ana, "Rooms")
  await press(ana, /^What happened/)
  await press(ana, /^You began a page/)
  await page.getByRole("textbox").first().fill(`Now ${secret}.`)
  const grown = (await lengthNow()) - before
  // Opening the address anew is a step of hers; the app adds one of its own.
  if (grown > 2) faults.push(`the history grew by ${String(grown - 1)}`)
  const { at, entries } = await entriesOf(ana.devtools)
  const state = await page.evaluate(() => JSON.stringify(history.state) + location.href)
  if (state.includes("blue tin")) faults.push("the history's state has the words")
  for (const one of entries)
    if (/blue tin|happened|hurt/.test(`${one.title} ${one.url}`)) faults.push(`entry ${String(at)} tells`)
  return faults
}

/** She does not leave: she goes on to another page, and the browser keeps this one as it is. Somebody presses Back. */
export function putAside(keeping: Browser, url: string): Promise<readonly string[]> {
  return withAna(keeping, url, {}, async (ana) => {
    await anaWrites(ana, url)
    await wait(600)
    await ana.page.goto(plainUrl)
    await step(ana.devtools, -1)
    const { kind, all } = await see(ana.devtools)
    const restored = ana.told.filter((told) => told.kind === "restored")
    return [
      ...(kind === "closed" ? [] : [`it is ${kind}`]),
      ...(all.includes(secret) ? ["the words are in it"] : []),
      ...(restored.length > 0 ? [] : ["could not be looked at: the browser brought nothing back"]),
      ...(restored.some(({ what }) => what === "true") ? ["it came back with its words"] : []),
    ]
  })
}

export const moments: Readonly<Record<string, Moment>> = {
  "while she walks and writes, before any leaving: the browser's history knows one page without words": (
    browser,
    url,
  ) => withAna(browser, url, { watched: false }, (ana) => historyFaults(ana, url)),

  "while a word is being saved: it is gone from the screen, and there when she opens again": (browser, url) =>
    withAna(browser, url, {}, async (ana) => {
      await anaWrites(ana, url)
      await ana.page.waitForTimeout(400)
      const words = `You took ${secret}. And one word more`
      // Typed and left in one breath: no time to write in between.
      await ana.page.evaluate((text) => {
        const field = document.querySelector("textarea")
        if (field === null) throw new Error("no page to write on")
        field.value = text
        field.dispatchEvent(new Event("input", { bubbles: true }))
        document.querySelector<HTMLButtonElement>(".kit-exit")?.click()
      }, words)
      await ana.page.getByText("Rain later").waitFor()
      return draftFaults(ana, url, words)
    }),

  "while the passphrase is being tried: nothing opens behind the neutral screen": (browser, url) =>
    withAna(browser, url, { watched: false }, async (ana) => {
      await anaWrites(ana, url)
      await setsPassphrase(ana)
      await sees(ana, "A passphrase locks your pages.")
      await ana.page.reload()
      await write(ana, "Passphrase", passphrase)
      await ana.page.evaluate(() => Reflect.set(globalThis, "matchMedia", () => ({ matches: true })))
      await press(ana, "Open")
      await sees(ana, /This takes a moment/)
      await exits(ana)
      await wait(4000)
      const held = await inMemory(ana.page, secret)
      const mark = await ana.page.evaluate(() => localStorage.getItem("left"))
      return [
        ...(await neutralFaults(ana)),
        ...(held > 0 ? [`the words stand ${String(held)} times in memory`] : []),
        ...(mark === "1" ? [] : ["the mark that it was left is gone"]),
      ]
    }),

  "while the passphrase is being set: it is set, and the draft is behind it, or it is not, and nothing is lost":
    (browser, url) =>
      withAna(browser, url, {}, async (ana) => {
        await anaWrites(ana, url)
        await setsPassphrase(ana)
        await exits(ana)
        await ana.page.getByText("Rain later").waitFor()
        await wait(500)
        const again = await anotherTab(ana)
        await again.page.goto(url)
        await heading(again, "This page is closed")
        const asks = (await again.page.getByLabel("Passphrase").count()) > 0
        await again.page.close()
        return draftFaults(ana, url, `You took ${secret}.`, asks)
      }),

  "in the middle of sending: nothing is on the screen, and what was sent waits where it was": (
    browser,
    url,
  ) =>
    withAna(browser, url, {}, async (ana) => {
      await begins(ana, { url }, "I hurt someone", /^My partner/)
      await write(ana, "What I did", `I took ${secret}.`)
      await press(ana, "Get ready to send")
      await heading(ana, "Before you send it")
      await press(ana, "Send")
      await answersFirstQuestions(ana, () => Promise.resolve())
      await ana.context.setOffline(true)
      await exits(ana)
      const faults = await neutralFaults(ana)
      await ana.context.setOffline(false)
      await ana.page.goto(url)
      await press(ana, "Open")
      await goTo(ana, "Rooms")
      await press(ana, /^The account/)
      await sees(ana, /Waiting|What happened|not sent/i)
      return faults
    }),

  "with a question open over the page": (browser, url) =>
    withAna(browser, url, {}, async (ana) => {
      await anaWrites(ana, url)
      await goTo(ana, "Rooms")
      await press(ana, "Invite the other person")
      await heading(ana, "May you be in touch with them?")
      await ana.context.setOffline(true)
      await exits(ana)
      return neutralFaults(ana)
    }),

  "with the keyboard up, writing": (browser, url) =>
    withAna(browser, url, { width: 360, height: 300, touch: true }, async (ana) => {
      await anaWrites(ana, url)
      await ana.page.getByRole("textbox").first().focus()
      await ana.context.setOffline(true)
      await ana.page.getByRole("button", { name: "Leave this page" }).tap()
      return neutralFaults(ana)
    }),

  "on the first screen, before anything was kept": (browser, url) =>
    withAna(browser, url, {}, async (ana) => {
      await ana.page.goto(url)
      await heading(ana, /Where are you in it/)
      await exits(ana)
      await ana.page.getByText("Rain later").waitFor()
      await ana.page.goto(url)
      const { kind } = await see(ana.devtools)
      return kind === "closed" ? [] : [`opened again, it is ${kind}`]
    }),

  "by Shift three times, with her pages drawn before the third": (browser, url) =>
    withAna(browser, url, {}, async (ana) => {
      await ana.page.goto(url)
      await press(ana, "Someone hurt me")
      await ana.page.keyboard.press("Shift")
      await ana.page.keyboard.press("Shift")
      await press(ana, /^My partner/)
      await write(ana, "What happened", `You took ${secret}.`)
      await ana.context.setOffline(true)
      await ana.page.keyboard.press("Shift")
      return neutralFaults(ana)
    }),

  "with the made-up pair": (browser, url) =>
    withAna(browser, url, {}, async (ana) => {
      await ana.page.goto(`${url}/#look`)
      await heading(ana, /^Good .*, Ana\.$/)
      await ana.context.setOffline(true)
      await exits(ana, "three shifts")
      return neutralFaults(ana)
    }),

  "while another tab shows her pages: it closes too": (browser, url) =>
    withAna(browser, url, {}, async (ana) => {
      await anaWrites(ana, url)
      await ana.page.waitForTimeout(400)
      const other = await anotherTab(ana)
      await other.page.goto(url)
      await press(other, "Open")
      await goTo(other, "Rooms")
      await ana.page.bringToFront()
      await exits(ana)
      await other.page.bringToFront()
      await wait(500)
      const { kind, all } = await see(other.devtools)
      return [
        ...(kind === "closed" ? [] : [`the other tab is ${kind}`]),
        ...(all.includes(secret) ? ["the other tab has the words"] : []),
      ]
    }),

  "installed: the neutral screen holds nothing in memory, and who comes back finds the closed page": (
    browser,
    url,
  ) =>
    withAna(browser, url, { watched: false }, async (ana) => {
      await anaWrites(ana, url)
      await actsInstalled(ana)
      const before = await inMemory(ana.page, secret)
      await exits(ana)
      const faults = await neutralFaults(ana)
      const held = await inMemory(ana.page, secret)
      await ana.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
      await heading(ana, "This page is closed")
      return [
        ...faults,
        ...(before === 0 ? ["the look at memory looked at nothing"] : []),
        ...(held > 0 ? [`the words stand ${String(held)} times in memory`] : []),
      ]
    }),
}
