import type { ChildProcess } from "node:child_process"
import { rmSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { builtApp, person, startRelay } from "../../e2e/harness.ts"
import type { Person, TestRelay } from "../../e2e/harness.ts"
import { startBrowser } from "../../e2e/shared-browser.ts"
import type { Edit } from "./plants.ts"
import { spawnReal, startReal } from "./real-relay.ts"
import type { RealOptions, RealRelay } from "./real-relay.ts"

/** What came of a case, for the table. */
export interface Found {
  readonly sentence: string
  readonly way: string
  readonly kept: string
}

export interface Case {
  readonly name: string
  /** The handler, and what stands in its place while it is off. */
  readonly plant: readonly Edit[]
  /** Walks it and looks at everything; throws when anything is not as it must be. */
  readonly walk: (world: World) => Promise<Found>
  /** Left out of `npm test`: it takes long, or another test there walks the same. */
  readonly onlyInCommand?: string
  /** Even with its handler on it needs the test build: something else is planted there for it. */
  readonly inTestBuild?: boolean
}

export interface WorldOptions {
  readonly browser: Browser
  /** The app's files. */
  readonly app: string
  /** The case whose handler is off. */
  readonly off: Case | null
}

/** One case's relays and people; all of them are let go at its end. */
export interface World extends WorldOptions {
  readonly relay: (options?: { readonly now?: number }) => Promise<TestRelay>
  /** The process a host runs, as it is. */
  readonly realRelay: (options: {
    readonly folder: string
    readonly mostBlocks?: number
  }) => Promise<RealRelay>
  /** The same, or another command, for those that do not come up: let go of at the end, however it went. */
  readonly spawn: (options: Omit<RealOptions, "app" | "plant">) => ChildProcess
  /** A browser process of one's own on this profile folder, which may be closed and started again. */
  readonly ownBrowser: (name: string, profile: string) => Promise<Person>
  readonly person: (
    name: string,
    looks?: { readonly now?: number; readonly script?: () => void },
  ) => Promise<Person>
}

/** For plain http under another name the browser must find that name here. */
export const otherName = "goldseam.test"

export function openBrowser(): Promise<Browser> {
  return startBrowser({ args: [`--host-resolver-rules=MAP ${otherName} 127.0.0.1`] })
}

export async function inWorld<T>(options: WorldOptions, act: (world: World) => Promise<T>): Promise<T> {
  const ends: (() => Promise<unknown>)[] = []
  const patience = options.off === null ? 15_000 : 4000
  try {
    return await act({
      ...options,
      relay: async (with_ = {}) => {
        const relay = await startRelay({ ...with_, files: options.app })
        ends.push(relay.stop)
        return relay
      },
      realRelay: async (with_) => {
        const relay = await startReal({ ...with_, app: options.app, plant: options.off?.plant ?? [] })
        ends.push(relay.stop)
        return relay
      },
      spawn: (with_) => {
        const child = spawnReal({ ...with_, app: options.app, plant: options.off?.plant ?? [] })
        ends.push(async () => child.kill("SIGKILL"))
        return child
      },
      ownBrowser: async (name, profile) => {
        const one = await person(name, { profile })
        ends.push(async () => forgetFolder(profile), one.close)
        await one.context.addInitScript(
          (which) => Reflect.set(globalThis, "wrongOff", which),
          options.off?.name ?? null,
        )
        one.page.setDefaultTimeout(patience)
        return one
      },
      person: async (name, looks = {}) => {
        const one = await visitor(options.browser, name, looks, options.off?.name ?? null, patience)
        ends.push(one.close)
        return one
      },
    })
  } finally {
    for (const end of ends.toReversed()) await end().catch(() => undefined)
  }
}

async function visitor(
  browser: Browser,
  name: string,
  looks: { readonly now?: number; readonly script?: () => void },
  off: string | null,
  patience: number,
): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    permissions: ["clipboard-read", "clipboard-write"],
  })
  await context.addInitScript((which) => Reflect.set(globalThis, "wrongOff", which), off)
  if (looks.script !== undefined) await context.addInitScript(looks.script)
  if (looks.now !== undefined) await context.clock.install({ time: looks.now })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const lines: string[] = []
  const requests: string[] = []
  page.on("console", (message) => lines.push(message.text()))
  page.on("pageerror", (error) => lines.push(String(error)))
  page.on("request", (request) => requests.push(request.url()))
  return { name, context, page, profile: "", console: lines, requests, close: () => context.close() }
}

/** The sentence, as it stands on the page. */
export async function saidOn(page: Page, words: RegExp): Promise<string> {
  const line = page.getByText(words).first()
  await line.waitFor()
  return (await line.innerText()).trim()
}

export function forgetFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

export { builtApp }
