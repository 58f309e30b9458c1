import { readFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { batchLimits, batchSteps, BATCH_OVERHEAD, H, SLOT_SIZE, toBase64url } from "#wire"
import type { Bytes } from "#wire"
import type { Relay } from "./relay.ts"
import { openSqliteStore } from "./store/sqlite.ts"
import { someTime, testRelay, typeOf } from "./testing/asking.ts"
import { noise } from "./testing/writer.ts"

// spec/relay.md §9, asked of the relay as a function.

const smallest = batchSteps[0] + BATCH_OVERHEAD
const nameOf = (tag: string, secret: Bytes): string => toBase64url(H(tag, secret))
const withSecret = (secret: Bytes) => ({ "Goldseam-Secret": toBase64url(secret) })

function adding(secret: Bytes, n: number | string, body: Bytes): Request {
  const address = `http://relay/api/batches/${nameOf("batches", secret)}/${String(n)}`
  return new Request(address, { method: "PUT", headers: withSecret(secret), body })
}
function reading(secret: Bytes, from = 0): Request {
  const address = `http://relay/api/batches/${nameOf("batches", secret)}?from=${String(from)}`
  return new Request(address, { headers: withSecret(secret) })
}
function slot(secret: Bytes, body?: Bytes): Request {
  const how = body === undefined ? {} : { method: "PUT", body }
  return new Request(`http://relay/api/slot/${nameOf("locator", secret)}`, {
    ...how,
    headers: withSecret(secret),
  })
}
async function typed(relay: Relay, request: Request): Promise<string> {
  const response = await relay.fetch(request)
  return response.status === 200 ? "ok" : typeOf(response)
}
async function batchesIn(relay: Relay, secret: Bytes, from = 0) {
  const response = await relay.fetch(reading(secret, from))
  const bytes = Buffer.from(await response.arrayBuffer())
  const found: { readonly n: number; readonly bytes: Bytes }[] = []
  for (let at = 0; at < bytes.length;) {
    const [n, length] = [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
    found.push({ n, bytes: new Uint8Array(bytes.subarray(at + 8, at + 8 + length)) })
    at += 8 + length
  }
  return { count: response.headers.get("goldseam-batches"), found }
}

test("batches are read back in order, byte for byte, by who knows the secret", async () => {
  const relay = testRelay()
  const secret = noise(32)
  const all = [noise(smallest), noise(batchSteps[1] + BATCH_OVERHEAD), noise(smallest)]
  for (const [n, bytes] of all.entries()) expect(await typed(relay, adding(secret, n, bytes))).toBe("ok")
  expect(await batchesIn(relay, secret)).toEqual({ count: "3", found: all.map((bytes, n) => ({ n, bytes })) })
  expect((await batchesIn(relay, secret, 2)).found).toHaveLength(1)
  expect(await batchesIn(relay, secret, 3)).toEqual({ count: "3", found: [] })
})

test("what does not fit into one answer comes with the next", async () => {
  const relay = testRelay()
  const secret = noise(32)
  const large = noise(batchLimits.batchBytes)
  for (let n = 0; n < 5; n += 1) expect(await typed(relay, adding(secret, n, large))).toBe("ok")
  const first = await batchesIn(relay, secret)
  expect([first.count, first.found.length]).toEqual(["5", 3])
  expect((await batchesIn(relay, secret, 3)).found.map((b) => b.n)).toEqual([3, 4])
})

test("only the next number is taken, the same bytes again are the same batch, and nothing is overwritten", async () => {
  const relay = testRelay()
  const secret = noise(32)
  const [first, other] = [noise(smallest), noise(smallest)]
  expect(await typed(relay, adding(secret, 1, first))).toBe("out-of-order")
  expect(await typed(relay, adding(secret, 0, first))).toBe("ok")
  expect(await typed(relay, adding(secret, 0, first))).toBe("ok")
  expect(await typed(relay, adding(secret, 0, other))).toBe("slot-taken")
  expect(await typed(relay, adding(secret, 5, other))).toBe("out-of-order")
  expect((await batchesIn(relay, secret)).found).toEqual([{ n: 0, bytes: first }])
})

test("a store nobody began and a slot nobody filled answer as empty ones; what is no name, no secret or no size is malformed", async () => {
  const relay = testRelay()
  const [secret, other] = [noise(32), noise(32)]
  expect(await batchesIn(relay, secret)).toEqual({ count: "0", found: [] })
  const empty = await relay.fetch(slot(secret))
  expect([empty.status, (await empty.arrayBuffer()).byteLength]).toEqual([200, 0])
  const headers = withSecret(other)
  const asked = [
    new Request(`http://relay/api/batches/${nameOf("batches", secret)}`, { headers }),
    new Request(`http://relay/api/batches/${nameOf("batches", secret)}`),
    new Request(`http://relay/api/batches/short`, { headers }),
    new Request(`http://relay/api/slot/${nameOf("batches", secret)}`, { headers: withSecret(secret) }),
    new Request(`http://relay/api/batches/${nameOf("locator", secret)}`, { headers: withSecret(secret) }),
    adding(secret, "01", noise(smallest)),
    adding(secret, "-1", noise(smallest)),
    adding(secret, "x", noise(smallest)),
    adding(secret, 0, noise(smallest - 1)),
    adding(secret, 0, noise(smallest + 1)),
    adding(secret, 0, noise(0)),
    slot(secret, noise(SLOT_SIZE - 1)),
    slot(secret, noise(0)),
  ]
  for (const request of asked) expect(await typed(relay, request)).toBe("malformed")
  expect(await typed(relay, adding(secret, 0, noise(batchLimits.batchBytes + 1)))).toBe("oversize")
  expect(await typed(relay, slot(secret, noise(SLOT_SIZE + 1)))).toBe("oversize")
  expect((await batchesIn(relay, secret)).count).toBe("0")
})

test("a slot is overwritten by who knows its secret, and read by them", async () => {
  const relay = testRelay()
  const secret = noise(32)
  const [first, second] = [noise(SLOT_SIZE), noise(SLOT_SIZE)]
  expect(await typed(relay, slot(secret, first))).toBe("ok")
  expect(await typed(relay, slot(secret, second))).toBe("ok")
  const read = await relay.fetch(slot(secret))
  expect(new Uint8Array(await read.arrayBuffer())).toEqual(second)
})

test("too many in a day, in a store, or begun in one hour are refused; what stands already is still acknowledged", async () => {
  let at = someTime
  const batchLimits = { batchesPerDay: 2, batches: 3, begunPerHour: 3 }
  const relay = testRelay({ clock: () => at, batchLimits })
  const secret = noise(32)
  const first = noise(smallest)
  expect(await typed(relay, adding(secret, 0, first))).toBe("ok")
  expect(await typed(relay, adding(secret, 1, noise(smallest)))).toBe("ok")
  expect(await typed(relay, adding(secret, 2, noise(smallest)))).toBe("too-many")
  expect(await typed(relay, adding(secret, 0, first))).toBe("ok")
  at += 86_400_000
  expect(await typed(relay, adding(secret, 2, noise(smallest)))).toBe("ok")
  at += 86_400_000
  expect(await typed(relay, adding(secret, 3, noise(smallest)))).toBe("too-many")
  for (let n = 0; n < 3; n += 1) expect(await typed(relay, slot(noise(32), noise(SLOT_SIZE)))).toBe("ok")
  expect(await typed(relay, slot(noise(32), noise(SLOT_SIZE)))).toBe("too-many")
  expect(await typed(relay, adding(noise(32), 0, noise(smallest)))).toBe("too-many")
  at += 3_600_000
  expect(await typed(relay, adding(noise(32), 0, noise(smallest)))).toBe("ok")
})

test("a store and a slot that were let go are gone from the relay's file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-"))
  const file = join(folder, "relay.db")
  const relay = testRelay({ store: openSqliteStore(file) })
  const [secret, bytes, before] = [noise(32), noise(smallest), noise(SLOT_SIZE)]
  await relay.fetch(adding(secret, 0, bytes))
  await relay.fetch(slot(secret, before))
  await relay.fetch(slot(secret, noise(SLOT_SIZE)))
  const address = `http://relay/api/batches/${nameOf("batches", secret)}`
  const gone = await relay.fetch(new Request(address, { method: "DELETE", headers: withSecret(secret) }))
  expect(gone.status).toBe(200)
  expect((await batchesIn(relay, secret)).count).toBe("0")
  relay.close()
  const heap = readFileSync(file)
  expect(heap.includes(Buffer.from(bytes.subarray(0, 64)))).toBe(false)
  expect(heap.includes(Buffer.from(before.subarray(0, 64)))).toBe(false)
  rmSync(folder, { recursive: true })
})

test("a page of another origin asks for neither", async () => {
  const relay = testRelay()
  const secret = noise(32)
  const headers = { ...withSecret(secret), "Sec-Fetch-Site": "cross-site" }
  for (const way of [`batches/${nameOf("batches", secret)}`, `slot/${nameOf("locator", secret)}`])
    expect(await typed(relay, new Request(`http://relay/api/${way}`, { headers }))).toBe("wrong-origin")
})
