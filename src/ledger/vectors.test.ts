import { decodeData, decodeHeader, deviceId, toHex, utf8 } from "#wire"
import { describe, expect, test } from "vitest"
import { hexOf, readVectors, vectorFiles } from "../../tools/vectors/read.ts"
import { readHeldCase } from "../../tools/vectors/held.ts"
import { isNegative } from "../../tools/vectors/shape.ts"
import type { Vector } from "../../tools/vectors/shape.ts"
import type { Json } from "#wire"
import {
  answerUid,
  checkRequest,
  commitmentOf,
  derive,
  epochKeyFrom,
  inviteKeys,
  mac,
  open,
  readAnswer,
  readEnded,
  readLink,
  heldIn,
  readRelease,
  readReveal,
  sasWords,
} from "./index.ts"
import type { DeviceKeys, Exchange } from "./index.ts"
import { toolsFrom, verify } from "./testing/people.ts"

// Every golden vector of this floor, read from its bytes: the type, and every value it speaks of.

const t = toolsFrom(1)
const text = (vector: Vector, field: string): string => {
  const value = vector[field]
  if (typeof value !== "string") throw new Error(`${vector.name}: no ${field}`)
  return value
}
type Read = { readonly type: string; readonly [field: string]: unknown }

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
    case "HKDF":
      return {
        type: "ok",
        out: toHex(
          derive(
            hexOf(v, "ikm"),
            hexOf(v, "salt"),
            text(v, "label"),
            hexOf(v, "context"),
            v["length"] as number,
          ),
        ),
      }
    case "HMAC":
      return { type: "ok", out: toHex(mac(hexOf(v, "key"), hexOf(v, "x"))) }
    case "commitment":
      return { type: "ok", out: toHex(commitmentOf(hexOf(v, "key"))) }
    default:
      // The plain hashes are wire's.
      return { type: v.type }
  }
}

async function opened(v: Vector): Promise<Read> {
  const header = decodeHeader(hexOf(v, "header"))
  if (!header.ok) throw new Error(`${v.name}: ${header.error.type}`)
  const epochs = v["epochKey"] === null ? new Map() : new Map([[header.value.epoch, hexOf(v, "epochKey")]])
  const body = v["body"] === null ? null : hexOf(v, "body")
  const entry = { header: hexOf(v, "header"), sig: new Uint8Array(64), body }
  const read = await open(t, epochs, header.value, entry)
  if (!read.ok) return { type: read.error.type === "missing" ? "missing" : read.error.why }
  const { kind, body: said, day, basis, ref, version } = read.value
  const data = decodeData(utf8(text(v, "data")), t.decodeUtf8)
  expect(data.ok && data.value).toMatchObject({ kind, body: said, day, basis })
  return { type: "ok", ref, version }
}

async function unwrapped(v: Vector): Promise<Read> {
  const [ed, x] = [hexOf(v, "ed"), hexOf(v, "x25519")]
  const device: DeviceKeys = {
    id: deviceId(ed, x),
    ed: { publicKey: ed, pkcs8: new Uint8Array(0) },
    x: { publicKey: x, privateKey: hexOf(v, "x25519Private") },
  }
  const body = v["body"] === null ? null : hexOf(v, "body")
  const key = await epochKeyFrom(device, { header: hexOf(v, "header"), sig: new Uint8Array(64), body })
  if (!key.ok) return { type: key.error.type }
  if (key.value === null) return { type: "none" }
  return { type: "ok", number: key.value.number, key: toHex(key.value.key) }
}

function invited(v: Vector): Read {
  if (text(v, "is") === "keys") {
    const keys = inviteKeys(hexOf(v, "secret"))
    return {
      type: "ok",
      inviteId: toHex(keys.inviteId),
      macKey: toHex(keys.macKey),
      mailbox: toHex(keys.H),
    }
  }
  const link = readLink(text(v, "link"), t.decodeUtf8)
  if (!link.ok) return { type: link.error.type }
  const { logId, secret, relay } = link.value
  return { type: "ok", logId: toHex(logId), secret: toHex(secret), relay }
}

async function lettered(v: Vector): Promise<Read> {
  const bytes = hexOf(v, "bytes")
  if (text(v, "letter") === "request") {
    const invitation = { logId: hexOf(v, "logId"), secret: hexOf(v, "secret") }
    const read = await checkRequest(verify, invitation, hexOf(v, "inviteHash"), bytes)
    if (!read.ok) return { type: read.error.type }
    const { member, ed, x, nB } = read.value
    return { type: "ok", member: toHex(member), ed: toHex(ed), x25519: toHex(x), nB: toHex(nB) }
  }
  const e: Exchange = {
    logId: hexOf(v, "logId"),
    inviteEntryHash: hexOf(v, "inviteHash"),
    requestHash: hexOf(v, "requestHash"),
  }
  const ed = hexOf(v, "ed")
  switch (text(v, "letter")) {
    case "reveal": {
      const read = await readReveal(verify, ed, e, hexOf(v, "commitment"), bytes)
      return read.ok ? { type: "ok", nA: toHex(read.value) } : { type: read.error.type }
    }
    case "ended": {
      const read = await readEnded(verify, [ed], e, bytes)
      return read.ok ? { type: "ok", reason: read.value } : { type: read.error.type }
    }
    default: {
      const who = text(v, "letter") === "answer-inviter" ? "inviter" : "joiner"
      const read = await readAnswer(verify, ed, e, who, bytes)
      return read.ok ? { type: "ok", ...read.value } : { type: read.error.type }
    }
  }
}

function worded(v: Vector): Read {
  const words = sasWords({
    logId: hexOf(v, "logId"),
    inviter: { ed: hexOf(v, "inviterEd"), x: hexOf(v, "inviterX") },
    joiner: { ed: hexOf(v, "joinerEd"), x: hexOf(v, "joinerX") },
    nA: hexOf(v, "nA"),
    nB: hexOf(v, "nB"),
  })
  return { type: words.join() === (v["words"] as readonly number[]).join() ? "ok" : "differs" }
}

describe("golden vectors of the sealed half", () => {
  test("every derived key is what the vectors say", async () => {
    expect(await readAll("hashes", hashed)).toBe(0)
  })
  test("every sealed body opens, or stays shut for the reason the vectors say", async () => {
    expect(await readAll("seals", opened)).toBeGreaterThan(45)
  })
  test("every wrapped key comes out, or does not, as the vectors say", async () => {
    expect(await readAll("wraps", unwrapped)).toBeGreaterThan(25)
  })
  test("every link and what comes out of it is as the vectors say", async () => {
    expect(await readAll("invites", invited)).toBeGreaterThan(12)
  })
  test("every letter of an invitation reads as the vectors say", async () => {
    expect(await readAll("letters", lettered)).toBeGreaterThan(60)
  })
  test("the words two people read to each other are what the vectors say", async () => {
    expect(await readAll("words", worded)).toBe(5)
  })
  test("every held answer and every release reads as the vectors say", async () => {
    const negative = await readAll("held", async (v) => {
      const body = (v["body"] ?? null) as Json
      switch (text(v, "is")) {
        case "uid": {
          const round = { ref: text(v, "round"), seed: hexOf(v, "seed"), size: 256 }
          return { type: "ok", uid: toHex(answerUid(round, hexOf(v, "logId"), hexOf(v, "member"))) }
        }
        case "release":
          return { type: readRelease(body) === null ? "layout" : "ok" }
        case "of-round":
          return {
            type: heldIn({ ref: text(v, "round"), size: Number(v["size"]) }, body) === null ? "layout" : "ok",
          }
        default:
          return readHeldCase({ k: hexOf(v, "k"), device: hexOf(v, "device"), uid: hexOf(v, "uid"), body })
      }
    })
    expect(negative).toBeGreaterThan(30)
  })
  test("no file of vectors lies there that nobody reads", () => {
    const read = [
      "held",
      "rewraps",
      "copies",
      "copy-files",
      "exports",
      "export-files",
      "files",
      "hashes",
      "seals",
      "seen",
      "wraps",
      "invites",
      "letters",
      "sheets",
      "links",
      "words",
    ]
    const wires = [
      "bodies",
      "data",
      "edges",
      "hashes",
      "header",
      "keys",
      "logs",
      "record",
      "refs",
      "runs",
      "signatures",
    ]
    expect(vectorFiles()).toEqual([...new Set([...read, ...wires])].toSorted())
  })
})
