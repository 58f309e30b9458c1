import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { buildApp } from "./build.ts"
import { root } from "./step.ts"

const usage = `npm start [-- --help]

Builds the app when its sources changed, then serves app and relay at one address.
Settings, all optional, from the environment:
  PORT        the port to listen on (4700)
  HOST        the address to listen on (127.0.0.1: this computer only)
  DATA_DIR    the folder of the relay's database (./data)
  PUBLIC_URL  the https address people use, when this is hosted for others
  OPERATOR    who runs this server, shown to everyone before they invite or join
  EXIT_URL    the everyday page "Leave this page" goes to`

if (process.argv.slice(2).some((a) => a === "--help" || a === "-h")) {
  console.log(usage)
  process.exit(0)
}

const took = await buildApp()
console.log(took === null ? "The app is built already." : `The app is built (${took.toFixed(1)} s).`)

// A process of its own, so that the bundler's memory is given back before the relay serves.
const relay = spawn(
  process.execPath,
  ["--disable-warning=ExperimentalWarning", join(root, "src/relay/main.ts")],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, GOLDSEAM_VERSION: version() },
  },
)
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => relay.kill(signal))
relay.on("exit", (code) => process.exit(code ?? 0))

function version(): string {
  const about: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  return typeof about === "object" && about !== null && "version" in about ? String(about.version) : ""
}
