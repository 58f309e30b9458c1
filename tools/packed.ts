import { spawn, spawnSync } from "node:child_process"
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { homedir, tmpdir } from "node:os"
import { basename, delimiter, join } from "node:path"
import { isProgram } from "./browser.ts"
import { pack } from "./pack.ts"

// npm run packed: the tarball as somebody meets it who has nothing but Node 20 and npm. In an empty folder it is asked for help, reads a letter, and serves. It needs
// the registry once, for what is installed with it; without a network it says that it was not run.

const folder = mkdtempSync(join(tmpdir(), "goldseam-packed-"))
const empty = join(folder, "empty")
const bin = join(folder, "bin")
let passed = 0
let failures = 0

function check(says: string, holds: boolean, found: string): void {
  console.log(`${holds ? "  holds " : "  BROKEN"} ${says}${holds ? "" : `\n${found}`}`)
  if (holds) passed += 1
  else failures += 1
}
function end(line: string, code: number): never {
  rmSync(folder, { recursive: true, force: true })
  console.log(line)
  process.exit(code)
}

/** A Node 20 to stand on, with its npm, and nothing else on the path but the system's own tools. */
function findOldNode(): string | null {
  const named = process.env["NODE20"]
  const found = (process.env["PATH"] ?? "").split(delimiter).map((place) => join(place, "node"))
  return (
    [...(named === undefined ? [] : [named]), ...found, "/usr/bin/node"].find(
      (path) =>
        isProgram(path) && spawnSync(path, ["--version"], { encoding: "utf8" }).stdout.startsWith("v20."),
    ) ?? null
  )
}

const oldNode = findOldNode()
if (oldNode === null)
  end(
    "not run: no Node 20 is here to run it under. Set NODE20 to its path.\n0 passed, 0 failed, 1 skipped",
    0,
  )
mkdirSync(empty)
mkdirSync(bin)
symlinkSync(oldNode, join(bin, "node"))
for (const name of ["npm", "npx"]) {
  const beside = [join(oldNode, "..", name), `/usr/bin/${name}`].find((path) => existsSync(path))
  if (beside !== undefined) symlinkSync(beside, join(bin, name))
}
for (const name of ["sh", "env", "uname"])
  for (const place of ["/usr/bin", "/bin"])
    if (existsSync(join(place, name)) && !existsSync(join(bin, name)))
      symlinkSync(join(place, name), join(bin, name))

const { tarball } = await pack()
const name = basename(tarball)
copyFileSync(tarball, join(folder, name))
writeFileSync(join(folder, "letter.txt"), "I am sorry if I hurt you.\n")
const env = {
  PATH: bin,
  HOME: folder,
  PORT: "0",
  npm_config_cache: join(folder, "cache"),
  npm_config_update_notifier: "false",
  // Where packages come from is this person's own setting, and no other of theirs is read.
  npm_config_userconfig: process.env["npm_config_userconfig"] ?? join(homedir(), ".npmrc"),
  ...(process.env["npm_config_registry"] === undefined
    ? {}
    : { npm_config_registry: process.env["npm_config_registry"] }),
}
const npx = (
  ...args: readonly string[]
): { readonly code: number | null; readonly out: string; readonly err: string } => {
  const { status, stdout, stderr } = spawnSync("npx", ["--yes", `../${name}`, ...args], {
    cwd: empty,
    env,
    encoding: "utf8",
  })
  return { code: status, out: stdout, err: stderr }
}

const began = performance.now()
const version = npx("--version")
if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ENOTCACHED|ETIMEDOUT/.test(version.err))
  end("not run: the packages that come with it could not be fetched.\n0 passed, 0 failed, 1 skipped", 0)
check(
  `npx installs it and hands over to the Node that came with it: ${version.out.trim()} (${((performance.now() - began) / 1000).toFixed(1)} s)`,
  version.code === 0 && /^Goldseam \d+\.\d+\.\d+, Node v2[4-9]\./.test(version.out),
  version.out + version.err,
)
const help = npx("--help")
check(
  "goldseam --help names both commands",
  help.code === 0 && /goldseam serve[\s\S]*goldseam coach FILE/.test(help.out),
  help.out + help.err,
)
const coach = npx("coach", "../letter.txt")
check(
  "goldseam coach FILE reads a letter",
  coach.code === 0 && coach.out.includes("if I hurt you"),
  coach.out + coach.err,
)
const made = npx("demo", "--out", "../made-up.bin")
const verified = npx("verify", "../made-up.bin")
check(
  "goldseam demo writes a made-up pair's file, and goldseam verify finds it sound",
  made.code === 0 && verified.code === 0 && verified.out.startsWith("Sound."),
  made.err + verified.out + verified.err,
)
check(
  "and so far nothing was left in the folder",
  readdirSync(empty).length === 0,
  readdirSync(empty).join(" "),
)

const serving = spawn("npx", ["--yes", `../${name}`, "serve"], {
  cwd: empty,
  env,
  stdio: ["ignore", "pipe", "pipe"],
})
let said = ""
const ready = new Promise<string>((resolve) => {
  const hear = (chunk: Buffer): void => {
    said += chunk.toString("utf8")
    const url = /Goldseam is ready: (\S+)/.exec(said)?.[1]
    if (url !== undefined) resolve(url)
  }
  serving.stdout.on("data", hear)
  serving.stderr.on("data", hear)
  serving.on("close", () => resolve(""))
})
const url = await ready
check("goldseam serve starts in an empty folder", url !== "", said)
if (url !== "") {
  const page = await fetch(url)
  const html = await page.text()
  check("it serves the app", page.ok && html.includes('<div id="app">'), html)
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? "/none"
  check("with its scripts", (await fetch(url + script)).ok, script)
  const nonce = await fetch(`${url}/api/sign-in`)
  check("and the relay answers beside it", nonce.ok, String(nonce.status))
  check(
    "the database lies in that folder's data",
    existsSync(join(empty, "data", "relay.db")),
    readdirSync(empty).join(" "),
  )
  const ended = new Promise<number | null>((resolve) => serving.on("exit", resolve))
  serving.kill("SIGTERM")
  await ended
  const isDown = async (): Promise<boolean> =>
    fetch(url).then(
      () => false,
      () => true,
    )
  for (let n = 0; n < 60 && !(await isDown()); n += 1) await new Promise((done) => setTimeout(done, 50))
  check("told to stop, it stops and frees the port", await isDown(), said)
}
end(`${String(passed)} passed, ${String(failures)} failed`, failures === 0 ? 0 : 1)
