import { concat, copy, toHex, utf8 } from "#wire"
import type { Bytes, Verify } from "#wire"
import { beforeAll, describe, expect, test } from "vitest"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import { readCopy } from "../../tools/vectors/copies.ts"
import { isNegative } from "../../tools/vectors/shape.ts"
import { COPY_PARTS_MAX, copyFaultOf, deviceToBytes, makeExport, openCopy, sealCopy } from "./index.ts"
import type { Copy } from "./index.ts"
import { statesOf } from "./export-states.ts"
import { contentOf, pairLogs, quick } from "./testing/exports.ts"
import type { PairLogs } from "./testing/exports.ts"
import { toolsFrom, verify } from "./testing/people.ts"

// spec/ledger.md §16: the file one comes back with.

const t = toolsFrom(56)
const passphrase = "three warm plums"
const deps = { tools: t, verify, stretch: quick }
let logs: PairLogs
let whole: Copy
let file: Bytes
beforeAll(async () => {
  logs = await pairLogs(t)
  const memberOf = (log: PairLogs["own"]): Bytes => copy(log.entries[0]?.entry.body ?? utf8(""), 32, 48)
  const waiting = contentOf(t, { text: "on its way" })
  // What a server signed is in an export, and in no copy.
  const bare = (log: PairLogs["own"]): PairLogs["own"] => {
    const { receipts: _, ...rest } = log
    return rest
  }
  whole = {
    day: "2026-11-26",
    lockMinutes: 5,
    parts: [
      { which: "private", member: memberOf(logs.own), log: bare(logs.own) },
      { which: "shared", member: memberOf(logs.shared), log: bare(logs.shared) },
    ],
    rows: [
      { name: "apology.letter", text: "dear you, still unsaid" },
      { name: "setting.theme", text: "dark" },
    ],
    things: [{ kind: 1, ref: concat(logs.ana.id, waiting.uid), from: null, data: waiting.data }],
  }
  file = await sealCopy(t, quick, passphrase, whole)
})

const typeOf = async (bytes: Uint8Array, phrase = passphrase, judge: Verify = verify): Promise<string> => {
  const opened = await openCopy({ ...deps, verify: judge }, bytes, phrase)
  return opened.ok ? "ok" : opened.error.type
}
function turned(bytes: Uint8Array, bit: number): Bytes {
  const changed = copy(bytes, 0, bytes.length)
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return changed
}

describe("golden vectors of copies", () => {
  test("every file is refused for its one fault, or says all that is in it", async () => {
    const { vectors } = readVectors("copies")
    for (const v of vectors) {
      const read = await readCopy(hexOf(v, "file"), String(v["passphrase"]))
      const { file: _, passphrase: __, ...said } = v
      expect({ name: v.name, ...read }).toEqual(said)
    }
    expect(vectors.filter(isNegative).length).toBeGreaterThan(45)
    expect(vectors.length - vectors.filter(isNegative).length).toBeGreaterThan(6)
  }, 60_000)
})

test("what comes out is what went in, to the last byte", async () => {
  const opened = await openCopy(deps, file, passphrase)
  if (!opened.ok) throw new Error(opened.error.type)
  expect(opened.value.copy).toEqual(whole)
  const states = []
  for (const [n, { log }] of opened.value.copy.parts.entries()) {
    const checked = opened.value.checked[n]
    if (checked !== undefined) states.push((await statesOf(deps, { log, checked })).map((s) => s.state))
  }
  expect(states).toEqual([
    ["ok", "ok"],
    ["ok", "ok", "ok", "ok", "ok", "redacted", "ok", "absent", "ok", "ok"],
  ])
})

/** Places spread over the whole file, and every one of its last and first hundred. */
function places(bits: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) =>
    n < 100 ? n : n < 200 ? bits - 1 - (n - 100) : Math.floor(((n - 200) * bits) / (count - 200)) + (n % 5),
  ).map((bit) => Math.min(bit, bits - 1))
}

test("acceptance 7: one bit turned at 2,000 places, and every length it may be cut to: never opened, never thrown", async () => {
  const types = new Map<string, number>()
  const count = (type: string): number => types.set(type, (types.get(type) ?? 0) + 1).get(type) ?? 0
  for (const bit of places(file.length * 8, 2000)) count(await typeOf(turned(file, bit)))
  for (let at = 0; at < file.length; at += 1) count(await typeOf(copy(file, 0, at)))
  expect([...types.values()].reduce((a, b) => a + b)).toBe(2000 + file.length)
  expect([...types.keys()].toSorted()).toEqual([
    "copy-export",
    "copy-form",
    "copy-layout",
    "copy-newer",
    "copy-passphrase",
    "copy-sealed",
  ])
}, 120_000)

test("acceptance 7: another passphrase is refused, and the same words written another way are not", async () => {
  for (const wrong of ["three warm plum", "", "three warm plums ", "Three warm plums"])
    expect(await typeOf(file, wrong)).toBe("copy-passphrase")
  const composed = await sealCopy(t, quick, "caf\u00e9 au lait", whole)
  expect(await typeOf(composed, "cafe\u0301 au lait")).toBe("ok")
})

test("each other kind of file has its own name", async () => {
  const plain = await makeExport(t, [logs.own], { device: logs.anasOwn, logId: logs.own.logId })
  expect(copyFaultOf(plain)).toEqual({ type: "copy-export" })
  expect(copyFaultOf(utf8("\u0089PNG\r\n\u001a\n and a picture"))).toEqual({ type: "copy-form" })
  expect(copyFaultOf(utf8("gs/v2/\u0003"))).toEqual({ type: "copy-newer" })
  expect(copyFaultOf(file)).toBeNull()
})

/** Everything that must not be in a copy, in whatever place: as bytes of the plaintext, read by the tests' own stretching. */
async function plaintext(): Promise<string> {
  let seen = ""
  const subtle = {
    ...t.subtle,
    importKey: t.subtle.importKey.bind(t.subtle),
    encrypt: async (how: Parameters<typeof t.subtle.encrypt>[0], key: never, data: Bytes) => {
      seen = toHex(data)
      return t.subtle.encrypt(how, key, data)
    },
  }
  await sealCopy({ ...t, subtle }, quick, passphrase, whole)
  return seen
}

test("ATTACKS 36, 56: no key that signs, opens a wrap or stands for an epoch is in a copy; no word of it is in the file", async () => {
  const inside = await plaintext()
  expect(inside).toContain(toHex(utf8("still unsaid")))
  for (const device of [logs.ana, logs.ben, logs.anasOwn]) {
    expect(inside).not.toContain(toHex(device.ed.pkcs8).slice(-64))
    expect(inside).not.toContain(toHex(device.x.privateKey))
    expect(deviceToBytes(device).length).toBeGreaterThan(98)
  }
  expect(logs.epochs.length).toBeGreaterThan(2)
  for (const key of logs.epochs) expect(inside).not.toContain(toHex(key))
  const outside = toHex(file)
  for (const word of ["still unsaid", "setting.theme", "apology.letter", "on its way", "2026-11-26"])
    expect(outside).not.toContain(toHex(utf8(word)))
  for (const { log, member } of whole.parts) {
    expect(outside).not.toContain(toHex(log.logId))
    expect(outside).not.toContain(toHex(member))
  }
})

test("the size of the file grows in steps, so that a word more does not show", async () => {
  const one = await sealCopy(t, quick, passphrase, { ...whole, rows: [] })
  const two = await sealCopy(t, quick, passphrase, { ...whole, rows: [{ name: "a", text: "a word" }] })
  expect(two.length).toBe(one.length)
  expect((file.length - 71 - 16) % 4096).toBe(0)
})

/** A copy with the shared part's entries changed, sealed by somebody who knows the passphrase. */
async function lying(change: (entries: PairLogs["shared"]["entries"]) => PairLogs["shared"]["entries"]) {
  const parts = whole.parts.map((part) =>
    part.which === "private" ? part : { ...part, log: { ...part.log, entries: change(part.log.entries) } },
  )
  return sealCopy(t, quick, passphrase, { ...whole, parts })
}

test("who knows the passphrase can put nothing into a log that was not said in it", async () => {
  const without = await lying((entries) => entries.toSpliced(3, 1))
  const foreign = await lying((entries) => [...entries, ...logs.own.entries.slice(1)])
  const other = await lying((entries) =>
    entries.map((s, n) =>
      n === entries.length - 1 ? { ...s, entry: { ...s.entry, sig: turned(s.entry.sig, 9) } } : s,
    ),
  )
  for (const lie of [without, foreign, other]) expect(await typeOf(lie)).toBe("copy-chain")
  const anySignature: Verify = async () => true
  expect(await typeOf(other, passphrase, anySignature)).toBe("ok")
})

test("a copy has bounds, and going past them is a defect of ours", async () => {
  const part = whole.parts[0]
  if (part === undefined) throw new Error("no part")
  const many = { ...whole, parts: Array.from({ length: COPY_PARTS_MAX + 1 }, () => part) }
  await expect(sealCopy(t, quick, passphrase, many)).rejects.toThrow("one log to fourteen")
  await expect(sealCopy(t, quick, passphrase, { ...whole, parts: [] })).rejects.toThrow("one log to fourteen")
})
