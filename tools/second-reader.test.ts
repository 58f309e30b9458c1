import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeExport, sealExport, stretchExport, verifyExport } from "../src/ledger/index.ts"
import type { ExportLog, ExportReport, RelayWord, StretchExport } from "../src/ledger/index.ts"
import { pairLogs } from "../src/ledger/testing/exports.ts"
import type { PairLogs } from "../src/ledger/testing/exports.ts"
import { toolsFrom, verify } from "../src/ledger/testing/people.ts"
import { concat, copy, toHex } from "../src/wire/index.ts"
import type { Bytes } from "../src/wire/index.ts"
import { needsPython, python } from "./python.ts"
import { root } from "./step.ts"
import { hexOf, readVectors, vectorFiles } from "./vectors/read.ts"

// ATTACKS 40: spec/verify/verify.py was written from spec/ledger.md alone. It must say of every vector and every file what this house says.

const program = join(root, "spec", "verify", "verify.py")
const passphrase = "three warm plums"
const folder = mkdtempSync(join(tmpdir(), "goldseam-reader-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** Each salt is stretched once: most of these files share theirs. */
const known = new Map<string, Promise<Bytes>>()
const stretch: StretchExport = async (phrase, salt) => {
  const name = toHex(salt)
  const found = known.get(name) ?? stretchExport(phrase, salt)
  known.set(name, found)
  return (await found).slice()
}

const t = toolsFrom(40)
let logs: PairLogs
beforeAll(async () => {
  logs = await pairLogs(t)
})
const die = (sides: number): number => {
  const [a = 0, b = 0, c = 0] = t.random(3)
  return ((a << 16) | (b << 8) | c) % sides
}

const isOf = (which: readonly ExportLog[]) =>
  makeExport(t, which, { device: logs.ben, logId: logs.shared.logId })

/** One change to the bytes: a bit, a byte, a piece cut out, doubled, moved, or the end gone. */
function changed(file: Bytes, from: number): Bytes {
  const at = from + die(file.length - from)
  const [before, after] = [file.subarray(0, at), file.subarray(at)]
  const piece = Math.min(1 + die(400), after.length)
  switch (die(6)) {
    case 0:
      return copy(file, 0, at)
    case 1:
      return concat(before, t.random(1), after.subarray(1))
    case 2:
      return concat(before, after.subarray(piece))
    case 3:
      return concat(before, after.subarray(0, piece), after)
    case 4:
      return concat(before, t.random(piece), after)
    default: {
      const turned = copy(file, 0, file.length)
      turned[at] = (turned[at] ?? 0) ^ (1 << die(8))
      return turned
    }
  }
}

/** What a server signed, made to say something else. */
function misquoted(word: RelayWord): RelayWord {
  const other: readonly RelayWord[] = [
    { ...word, hour: word.hour + 1 },
    { ...word, seq: word.seq + 1 },
    { ...word, as: word.as === "head" ? "receipt" : "head" },
    { ...word, relay: t.random(32) },
    { ...word, hash: t.random(32) },
    { ...word, sig: t.random(64) },
  ]
  return other[die(other.length)] ?? word
}

/** What a maker can do who signs the footer himself: leave out, strip, swap, double, change, give a wrong key. */
function lied(log: ExportLog): ExportLog {
  const { entries } = log
  const n = die(entries.length)
  const one = entries[n]
  if (one === undefined) return log
  const { entry } = one
  const noise = (bytes: Bytes): Bytes => changed(bytes, 0).slice(0, bytes.length)
  const instead = (to: readonly (typeof one)[]): ExportLog => ({
    ...log,
    entries: entries.toSpliced(n, 1, ...to),
  })
  switch (die(10)) {
    case 0:
      return entries.length > 1 ? instead([]) : log
    case 1:
      return instead([{ entry: { ...entry, body: null }, mk: null }])
    case 2:
      return instead([one, one])
    case 3:
      return { ...log, entries: entries.slice(0, n + 1) }
    case 4:
      return one.mk === null ? log : instead([{ entry, mk: t.random(32) }])
    case 5:
      return instead([{ entry, mk: null }])
    case 6:
      return entry.body === null ? log : instead([{ ...one, entry: { ...entry, body: noise(entry.body) } }])
    case 7:
      return { ...log, receipts: (log.receipts ?? []).filter(() => die(2) === 0) }
    case 8:
      return { ...log, receipts: (log.receipts ?? []).map((word) => (die(2) === 0 ? misquoted(word) : word)) }
    default:
      return instead([{ ...one, entry: { ...entry, sig: noise(entry.sig) } }])
  }
}

/** 500 files: 300 changed anyhow, 140 whose maker lies and signs, 60 under a passphrase. */
async function mutated(): Promise<readonly Bytes[]> {
  const { shared, own } = logs
  const [plain, two] = [await isOf([shared]), await isOf([shared, own])]
  const sealed = await sealExport(t, stretch, passphrase, two)
  const files: Bytes[] = []
  // The pair has no held answer: that file is one of the vectors.
  const answer = readVectors("exports").vectors.find(
    ({ name }) => name === "a held answer with what opens it",
  )
  if (answer === undefined) throw new Error("no file with a held answer")
  const held = hexOf(answer, "file")
  for (let n = 0; n < 300; n += 1) {
    const file = n % 6 === 5 ? held : n % 2 === 0 ? plain : two
    files.push(changed(file, n % 10 === 0 ? 0 : 8))
  }
  for (let n = 0; n < 140; n += 1) {
    const lie = lied(n % 3 === 0 ? lied(shared) : shared)
    files.push(await isOf(n % 2 === 0 ? [lie] : [lie, own]))
  }
  // Behind the salt, save two: each other salt is a second of stretching.
  for (let n = 0; n < 40; n += 1) files.push(changed(sealed, n < 2 ? 7 : 39))
  for (let n = 0; n < 20; n += 1)
    files.push(
      await sealExport({ ...t, random: () => sealed.slice(7, 39) }, stretch, passphrase, changed(two, 0)),
    )
  return files
}

async function oursOf(file: Bytes): Promise<ExportReport | null> {
  const read = await verifyExport({ tools: t, verify, stretch }, file, passphrase)
  return read.ok ? read.value : null
}

test("ATTACKS 40: the second reader says of every vector what is written beside it", (context) => {
  needsPython(context)
  const count = vectorFiles().reduce((sum, file) => sum + readVectors(file).vectors.length, 0)
  const { stdout, status, stderr } = python(program, "vectors", join(root, "spec", "vectors"))
  expect({ stdout, stderr, status }).toEqual({
    stdout: `${String(count)} vectors held, 0 differ\n`,
    stderr: "",
    status: 0,
  })
}, 300_000)

test("ATTACKS 40: of 500 changed files it says the same as this house, entry by entry", async (context) => {
  needsPython(context)
  const files = await mutated()
  const names = files.map((file, n) => {
    const name = join(folder, `${String(n)}.bin`)
    writeFileSync(name, file)
    return name
  })
  const phrase = join(folder, "phrase")
  writeFileSync(phrase, `${passphrase}\n`)
  const { stdout, stderr } = python(program, "export", "--passphrase-file", phrase, ...names)
  expect(stderr).toBe("")
  const theirs = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown)
  const types = new Map<string, number>()
  const differ: string[] = []
  for (const [n, file] of files.entries()) {
    const report = await oursOf(file)
    const type = report?.fault?.type ?? "ok"
    types.set(type, (types.get(type) ?? 0) + 1)
    if (JSON.stringify(report) !== JSON.stringify(theirs[n]))
      differ.push(`${String(n)} ${type}: ${JSON.stringify(theirs[n]).slice(0, 200)}`)
  }
  expect(theirs).toHaveLength(500)
  expect(differ).toEqual([])
  // They are not 500 times the same: many faults, and lies whose file is whole all the same.
  expect([...types.keys()].length).toBeGreaterThan(12)
  expect(types.get("ok") ?? 0).toBeGreaterThan(20)
}, 240_000)

test("ATTACKS 40, planted: a reader that calls every entry ok is noticed", (context) => {
  needsPython(context)
  const own = join(folder, "vectors")
  mkdirSync(own)
  copyFileSync(join(root, "spec", "vectors", "exports.json"), join(own, "exports.json"))
  const source = [
    "import sys, pathlib",
    "sys.path.insert(0, sys.argv[1])",
    "import exports, vectors",
    'exports.state_of = lambda e, log: ("ok", None, None)',
    "sys.exit(vectors.hold(pathlib.Path(sys.argv[2])))",
  ]
  const { stdout, status } = python("-c", source.join("\n"), join(program, ".."), own)
  expect(stdout).toContain("exports: one log, an entry of each sort")
  expect(status).toBe(1)
}, 60_000)

/** Lines that say something: neither blank, nor a comment, nor a docstring. And what would make few of them out of many. */
const counting = `
import ast, io, json, sys, tokenize
said, long, tricks = {}, [], []
silent = ("COMMENT", "NL", "NEWLINE", "INDENT", "DEDENT", "ENCODING", "ENDMARKER")
for path in sys.argv[1:]:
    text = open(path, encoding="utf-8").read()
    docs, lines = set(), set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            docs |= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    for t in tokenize.generate_tokens(io.StringIO(text).readline):
        if tokenize.tok_name[t.type] not in silent: lines |= set(range(t.start[0], t.end[0] + 1))
        if t.string in (";", "eval", "exec"): tricks.append(t.line)
    said[path.split("/")[-1]] = len(lines - docs)
    long += [line for line in text.split("\\n") if len(line) > 120]
print(json.dumps([said, long, tricks]))
`

test("ATTACKS 40: a person can read the second reader: what judges logs and files is at most 500 lines of code", (context) => {
  needsPython(context)
  const files = ["verify.py", "exports.py", "copies.py", "sheets.py", "wraps.py", "program.py"]
  const beside = ["files.py", "beside.py"]
  const { stdout, stderr } = python(
    "-c",
    counting,
    ...[...files, ...beside].map((name) => join(program, "..", name)),
  )
  expect(stderr).toBe("")
  const [said, long, tricks] = JSON.parse(stdout) as [Record<string, number>, string[], string[]]
  expect({ long, tricks }).toEqual({ long: [], tricks: [] })
  expect((said["verify.py"] ?? 1e3) + (said["exports.py"] ?? 1e3)).toBeLessThanOrEqual(500)
  // With copies, sheets and wraps beside, which open what one's own keys open.
  const linesOf = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (said[name] ?? 1e3), 0)
  expect(linesOf(files)).toBeLessThanOrEqual(700)
  // And the pictures and voices that stand behind them.
  expect(linesOf(beside)).toBeLessThanOrEqual(150)
})
