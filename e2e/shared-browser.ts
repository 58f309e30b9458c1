import { existsSync } from "node:fs"
import { chromium } from "playwright-core"
import type { Browser } from "playwright-core"

// One browser process for all people of a file who need none of their own. Each gets a context in it: their own database, cookies, worker and cache, in memory, and
// gone with them. To start a browser costs as much as half a minute of a walk in it.

export function browserPath(): string {
  const asked = process.env["CHROMIUM"]
  if (asked !== undefined && asked !== "") return asked
  const found = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path))
  if (found === undefined) throw new Error("Set CHROMIUM to a browser's path.")
  return found
}

export const launchArgs: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

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
  shared ??= chromium.launch({ executablePath: browserPath(), headless: true, args: [...launchArgs] })
  return shared
}
