import { ed25519 } from "@noble/curves/ed25519.js"
import { describe, expect, test, vi } from "vitest"
import { admit, firstEntry, genesisOf, invite, noLog, write, writeAll } from "../../tools/vectors/chain.ts"
import type { AdmitOf } from "../../tools/vectors/chain.ts"
import { lowOrderX25519, plusL, small, smallOrderEd25519 } from "../../tools/vectors/curve.ts"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import { ana, ben, hex } from "../../tools/vectors/people.ts"
import * as wire from "./index.ts"
import type { Bytes, Json, SubtleLike, Verify } from "./index.ts"

// Keys everyone can sign for, or that make every secret the same; and texts that read differently on two machines.

const subtle = crypto.subtle as unknown as SubtleLike
const strict = wire.createVerify(subtle)
/** Planted: a library that takes these keys, as the WebCrypto of Node 20 does; that of Node 24 has learned to refuse them. */
const lenient: Verify = async (key, signature, message) => {
  try {
    return ed25519.verify(signature, message, key, { zip215: true })
  } catch {
    return false
  }
}
/** Planted: the same house with its key checks left out. */
async function withoutKeyChecks(): Promise<typeof wire> {
  vi.resetModules()
  vi.doMock("./keys.ts", async (original) => ({
    ...(await original<object>()),
    checkEd25519Key: (key: Uint8Array) => key.length === 32,
    checkX25519Key: (key: Uint8Array) => key.length === 32,
  }))
  const planted = await import("./index.ts")
  vi.doUnmock("./keys.ts")
  vi.resetModules()
  return planted
}

const forged = (): Bytes => wire.concat(small("the identity"), new Uint8Array(32))
type House = Pick<typeof wire, "checkEntries" | "emptyLog">

/** How many of these keys a log can begin with, or a person come in with. */
async function keysTaken(
  house: House,
  verify: Verify,
  of: "ed" | "x",
  keys: Readonly<Record<string, string>>,
): Promise<{ readonly begun: number; readonly admitted: number }> {
  let [begun, admitted] = [0, 0]
  const before = await writeAll(noLog, [firstEntry, { kind: 2, body: invite(), uid: "invite" }])
  for (const text of Object.values(keys)) {
    const key = hex(text)
    const sig = of === "ed" ? forged : (s: Bytes): Bytes => s
    const first = genesisOf(ben, { [of]: key })
    const genesis = await write({ ...noLog, logId: first.logId }, { ...firstEntry, body: first.body, sig })
    const device = wire.deviceId(of === "ed" ? key : ben.ed.publicKey, of === "x" ? key : ben.x.publicKey)
    const rightly = genesisOf(ben, {
      [of]: key,
      wraps: [{ id: device, enc: new Uint8Array(32), ct: new Uint8Array(48) }],
    })
    const asItself = await write(
      { ...noLog, logId: rightly.logId },
      { ...firstEntry, body: rightly.body, sig, header: { epoch: 0, device } },
    )
    for (const log of [genesis, asItself])
      if ((await house.checkEntries(verify, house.emptyLog(log.logId), log.entries)).fault === null)
        begun += 1
    const id = wire.deviceId(of === "ed" ? key : ana.ed.publicKey, of === "x" ? key : ana.x.publicKey)
    const wraps = [ben.id, id]
      .toSorted((a, b) => (wire.toHex(a) < wire.toHex(b) ? -1 : 1))
      .map((one) => ({ id: one, enc: new Uint8Array(32), ct: new Uint8Array(48) }))
    const pop: Pick<AdmitOf, "pop"> = of === "ed" ? { pop: forged } : {}
    const body = await admit({
      [of]: key,
      ...pop,
      epoch: { number: 2, commitment: new Uint8Array(32), wraps },
    })
    const joined = await write(before, { kind: 2, body })
    const checked = await house.checkEntries(verify, house.emptyLog(joined.logId), joined.entries)
    if (checked.verdicts.at(-1)?.verdict === "ok") admitted += 1
  }
  return { begun, admitted }
}

describe("ATTACKS 48: a key everyone can sign for", () => {
  test("ATTACKS 48: no log begins with one and nobody comes in with one, whatever a library says", async () => {
    expect(Object.keys(smallOrderEd25519)).toHaveLength(14)
    expect(await keysTaken(wire, strict, "ed", smallOrderEd25519)).toEqual({ begun: 0, admitted: 0 })
    // With such a library the fold's own key checks still hold.
    expect(await keysTaken(wire, lenient, "ed", smallOrderEd25519)).toEqual({ begun: 0, admitted: 0 })
    const planted = await keysTaken(await withoutKeyChecks(), lenient, "ed", smallOrderEd25519)
    expect(planted.begun).toBeGreaterThan(0)
    expect(planted.admitted).toBeGreaterThan(0)
  })

  test("ATTACKS 48: a signature nobody made stands for no message", async () => {
    const standing = async (verify: Verify): Promise<number> => {
      let stands = 0
      for (const text of Object.values(smallOrderEd25519))
        for (let i = 0; i < 8; i += 1)
          if (await verify(hex(text), forged(), wire.signedMessage("entry", Uint8Array.of(i)))) stands += 1
      return stands
    }
    expect(await standing(strict)).toBe(0)
    expect(await standing(lenient)).toBeGreaterThan(8)
  })
})

test("ATTACKS 10, 48: what is refused by its bytes is refused before WebCrypto is asked, whatever it would say", async () => {
  const asked: string[] = []
  const yes: SubtleLike = Object.assign(Object.create(subtle) as SubtleLike, {
    importKey: () => Promise.resolve({ type: "public" }),
    verify: (_: unknown, __: unknown, signature: Bytes) => {
      asked.push(wire.toHex(signature))
      return Promise.resolve(true)
    },
  })
  const believing = wire.createVerify(yes)
  let refused = 0
  for (const v of readVectors("signatures").vectors) {
    const [key, signature] = [hexOf(v, "key"), hexOf(v, "signature")]
    const passes = wire.checkEd25519Key(key) && wire.checkSignatureBytes(signature)
    expect(await believing(key, signature, hexOf(v, "message")), v.name).toBe(passes)
    if (!passes) refused += 1
  }
  expect(refused).toBeGreaterThan(56)
  expect(asked).not.toContain(wire.toHex(forged()))
  // One at a time: a good key with a bad signature, a bad key with a good signature.
  const [good] = readVectors("signatures").vectors
  if (good === undefined) throw new Error("no vector")
  const [key, signature, message] = [hexOf(good, "key"), hexOf(good, "signature"), hexOf(good, "message")]
  expect(await believing(key, signature, message)).toBe(true)
  expect(await believing(key, plusL(signature, 1n), message)).toBe(false)
  for (const text of Object.values(smallOrderEd25519)) {
    expect(await believing(hex(text), signature, message)).toBe(false)
    expect(await believing(key, wire.concat(hex(text), signature.subarray(32)), message)).toBe(false)
  }
})

describe("ATTACKS 9: a key that makes every secret the same", () => {
  test("ATTACKS 9: no log begins with one and nobody comes in with one", async () => {
    expect(Object.keys(lowOrderX25519)).toHaveLength(14)
    expect(await keysTaken(wire, strict, "x", lowOrderX25519)).toEqual({ begun: 0, admitted: 0 })
    const planted = await keysTaken(await withoutKeyChecks(), strict, "x", lowOrderX25519)
    expect(planted.begun).toBeGreaterThan(0)
    expect(planted.admitted).toBeGreaterThan(0)
  })
})

describe("ATTACKS 52: a text that reads differently on two machines", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  const hostile = readVectors("data").vectors.filter((vector) => vector.type !== "ok")
  const bytesOf = (parts: unknown): Bytes =>
    hex((parts as readonly (readonly [string, number])[]).map(([text, times]) => text.repeat(times)).join(""))
  const taken = (read: (bytes: Bytes) => boolean): number =>
    hostile.filter((vector) => read(bytesOf(vector["parts"]))).length

  test("ATTACKS 52: what some parser reads otherwise is read by nobody here", () => {
    expect(hostile.length).toBeGreaterThan(150)
    expect(taken((bytes) => wire.decodeData(bytes, (b) => decoder.decode(b)).ok)).toBe(0)
    // Planted: what JSON.parse takes, with the decoder everyone has.
    const everyones = new TextDecoder()
    const planted = taken((bytes) => {
      try {
        JSON.parse(everyones.decode(bytes))
        return true
      } catch {
        return false
      }
    })
    expect(planted).toBeGreaterThan(50)
    // Planted: the round trip alone, without the grammar.
    const roundTrip = taken((bytes) => {
      try {
        const text = decoder.decode(bytes)
        return JSON.stringify(JSON.parse(text)) === text
      } catch {
        return false
      }
    })
    expect(roundTrip).toBeGreaterThan(5)
  })

  test("ATTACKS 52: who writes honestly is told before signing", () => {
    const deep = (depth: number): Json => (depth === 1 ? [] : [deep(depth - 1)])
    const told: readonly (readonly [string, unknown])[] = [
      ["data-text", "half of a pair: \ud800"],
      ["data-text", "a byte order mark: \ufeff"],
      ["data-key", { Upper: 1 }],
      ["data-key", { "1": 1 }],
      ["data-key", JSON.parse('{"__proto__":1}')],
      ["data-number", 1.5],
      ["data-number", 2 ** 53],
      ["data-number", 1e21],
      ["data-changed", Number.NaN],
      ["data-changed", -0],
      ["data-changed", Number.POSITIVE_INFINITY],
      ["data-changed", undefined],
      ["data-changed", [undefined]],
      ["data-changed", { a: undefined }],
      ["data-changed", 1n],
      ["data-depth", deep(9)],
      ["data-values", Array.from({ length: 4096 }, () => 0)],
      ["data-length", "x".repeat(65_531)],
    ]
    for (const [type, value] of told)
      expect(wire.encodeData(value as Json), type).toEqual({ ok: false, error: { type } })
    // Two ways to write one letter stay two: normal forms are the writer's business, never a reader's verdict.
    for (const text of ["\u00e9", "e\u0301"]) expect(wire.encodeData(text).ok).toBe(true)
  })
})
