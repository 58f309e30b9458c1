import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { toHex } from "../src/wire/index.ts"
import { diceFrom } from "./random-logs/dice.ts"
import { randomLog } from "./random-logs/write.ts"
import type { RandomLog } from "./random-logs/write.ts"
import { needsPython, python } from "./python.ts"
import { root } from "./step.ts"
import { textOf, worstOf } from "./vectors/logs.ts"
import { wholeSummaryOf } from "./vectors/record.ts"

// ATTACKS 40: two readers of one text. Random logs, with much that is void and now and then something that is no entry: spec/verify/verify.py must say of each
// entry what this house's fold says, and must stand at the same state afterwards.

const folder = mkdtempSync(join(tmpdir(), "goldseam-random-"))
afterAll(() => rmSync(folder, { recursive: true }))
const reader = join(root, "spec", "verify")

let logs: readonly RandomLog[] = []
beforeAll(async () => {
  const all: RandomLog[] = []
  for (let seed = 1; seed <= 300; seed += 1) all.push(await randomLog(diceFrom(seed)))
  logs = all
}, 60_000)

/** Written as the vectors of spec/vectors/record.json are, so that Python reads them with what it reads those with. */
function vectorsOf(name: string, of: readonly RandomLog[]): string {
  const vectors = of.map(({ world, said }, n) => ({
    name: `random log ${String(n + 1)}`,
    type: worstOf(said),
    logId: toHex(world.state.logId),
    after: "nothing",
    entries: world.chain.entries.map(textOf),
    verdicts: said,
    state: wholeSummaryOf(world.state),
  }))
  const own = join(folder, name)
  mkdirSync(own)
  writeFileSync(join(own, "record.json"), JSON.stringify({ shared: { nothing: [] }, vectors }))
  return own
}

/** What came up: each kind and operation that stood, each reason, each fault. */
function cameUp(): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const { world, said } of logs)
    for (const [n, word] of said.entries()) {
      const entry = world.chain.entries[n]
      const op = entry?.header[93] === 2 ? ` ${String(entry.body?.[0])}` : ""
      const name = word === "ok" ? `kind ${String(entry?.header[93])}${op}` : word
      count.set(name, (count.get(name) ?? 0) + 1)
    }
  return count
}

test("ATTACKS 40: of three hundred random logs the second reader says the same, entry by entry, and ends at the same state", (context) => {
  needsPython(context)
  const { stdout, stderr, status } = python(
    join(reader, "verify.py"),
    "vectors",
    vectorsOf("as-they-are", logs),
  )
  expect({ stdout, stderr, status }).toEqual({
    stdout: "300 vectors held, 0 differ\n",
    stderr: "",
    status: 0,
  })
})

test("they are not three hundred times the same: all kinds and operations stand somewhere, and much does not", () => {
  const names = [...cameUp().keys()]
  const stood = names.filter((name) => name.startsWith("kind"))
  const operations = Array.from({ length: 15 }, (_, i) => `kind 2 ${String(i + 1)}`)
  expect(stood.toSorted()).toEqual(["kind 0", "kind 1", "kind 3", "kind 4", ...operations].toSorted())
  expect(names.filter((name) => name.startsWith("void")).length).toBeGreaterThan(24)
  expect(names.filter((name) => name.startsWith("fault")).length).toBeGreaterThan(8)
  const entries = logs.reduce((sum, { said }) => sum + said.length, 0)
  expect(entries / logs.length).toBeGreaterThan(9)
  expect(logs.filter(({ world }) => world.state.members.length > 2).length).toBeGreaterThan(20)
})

/** One rule of the second reader changed while it runs. */
const planted: Readonly<Record<string, string>> = {
  "a closed log takes an invite": 'verify.AFTER_CLOSE.add("invite")',
  "who compared is forgotten": "verify.Log.on_verify = lambda *a: None",
  "who leaves owes no new key": [
    "left = verify.Log.on_leave",
    "def leave(self, *a): left(self, *a); self.owed = False",
    "verify.Log.on_leave = leave",
  ].join("\n"),
  "one voice is enough": [
    "said = verify.Log.on_propose",
    "def propose(self, c, h, me): said(self, c, h, me); self.proposals[h['ref']]['state'] = 'complete'",
    "verify.Log.on_propose = propose",
  ].join("\n"),
}

test("planted: a second reader with one rule changed is noticed, whichever it is", (context) => {
  needsPython(context)
  const own = vectorsOf("for-a-changed-reader", logs)
  for (const [name, rule] of Object.entries(planted)) {
    const source = [
      "import sys, pathlib",
      "sys.path.insert(0, sys.argv[1])",
      "import verify, vectors",
      rule,
      "sys.exit(vectors.hold(pathlib.Path(sys.argv[2])))",
    ]
    const { stdout, stderr, status } = python("-c", source.join("\n"), reader, own)
    expect(stderr, name).toBe("")
    expect(stdout, name).toContain("record: random log ")
    expect(status, name).toBe(1)
  }
})

test("planted: one word of this house changed is noticed, in what it says and in where it stands", (context) => {
  needsPython(context)
  const one = logs.find(({ said }) => said.at(-1) === "ok")
  if (one === undefined) throw new Error("no log ends well")
  const { world, said } = one
  const wrong = [
    { world, said: [...said.slice(0, -1), "void: target"] },
    { world: { ...world, state: { ...world.state, isRotationOwed: !world.state.isRotationOwed } }, said },
  ]
  const { stdout, status } = python(join(reader, "verify.py"), "vectors", vectorsOf("wrong", wrong))
  expect(stdout).toContain("2 vectors held, 2 differ")
  expect(status).toBe(1)
})
