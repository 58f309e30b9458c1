import { fork } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium } from "playwright-core"
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core"
import { root } from "../tools/step.ts"
import { browserPath, launchArgs, sharedBrowser } from "./shared-browser.ts"

export const builtApp = join(root, "dist", "app")
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "goldseam-"))
}

export interface TestRelay {
  readonly url: string
  readonly dataFile: string
  /** SIGKILL, and a new process on the same file and port. */
  readonly killAndStart: () => Promise<void>
  /** The same, with another folder of the app's files: a new version was put there. */
  readonly startWith: (files: string) => Promise<void>
  readonly kill: () => Promise<void>
  readonly forward: (ms: number) => void
  readonly stop: () => Promise<void>
}

export async function startRelay(
  options: {
    readonly now?: number
    readonly dataFile?: string
    readonly publicUrl?: string
    /** Another folder of the app's files. */
    readonly files?: string
  } = {},
): Promise<TestRelay> {
  const dataFile = options.dataFile ?? join(freshFolder(), "relay.db")
  let shifted = 0
  const began = Date.now()
  let port = "0"
  // A whole walk over another build is told so from outside: the steps start their own relay.
  let files = options.files ?? process.env["APP_FILES"] ?? builtApp
  let child: ChildProcess
  const start = async (): Promise<string> => {
    const at = options.now === undefined ? 0 : options.now + shifted + (Date.now() - began)
    child = fork(
      join(root, "e2e/relay-process.ts"),
      [dataFile, files, port, String(at), options.publicUrl ?? ""],
      {
        execArgv: ["--disable-warning=ExperimentalWarning"],
        cwd: root,
        stdio: ["ignore", "inherit", "inherit", "ipc"],
      },
    )
    const url = await new Promise<string>((resolve, reject) => {
      child.once("message", (message) => resolve((message as { url: string }).url))
      child.once("exit", (code) => reject(new Error(`the relay ended with ${String(code)}`)))
    })
    port = new URL(url).port
    return url
  }
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once("exit", () => resolve())
      child.kill("SIGKILL")
    })
  const url = await start()
  return {
    url,
    dataFile,
    kill,
    killAndStart: async () => {
      await kill()
      await start()
    },
    startWith: async (folder) => {
      files = folder
      await kill()
      await start()
    },
    forward: (ms) => {
      shifted += ms
      child.send({ forward: ms })
    },
    stop: kill,
  }
}

export interface Person {
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
  /** The folder of a browser of their own; empty for who shares one. */
  readonly profile: string
  readonly console: string[]
  /** Every request's address, to prove that nothing goes to a stranger. */
  readonly requests: string[]
  readonly close: () => Promise<void>
}

export interface Looks {
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  readonly profile?: string
  readonly now?: number
  readonly javaScript?: boolean
  readonly args?: readonly string[]
  /** Needs what only a browser on a disk does. */
  readonly alone?: true
}

/** What Chromium says of its own accord: that its offer to install is held back until somebody asks, and that a form with a passphrase has no name field. */
const remarks = [
  "Banner not shown",
  "[DOM] Password forms should have",
  // A version that does not know a feature yet says so at each page; what it does not know it does not do.
  "Error with Permissions-Policy header: Unrecognized feature",
]

/** A browser process of their own, on a folder of their own. */
async function ownBrowser(looks: Looks, profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless: true,
    args: [...launchArgs, ...(looks.args ?? [])],
    ...optionsOf(looks),
  })
}

function optionsOf(looks: Looks): BrowserContextOptions {
  return {
    javaScriptEnabled: looks.javaScript ?? true,
    viewport: { width: looks.width ?? 360, height: looks.height ?? 740 },
    colorScheme: looks.dark === true ? "dark" : "light",
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    permissions: ["clipboard-read", "clipboard-write"],
  }
}

/** One person's own database, cookies and worker, and, when `now` is given, their own clock. With a folder or switches of their own, or where nobody shares, a process too. */
export async function person(name: string, looks: Looks = {}): Promise<Person> {
  const isAlone = looks.profile !== undefined || (looks.args ?? []).length > 0 || looks.alone === true
  const browser = isAlone ? null : await sharedBrowser()
  const profile = looks.profile ?? (browser === null ? freshFolder() : "")
  const context = await (browser?.newContext(optionsOf(looks)) ?? ownBrowser(looks, profile))
  if (looks.now !== undefined) await context.clock.install({ time: looks.now })
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(15_000)
  const lines: string[] = []
  const requests: string[] = []
  page.on("console", (message) => {
    if (!remarks.some((remark) => message.text().startsWith(remark))) lines.push(message.text())
  })
  page.on("pageerror", (error) => lines.push(String(error)))
  page.on("request", (request) => requests.push(request.url()))
  return {
    name,
    context,
    page,
    profile,
    console: lines,
    requests,
    close: async () => {
      await context.close()
      if (looks.profile === undefined && profile !== "") rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Moves both browsers' and the relay's clocks together, in one step. */
export async function forward(
  ms: number,
  relay: TestRelay | null,
  ...people: readonly Person[]
): Promise<void> {
  relay?.forward(ms)
  for (const one of people) await one.context.clock.fastForward(ms)
}

const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

/** axe over the page as it stands. Returns one line a fault; the tags are named, because a default run leaves out 2.2. */
export async function axe(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize() ?? { width: 360, height: 740 }
  const length = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight)
  for (let looks = 1; ; looks += 1) {
    const long = await length()
    // As tall as the page: what lies under the bar at this moment can be scrolled to, and counts as it is then.
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, long + 80) })
    const faults = await faultsSeen(page)
    await page.setViewportSize(size)
    // Something came while it was looked at, and part of the page lay under the bar again: once more, as it is now.
    if ((await length()) === long || looks === 3) return faults
  }
}

/** The same without growing: for a page with no bar that covers anything. */
export async function faultsSeen(page: Page): Promise<readonly string[]> {
  // Once for each document: it is half a megabyte to hand over and to read.
  if (!(await page.evaluate(() => Object.hasOwn(globalThis, "axe")))) await page.evaluate(axeSource)
  return page.evaluate(async (tags) => {
    interface Found {
      readonly violations: readonly {
        readonly id: string
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
      }[]
      readonly passes: readonly unknown[]
    }
    const { axe: run } = globalThis as unknown as {
      axe: { run: (where: Document, options: unknown) => Promise<Found> }
    }
    const found = await run.run(document, { runOnly: { type: "tag", values: tags } })
    if (found.passes.length === 0) return ["axe looked at nothing"]
    return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html} ${n.failureSummary ?? ""}`))
  }, axeTags)
}
