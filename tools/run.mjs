#!/usr/bin/env node
// The first file of every command. Plain JavaScript that imports nothing from node_modules, because Node 20 must be able to read it:
// it installs what is missing, finds Node 24 and hands over to it.
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const [command = "help", ...rest] = process.argv.slice(2)

const commands = {
  start: "tools/start.ts",
  test: "tools/test.ts",
  check: "tools/check.ts",
  floors: "tools/floors.ts",
  nets: "tools/nets.ts",
  journey: "tools/journey.ts",
  kills: "tools/kills.ts",
  laws: "tools/laws.ts",
  vectors: "tools/all-vectors.ts",
  "coach-table": "tools/coach-table.ts",
  sizes: "tools/sizes.ts",
  pictures: "tools/pictures.ts",
  demo: "tools/demo.ts",
  gallery: "tools/gallery.ts",
  bench: "tools/bench.ts",
  "exit-walk": "tools/exit-walk.ts",
  caddy: "tools/caddy.ts",
  pack: "tools/pack.ts",
  packed: "tools/packed.ts",
  format: "tools/format.ts",
  "bad-requests": "tools/bad-requests.ts",
  wrong: "tools/wrong.ts",
  attacks: "tools/attacks.ts",
}

const startUsage = `npm start [-- --help]

Installs what is missing, builds the app when its sources changed, then serves app and relay at one address.
Settings, all optional, from the environment:
  PORT        the port to listen on (4700)
  HOST        the address to listen on (127.0.0.1: this computer only)
  DATA_DIR    the folder of the relay's database (./data)
  PUBLIC_URL  the https address people use, when this is hosted for others
  OPERATOR    who runs this server, shown to everyone before they invite or join
  EXIT_URL    the everyday page "Leave this page" goes to`

const say = (line) => process.stdout.write(line + "\n")
const stop = (line) => {
  process.stderr.write(line + "\n")
  process.exit(1)
}
const isWindows = process.platform === "win32"

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
}

const stampFile = join(root, "node_modules", ".goldseam-installed")

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === lockHash()
}

// What the system and npm itself say when nothing can be reached.
const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENETDOWN|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|network/i

/** Runs npm quietly; its words are shown only when it fails for another reason than the network. */
async function install() {
  const began = performance.now()
  say("Installing what is missing (only this first time, and after an update) …")
  const args = [
    "ci",
    "--no-fund",
    "--no-audit",
    "--loglevel=error",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=2000",
  ]
  const { code, words } = await run(isWindows ? "npm.cmd" : "npm", args)
  if (code === "ENOENT")
    stop("npm was not found. Install Node.js 20 or newer, which brings npm, then run this again.")
  if (code !== 0) {
    stop(
      noNetwork.test(words)
        ? "There is no network, and the first start needs it once: connect this computer, then run the same command again."
        : `Installing did not work. This is what npm said:\n${words.trim()}`,
    )
  }
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, lockHash())
  say(
    `Installed by npm under Node ${process.version} (${((performance.now() - began) / 1000).toFixed(1)} s).`,
  )
}

/** Keeps what it says. A signal to us ends it with all that it started: half an install that goes on would spoil the next. */
function run(command, args) {
  return new Promise((resolve) => {
    const env = { ...process.env, npm_config_update_notifier: "false" }
    const stdio = ["ignore", "pipe", "pipe"]
    const child = spawn(command, args, { cwd: root, env, stdio, shell: isWindows, detached: !isWindows })
    let words = ""
    let isStopped = false
    child.stdout.on("data", (chunk) => (words += chunk))
    child.stderr.on("data", (chunk) => (words += chunk))
    child.on("error", (error) => resolve({ code: error.code, words }))
    child.on("close", (code) => (isStopped ? process.exit(1) : resolve({ code: code ?? 1, words })))
    for (const signal of signals)
      process.on(signal, () => {
        isStopped = true
        if (isWindows) child.kill()
        else process.kill(-child.pid, "SIGTERM")
      })
  })
}
const signals = ["SIGINT", "SIGTERM", "SIGHUP"]

function versionOf(node) {
  return (spawnSync(node, ["--version"], { encoding: "utf8" }).stdout ?? "").trim()
}

/** The project's own Node 24 (npm package "node"), else the one that runs this, if it is new enough. */
function findNode() {
  const own = join(root, "node_modules", "node", "bin", isWindows ? "node.exe" : "node")
  for (const [path, whose] of [
    [own, ", the project's own"],
    [process.execPath, ""],
  ]) {
    const version = existsSync(path) ? versionOf(path) : ""
    if (Number(/^v(\d+)\./.exec(version)?.[1] ?? 0) >= 24) return { path, says: `Node ${version}${whose}` }
  }
  return stop(
    'Node 24 is needed and was not found. It comes with `npm ci`, unless install scripts are switched off for the package "node". Allow them, or install Node 24, then run this again.',
  )
}

if (Number(process.versions.node.split(".")[0]) < 20)
  stop(`Node 20 or newer is needed; this is ${process.version}.`)
if (command === "help" || !Object.hasOwn(commands, command)) {
  say(`npm start · npm test · npm run ${Object.keys(commands).slice(2).join(" · npm run ")}`)
  process.exit(command === "help" ? 0 : 1)
}
if (command === "start" && (rest.includes("--help") || rest.includes("-h"))) {
  say(startUsage)
  process.exit(0)
}
if (!isInstalled()) await install()
for (const signal of signals) process.removeAllListeners(signal)
const node = findNode()
if (command === "test" || command === "start") say(`From here on it runs under ${node.says}.`)
const child = spawn(
  node.path,
  ["--disable-warning=ExperimentalWarning", join(root, commands[command]), ...rest],
  {
    cwd: root,
    // The fourth tells it when this process is gone, however it went: nothing is to hold the port after that.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules", ".bin")}${isWindows ? ";" : ":"}${process.env.PATH ?? ""}`,
    },
  },
)
for (const signal of signals) process.on(signal, () => child.kill(signal))
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
