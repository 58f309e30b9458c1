import { fork } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { rmSync } from "node:fs"
import { dirname, join } from "node:path"
import type { EvilName } from "../../src/app/testing/between-two.ts"
import type { Side } from "../../src/app/testing/duo.ts"
import { root } from "../../tools/step.ts"
import { builtApp, freshFolder } from "../harness.ts"
import type { Asked, FromRelay, Hold, ToRelay } from "./messages.ts"

/** The wrapped relay as a test holds it. */
export interface Wrapped {
  /** Where each of the two finds it. */
  readonly url: Readonly<Record<Side, string>>
  readonly dataFile: string
  /** All that was asked of the API, over all its lives. */
  readonly asked: readonly Asked[]
  /** The next time this letter comes by, everything stands still. Wait for it with `held`. */
  readonly hold: (hold: Hold) => void
  readonly held: (hold: Hold) => Promise<void>
  readonly goOn: () => void
  /** Lets it overhear the link; the link that reaches Ana, on her own address. */
  readonly overhears: (link: string) => Promise<string>
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function startWrapped(
  evil: EvilName,
  apps: Partial<Readonly<Record<Side, string>>> = {},
): Promise<Wrapped> {
  const folder = freshFolder()
  const dataFile = join(folder, "relay.db")
  const asked: Asked[] = []
  const reached: Hold[] = []
  let ports: Record<Side, number> = { ben: 0, ana: 0 }
  let holds: Hold[] = []
  let child: ChildProcess | null = null
  let waiting: ((message: FromRelay) => void)[] = []
  const next = <K extends FromRelay["is"]>(
    is: K,
    fits: (message: Extract<FromRelay, { is: K }>) => boolean = () => true,
  ): Promise<Extract<FromRelay, { is: K }>> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the relay never said "${is}"`)), 20_000)
      const look = (message: FromRelay): void => {
        if (message.is !== is || !fits(message as Extract<FromRelay, { is: K }>)) return
        clearTimeout(timer)
        waiting = waiting.filter((one) => one !== look)
        resolve(message as Extract<FromRelay, { is: K }>)
      }
      waiting = [...waiting, look]
    })
  const tell = (message: ToRelay): void => void child?.send(message)
  const start = async (): Promise<void> => {
    child = fork(join(root, "e2e/wrapped-relay/process.ts"), [], {
      execArgv: ["--disable-warning=ExperimentalWarning"],
      cwd: root,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    child.on("message", (message: FromRelay) => {
      if (message.is === "asked") asked.push(message)
      if (message.is === "held") {
        reached.push(message.hold)
        holds = holds.filter((h) => !isSame(h, message.hold))
      }
      for (const look of waiting) look(message)
    })
    const ready = next("ready")
    tell({ is: "begin", dataFile, evil, apps: { ben: builtApp, ana: builtApp, ...apps }, ports, holds })
    ports = { ...(await ready).ports }
  }
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      const dying = child
      if (dying === null || dying.exitCode !== null || dying.signalCode !== null) return resolve()
      dying.once("exit", () => resolve())
      dying.kill("SIGKILL")
    })
  await start()
  const url = { ben: `http://127.0.0.1:${String(ports.ben)}`, ana: `http://127.0.0.1:${String(ports.ana)}` }
  return {
    url,
    dataFile,
    asked,
    hold: (hold) => {
      holds = [...holds, hold]
      tell({ is: "hold", hold })
    },
    held: async (hold) => {
      if (!reached.some((h) => isSame(h, hold))) await next("held", (m) => isSame(m.hold, hold))
    },
    goOn: () => tell({ is: "go-on" }),
    overhears: async (link) => {
      const answer = next("link")
      tell({ is: "link", link })
      return (await answer).link.replace(url.ben, url.ana)
    },
    kill,
    start,
    stop: async () => {
      await kill()
      rmSync(dirname(dataFile), { recursive: true, force: true })
    },
  }
}

function isSame(a: Hold, b: Hold): boolean {
  return a.letter === b.letter && a.when === b.when
}
