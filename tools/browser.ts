import { spawnSync } from "node:child_process"
import { accessSync, constants, existsSync, statSync } from "node:fs"
import { delimiter, join } from "node:path"
import { bin, root } from "./step.ts"

export type FoundBrowser =
  { readonly path: string; readonly how: string } | { readonly path: null; readonly why: string }

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]
const fiveMinutes = 300_000

/** What the search may touch, so that a test can stand in for a whole computer. */
export interface Computer {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Installs from Debian's packages; false where that is not possible. */
  readonly installFromDebian: (say: (line: string) => void) => boolean
  /** Playwright's own download; the path of what it got, or null. */
  readonly download: (say: (line: string) => void) => string | null
}

/** Finds a Chromium, in this order: CHROMIUM, one on PATH, apt when root on Debian, Playwright's own download with a time limit. */
export function findBrowser(
  say: (line: string) => void = () => undefined,
  computer: Computer = thisComputer,
): FoundBrowser {
  const asked = computer.env["CHROMIUM"]
  if (asked !== undefined && asked !== "") {
    return isProgram(asked)
      ? { path: asked, how: "CHROMIUM" }
      : { path: null, why: `CHROMIUM names ${asked}, and there is no program there.` }
  }
  const onPath = findOnPath(computer.env["PATH"] ?? "")
  if (onPath !== null) return { path: onPath, how: "found on PATH" }
  if (computer.installFromDebian(say)) {
    const installed = findOnPath(computer.env["PATH"] ?? "") ?? findOnPath("/usr/bin")
    if (installed !== null) return { path: installed, how: "installed with apt" }
  }
  const got = computer.download(say)
  if (got !== null && isProgram(got)) return { path: got, how: "downloaded by Playwright" }
  return {
    path: null,
    why: "No Chromium was found and none could be installed. Install the package chromium, or set CHROMIUM to a browser's path.",
  }
}

/** A file that may be run; a folder of that name, or a text that lies there, is none. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function findOnPath(path: string): string | null {
  for (const folder of path.split(delimiter)) {
    const found = folder === "" ? undefined : names.map((name) => join(folder, name)).find(isProgram)
    if (found !== undefined) return found
  }
  return null
}

const thisComputer: Computer = {
  env: process.env,
  installFromDebian: (say) => {
    if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get") || !existsSync("/etc/debian_version"))
      return false
    say("Installing Chromium from Debian's packages (once, ten minutes at most) …")
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    const quiet = { stdio: "ignore", timeout: fiveMinutes, env } as const
    spawnSync("apt-get", ["update"], quiet)
    return spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quiet).status === 0
  },
  download: (say) => {
    say("Downloading a Chromium through Playwright (once, five minutes at most) …")
    const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: join(root, "node_modules", ".browsers") }
    const limits = { timeout: fiveMinutes, env, cwd: root } as const
    if (
      spawnSync(bin("playwright-core"), ["install", "chromium"], { ...limits, stdio: "ignore" }).status !== 0
    )
      return null
    const asking = "import('playwright-core').then(p => console.log(p.chromium.executablePath()))"
    return spawnSync(process.execPath, ["-e", asking], { ...limits, encoding: "utf8" }).stdout.trim()
  },
}
