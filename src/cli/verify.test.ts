import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import { sasWords } from "../app/words/sas.ts"
import { demo } from "./demo.ts"
import { verify } from "./verify.ts"
import { headWords } from "./words/head-words.ts"

/** The file of one golden vector; every reader is held against the same ones. */
function vector(name: string): Uint8Array {
  const found = readVectors("exports").vectors.find((v) => v.name === name)
  if (found === undefined) throw new Error(`no vector ${name}`)
  return hexOf(found, "file")
}
const reading =
  (files: Readonly<Record<string, Uint8Array | string>>) =>
  (name: string): Uint8Array | null => {
    const file = files[name]
    return file === undefined ? null : typeof file === "string" ? new TextEncoder().encode(file) : file
  }
const told = (name: string, ...more: readonly string[]) =>
  verify(["f", ...more], reading({ f: vector(name) }))

test("a sound file: how each entry is, from where to where, eight words, and that nothing is said of later", async () => {
  const { lines, code } = await told("one log, an entry of each sort")
  expect(code).toBe(0)
  expect(lines[0]).toMatch(/^Sound\./)
  expect(lines[3]).toMatch(/entries 0 to 14; words of its end: (?:[a-z]+ ){7}[a-z]+$/)
  const states = lines.slice(4, -1).map((line) => line.trim().replace(/^\d+ +/, ""))
  expect(states.slice(5)).toEqual([
    "unreadable (key)",
    "absent",
    "redacted",
    "void (epoch)",
    "void (op-unknown)",
    "ok",
    "unreadable (key-commit)",
    "unreadable (seal)",
    "unreadable (padding)",
    "unreadable (data)",
  ])
  expect(lines.at(-1)).toContain("nothing of anything later")
})

test("a fault: which entry is the first bad one and why, and nothing is called ok", async () => {
  const { lines, code } = await told("a bit of a body turned")
  expect(code).toBe(1)
  expect(lines[0]).toBe("Not sound. Log 1, entry 3: its body was changed (body-hash)")
  expect(lines[1]).toMatch(/^3 stood before it/)
  expect(lines.slice(2).join("\n")).not.toMatch(/\bok\b/)
  expect((await told("the tail cut, and the footer kept")).code).toBe(1)
  expect((await told("taken back, and its body is here")).lines[0]).toContain("taken back")
})

test("for programs one object, and numbers for words", async () => {
  const { lines, code } = await told("two logs", "--json")
  expect({ code, lines: lines.length }).toEqual({ code: 0, lines: 1 })
  const report = JSON.parse(lines[0] ?? "") as {
    logs: { headWords: number[]; first: number; last: number }[]
  }
  expect(report).toMatchObject({ sound: true, fault: null, signer: { log: expect.any(Number) as number } })
  expect(report.logs.map(({ first, last }) => [first, last])).toEqual([
    [0, 1],
    [0, 14],
  ])
  expect(report.logs.every(({ headWords: words }) => words.length === 8 && words.every((w) => w < 64))).toBe(
    true,
  )
})

test("every golden vector without a passphrase ends as its type says", async () => {
  for (const v of readVectors("exports").vectors) {
    if (v["passphrase"] !== null) continue
    const code = v.type === "ok" ? 0 : v.type === "export-form" ? 2 : 1
    expect({ name: v.name, code: (await told(v.name)).code }).toEqual({ name: v.name, code })
  }
})

describe("a file under a passphrase", () => {
  const sealed = vector("under a passphrase")
  const read = (phrase: string, ...more: readonly string[]) =>
    verify(["f", "--passphrase-file", "p", ...more], reading({ f: sealed, p: phrase }))
  test("is not asked for it: without one it says so, and ends with 2", async () => {
    const { lines, code } = await verify(["f"], reading({ f: sealed }))
    expect(code).toBe(2)
    expect(lines[0]).toContain("f is under a passphrase")
  })
  test("opens with it, whatever line end stands behind it, and with no other", async () => {
    for (const end of ["", "\n", "\r\n"]) expect((await read(`three warm plums${end}`)).code).toBe(0)
    for (const phrase of ["three warm plums\n\n", "three warm plum", ""]) {
      const { lines, code } = await read(phrase)
      expect({ code, said: lines[0] }).toMatchObject({ code: 2 })
      expect(lines[0]).toContain("this passphrase does not open it")
    }
  }, 60_000)
  test("changed, it is not sound", async () => {
    const changed = Uint8Array.from(sealed)
    changed[200] = (changed[200] ?? 0) ^ 4
    const files = reading({ f: changed, p: "three warm plums" })
    expect((await verify(["f", "--passphrase-file", "p"], files)).code).toBe(1)
  }, 60_000)
})

test.each([
  ["no file", [], "Say which"],
  ["two files", ["f", "g"], "One file at a time"],
  ["an unknown flag", ["f", "--quiet"], "--quiet means nothing here"],
  ["a file that is not there", ["g"], "g could not be read"],
  ["a passphrase file left out", ["f", "--passphrase-file"], "After --passphrase-file"],
  ["a passphrase file that is not there", ["f", "--passphrase-file", "p"], "After --passphrase-file"],
  ["a picture", ["picture"], "no saved file of this kind"],
  ["an empty file", ["empty"], "no saved file of this kind"],
])("%s: one sentence, and 2", async (_, args, sentence) => {
  const files = { f: vector("two logs"), picture: Uint8Array.of(0xff, 0xd8, 0xff), empty: "" }
  const { lines, code } = await verify(args, reading(files))
  expect(code).toBe(2)
  expect(lines[0]).toContain(sentence)
})

test("the words of a head are the words two people compare", () => {
  expect(headWords).toEqual(sasWords)
})

describe("from a terminal", () => {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-verify-"))
  const file = join(folder, "notes.bin")
  const main = fileURLToPath(new URL("main.ts", import.meta.url))
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
      encoding: "utf8",
      input: "",
    })
  beforeAll(() => {
    expect(run("demo", "--out", file).stdout).toBe(`${file} is written.\n`)
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  test("Ana’s and Ben’s made-up months are sound, with what was taken back redacted and nothing void or unreadable", () => {
    const { status, stdout, stderr } = run("verify", file, "--json")
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
    const report = JSON.parse(stdout) as { logs: { entries: { state: string }[] }[] }
    const states = (report.logs[0]?.entries ?? []).map(({ state }) => state)
    expect(states.length).toBeGreaterThan(60)
    expect(states.filter((state) => state === "redacted")).toHaveLength(2)
    expect(states.filter((state) => state !== "ok" && state !== "redacted")).toEqual([])
  })
  test("one bit turned ends with 1 and says where, on the output a program reads", () => {
    const bytes = readFileSync(file)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    const changed = join(folder, "changed.bin")
    writeFileSync(changed, bytes)
    const { status, stdout } = run("verify", changed)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^Not sound\. Log 1, entry \d+: /)
    writeFileSync(join(folder, "none.bin"), "a shopping list")
    const none = run("verify", join(folder, "none.bin"), "--json")
    expect(none.status).toBe(2)
    expect(JSON.parse(none.stdout)).toMatchObject({ sound: false, fault: { type: "export-form" } })
  })
  test("nothing that is there is written over, and help is help", () => {
    const before = readFileSync(file)
    const again = run("demo", "--out", file)
    expect(again.status).toBe(2)
    expect(again.stderr).toContain("Nothing that is there already is written over")
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(run("demo").status).toBe(2)
    expect(existsSync(join(folder, "other"))).toBe(false)
    for (const command of ["demo", "verify"]) expect(run(command, "--help").status).toBe(0)
  })
  test("a place where nothing can be written is said", async () => {
    expect(await demo(["--out", "x"], () => false)).toMatchObject({ code: 2 })
  })
})
