import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { findBrowser } from "./browser.ts"
import type { Computer } from "./browser.ts"

const folder = mkdtempSync(join(tmpdir(), "goldseam-browser-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function place(name: string, mode: number): string {
  const path = join(folder, name)
  mkdirSync(join(path, ".."), { recursive: true })
  writeFileSync(path, "#!/bin/sh\n")
  chmodSync(path, mode)
  return path
}
const asked = place("asked/my-browser", 0o755)
const onPath = place("path/google-chrome", 0o755)
const downloaded = place("own/chrome", 0o755)
place("text/chromium", 0o644)
mkdirSync(join(folder, "folders/chromium"), { recursive: true })

function computer(more: Partial<Computer>): Computer {
  return { env: {}, installFromDebian: () => false, download: () => null, ...more }
}

test("a browser is looked for in the order that is promised, and no further than needed", () => {
  const path = join(folder, "path")
  const tried: string[] = []
  const all = computer({
    env: { CHROMIUM: asked, PATH: path },
    installFromDebian: () => tried.push("apt") > 0,
    download: () => (tried.push("download") > 0 ? downloaded : null),
  })
  expect(findBrowser(undefined, all)).toEqual({ path: asked, how: "CHROMIUM" })
  expect(findBrowser(undefined, { ...all, env: { PATH: path } })).toEqual({
    path: onPath,
    how: "found on PATH",
  })
  expect(tried).toEqual([])
  const bare = computer({ ...all, env: { PATH: folder }, installFromDebian: () => false })
  expect(findBrowser(undefined, bare)).toEqual({ path: downloaded, how: "downloaded by Playwright" })
})

test("what cannot be run is no browser: a text of that name, a folder of that name", () => {
  const path = [join(folder, "text"), join(folder, "folders"), "", join(folder, "path")].join(":")
  expect(findBrowser(undefined, computer({ env: { PATH: path } })).path).toBe(onPath)
})

test("when CHROMIUM names nothing that runs, it says so and takes no other", () => {
  const found = findBrowser(
    undefined,
    computer({ env: { CHROMIUM: "/nowhere/x", PATH: join(folder, "path") } }),
  )
  expect(found).toEqual({ path: null, why: "CHROMIUM names /nowhere/x, and there is no program there." })
})

test("after apt brought one it is used, and with none at all it says what to install", () => {
  const brings = join(folder, "debian")
  const apt = computer({
    env: { PATH: brings },
    installFromDebian: () => place("debian/chromium", 0o755) !== "",
  })
  expect(findBrowser(undefined, apt)).toEqual({ path: join(brings, "chromium"), how: "installed with apt" })
  const none = findBrowser(undefined, computer({ env: { PATH: join(folder, "text") } }))
  expect(none.path === null && none.why).toContain("Install the package chromium")
})
