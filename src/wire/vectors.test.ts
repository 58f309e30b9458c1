import { describe, expect, test } from "vitest"
import { fieldsOf, readBody } from "../../tools/vectors/bodies.ts"
import { readLog, summaryOf, worstOf } from "../../tools/vectors/logs.ts"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import { wholeSummaryOf } from "../../tools/vectors/record.ts"
import { isNegative } from "../../tools/vectors/shape.ts"
import type { Vector } from "../../tools/vectors/shape.ts"
import {
  checkEd25519Key,
  checkSignatureBytes,
  checkX25519Key,
  createVerify,
  decodeData,
  decodeHeader,
  decodeRef,
  decodeRun,
  deviceId,
  encodeData,
  encodeHeader,
  encodeRef,
  encodeRun,
  entryHash,
  fromBase64url,
  fromHex,
  H,
  limits,
  signedMessage,
  toBase64url,
  toHex,
  versionHash,
} from "./index.ts"
import type { Bytes, Entry, SubtleLike } from "./index.ts"

// Every golden vector of this floor, read from its bytes: the type, and every value it speaks of.

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const verify = createVerify(crypto.subtle as unknown as SubtleLike)
const text = (vector: Vector, field: string): string => {
  const value = vector[field]
  if (typeof value !== "string") throw new Error(`${vector.name}: no ${field}`)
  return value
}
type Read = { readonly type: string; readonly [field: string]: unknown }
const okOr = (passes: boolean): Read => ({ type: passes ? "ok" : "refused" })

/** Reads every vector of a file, and gives back how many were negative. */
async function readAll(file: string, read: (vector: Vector) => Read | Promise<Read>): Promise<number> {
  const { vectors } = readVectors(file)
  for (const vector of vectors) {
    const { type, ...values } = await read(vector)
    expect({ name: vector.name, type, ...values }).toEqual({
      name: vector.name,
      type: vector.type,
      ...Object.fromEntries(Object.keys(values).map((field) => [field, vector[field]])),
    })
  }
  return vectors.filter(isNegative).length
}

function hashed(v: Vector): Read {
  switch (text(v, "is")) {
    case "H":
      return { type: "ok", out: toHex(H(text(v, "tag"), hexOf(v, "x"))) }
    case "signed":
      return { type: "ok", out: toHex(signedMessage(text(v, "tag"), hexOf(v, "x"))) }
    case "device":
      return { type: "ok", out: toHex(deviceId(hexOf(v, "ed"), hexOf(v, "x25519"))) }
    case "entry":
      return { type: "ok", out: toHex(entryHash({ header: hexOf(v, "header"), sig: hexOf(v, "sig") })) }
    case "version":
      return {
        type: "ok",
        out: toHex(versionHash(hexOf(v, "device"), hexOf(v, "uid"), hexOf(v, "data"))),
      }
    default:
      // HKDF, HMAC and commitments are the ledger's.
      return { type: v.type }
  }
}

function bytesOfParts(vector: Vector): Bytes {
  const parts = vector["parts"] as readonly (readonly [string, number])[]
  return fromHex(parts.map(([hex, times]) => hex.repeat(times)).join("")) ?? new Uint8Array(0)
}

function readData(vector: Vector): Read {
  const bytes = bytesOfParts(vector)
  const read = decodeData(bytes, (b) => decoder.decode(b))
  if (!read.ok) return { type: read.error.type }
  const again = encodeData(read.value)
  expect(again.ok && toHex(again.value), vector.name).toBe(toHex(bytes))
  return "value" in vector ? { type: "ok", value: read.value } : { type: "ok" }
}

function readHeader(vector: Vector): Read {
  const header = decodeHeader(hexOf(vector, "header"))
  if (!header.ok) return { type: header.error.type }
  expect(toHex(encodeHeader(header.value))).toBe(vector["header"])
  return { type: "ok", value: fieldsOf(header.value) }
}

const entryOf = (of: unknown): Entry => {
  const { header, sig, body } = of as Readonly<Record<"header" | "sig", string>> & { body: string | null }
  const bytes = (hex: string): Bytes => fromHex(hex) ?? new Uint8Array(0)
  return { header: bytes(header), sig: bytes(sig), body: body === null ? null : bytes(body) }
}

describe("golden vectors of the open half", () => {
  test("every hash is what the vectors say", async () => {
    expect(await readAll("hashes", hashed)).toBe(0)
  })
  test("every header reads as the vectors say", async () => {
    expect(await readAll("header", readHeader)).toBeGreaterThan(40)
  })
  test("every text reads, or is refused for the reason the vectors say", async () => {
    expect(await readAll("data", readData)).toBeGreaterThan(150)
  })
  test("every key and signature passes the checks by bytes, or does not, as the vectors say", async () => {
    const checks: Readonly<Record<string, (bytes: Bytes) => boolean>> = {
      ed25519: checkEd25519Key,
      x25519: checkX25519Key,
      signature: checkSignatureBytes,
    }
    const negative = await readAll("keys", (v) =>
      okOr(checks[text(v, "check")]?.(hexOf(v, "bytes")) ?? false),
    )
    expect(negative).toBeGreaterThan(50)
  })
  test("every signature stands, or does not, as the vectors say", async () => {
    const negative = await readAll("signatures", async (v) =>
      okOr(
        await verify(
          hexOf(v, "key"),
          hexOf(v, "signature"),
          signedMessage(text(v, "tag"), hexOf(v, "message")),
        ),
      ),
    )
    expect(negative).toBeGreaterThan(80)
  })
  test("every signature on which libraries differ stands, or does not, as the vectors say", async () => {
    const negative = await readAll("edges", async (v) =>
      okOr(await verify(hexOf(v, "key"), hexOf(v, "signature"), hexOf(v, "message"))),
    )
    expect(negative).toBeGreaterThan(70)
  })
  test("every open body reads as the vectors say", async () => {
    const negative = await readAll("bodies", (v) => readBody(v["as"] as "control", hexOf(v, "body")))
    expect(negative).toBeGreaterThan(50)
  })
  test("every ref and every bytes-as-text reads as the vectors say", async () => {
    const negative = await readAll("refs", (v) => {
      if (text(v, "is") === "ref") {
        const ref = decodeRef(text(v, "text"))
        if (ref === null) return { type: "refused" }
        expect(encodeRef(ref.device, ref.uid)).toBe(v["text"])
        return { type: "ok", device: toHex(ref.device), uid: toHex(ref.uid) }
      }
      const bytes = fromBase64url(text(v, "text"))
      if (bytes === null) return { type: "refused" }
      expect(toBase64url(bytes)).toBe(v["text"])
      return { type: "ok", bytes: toHex(bytes) }
    })
    expect(negative).toBeGreaterThan(20)
  })
  test("every run on the wire reads as the vectors say", async () => {
    const negative = await readAll("runs", (v) => {
      const run = decodeRun(hexOf(v, "run"), limits.runEntries)
      if (!run.ok) return { type: run.error.type }
      expect(toHex(encodeRun(run.value))).toBe(v["run"])
      return { type: "ok", bodies: run.value.map((entry) => entry.body?.length ?? null) }
    })
    expect(negative).toBeGreaterThan(10)
  })
  test.each([
    ["logs", 200, summaryOf],
    ["record", 100, wholeSummaryOf],
  ])(
    "every log of %s is judged entry by entry as the vectors say, and leaves the same behind",
    async (file, most, summary) => {
      const shared = readVectors(file).shared ?? {}
      const negative = await readAll(file, async (v) => {
        const before = (shared[text(v, "after")] as readonly unknown[]).map(entryOf)
        const entries = (v["entries"] as readonly unknown[]).map(entryOf)
        const { said, state } = await readLog(hexOf(v, "logId"), before, entries)
        return { type: worstOf(said), verdicts: said, state: summary(state) }
      })
      expect(negative).toBeGreaterThan(most)
    },
  )
})
