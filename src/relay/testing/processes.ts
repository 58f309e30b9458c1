import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"

const here = import.meta.dirname
const root = join(here, "../../..")

// A test that fails leaves none behind.
const running = new Set<ChildProcess>()
process.once("exit", () => running.forEach((child) => child.kill("SIGKILL")))

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "goldseam-relay-"))
}

/** Runs one of the files beside this one under this Node; with `most`, it may write no file longer than so many blocks of 512 bytes. */
export function spawnHere(script: string, args: readonly string[], most?: number): ChildProcess {
  const all = [process.execPath, "--disable-warning=ExperimentalWarning", join(here, script), ...args]
  const [command = "", ...rest] =
    most === undefined
      ? all
      : ["/bin/sh", "-c", `trap '' XFSZ; ulimit -f ${String(most)}; exec "$@"`, "sh", ...all]
  const child = spawn(command, rest, { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
  running.add(child)
  child.once("exit", () => running.delete(child))
  return child
}

/** The first line it says. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ""
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8")
      if (said.includes("\n")) resolve(said.slice(0, said.indexOf("\n")))
    })
    child.once("exit", (code) => reject(new Error(`it ended with ${String(code)} before it said a line`)))
  })
}

/** All it said, once it ended by itself. */
export function wholeOutput(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = ""
    child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")))
    child.once("close", () => resolve(said))
  })
}

export function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once("exit", () => resolve())
    child.kill("SIGKILL")
  })
}

/** The database, the log beside it and the shared index, as they lie on the disk now. */
export function filesOf(file: string): Buffer {
  const folder = dirname(file)
  const names = readdirSync(folder).filter((name) => name.startsWith(basename(file)))
  return Buffer.concat(names.map((name) => readFileSync(join(folder, name))))
}
