import type { Browser } from "playwright-core"
import { begins, heading, press, sees, write } from "../walks/steps.ts"
import { plainUrl } from "./everyday.ts"
import { entriesOf, goToEntry, see, step } from "./eyes.ts"
import type { Kind, Seen } from "./eyes.ts"
import { actsInstalled, anotherTab, diceFrom, exits, inPage, newAna, passphrase, secret } from "./world.ts"
import type { Ana } from "./world.ts"

// A history nobody thought of: how the tab came to be, what was done in it, how it was left, and what somebody presses afterwards. The seed tells it again.

export const shapes = [
  "a plain page before",
  "a new tab",
  "a link opened",
  "a tab opened by a page",
  "the app twice",
] as const
export type Shape = (typeof shapes)[number]
export const doors = ["nothing kept yet", "no passphrase", "a passphrase"] as const
export type Door = (typeof doors)[number]
export const ways = ["online", "offline", "installed"] as const
export type Way = (typeof ways)[number]

export interface History {
  readonly seed: number
  readonly shape: Shape
  readonly door: Door
  readonly way: Way
  readonly moves: number
  readonly after: number
}
export interface Came {
  readonly faults: readonly string[]
  readonly looks: number
  readonly entries: number
  /** Pages that a browser had put aside and brought back. */
  readonly restored: number
  readonly kinds: readonly Kind[]
}

/** An invite link of the right length whose box nobody opened. */
const linkTo = (url: string): string => `${url}/#j=${"A".repeat(110)}`

/** Ana's browser with pages kept in it, or with none; several histories of one door may share it, each in a tab of its own. */
export async function behind(browser: Browser, url: string, door: Door): Promise<Ana> {
  const ana = await newAna(browser, url)
  if (door === "nothing kept yet") return ana
  await begins(ana, { url }, "Someone hurt me", /^My partner/)
  await write(ana, "What happened", `You took ${secret}.`)
  await ana.page.waitForTimeout(400)
  if (door === "no passphrase") return ana
  await press(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Choose a passphrase")
  await write(ana, "Your passphrase", passphrase)
  await write(ana, "The same once more", passphrase)
  await press(ana, "Set the lock")
  await sees(ana, "A passphrase locks your pages.")
  return ana
}

async function opensDoor(tab: Ana, door: Door): Promise<void> {
  const { page } = tab
  if (door === "nothing kept yet") {
    await heading(tab, /Where are you in it|Someone invites you|This page is closed/)
    if (await page.getByRole("heading", { name: "This page is closed" }).isVisible()) await press(tab, "Open")
    return
  }
  await heading(tab, "This page is closed")
  if (door === "a passphrase") await write(tab, "Passphrase", passphrase)
  await press(tab, "Open")
  await page.getByRole("navigation", { name: "Places" }).waitFor()
}

async function arrives(tab: Ana, url: string, { shape, door }: History): Promise<Ana> {
  const { page } = tab
  switch (shape) {
    case "a plain page before":
      await page.goto(plainUrl)
      await page.goto(url)
      break
    case "a new tab":
      await page.goto(url)
      break
    case "a link opened":
      await page.goto(plainUrl)
      await page.goto(linkTo(url))
      break
    case "a tab opened by a page": {
      await page.goto(plainUrl)
      const opening = tab.context.waitForEvent("page")
      await page.evaluate((to) => void window.open(to, "_blank"), url)
      const opened = await opening
      await page.close()
      return inPage(tab.context, opened, tab.everyday, tab.told)
    }
    case "the app twice":
      await page.goto(url)
      await opensDoor(tab, door)
      await movesAbout(tab, url, door, () => 0.3, 1)
      await page.goto(plainUrl)
      await page.goto(url)
  }
  return tab
}

/** What a hand may press without sending, closing or forgetting anything. */
const pressable =
  "button:not(.kit-exit):not([disabled]):not(:text-matches('enough for today|Send|Forget|Wipe|Lock now|Look around|invited|Invite|Done|passphrase|Later|Use it', 'i'))"

async function movesAbout(
  tab: Ana,
  url: string,
  door: Door,
  dice: () => number,
  moves: number,
): Promise<void> {
  const { page } = tab
  for (let n = 0; n < moves; n += 1) {
    const what = dice()
    if (what < 0.1) {
      await page.reload()
      await opensDoor(tab, door)
    } else if (what < 0.2) {
      // Where it leads out of the page, the page is not there any more to answer.
      await page.evaluate(() => history.back()).catch(() => undefined)
      await isInside(tab, url, door)
    } else if (what < 0.3) {
      const fields = page.locator("main").getByRole("textbox")
      if ((await fields.count()) > 0)
        await fields
          .first()
          .fill(`Again ${secret}`, { timeout: 1500 })
          .catch(() => undefined)
    } else {
      const buttons = await page.locator(pressable).all()
      const chosen = buttons[Math.floor(dice() * buttons.length)]
      await chosen?.click({ timeout: 1500 }).catch(() => undefined)
      if (await isShut(tab)) await opensDoor(tab, door)
    }
  }
}

/** Back may lead out of the app by two steps, one after the other. */
async function atRest({ page }: Ana): Promise<void> {
  let before = ""
  for (let still = 0; still < 4; still += 1) {
    await page.waitForTimeout(100)
    if (page.url() !== before) still = 0
    before = page.url()
  }
}

/** A Back that led out, sooner or later, is taken back: there is nothing to leave on somebody else's page. */
async function isInside(tab: Ana, url: string, door: Door): Promise<void> {
  const { page } = tab
  for (let tries = 0; tries < 4; tries += 1) {
    await atRest(tab)
    if (!page.url().startsWith(url)) await page.goto(url)
    const drawn = page.locator("h1").first().waitFor({ timeout: 5000 })
    const isThere = await drawn.then(
      () => true,
      () => false,
    )
    if (isThere && page.url().startsWith(url)) break
  }
  if (await isShut(tab)) await opensDoor(tab, door)
}

async function isShut({ page }: Ana): Promise<boolean> {
  await page.locator("h1").first().waitFor()
  return page.getByRole("heading", { name: "This page is closed" }).isVisible()
}

/** The closed page, the neutral screen and the everyday page as they are when nothing ever was. */
export type Pictures = Partial<Record<Kind, Buffer>>

const mayBe: readonly Kind[] = ["closed", "neutral", "everyday", "plain", "blank"]

/** Tells one history. An empty list of faults: each page that could be reached was the closed one, or an everyday one, and looked like it. */
export async function tell(home: Ana, url: string, one: History, pictures: Pictures): Promise<Came> {
  const dice = diceFrom(one.seed)
  const tab = await arrives(await anotherTab(home), url, one)
  const { page, devtools, context } = tab
  const faults: string[] = []
  const kinds: Kind[] = []
  let looks = 0
  const look = async (where: string): Promise<void> => {
    const seen = await see(devtools)
    looks += 1
    kinds.push(seen.kind)
    faults.push(...whatIsWrong(seen, pictures).map((fault) => `${where}: ${fault}`))
  }
  const before = tab.told.length
  try {
    await opensDoor(tab, one.door)
    await movesAbout(tab, url, one.door, dice, one.moves)
    await isInside(tab, url, one.door)
    // The app's own entry comes a moment after its first page.
    await page.waitForTimeout(100)
    const stillToCome = (await page.evaluate(() => history.state === "inside")) ? 0 : 1
    const inside = await entriesOf(devtools)
    if (one.way === "installed") await actsInstalled(tab)
    if (one.way === "offline") await context.setOffline(true)
    const how = dice() < 0.8 ? "press" : "three shifts"
    await exits(tab, how)
    if (one.way === "online") await hasGone(tab, url)
    await look(`right after (${how})`)
    const gone = await entriesOf(devtools)
    if (gone.entries.length > inside.entries.length + stillToCome)
      faults.push("leaving added an entry to the history")
    const stays = kinds.at(-1) === "neutral"
    if (one.way !== "online" && !stays) faults.push(`${one.way}, it went to a page: ${String(kinds.at(-1))}`)
    await context.setOffline(false)
    for (let n = 0; n < one.after; n += 1) await look(await somebodyPresses(tab, url, dice))
    const { entries } = await entriesOf(devtools)
    for (const { id, title } of entries) {
      if (title.includes(secret)) faults.push("an entry's title has the words")
      await goToEntry(devtools, id)
      await look(`entry ${String(entries.findIndex((e) => e.id === id) + 1)} of ${String(entries.length)}`)
    }
    const restored = tab.told.slice(before).filter((t) => t.kind === "restored")
    if (restored.some(({ what }) => what === "true")) faults.push("a page was brought back with its words")
    return { faults, looks, entries: entries.length, restored: restored.length, kinds }
  } finally {
    await context.setOffline(false)
    await page.close()
  }
}

/** Until the tab is at the everyday page; the look that follows says whether it is. */
async function hasGone({ devtools }: Ana, url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { at, entries } = await entriesOf(devtools)
    if (!(entries[at]?.url.startsWith(url) ?? false)) return
    await new Promise((done) => setTimeout(done, 50))
  }
}

async function somebodyPresses({ devtools }: Ana, url: string, dice: () => number): Promise<string> {
  const what = dice()
  if (what < 0.75) {
    await step(devtools, what < 0.45 ? -1 : 1)
    return what < 0.45 ? "Back" : "Forward"
  }
  if (what < 0.9) await devtools.send("Page.reload")
  else await devtools.send("Page.navigate", { url })
  await new Promise((done) => setTimeout(done, 80))
  return what < 0.9 ? "reload" : "opened again"
}

function whatIsWrong(seen: Seen, pictures: Pictures): readonly string[] {
  const known = pictures[seen.kind]
  return [
    ...(mayBe.includes(seen.kind) ? [] : [`it is ${seen.kind}: ${seen.title}`]),
    ...(seen.all.includes(secret) ? ["the words are in it"] : []),
    ...(known !== undefined && !known.equals(seen.png)
      ? [`the picture of the ${seen.kind} page is another one`]
      : []),
  ]
}

/** The seed decides everything about a history. */
export function historyOf(seed: number, door: Door): History {
  const dice = diceFrom(seed * 7919)
  return {
    seed,
    door,
    shape: shapes[Math.floor(dice() * shapes.length)] ?? "a new tab",
    way: ways[Math.floor(dice() * ways.length)] ?? "online",
    moves: Math.floor(dice() * 7),
    after: 2 + Math.floor(dice() * 5),
  }
}

/** The pages as they are when nothing ever was, seen in the same browser. */
export async function picturesOf(home: Ana, url: string): Promise<Pictures> {
  const tab = await anotherTab(home)
  try {
    await tab.page.goto(url)
    await tab.page.locator("h1").first().waitFor()
    const closed = await see(tab.devtools)
    await tab.page.goto("https://everyday.example/")
    const everydayPage = await see(tab.devtools)
    // The neutral screen, made here by hand of the same style sheet: it is its picture that counts.
    await tab.page.goto(url)
    await tab.page.evaluate(() => {
      document.title = "Closed"
      document.body.replaceChildren()
      const left = document.createElement("div")
      left.id = "left"
      const word = document.createElement("p")
      word.textContent = "Closed"
      left.append(word)
      document.body.append(left)
    })
    const neutral = await see(tab.devtools)
    return {
      everyday: everydayPage.png,
      neutral: neutral.png,
      ...(closed.kind === "closed" ? { closed: closed.png } : {}),
    }
  } finally {
    await tab.page.close()
  }
}

/** So many histories behind one door, one after the other; where nothing is kept yet, each in a browser of its own. */
export async function tellMany(
  browser: Browser,
  url: string,
  door: Door,
  seeds: readonly number[],
  onCame: (one: History, came: Came) => void,
): Promise<void> {
  const isFresh = door === "nothing kept yet"
  let home = await behind(browser, url, door)
  try {
    const pictures = await picturesOf(home, url)
    for (const seed of seeds) {
      const one = historyOf(seed, door)
      const broke = (error: unknown): Came => ({
        faults: [`could not be told: ${String(error)}`],
        looks: 0,
        entries: 0,
        restored: 0,
        kinds: [],
      })
      onCame(one, await tell(home, url, one, pictures).catch(broke))
      if (!isFresh) continue
      await home.close()
      home = await behind(browser, url, door)
    }
  } finally {
    await home.close()
  }
}
