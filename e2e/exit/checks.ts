import type { Browser } from "playwright-core"
import { person, startRelay } from "../harness.ts"
import type { Person } from "../harness.ts"
import { everyPage } from "../walks/every-page.ts"
import { walkThrough } from "../walks/journeys.ts"
import { begins } from "../walks/steps.ts"
import { shortDay, wholeDay } from "./day.ts"
import { doors, tellMany } from "./histories.ts"
import type { Door } from "./histories.ts"
import { leaves, leavings, neutralPicture } from "./leaving.ts"
import { moments, putAside } from "./moments.ts"
import type { ExitFault } from "./planted.ts"
import { broughtBackTabs, inItsOwnWindow } from "./real-windows.ts"
import { exitFaults, sizes } from "./routes.ts"

// Every check of the exit: what it looks at, and which faults it must turn red on.

export interface Ground {
  readonly browser: Browser
  /** A browser that keeps pages aside. */
  readonly keeping: Browser
  readonly url: string
  /** The folder of the app's files that this relay serves; undefined is the built app. */
  readonly files: string | undefined
}
export interface Result {
  readonly faults: readonly string[]
  readonly figure: string
}
export interface Check {
  readonly name: string
  readonly run: (ground: Ground) => Promise<Result>
  readonly redOn: readonly ExitFault[]
  /** Over an app with a dialog on every page. */
  readonly withDialog?: boolean
  /** What is run with a fault planted, where that is less than the whole. */
  readonly planted?: (ground: Ground) => Promise<Result>
}

const redOnLeaving: Readonly<Record<string, readonly ExitFault[]>> = {
  "to a page that takes three seconds": [
    "the page is not blanked before it goes",
    "the title stays",
    "it asks a server first",
    "it says more than a word",
    "it shakes",
    "it fades",
  ],
  "to a page that answers at once": ["it goes by href"],
  "without a connection": ["it goes although there is no connection"],
  "in an installed app": ["it goes although it is installed"],
}
const leavingChecks: readonly Check[] = Object.entries(leavings).map(([name, one]) => ({
  name: `she leaves ${name}`,
  redOn: redOnLeaving[name] ?? [],
  run: async ({ browser, url }) => {
    const { faults, goneMs } = await leaves(browser, url, one, await neutralPicture(browser, url))
    return { faults, figure: `gone after ${goneMs.toFixed(0)} ms` }
  },
}))

const redOnMoment: readonly (readonly [start: string, ...faults: readonly ExitFault[]])[] = [
  [
    "while she walks and writes",
    "words in the history's state",
    "each move is a step of the browser's history",
  ],
  ["while the passphrase is being tried", "what was under way opens after all"],
  ["while another tab", "the other tabs stay open"],
  ["by Shift three times, with", "each drawing forgets the Shifts before"],
  ["installed", "the keys stay"],
  ["on the first screen", "no mark that it was left"],
]
const momentChecks: readonly Check[] = Object.entries(moments).map(([name, moment]) => ({
  name,
  redOn: redOnMoment.flatMap(([start, ...faults]) => (name.startsWith(start) ? faults : [])),
  run: async ({ browser, url }) => ({ faults: await moment(browser, url), figure: "" }),
}))

async function histories(
  browser: Browser,
  url: string,
  plan: readonly (readonly [Door, readonly number[]])[],
): Promise<Result> {
  const faults: string[] = []
  const sum = { told: 0, looks: 0, entries: 0, restored: 0 }
  // Side by side: much of their time is waiting.
  const tellings = plan.map(([door, seeds]) =>
    tellMany(browser, url, door, seeds, (one, came) => {
      sum.told += 1
      sum.looks += came.looks
      sum.entries += came.entries
      sum.restored += came.restored
      faults.push(
        ...came.faults.map(
          (fault) => `seed ${String(one.seed)}, ${one.door}, ${one.shape}, ${one.way}: ${fault}`,
        ),
      )
    }),
  )
  await Promise.all(tellings)
  const figure = `${String(sum.told)} histories, ${String(sum.looks)} looks, ${String(sum.entries)} entries, ${String(sum.restored)} pages brought back whole`
  return { faults, figure }
}
const range = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => from + n)

/** In ten: two where nothing is kept yet, seven without a passphrase, one behind one. */
export function planOf(from: number, count: number): readonly (readonly [Door, readonly number[]])[] {
  const fresh = Math.ceil(count * 0.2)
  const asking = Math.floor(count * 0.1)
  const parts = [fresh, count - fresh - asking, asking]
  let next = from
  return doors.flatMap((door, n) => {
    const seeds = range(next, parts[n] ?? 0)
    next += seeds.length
    // The largest share in two browsers' worth.
    const half = Math.ceil(seeds.length / 2)
    return seeds.length < 40
      ? [[door, seeds] as const]
      : [[door, seeds.slice(0, half)] as const, [door, seeds.slice(half)] as const]
  })
}

export function historyChecks(seed: number, count: number, kept: number): readonly Check[] {
  return [
    {
      name: "a history nobody thought of: each page that can be reached is the closed one, or an everyday one",
      redOn: ["no mark that it was left", "the page is not blanked before it goes"],
      run: ({ browser, url }) => histories(browser, url, planOf(seed, count)),
      planted: ({ browser, url }) => histories(browser, url, planOf(seed, 12)),
    },
    {
      name: "the same in a browser that puts pages aside and brings them back whole",
      redOn: [],
      run: ({ keeping, url }) => histories(keeping, url, planOf(seed, kept)),
    },
  ]
}

const routeChecks: readonly Check[] = [
  {
    name: "on every screen, in seven sizes, the way out is on top, and within three steps",
    redOn: [],
    run: async () => {
      const faults: string[] = []
      let screens = 0
      const look = async ({ page }: Person, screen: string): Promise<void> => {
        screens += 1
        faults.push(...(await exitFaults(page, screen)))
      }
      await everyPage(look)
      await walkThrough("Ben, who hurt Ana", { look })
      return { faults, figure: `${String(screens)} screens × ${String(sizes.length)} sizes` }
    },
  },
  {
    name: "with a dialog open, too",
    withDialog: true,
    redOn: ["something lies over the exit"],
    run: async ({ url }) => {
      const ana = await person("Ana")
      try {
        await begins(ana, { url }, "Someone hurt me", /^My partner/)
        const faults: string[] = [...(await exitFaults(ana.page, "a page with a dialog"))]
        await ana.context.setOffline(true)
        await ana.page
          .locator(".kit-exit")
          .click({ timeout: 3000 })
          .catch(() => faults.push("it cannot be pressed"))
        await ana.page.waitForTimeout(200)
        const shown = await ana.page.evaluate(() => document.body.innerText.trim())
        if (shown !== "Closed") faults.push("it shows something else than the neutral screen")
        return { faults, figure: `${String(sizes.length)} sizes` }
      } finally {
        await ana.close()
      }
    },
  },
]

const othersChecks: readonly Check[] = [
  {
    name: "a page she went on from is put aside blank, and closed when it is brought back",
    redOn: ["a page put aside stays as it was"],
    run: async ({ keeping, url }) => ({ faults: await putAside(keeping, url), figure: "" }),
  },
  {
    name: "after a day of both, no word is anywhere a browser keeps things",
    redOn: ["words outside the sealed rows", "it talks to the console"],
    run: async () => {
      const { found, lines } = await wholeDay()
      return {
        faults: lines > 0 ? found : ["nothing was looked through"],
        figure: `${String(lines)} rows and files within reach, two profile folders`,
      }
    },
    planted: async ({ files }) => ({ faults: (await shortDay(files ?? "")).found, figure: "" }),
  },
  {
    name: "in a window of an installed app she stays on the neutral screen",
    redOn: ["it goes although it is installed"],
    run: async ({ files }) => ({ faults: await inItsOwnWindow(files), figure: "" }),
  },
  {
    name: "a browser that brings back its tabs shows none of it, whether she left or only closed it",
    redOn: [],
    run: async () => {
      const [left, closed] = [await broughtBackTabs(true), await broughtBackTabs(false)]
      const tabs = [...left.tabs, ...closed.tabs]
      return {
        faults: [
          ...left.faults,
          ...closed.faults,
          ...(tabs.includes("closed") ? [] : ["no tab of the app was brought back"]),
        ],
        figure: `${String(tabs.length)} pages brought back`,
      }
    },
  },
]

export function allChecks(seed: number, count: number, kept: number): readonly Check[] {
  return [
    ...leavingChecks,
    ...momentChecks,
    ...routeChecks,
    ...othersChecks,
    ...historyChecks(seed, count, kept),
  ]
}

/** One relay with these files, for as long as it takes. */
export async function onGround<T>(
  browsers: Pick<Ground, "browser" | "keeping">,
  files: string | undefined,
  act: (ground: Ground) => Promise<T>,
): Promise<T> {
  const relay = await startRelay(files === undefined ? {} : { files })
  try {
    return await act({ ...browsers, url: relay.url, files })
  } finally {
    await relay.stop()
  }
}
