import { concat, copy, decodeHeader, toHex } from "#wire"
import type { Bytes, Verify } from "#wire"
import { beforeAll, describe, expect, test } from "vitest"
import { readExport, statesOf, vouchedOf } from "../../tools/vectors/exports.ts"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import { isNegative } from "../../tools/vectors/shape.ts"
import { makeExport, sealExport, verifyExport } from "./index.ts"
import { openShown } from "./seal.ts"
import { pairLogs, quick } from "./testing/exports.ts"
import type { PairLogs } from "./testing/exports.ts"
import { toolsFrom, verify } from "./testing/people.ts"

// spec/ledger.md §14, and ATTACKS 50: a file that lies by what it leaves out.

const t = toolsFrom(50)
const passphrase = "three warm plums"
let logs: PairLogs
let files: Readonly<Record<"plain" | "two logs" | "under a passphrase", Bytes>>
beforeAll(async () => {
  logs = await pairLogs(t)
  const plain = await makeExport(t, [logs.shared], { device: logs.ben, logId: logs.shared.logId })
  const two = await makeExport(t, [logs.shared, logs.own], { device: logs.ana, logId: logs.shared.logId })
  files = { plain, "two logs": two, "under a passphrase": await sealExport(t, quick, passphrase, two) }
})

/** A reader; the tests plant one that leaves a check out. */
type Reader = (file: Uint8Array) => Promise<boolean>
const readerWith =
  (judge: Verify): Reader =>
  async (file) => {
    const read = await verifyExport({ tools: t, verify: judge, stretch: quick }, file, passphrase)
    // What `goldseam verify` ends with 0 for (src/cli/verify.ts), or what it says of the file: neither may be.
    return read.ok && (read.value.sound || read.value.fault === null)
  }
const isSound = readerWith(verify)

function turned(bytes: Uint8Array, bit: number): Bytes {
  const changed = copy(bytes, 0, bytes.length)
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return changed
}

describe("golden vectors of exports", () => {
  test("every file is judged as the vectors say, with the place of the fault and a word for every entry", async () => {
    const { vectors } = readVectors("exports")
    for (const v of vectors) {
      const phrase = v["passphrase"]
      const report = await readExport(hexOf(v, "file"), typeof phrase === "string" ? phrase : null)
      if (report === null) throw new Error(`${v.name}: wants a passphrase`)
      const heads = report.logs.map(({ head, headWords }) => ({ head, headWords }))
      const { fault, signer } = report
      if (v["vouched"] !== undefined) {
        const { days, vouched, contradictions } = v
        expect({ name: v.name, ...vouchedOf(report) }).toEqual({
          name: v.name,
          days,
          vouched,
          contradictions,
        })
      }
      const read = { name: v.name, type: fault?.type ?? "ok", fault, signer, states: statesOf(report), heads }
      const { name, type, states } = v
      expect(read).toEqual({ name, type, fault: v["fault"], signer: v["signer"], states, heads: v["heads"] })
      if (fault !== null) expect(statesOf(report).flat()).not.toContain("ok")
    }
    expect(vectors.filter(isNegative).length).toBeGreaterThan(100)
    expect(vectors.length - vectors.filter(isNegative).length).toBeGreaterThan(27)
  }, 60_000)
})

test("Ben’s and Ana’s log says of each entry how it is, from the first to the last", async () => {
  const read = await verifyExport({ tools: t, verify, stretch: quick }, files.plain, null)
  if (!read.ok) throw new Error(read.error.type)
  expect(statesOf(read.value)).toEqual([
    ["ok", "ok", "ok", "ok", "ok", "redacted", "ok", "absent", "ok", "ok"],
  ])
  expect(read.value.logs[0]).toMatchObject({ first: 0, last: 9, logId: toHex(logs.shared.logId) })
  expect(read.value.signer?.device).toBe(toHex(logs.ben.id))
  // What a server said beside it, and that it contradicts itself, makes no file unsound.
  expect(read.value.logs[0]?.vouched.map(({ as, seq, chain }) => [as, seq, chain])).toEqual([
    ["head", 4, "another"],
    ["head", 9, "here"],
    ["receipt", 4, "here"],
    ["receipt", 6, "here"],
  ])
  expect(read.value.logs[0]?.contradictions).toEqual([[0, 1]])
})

test("a file under a passphrase asks for it, and opens with no other", async () => {
  const read = (phrase: string | null) =>
    verifyExport({ tools: t, verify, stretch: quick }, files["under a passphrase"], phrase)
  expect(await read(null)).toEqual({ ok: false, error: { type: "passphrase-missing" } })
  expect(await read("three warm plum")).toMatchObject({ value: { fault: { type: "export-passphrase" } } })
  expect(await read(passphrase)).toMatchObject({ value: { sound: true, fault: null } })
  expect(toHex(files["under a passphrase"])).not.toContain(toHex(logs.shared.logId))
})

/** Places spread over the whole file, and every one of its last and first hundred. */
function places(file: Bytes, count: number): readonly number[] {
  const bits = file.length * 8
  return Array.from({ length: count }, (_, n) =>
    n < 100 ? n : n < 200 ? bits - 1 - (n - 100) : Math.floor(((n - 200) * bits) / (count - 200)) + (n % 5),
  ).map((bit) => Math.min(bit, bits - 1))
}

test("acceptance 2: one bit turned at 2,000 places, in each of three files: none is sound", async () => {
  const sound: string[] = []
  let tried = 0
  for (const [name, file] of Object.entries(files)) {
    expect(await isSound(file), name).toBe(true)
    for (const bit of places(file, 2000)) {
      tried += 1
      if (await isSound(turned(file, bit))) sound.push(`${name} ${String(bit)}`)
    }
  }
  expect({ tried, sound }).toEqual({ tried: 6000, sound: [] })
}, 120_000)

/** Where an entry, the receipts and each of them, a log or the footer begins. */
function borders(file: Bytes): readonly number[] {
  const at: number[] = [8]
  let here = 8
  for (let log = 0; log < (file[7] ?? 0); log += 1) {
    const count = (file[here + 34] ?? 0) * 256 + (file[here + 35] ?? 0)
    here += 36
    for (let n = 0; n < count; n += 1) {
      at.push(here)
      const header = decodeHeader(copy(file, here + 1, here + 149))
      if (!header.ok) throw new Error(header.error.type)
      const flag = file[here]
      here += 213 + (flag === 0 ? 0 : header.value.bodyLen) + (flag === 3 ? 32 : 0)
    }
    at.push(here)
    const receipts = file[here + 3] ?? 0
    here += 4
    // Before each receipt, and behind the last.
    for (let n = 0; n <= receipts; n += 1) at.push(here + 145 * n)
    here += 145 * receipts
  }
  return at
}

test("acceptance 2: cut at the border of any entry, receipt, log or footer: none is sound, with or without the footer put back", async () => {
  for (const name of ["plain", "two logs"] as const) {
    const file = files[name]
    const cuts = borders(file)
    expect(cuts.length).toBeGreaterThan(16)
    expect(Math.max(...cuts)).toBe(file.length - 81)
    for (const at of cuts) {
      expect(await isSound(copy(file, 0, at)), `${name} ${String(at)}`).toBe(false)
      if (at === file.length - 81) continue
      expect(await isSound(concat(file.subarray(0, at), file.subarray(-81))), `${name} ${String(at)}`).toBe(
        false,
      )
    }
  }
  const sealed = files["under a passphrase"]
  const head = sealed.length - 16 - files["two logs"].length
  for (const at of [
    ...Array.from({ length: 100 }, (_, n) => n),
    ...borders(files["two logs"]).map((n) => head + n),
  ])
    expect(await isSound(copy(sealed, 0, at)), `sealed ${String(at)}`).toBe(false)
  expect(await isSound(sealed)).toBe(true)
})

/** The lies of ATTACKS 50, told of the plain file by somebody who cannot sign as anybody in it. */
async function lies(): Promise<Readonly<Record<string, Bytes>>> {
  const { shared, ben } = logs
  const footer = files.plain.subarray(-81)
  const instead = async (entries: typeof shared.entries): Promise<Bytes> => {
    const made = await makeExport(t, [{ ...shared, entries }], { device: ben, logId: shared.logId })
    return concat(made.subarray(0, -81), footer)
  }
  const { entries } = shared
  const without = (n: number) =>
    entries.map((s, i) => (i === n ? { entry: { ...s.entry, body: null }, mk: null } : s))
  const foreign = logs.own.entries.slice(1)
  return {
    "tail cut": await instead(entries.slice(0, -1)),
    "body stripped": await instead(without(3)),
    "redaction’s body stripped": await instead(without(8)),
    "redaction left out": await instead(entries.filter((_, n) => n !== 8)),
    "foreign entry added": await instead([...entries, ...foreign]),
    "key stripped": await instead(entries.map((s, n) => (n === 3 ? { ...s, mk: null } : s))),
    "footer dropped": copy(files.plain, 0, files.plain.length - 81),
  }
}

async function believed(reader: Reader): Promise<readonly string[]> {
  const found: string[] = []
  for (const [name, file] of Object.entries(await lies())) if (await reader(file)) found.push(name)
  return found
}

test("ATTACKS 50: tail cut, body, key or redaction stripped, foreign entry added, footer dropped: never sound", async () => {
  expect(Object.keys(await lies())).toHaveLength(7)
  expect(await believed(isSound)).toEqual([])
})

test("ATTACKS 50, planted: a reader that never asks the footer’s signature believes what was left out", async () => {
  const isFooter = (message: Bytes): boolean =>
    toHex(message).startsWith(toHex(new TextEncoder().encode("gs/v1/export\0")))
  const forgets: Verify = async (key, sig, message) => isFooter(message) || verify(key, sig, message)
  expect(await believed(readerWith(forgets))).toEqual(["tail cut", "body stripped", "key stripped"])
})

test("ATTACKS 50, planted: a reader that asks no signature at all believes a changed one", async () => {
  const none: Verify = async () => true
  const bit = (files.plain.length - 81 - 4 * 145 - 4 - 32) * 8
  expect(await isSound(turned(files.plain, bit))).toBe(false)
  expect(await readerWith(none)(turned(files.plain, bit))).toBe(true)
})

test("ATTACKS 50: the keys in a file open what they are shown for, and nothing else of the same log", async () => {
  const { entries } = logs.shared
  const opens: string[] = []
  for (const [n, { mk }] of entries.entries())
    for (const [m, { entry }] of entries.entries()) {
      const header = decodeHeader(entry.header)
      if (mk === null || !header.ok) continue
      if ((await openShown(t, mk, header.value, entry)).ok) opens.push(`${String(n)} ${String(m)}`)
    }
  expect(opens).toEqual(["3 3", "4 4", "6 6", "9 9"])
})

test("what was taken back is not in a file; and who is in none of its logs can make none", async () => {
  const { shared, own, ben } = logs
  expect(shared.entries[5]).toMatchObject({ mk: null, entry: { body: null } })
  await expect(makeExport(t, [], { device: ben, logId: shared.logId })).rejects.toThrow("one log to sixteen")
  await expect(makeExport(t, [shared], { device: ben, logId: own.logId })).rejects.toThrow("maker's log")
  expect(await isSound(await makeExport(t, [shared], { device: logs.anasOwn, logId: shared.logId }))).toBe(
    false,
  )
})
