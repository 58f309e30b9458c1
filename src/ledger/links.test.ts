import { equalBytes } from "#wire"
import type { Bytes } from "#wire"
import { describe, expect, test } from "vitest"
import {
  readHelloOf,
  readLetter,
  readLinkKeys,
  readLinkWords,
  readRequestOf,
  readTypedLink,
  readWelcome,
} from "../../tools/vectors/links.ts"
import { readPiece } from "../../tools/vectors/parcels.ts"
import { readSpaceKeys } from "../../tools/vectors/spaces.ts"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import type { Vector } from "../../tools/vectors/shape.ts"
import {
  checkLinkRequest,
  createDevice,
  deviceLink,
  encodeHello,
  encodeLinkEnd,
  linkEnds,
  linkKeys,
  makeLinkRequest,
  makeWelcome,
  openLetter,
  openParcelPiece,
  openWelcome,
  parcelPlace,
  parcelStores,
  piecesFor,
  readDeviceLink,
  readHello,
  readLinkEnd,
  sealLetter,
  sealParcelPiece,
} from "./index.ts"
import { toolsFrom, verify } from "./testing/people.ts"

// spec/ledger.md §20: the link, the letters, the words and the welcome.

const t = toolsFrom(20)

function read(v: Vector): Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>> {
  const bytes = (name: string): Bytes => hexOf(v, name)
  const said = () => ({ hello: bytes("hello"), request: bytes("request"), nA: bytes("nA") })
  switch (v["is"]) {
    case "link":
      return readTypedLink(String(v["link"]))
    case "keys":
      return readLinkKeys(bytes("secret"))
    case "letter":
      return readLetter(bytes("secret"), Number(v["n"]), bytes("bytes"))
    case "hello":
      return readHelloOf(bytes("content"))
    case "request":
      return readRequestOf(bytes("hello"), bytes("content"))
    case "words":
      return readLinkWords(said())
    case "parcel":
      return readPiece(bytes("secret"), Number(v["i"]), bytes("bytes"))
    case "space":
      return readSpaceKeys(
        { id: bytes("device"), x: { publicKey: new Uint8Array(32), privateKey: bytes("private") } },
        { privateLog: bytes("privateLog"), log: bytes("log"), member: bytes("member") },
        v["body"] as Parameters<typeof readSpaceKeys>[2],
      )
    default: {
      const x = { publicKey: new Uint8Array(32), privateKey: bytes("private") }
      return readWelcome(said(), bytes("by"), { id: bytes("device"), x }, bytes("content"))
    }
  }
}

test("every link, letter, word and welcome reads as the vectors say", async () => {
  const { vectors } = readVectors("links")
  for (const vector of vectors) {
    const got = await read(vector)
    const said = Object.fromEntries(Object.keys(got).map((field) => [field, vector[field]]))
    expect({ name: vector.name, ...got }).toEqual({ name: vector.name, ...said })
  }
  expect(vectors.length).toBeGreaterThan(102)
})

const adder = async () => {
  const device = await createDevice(t)
  const said = { logId: t.random(32), member: t.random(16), ed: device.ed.publicKey, x: device.x.publicKey }
  return { device, said }
}

describe("what is written reads back", () => {
  test("link, letters and their ends", async () => {
    const [secret, nA] = [t.random(32), t.random(32)]
    const link = readDeviceLink(
      deviceLink("https://a.example/", { secret, nA }, "https://r.example"),
      t.decodeUtf8,
    )
    expect(link).toMatchObject({ ok: true, value: { secret, relay: "https://r.example" } })
    const keys = linkKeys(secret)
    const sealed = await sealLetter(t, keys, 2, { kind: "reveal", content: nA })
    expect(sealed).toHaveLength(16_464)
    expect(await openLetter(t, keys, 2, sealed)).toEqual({ ok: true, value: { kind: "reveal", content: nA } })
    for (const end of linkEnds) expect(readLinkEnd(encodeLinkEnd(end))).toBe(end)
    for (const other of [[], [0], [4], [1, 1]]) expect(readLinkEnd(Uint8Array.from(other))).toBeNull()
  })

  test.each(["shared", "alone"])("hello, request and welcome, %s", async (how) => {
    const [own, there] = [await adder(), how === "shared" ? await adder() : null]
    const hello = { own: own.said, shared: there?.said ?? null }
    const bytes = encodeHello(hello)
    expect(readHello(bytes)).toEqual({ ok: true, value: hello })
    const [mine, second, nB] = [await createDevice(t), await createDevice(t), t.random(32)]
    const request = await makeLinkRequest(t, hello, { own: mine, shared: second, nB })
    const checked = await checkLinkRequest(verify, hello, request)
    expect(checked.ok && [checked.value.own.ed, checked.value.shared?.ed]).toEqual([
      mine.ed.publicKey,
      there === null ? undefined : second.ed.publicKey,
    ])
    const said = { hello: bytes, request, nA: t.random(32) }
    const head = { seq: 4, hash: t.random(32) }
    const welcome = {
      store: t.random(32),
      batchKey: t.random(32),
      head,
      shared: there === null ? null : head,
      sheet: there === null ? null : { locator: t.random(32), day: "2026-11-26" },
      parcel: there === null ? null : { secret: t.random(32), pieces: 7 },
      // More than the smallest letter holds.
      keys: Array.from({ length: 500 }, (_, n) => ({ of: "own" as const, epoch: n + 1, key: t.random(32) })),
    }
    const to = { ed: mine.ed.publicKey, x: mine.x.publicKey }
    const content = await makeWelcome(t, own.device, said, to, welcome)
    const opened = await openWelcome({ tools: t, verify }, mine, said, own.said.ed, content)
    expect(opened).toEqual({ ok: true, value: welcome })
    const letter = await sealLetter(t, linkKeys(said.nA), 4, { kind: "welcome", content })
    expect(letter).toHaveLength(65_616)
    const back = await openLetter(t, linkKeys(said.nA), 4, letter)
    expect(back.ok && equalBytes(back.value.content, content)).toBe(true)
  })
})

test("a parcel larger than one store holds comes back whole, piece by piece, each in its own place", async () => {
  const secret = t.random(32)
  const whole = new Uint8Array(8 * 1_048_571 + 10).map((_, n) => (n * 7) & 255)
  expect(piecesFor(whole.length)).toBe(9)
  const [last, ninth] = [parcelPlace(secret, 7), parcelPlace(secret, 8)]
  expect([last.n, ninth.n]).toEqual([7, 0])
  expect(equalBytes(last.store, ninth.store)).toBe(false)
  expect(parcelStores(secret, 9).map((store) => store.join())).toEqual([
    last.store.join(),
    ninth.store.join(),
  ])
  let at = 0
  for (let i = 0; i < 9; i += 1) {
    const sealed = await sealParcelPiece(t, secret, i, whole)
    expect(sealed).toHaveLength(i < 8 ? 1_048_656 : 16_464)
    const opened = await openParcelPiece(t, secret, i, sealed)
    if (!opened.ok) throw new Error(opened.error.type)
    expect(equalBytes(opened.value, whole.subarray(at, at + opened.value.length))).toBe(true)
    at += opened.value.length
    expect((await openParcelPiece(t, secret, i + 1, sealed)).ok).toBe(false)
  }
  expect(at).toBe(whole.length)
})
