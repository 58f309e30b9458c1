import { spawn, spawnSync } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildApp } from "./build.ts"
import { root } from "./step.ts"

// `npm start` as a person meets it: real processes, without installing anything.

const folder = mkdtempSync(join(tmpdir(), "goldseam-start-"))
const running: ChildProcess[] = []

beforeAll(async () => {
  await buildApp()
}, 60_000)
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL")
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}
interface Started {
  readonly child: ChildProcess
  /** Resolves with all that was said once these words were, or when it ended. */
  readonly says: (words: string) => Promise<string>
  readonly ended: Promise<Said>
}

function start(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ["start"],
  from = root,
): Started {
  const child = spawn(process.execPath, [join(from, "tools/run.mjs"), ...args], {
    cwd: from,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, PORT: "0", DATA_DIR: join(folder, "data"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  running.push(child)
  let [out, err] = ["", ""]
  const waiting: (() => void)[] = []
  const heard = (): void => waiting.forEach((look) => look())
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString("utf8")
    heard()
  })
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")))
  const ended = new Promise<Said>((resolve) => {
    child.on("close", (code) => {
      resolve({ code, out, err })
      heard()
    })
  })
  return {
    child,
    ended,
    says: (words) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (out.includes(words) || child.exitCode !== null) resolve(out)
        }
        waiting.push(look)
        look()
      }),
  }
}

/** A taken port. */
function takePort(): Promise<{ readonly port: string; readonly free: () => void }> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, "127.0.0.1", () =>
      resolve({ port: String((server.address() as AddressInfo).port), free: () => server.close() }),
    )
  })
}

// Once more when the machine was busy with other tests.
test(
  "a second start is ready in under three seconds, says where it is and how two people try it, and stops cleanly",
  { retry: 2 },
  async () => {
    const began = performance.now()
    const { child, says, ended } = start({})
    const out = await says("Started in")
    const took = performance.now() - began
    expect(out.split("\n").filter((line) => line !== "")).toEqual([
      expect.stringMatching(/^From here on it runs under Node v2[4-9]\.\d+\.\d+/),
      "The app is built already.",
      expect.stringMatching(/^Goldseam is ready: http:\/\/127\.0\.0\.1:\d+$/),
      expect.stringContaining("private window or a second browser"),
      expect.stringMatching(/http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]{43}$/),
      `Stop it with Ctrl+C. The data is in ${join(folder, "data")}.`,
      expect.stringMatching(/^Started in \d\.\d s\.$/),
    ])
    expect(took).toBeLessThan(3000)
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? ""
    expect((await fetch(url)).headers.get("content-type")).toContain("text/html")
    expect(await (await fetch(`${url}/host.json`)).json()).toMatchObject({
      operator: null,
      publicUrl: null,
      exit: [],
    })
    expect(existsSync(join(folder, "data", "relay.db"))).toBe(true)
    child.kill("SIGTERM")
    expect(await ended).toMatchObject({ code: 0, err: "" })
    expect((await ended).out).toContain("Goldseam has stopped.")
  },
)

test("Ctrl+C reaches every process of the group, and still it stops cleanly", async () => {
  const { child, says, ended } = start({})
  await says("Started in")
  child.kill("SIGINT")
  child.kill("SIGINT")
  expect((await ended).code).toBe(0)
})

test("when whatever started it is killed, nothing goes on holding the port", async () => {
  const { child, says } = start({})
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await says("Started in"))?.[0] ?? ""
  child.kill("SIGKILL")
  const isUp = (): Promise<boolean> =>
    fetch(url).then(
      () => true,
      () => false,
    )
  for (let i = 0; i < 100 && (await isUp()); i += 1) await new Promise((done) => setTimeout(done, 50))
  expect(await isUp()).toBe(false)
})

test("npm start itself passes a stop on, ends with 0 and adds no line of its own", async () => {
  const npm = spawn("npm", ["start"], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, PORT: "0", DATA_DIR: join(folder, "data") },
    stdio: ["ignore", "pipe", "pipe"],
  })
  running.push(npm)
  let said = ""
  const ended = new Promise<number | null>((resolve) => npm.on("close", resolve))
  await new Promise<void>((ready) => {
    npm.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")))
    npm.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8")
      if (said.includes("Started in")) ready()
    })
    npm.on("close", () => ready())
  })
  npm.kill("SIGTERM")
  expect(await ended).toBe(0)
  expect(said).not.toMatch(/npm|goldseam@|^>/m)
  expect(said.trim().split("\n").at(-1)).toBe("Goldseam has stopped.")
})

test("who hosts it for others names the address, the operator and the everyday page; the address is then said once in its headers too", async () => {
  const { says, child, ended } = start({
    HOST: "0.0.0.0",
    PUBLIC_URL: "https://goldseam.example",
    OPERATOR: "The Lane Street Centre",
    EXIT_URL: "https://weather.example/today",
  })
  const out = await says("Started in")
  expect(out).toContain("Goldseam is ready: https://goldseam.example")
  expect(out).not.toContain("only over https")
  expect(out).toContain("On a phone, point the camera at this:")
  expect(out.split("\n").filter((line) => /^[█▀▄ ]{20,}$/.test(line)).length).toBeGreaterThan(10)
  child.kill("SIGTERM")
  expect((await ended).code).toBe(0)
})

test("listening for other devices without https says what is missing", async () => {
  const { says, child, ended } = start({ HOST: "0.0.0.0" })
  const out = await says("Started in")
  expect(out).toMatch(/Goldseam is ready: http:\/\/localhost:\d+/)
  expect(out).toContain("Other devices can use it only over https")
  child.kill("SIGTERM")
  await ended
})

test("a taken port, an unusable setting and a folder that cannot be written each give one sentence and exit code 1", async () => {
  const taken = await takePort()
  const file = join(folder, "a-file")
  writeFileSync(file, "")
  const newer = join(folder, "newer")
  mkdirSync(newer)
  const db = new DatabaseSync(join(newer, "relay.db"))
  db.exec("PRAGMA user_version = 99")
  db.close()
  const ends = await Promise.all([
    start({ DATA_DIR: newer }).ended,
    start({ PORT: taken.port }).ended,
    start({ PORT: "four thousand" }).ended,
    start({ PUBLIC_URL: "goldseam" }).ended,
    start({ DATA_DIR: join(file, "data") }).ended,
  ])
  taken.free()
  expect(ends.map((end) => end.code)).toEqual([1, 1, 1, 1, 1])
  expect(ends.map((end) => end.err)).toEqual([
    `The data in ${newer} was written by a newer Goldseam. Update this one, or choose another: DATA_DIR=~/goldseam npm start\n`,
    `Port ${taken.port} is taken by another program. Stop that one, or choose another port: PORT=4701 npm start\n`,
    "PORT is not usable: four thousand\n",
    "PUBLIC_URL is not usable: goldseam\n",
    `The data folder ${join(file, "data")} cannot be written. Choose another: DATA_DIR=~/goldseam npm start\n`,
  ])
})

test("a folder that belongs to somebody else gives the same sentence", () => {
  // Root may write everywhere; somebody else stands in for a person who may not.
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const end = spawnSync(process.execPath, [join(root, "src/relay/main.ts")], {
    cwd: root,
    encoding: "utf8",
    env: { PORT: "0", DATA_DIR: "/goldseam-of-somebody-else" },
    ...somebody,
  })
  expect(end.status).toBe(1)
  expect(end.stderr).toContain("The data folder /goldseam-of-somebody-else cannot be written. Choose another")
})

test("help is there without installing anything, and an unknown command names the known ones", () => {
  const bare = bareHouse()
  const asked = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(bare, "tools/run.mjs"), ...args], { encoding: "utf8", cwd: bare })
  const help = asked("start", "--help")
  expect([help.status, help.stderr]).toEqual([0, ""])
  for (const name of ["PORT", "HOST", "DATA_DIR", "PUBLIC_URL", "OPERATOR", "EXIT_URL"])
    expect(help.stdout).toContain(name)
  const unknown = asked("strat")
  expect(unknown.status).toBe(1)
  expect(unknown.stdout).toContain("npm start · npm test · npm run check")
  expect(existsSync(join(bare, "node_modules"))).toBe(false)
})

/** The first file and the lockfile alone, with a stand-in for npm that does as told. */
function bareHouse(npm = "exit 1"): string {
  const bare = mkdtempSync(join(folder, "bare-"))
  mkdirSync(join(bare, "tools"))
  mkdirSync(join(bare, "bin"))
  for (const file of ["tools/run.mjs", "package.json", "package-lock.json"])
    cpSync(join(root, file), join(bare, file))
  writeFileSync(join(bare, "tools/start.ts"), "console.log('started')\n")
  writeFileSync(join(bare, "bin/npm"), `#!/bin/sh\n${npm}\n`, { mode: 0o755 })
  return bare
}

function startIn(bare: string): Promise<Said> {
  return start({ PATH: `${join(bare, "bin")}:/usr/bin:/bin` }, ["start"], bare).ended
}

test("nothing installed and no network: one sentence says what to do, and none of npm's words are shown", async () => {
  const end = await startIn(
    bareHouse("echo 'npm error code ENOTFOUND' >&2; echo 'npm error network request failed' >&2; exit 1"),
  )
  expect(end.code).toBe(1)
  expect(end.err).toBe(
    "There is no network, and the first start needs it once: connect this computer, then run the same command again.\n",
  )
  expect(end.out.split("\n").filter((line) => line !== "").length).toBe(1)
})

test("when installing fails for another reason, npm's own words are shown", async () => {
  const end = await startIn(bareHouse("echo 'npm error code EINTEGRITY' >&2; exit 1"))
  expect(end.code).toBe(1)
  expect(end.err).toContain("EINTEGRITY")
})

test("stopped in the middle of installing, it ends with all that it started", async () => {
  const bare = bareHouse("(sleep 60; echo late) & wait")
  const { child, says, ended } = start({ PATH: `${join(bare, "bin")}:/usr/bin:/bin` }, ["start"], bare)
  await says("Installing what is missing")
  await new Promise((done) => setTimeout(done, 200))
  child.kill("SIGTERM")
  expect(await ended).toMatchObject({ code: 1, err: "" })
}, 10_000)

test("it installs once, not again at the second start, and again when the lockfile changed", async () => {
  const bare = bareHouse('mkdir -p node_modules; echo run >> npm-runs; echo "npm notice a new npm"')
  const runs = async (): Promise<boolean> => (await startIn(bare)).out.includes("Installing what is missing")
  expect(await runs()).toBe(true)
  const second = await startIn(bare)
  expect(second.out).not.toContain("Installing")
  expect(second.out).not.toContain("npm notice")
  expect(second.out).toContain("started")
  writeFileSync(join(bare, "package-lock.json"), "{}")
  expect(await runs()).toBe(true)
})
