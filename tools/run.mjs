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
  laws: "tools/laws.ts",
  vectors: "tools/all-vectors.ts",
  sizes: "tools/sizes.ts",
  pictures: "tools/pictures.ts",
  format: "tools/format.ts",
  "bad-requests": "tools/bad-requests.ts",
}

const say = (line) => process.stdout.write(line + "\n")
const stop = (line) => {
  process.stderr.write(line + "\n")
  process.exit(1)
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
}

const stampFile = join(root, "node_modules", ".goldseam-installed")

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === lockHash()
}

/** Runs npm quietly; its words are shown only when it fails. */
function install() {
  const began = Date.now()
  say("Installing what is missing (only this first time, and after an update) …")
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const done = spawnSync(npm, ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, npm_config_update_notifier: "false" },
  })
  if (done.error?.code === "ENOENT")
    stop("npm was not found. Install Node.js 20 or newer, which brings npm, then run this again.")
  if (done.status !== 0) {
    const words = `${done.stdout ?? ""}${done.stderr ?? ""}`
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(words)) {
      stop(
        "There is no network, and the first start needs it once: connect this computer, then run the same command again.",
      )
    }
    stop(`Installing did not work. This is what npm said:\n${words.trim()}`)
  }
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, lockHash())
  say(`Installed in ${seconds(began)} s.`)
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1)
}

function majorOf(node) {
  const asked = spawnSync(node, ["--version"], { encoding: "utf8" })
  const found = /^v(\d+)\./.exec(asked.stdout ?? "")
  return found ? Number(found[1]) : 0
}

/** The project's own Node 24 (npm package "node"), else the one that runs this, if it is new enough. */
function findNode() {
  const own = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node")
  if (existsSync(own) && majorOf(own) >= 24) return own
  if (majorOf(process.execPath) >= 24) return process.execPath
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
const wantsHelp = rest.includes("--help") || rest.includes("-h")
if (!isInstalled()) install()
const node = findNode()
if (command === "test" || command === "start") {
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim()
  if (!wantsHelp)
    say(`Running under Node ${version}${node === process.execPath ? "" : ", the project's own"}.`)
}
const child = spawn(node, ["--disable-warning=ExperimentalWarning", join(root, commands[command]), ...rest], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    PATH: `${join(root, "node_modules", ".bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
  },
})
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
