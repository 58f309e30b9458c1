import { encodeRun, fromHex, toHex } from "#wire"
import type { Bytes, Entry } from "#wire"
import { describe, expect, test } from "vitest"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import {
  readBatchOf,
  readCodeKeys,
  readSheetKeys,
  readSlotOf,
  readTyped,
} from "../../tools/vectors/sheets.ts"
import type { Vector } from "../../tools/vectors/shape.ts"
import { readStoreOf } from "../../tools/vectors/store-cases.ts"
import type { Json } from "#wire"
import {
  codeKeys,
  createDevice,
  fitsBatch,
  newCode,
  openBatch,
  openSheetKeys,
  openSlot,
  printCode,
  readCode,
  sealBatch,
  sealSheetKeys,
  sealSlot,
} from "./index.ts"
import type { Slot } from "./index.ts"
import { toolsFrom } from "./testing/people.ts"

// spec/ledger.md §18: the code, the slot it opens, the batches, and what the private log keeps for its recovery key.

const t = toolsFrom(17)

function read(v: Vector): Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>> {
  const bytes = (name: string): Bytes => hexOf(v, name)
  switch (v["is"]) {
    case "code":
      return readTyped(String(v["typed"]))
    case "keys":
      return readCodeKeys(bytes("code"))
    case "slot":
      return readSlotOf({ slot: bytes("slot"), slotKey: bytes("slotKey"), bytes: bytes("bytes") })
    case "batch": {
      const n = Number(v["n"])
      return readBatchOf({ store: bytes("store"), batchKey: bytes("batchKey"), n, bytes: bytes("bytes") })
    }
    case "store":
      return readStoreOf({
        store: bytes("store"),
        batchKey: bytes("batchKey"),
        logId: bytes("logId"),
        held: bytes("held"),
        settled: Number(v["settled"]),
        batches: (v["batches"] as readonly string[]).map((hex) => fromHex(hex) ?? new Uint8Array(0)),
      })
    default:
      return readSheetKeys({
        privateLog: bytes("privateLog"),
        code: bytes("code"),
        body: v["body"] as Json,
      })
  }
}

test("every code, slot, batch and held key reads as the vectors say", async () => {
  const { vectors } = readVectors("sheets")
  for (const vector of vectors) {
    const got = await read(vector)
    const said = Object.fromEntries(Object.keys(got).map((field) => [field, vector[field]]))
    expect({ name: vector.name, ...got }).toEqual({ name: vector.name, ...said })
  }
  expect(vectors.length).toBeGreaterThan(80)
})

describe("the code", () => {
  test("is 130 bits, printed in seven groups, and read back whatever the dice say", () => {
    const seen = new Set<string>()
    for (let n = 0; n < 200; n += 1) {
      const code = newCode(t)
      const printed = printCode(code)
      expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){6}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readCode(printed)).toEqual({ ok: true, value: code })
      seen.add(printed)
    }
    expect(seen.size).toBe(200)
  })

  test("a slip of the pen is caught: of all codes with one other symbol, hardly one passes", () => {
    const bare = printCode(newCode(t)).replaceAll(" ", "")
    let passed = 0
    for (let at = 0; at < 28; at += 1)
      for (const sign of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
        const typed = bare.slice(0, at) + sign + bare.slice(at + 1)
        if (typed !== bare && readCode(typed).ok) passed += 1
      }
    // 868 slips, one in 1,024 of which would pass by chance.
    expect(passed).toBeLessThan(7)
  })

  test("row 12: what comes out of a code comes out of it alone; nothing a server says goes in", async () => {
    const code = newCode(t)
    const [once, again] = [await codeKeys(toolsFrom(1), code), await codeKeys(toolsFrom(2), code)]
    expect(again).toEqual(once)
    // Two things go in: WebCrypto with the dice, and the code. There is no third parameter for a salt or a cost.
    expect(codeKeys).toHaveLength(2)
    const { recovery, ...rest } = once
    const all = [...Object.values(rest), recovery.id, recovery.x.privateKey].map(toHex)
    expect(new Set(all).size).toBe(all.length)
  })
})

const entry = (bytes: number): Entry => {
  const header = new Uint8Array(148)
  header[0] = 1
  header.set([0, 0, bytes >> 8, bytes & 255], 112)
  header[93] = 3
  return { header, sig: new Uint8Array(64), body: new Uint8Array(bytes) }
}

test("entries fit into as few batches as they need, each of one of the four sizes", async () => {
  const at = { store: t.random(32), batchKey: t.random(32), n: 3 }
  const sizes: number[] = []
  for (const count of [0, 1, 2, 8, 32]) {
    const entries = Array.from({ length: count }, () => entry(30_000))
    const bytes = await sealBatch(t, at, { day: "2026-11-26", entries })
    sizes.push(bytes.length)
    expect(await openBatch(t, at, bytes)).toEqual({ ok: true, value: { day: "2026-11-26", entries } })
  }
  expect(sizes).toEqual([16_464, 65_616, 65_616, 262_224, 1_048_656])
  const many = Array.from({ length: 50 }, () => entry(30_000))
  const first = fitsBatch(many)
  expect(first).toBe(34)
  expect(encodeRun(many.slice(0, first)).length).toBeLessThan(1_048_576)
  expect(fitsBatch(many.slice(first))).toBe(16)
  await expect(sealBatch(t, at, { day: "2026-11-26", entries: many })).rejects.toThrow("too much")
})

test("row 35: the same thing sealed twice is not the same bytes, and nothing of it can be read in them", async () => {
  const keys = await codeKeys(t, newCode(t))
  const slot: Slot = {
    logId: t.random(32),
    member: t.random(16),
    head: { seq: 4, hash: t.random(32) },
    store: t.random(32),
    batchKey: t.random(32),
    relay: "https://goldseam.example",
  }
  const [one, two] = [await sealSlot(t, keys, slot), await sealSlot(t, keys, slot)]
  expect(await openSlot(t, keys, one)).toEqual({ ok: true, value: slot })
  expect(toHex(one).slice(0, 200)).not.toBe(toHex(two).slice(0, 200))
  for (const part of [slot.logId, slot.member, slot.head.hash, slot.store, slot.batchKey])
    expect(toHex(one)).not.toContain(toHex(part))
  expect(one.length).toBe(592)
})

test("what the private log keeps for the sheet opens with the code's recovery key, and for no device of the same person", async () => {
  const { recovery } = await codeKeys(t, newCode(t))
  const log = t.random(32)
  const held = { log: t.random(32), member: t.random(16), epoch: 0, key: t.random(32) }
  const body = await sealSheetKeys(log, { id: recovery.id, x: recovery.x.publicKey }, [held])
  expect(await openSheetKeys(recovery, log, body)).toEqual([held])
  const laptop = await createDevice(t)
  expect(await openSheetKeys(laptop, log, body)).toEqual([])
  expect(await openSheetKeys({ ...laptop, id: recovery.id }, log, body)).toEqual([])
  expect(JSON.stringify(body)).not.toContain(Buffer.from(held.key).toString("base64url"))
  for (const strange of [null, 7, {}, { keys: 1 }, { keys: [null, {}, { log: "x" }] }])
    expect(await openSheetKeys(recovery, log, strange)).toEqual([])
})
