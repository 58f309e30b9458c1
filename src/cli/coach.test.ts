import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { coach } from "./coach.ts"

const draft = "Ana, I told you I was at work on Thursday.\nI was not. I'm sorry if I hurt you."
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const reading = (text: string) => () => bytes(text)

test("Ben asks the coach about a letter and is shown the words, where they stand, a reason and a question", () => {
  const { lines, code } = coach(["letter.txt"], reading(draft))
  expect(code).toBe(0)
  expect(lines[0]).toBe("2:22 “if I hurt you”")
  expect(lines[1]).toMatch(/^ {4}This may read/)
  expect(lines[2]).toMatch(/\?$/)
  expect(lines[3]).toBe("Heard so far: what was done.")
})

test("mended words are not marked, and nobody is praised for them", () => {
  const { lines } = coach(
    ["-"],
    reading("Ana, I told you I was at work on Thursday. I was not. I am sorry. It hurt you."),
  )
  expect(lines[0]).toBe("Nothing marked. That is no verdict on the words, or on the person.")
})

test("the same words may be read as a promise, before or after the file's name", () => {
  const text = reading("I will be a better listener.")
  expect(coach(["--as", "promise", "note.txt"], text)).toEqual(coach(["note.txt", "--as", "promise"], text))
  expect(coach(["note.txt", "--as", "promise"], text).lines[0]).toContain("I will be a better listener")
})

describe("what is not understood is said in one sentence, with how to call it, and code 2", () => {
  test.each([
    ["no file", [], "Say which file"],
    ["an unknown kind", ["a.txt", "--as", "poem"], "After --as"],
    ["a kind left out", ["a.txt", "--as"], "After --as"],
    ["an unknown flag", ["a.txt", "--send"], "--send means nothing here"],
    ["two files", ["a.txt", "b.txt"], "One file at a time"],
  ])("%s", (_, args, sentence) => {
    const { lines, code } = coach(args, reading(draft))
    expect(code).toBe(2)
    expect(lines[0]).toContain(sentence)
    expect(lines[1]).toContain("goldseam coach FILE")
  })
  test.each([
    ["a file that is not there", null, "letter.txt could not be read"],
    ["an empty file", bytes(" \n"), "nothing to read"],
    ["a picture", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "is not a plain text"],
    ["bytes with a zero among them", bytes("a\0b"), "is not a plain text"],
    ["a book", bytes("a".repeat(1_000_001)), "more than a million"],
  ])("%s", (_, content, sentence) => {
    const { lines, code } = coach(["letter.txt"], () => content)
    expect(code).toBe(2)
    expect(lines[0]).toContain(sentence)
  })
  test("a name with a dollar sign stays as it is", () => {
    expect(coach(["$&.txt"], () => null).lines[0]).toBe("$&.txt could not be read.")
  })
})

describe("from a terminal", () => {
  const main = fileURLToPath(new URL("main.ts", import.meta.url))
  const run = (args: readonly string[], input = "") =>
    spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
      input,
      encoding: "utf8",
    })
  test("a file and what is piped in give the same lines", () => {
    const folder = mkdtempSync(join(tmpdir(), "goldseam-cli-"))
    const file = join(folder, "letter.txt")
    writeFileSync(file, draft)
    const fromFile = run(["coach", file])
    const piped = run(["coach", "-"], draft)
    rmSync(folder, { recursive: true })
    expect(fromFile.status).toBe(0)
    expect(fromFile.stdout).toContain("if I hurt you")
    expect(piped.stdout).toBe(fromFile.stdout)
  })
  test("bad input gives 2 and speaks on the error stream", () => {
    const { status, stdout, stderr } = run(["coach", "/no/such/letter"])
    expect(status).toBe(2)
    expect(stdout).toBe("")
    expect(stderr).toContain("/no/such/letter could not be read.")
    expect(run(["praise"]).status).toBe(2)
    expect(run([]).status).toBe(2)
    expect(run(["--help"]).status).toBe(0)
  })
})
