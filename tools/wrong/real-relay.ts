import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "../step.ts"
import type { Edit } from "./plants.ts"

/** The process `npm start` runs. Only which folder of the app's files it serves is the test's; what is planted is planted from outside. */
export interface RealRelay {
  readonly url: string
  readonly pid: number
  readonly child: ChildProcess
  /** What it said to whoever runs it. */
  readonly said: () => string
  /** Waits until it said this. */
  readonly says: (words: RegExp) => Promise<string>
  readonly stop: () => Promise<void>
}

export interface RealOptions {
  readonly folder: string
  readonly app: string
  readonly plant: readonly Edit[]
  /** It may write no file longer than so many blocks of 512 bytes: a disk that is full. */
  readonly mostBlocks?: number
  /** Another command than the relay alone: npm start's own first file. */
  readonly command?: readonly string[]
  readonly as?: { readonly uid: number; readonly gid: number }
}

const here = 'join(dirname(fileURLToPath(import.meta.url)), "../../dist/app")'

export function spawnReal(o: RealOptions): ChildProcess {
  const edits = o.plant.filter((e) => e.file.startsWith("relay/"))
  const plants = [
    { file: "relay/main.ts", from: here, to: JSON.stringify(o.app) },
    ...edits.map(({ file, from, to }) => ({ file, from, to: to("true") })),
  ]
  const all = [process.execPath, ...(o.command ?? [join(root, "src/relay/main.ts")])]
  const [command = "", ...rest] =
    o.mostBlocks === undefined
      ? all
      : ["/bin/sh", "-c", `trap '' XFSZ; ulimit -S -f ${String(o.mostBlocks)}; exec "$@"`, "sh", ...all]
  return spawn(command, rest, {
    cwd: root,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: o.folder,
      PORT: "0",
      DATA_DIR: o.folder,
      NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import ${pathToFileURL(join(root, "tools/wrong/hooks.ts")).href}`,
      WRONG_PLANT: JSON.stringify(plants),
    },
    stdio: ["ignore", "pipe", "pipe"],
    ...o.as,
  })
}

/** All it says, and how it ends. */
export function listening(child: ChildProcess): {
  readonly said: () => string
  readonly says: (words: RegExp) => Promise<string>
  readonly ended: Promise<number | null>
} {
  let said = ""
  let isOver = false
  const waiting = new Set<() => void>()
  const look = (): void => {
    for (const one of waiting) one()
  }
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8")
      look()
    })
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      isOver = true
      resolve(code)
      look()
    })
  })
  return {
    said: () => said,
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => end(() => reject(new Error(`it never said ${String(words)}: ${said}`))),
          15_000,
        )
        const end = (how: () => void): void => {
          clearTimeout(timer)
          waiting.delete(one)
          how()
        }
        const one = (): void => {
          const line = said.split("\n").find((text) => words.test(text))
          if (line !== undefined) end(() => resolve(line))
          else if (isOver) end(() => reject(new Error(`it ended without ${String(words)}: ${said}`)))
        }
        waiting.add(one)
        one()
      }),
  }
}

export async function startReal(options: RealOptions): Promise<RealRelay> {
  const child = spawnReal(options)
  const { said, says, ended } = listening(child)
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL")
    await ended
  }
  try {
    const line = await says(/^Goldseam is ready/)
    return { url: /http:\S+/.exec(line)?.[0] ?? "", pid: child.pid ?? 0, child, said, says, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
