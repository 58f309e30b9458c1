import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { bin, root } from "./step.ts"

export type FoundBrowser =
  { readonly path: string; readonly how: string } | { readonly path: null; readonly why: string }

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]

/** Finds a Chromium, in this order: CHROMIUM, one on PATH, apt when root on Debian, Playwright's own download with a time limit. */
export function findBrowser(say: (line: string) => void = () => undefined): FoundBrowser {
  const asked = process.env["CHROMIUM"]
  if (asked !== undefined && asked !== "") {
    return existsSync(asked)
      ? { path: asked, how: "CHROMIUM" }
      : { path: null, why: `CHROMIUM names ${asked}, and there is no such file.` }
  }
  const onPath = findOnPath()
  if (onPath !== null) return { path: onPath, how: "found on PATH" }
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium from Debian's packages (once) …")
    const quiet = {
      stdio: "ignore",
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    } as const
    spawnSync("apt-get", ["update"], quiet)
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quiet)
    const installed = findOnPath()
    if (installed !== null) return { path: installed, how: "installed with apt" }
  }
  say("Downloading a Chromium through Playwright (once, five minutes at most) …")
  const folder = join(root, "node_modules", ".browsers")
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: folder }
  const got = spawnSync(bin("playwright-core"), ["install", "chromium"], {
    stdio: "ignore",
    timeout: 300_000,
    env,
  })
  if (got.status === 0) {
    const asking = "import('playwright-core').then(p => console.log(p.chromium.executablePath()))"
    const where = spawnSync(process.execPath, ["-e", asking], {
      encoding: "utf8",
      env,
      cwd: root,
    }).stdout.trim()
    if (existsSync(where)) return { path: where, how: "downloaded by Playwright" }
  }
  return {
    path: null,
    why: "No Chromium was found and none could be installed. Install the package chromium, or set CHROMIUM to a browser's path.",
  }
}

function findOnPath(): string | null {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const name of names) if (folder !== "" && existsSync(join(folder, name))) return join(folder, name)
  }
  return null
}
