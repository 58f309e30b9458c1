#!/usr/bin/env node
// The program `goldseam` of the packed tarball (npm run pack). Plain JavaScript that imports no dependency, because Node 20 must be able to read it: it finds the
// Node 24 that was installed with it and hands over.
import { spawn, spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const [command, ...rest] = process.argv.slice(2)
const isWindows = process.platform === "win32"

/** The package "node" beside this one, wherever npm has put it; else the Node that runs this, if it is new enough. */
function findNode() {
  const candidates = [process.execPath]
  try {
    const about = createRequire(import.meta.url).resolve("node/package.json")
    candidates.unshift(join(dirname(about), "bin", isWindows ? "node.exe" : "node"))
  } catch {
    // It was left out at the install.
  }
  for (const path of candidates) {
    const version = existsSync(path)
      ? (spawnSync(path, ["--version"], { encoding: "utf8" }).stdout ?? "")
      : ""
    if (Number(/^v(\d+)\./.exec(version)?.[1] ?? 0) >= 24) return { path, version: version.trim() }
  }
  process.stderr.write(
    'Node 24 is needed and was not found. It comes with Goldseam, unless install scripts are switched off for the package "node". Allow them, or install Node 24, then run this again.\n',
  )
  return process.exit(1)
}

const node = findNode()
if (command === "--version") {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  process.stdout.write(`Goldseam ${version}, Node ${node.version}\n`)
  process.exit(0)
}
const [file, args] =
  command === "serve" && rest.length === 0
    ? ["relay/main.js", []]
    : ["cli/main.js", command === "serve" ? ["--help"] : process.argv.slice(2)]
const child = spawn(node.path, ["--disable-warning=ExperimentalWarning", join(root, "lib", file), ...args], {
  // The fourth tells it when this process is gone, however it went: nothing is to hold the port after that.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: { ...process.env, GOLDSEAM_START: "goldseam serve" },
})
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
// npx told to stop is gone without a word to what it started.
const parent = process.ppid
if (process.env["npm_command"] === "exec")
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 500).unref()
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
