import { existsSync } from "node:fs"
import { chromium } from "playwright-core"
import type { Browser, LaunchOptions } from "playwright-core"

// One browser process for all people of a file who need none of their own. Each gets a context in it: their own database, cookies, worker and cache, in memory, and
// gone with them. To start a browser costs as much as half a minute of a walk in it.

export function browserPath(): string {
  const asked = process.env["CHROMIUM"]
  if (asked !== undefined && asked !== "") return asked
  const found = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path))
  if (found === undefined) throw new Error("Set CHROMIUM to a browser's path.")
  return found
}

/** What Playwright switches off of its own accord. Of two lists of this kind the browser takes the last alone, so all of it stands here once more. */
const offAnyway = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
]
/** The browser's own suggestions below its address bar are two pages more in each window, drawn before anybody types: two thirds of what a window costs. */
const suggestions = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"]

export const launchArgs: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${[...offAnyway, ...suggestions].join(",")}`,
]

/** A browser process that no folder belongs to. */
export function startBrowser(more: LaunchOptions = {}): Promise<Browser> {
  const args = [...launchArgs, ...(more.args ?? [])]
  return chromium.launch({ ...more, executablePath: browserPath(), headless: true, args })
}

let mayShare = false
let shared: Promise<Browser> | null = null

/** From now on people may share; who calls this closes it in the end. Where nobody does, everybody has a browser of their own. */
export function shareOneBrowser(): { readonly close: () => Promise<void> } {
  mayShare = true
  return {
    close: async () => {
      mayShare = false
      const open = shared
      shared = null
      await (await open)?.close()
    },
  }
}

/** The browser all share, started when the first asks for it; null where nobody shares. */
export function sharedBrowser(): Promise<Browser> | null {
  if (!mayShare) return null
  shared ??= startBrowser()
  return shared
}
