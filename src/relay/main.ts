import { existsSync, mkdirSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { createVerify, encodeServerLine } from "#wire"
import type { SubtleLike } from "#wire"
import { referenceOf } from "./defects.ts"
import { filesFrom } from "./files.ts"
import { createHost } from "./host.ts"
import { qrLines } from "./qr.ts"
import { createRelay } from "./relay.ts"
import { takeFolder } from "./running.ts"
import { serve } from "./serve.ts"
import type { Serving } from "./serve.ts"
import { newerVersion, openSqliteStore } from "./store/sqlite.ts"
import type { Store } from "./store/store.ts"
import { say } from "./words/en.ts"

// The process `npm start` runs. It prints where it is and how to try it, and nothing about anybody's requests.

const env = (name: string): string | null => {
  const value = process.env[name]
  return value === undefined || value === "" ? null : value
}

/** What a person types to start it: said where a setting would help. The packed one says its own name (tools/goldseam.mjs). */
const start = env("GOLDSEAM_START") ?? "npm start"

function stop(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

function portOf(): number {
  const value = env("PORT") ?? "4700"
  const port = Number(value)
  return Number.isInteger(port) && port >= 0 && port < 65_536
    ? port
    : stop(say("relay.bad-setting", { name: "PORT", value }))
}

function addressOf(name: string): string | null {
  const value = env(name)
  if (value === null) return null
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
    ? value
    : stop(say("relay.bad-setting", { name, value }))
}

function openStore(folder: string): Store {
  try {
    mkdirSync(folder, { recursive: true })
    if (!takeFolder(folder)) return stop(say("relay.running", { folder, start }))
    return openSqliteStore(join(folder, "relay.db"))
  } catch (error) {
    const isNewer = error instanceof Error && error.message === newerVersion
    return stop(say(isNewer ? "relay.newer" : "relay.folder", { folder, start }))
  }
}

async function listen(): Promise<Serving> {
  try {
    return await serve({ port, host, relay, publicUrl })
  } catch (error) {
    const taken = codeOf(error) === "EADDRINUSE"
    return stop(say(taken ? "relay.port-taken" : "relay.port-denied", { port: String(port), host, start }))
  }
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : ""
}

/** One line for each kind of defect, not for each time: a log that counts would be a log of what people do. */
function tellDefects(): (reference: string) => void {
  const told = new Set<string>()
  return (reference) => {
    if (told.has(reference) || told.size >= 100) return
    told.add(reference)
    process.stderr.write(`${say("relay.defect", { reference })}\n`)
  }
}

/** Said when room runs out, and when it is there again; not for each thing that found none. */
function tellRoom(): (isThere: boolean) => void {
  let isTold = false
  return (isThere) => {
    if (isThere !== isTold) return
    isTold = !isThere
    process.stderr.write(`${say(isThere ? "relay.room-again" : "relay.full", { folder })}\n`)
  }
}

/** Not for each time: a log that counts would be a log of what people do. */
function tellOnce(line: string): () => void {
  let isTold = false
  return () => {
    if (!isTold) process.stderr.write(`${line}\n`)
    isTold = true
  }
}

let serving: Serving | null = null
let isStopping = false
async function stopCleanly(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await serving?.close()
  process.stdout.write(`${say("relay.stopped")}\n`)
  process.exit(0)
}
// "disconnect": whoever started this process is gone. More than one comes when Ctrl+C reaches the whole group and is passed on besides.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const)
  process.on(signal, () => void stopCleanly())

const built = join(dirname(fileURLToPath(import.meta.url)), "../../dist/app")
const folder = resolve(env("DATA_DIR") ?? "data")
const host = env("HOST") ?? "127.0.0.1"
const port = portOf()
const publicUrl = addressOf("PUBLIC_URL")
if (!existsSync(join(built, "index.html"))) stop(say("relay.no-app"))

const tell = tellDefects()
const relay = createRelay({
  store: openStore(folder),
  // The one place of this process where time is read.
  // oxlint-disable-next-line no-restricted-globals, no-restricted-properties
  clock: () => Date.now(),
  // WebCrypto's own types say more than the floor asks for.
  verify: createVerify(crypto.subtle as unknown as SubtleLike),
  files: filesFrom(built, { publicUrl }),
  host: createHost({ operator: env("OPERATOR"), publicUrl, exitUrl: addressOf("EXIT_URL") }),
  origins: publicUrl === null ? [] : [new URL(publicUrl).origin],
  onWrongOrigin: tellOnce(say("relay.wrong-origin", { start })),
  onDefect: tell,
  onRoom: tellRoom(),
})

serving = await listen()
// From here on Node would print the whole error, which may quote a request. The store commits or does not, so going on is safe.
process.on("uncaughtException", (error) => tell(referenceOf(error)))
process.on("unhandledRejection", (error) => tell(referenceOf(error)))

const isHere = /^(localhost|127\..*|\[?::1\]?)$/.test(host)
const isPublic = publicUrl?.startsWith("https://") === true
// "All addresses of this computer" is none that a browser can open.
const address = publicUrl ?? serving.url.replace(/\/\/(0\.0\.0\.0|\[::\])/, "//localhost")
const lines = [
  say("relay.ready", { url: address }),
  ...(isPublic ? [say("relay.phone"), ...qrLines(address, process.stdout.isTTY)] : []),
  say("relay.two-people"),
  say("relay.line", { line: encodeServerLine({ origin: new URL(address).origin, ed: await relay.key() }) }),
  ...(isHere || isPublic ? [] : [say("relay.needs-https")]),
  say("relay.stop", { folder }),
]
process.stdout.write(`${lines.join("\n")}\n`)
// To tools/start.ts, which counts the seconds.
process.send?.("ready")
