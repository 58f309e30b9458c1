import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { join } from "node:path"
import { buildApp } from "./build.ts"
import { root } from "./step.ts"

// npm start, after tools/run.mjs has installed and found Node 24.

let relay: ChildProcess | null = null
function stop(): void {
  if (relay === null) process.exit(0)
  relay.kill("SIGTERM")
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.on(signal, stop)

const took = await buildApp()
console.log(took === null ? "The app is built already." : `The app is built (${took.toFixed(1)} s).`)

// A process of its own, so that the bundler's memory is given back before the relay serves.
const began = performance.now()
relay = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(root, "src/relay/main.ts")], {
  cwd: root,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
})
relay.once("message", () => console.log(`Started in ${((performance.now() - began) / 1000).toFixed(1)} s.`))
relay.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 0) : 1))
