import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { root } from "./step.ts"

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly hasInstallScript?: boolean
        readonly integrity?: string
        readonly link?: boolean
        readonly resolved?: string
      }
    >
  >
}
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock
const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly allowScripts: Record<string, boolean>
}

/** Names of packages that run a script at install. */
function withScripts(of: Lock): readonly string[] {
  return Object.entries(of.packages)
    .filter(([, p]) => p.hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ""))
}

/** Packages that name where they are to be downloaded from: the lockfile is for everybody's registry. */
function addressesIn(of: Lock): readonly string[] {
  return Object.entries(of.packages)
    .filter(([, p]) => p.resolved?.includes("://") === true)
    .map(([path]) => path)
}

// fsevents is for macOS alone, optional, and is not allowed to run: npm leaves it as it comes.
const neverRun = ["fsevents"]

test("no dependency but Node itself may run a script at install", () => {
  expect(withScripts(lock).filter((name) => !neverRun.includes(name))).toEqual(["node"])
  expect(about.allowScripts).toEqual({ node: true })
  expect(withScripts({ packages: { "node_modules/planted": { hasInstallScript: true } } })).toEqual([
    "planted",
  ])
})

test("every dependency is pinned by its content, and no download address is written down", () => {
  const entries = Object.entries(lock.packages).filter(([path, p]) => path !== "" && p.link !== true)
  expect(entries.length).toBeGreaterThan(20)
  expect(entries.filter(([, p]) => p.integrity === undefined).map(([path]) => path)).toEqual([])
  expect(addressesIn(lock)).toEqual([])
  expect(
    addressesIn({
      packages: { "node_modules/planted": { resolved: "https://registry.example/planted.tgz" } },
    }),
  ).toEqual(["node_modules/planted"])
})
