import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createDevice, createLog, makeDeviceAdd, place } from "#ledger"
import { openSqliteStore } from "#relay"
import { batchSteps, BATCH_OVERHEAD, copy, fromBase64url, SLOT_SIZE } from "#wire"
import type { Entry } from "#wire"
import { expect, test } from "vitest"
import { looks } from "../testing/duo.ts"
import { isWrite, serving } from "../testing/malice.ts"
import { relayOrigin, toolsOf } from "../testing/people.ts"
import { honestRelay } from "../testing/relays.ts"
import { alone, back, kept, ownTitles, pairOfTwo, says, sheetOf, titles } from "../testing/sheets.ts"
import { createRelayClient } from "../server/relay-client.ts"

// ATTACKS 12, 13, 14, 19, 35: a server, or somebody with its file, and a person who comes back with a sheet.

const day = 86_400_000
const t = toolsOf()
/** Where nobody signs in: somebody with the server's file. */
const anybody = { is: "keys", keys: await createDevice(t) } as const

test("row 13: the use of a sheet shows on every device of everybody, and goes away only where somebody puts it away", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  await back(pair.empty(), code)
  pair.clock.forward(day)
  await looks(pair)
  const [hers, his] = [pair.ana.snapshot().recovery?.uses ?? [], pair.ben.snapshot().recovery?.uses ?? []]
  expect(hers).toMatchObject([{ mine: true, day: "2026-11-25" }])
  expect(his).toMatchObject([{ mine: false, day: "2026-11-25" }])
  expect(pair.ben.snapshot().people.nameOf(his[0]?.writer ?? "")).toBe("Ana")
  await looks(pair)
  expect(pair.ben.snapshot().recovery?.uses).toEqual(his)
  await pair.ben.recovery.putAway(his[0]?.id ?? "")
  await looks(pair)
  expect(pair.ben.snapshot().recovery).toBeUndefined()
  expect(pair.ana.snapshot().recovery?.uses).toEqual(hers)
})

test("row 13: a server that adds a device by itself, as an operator might call it a recovery, is told as a fault", async () => {
  const pair = await pairOfTwo()
  await sheetOf(pair.keepers.ana)
  await pair.ben.sync()
  const log = pair.asked.findLast(({ path }) => path.startsWith("/api/log/"))?.path.slice(9, 52) ?? ""
  const logId = fromBase64url(log) ?? new Uint8Array(32)
  const client = createRelayClient(
    honestRelay(pair.clock, { store: pair.store, isOpen: true }),
    relayOrigin,
    t,
  )
  const served = await client.read(logId, 0, anybody)
  if (!served.ok) throw new Error("nothing served")
  const [own, strange] = [await createDevice(t), await createDevice(t)]
  const fake = await createLog(t, own)
  const member = t.random(16)
  const add = await makeDeviceAdd(t, strange, { logId, member, adder: own.id, rank: 1 })
  const forged = await place(t, own, fake, [{ uid: t.random(16), control: add }]).then(({ entries }) => {
    const header = Uint8Array.from(entries[0]?.header ?? [])
    // The same entry, said to stand on Ben's head: nothing but the signer is wrong with it.
    const last = served.value.entries.length
    header.set(logId, 1)
    new DataView(header.buffer).setBigUint64(33, BigInt(last))
    header.set(served.value.head?.hash ?? new Uint8Array(32), 41)
    return { header, sig: entries[0]?.sig ?? new Uint8Array(64), body: entries[0]?.body ?? null }
  })
  pair.between((relay) =>
    serving(relay, (entries, from) => (from === served.value.entries.length ? [forged] : entries)),
  )
  await pair.ben.sync()
  expect(pair.ben.snapshot().alarm).toBe("signer")
  expect(pair.ben.snapshot().recovery).toBeUndefined()
})

test("row 19: an older beginning of the shared log: it stays said that newer things cannot be ruled out, and the first meeting with the truth is an alarm", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  await looks(pair)
  // The server keeps a copy of now, on which it will let her go on alone.
  const log = pair.asked.findLast(({ path }) => path.startsWith("/api/log/"))?.path.slice(9, 52) ?? ""
  const past = honestRelay(pair.clock, { isOpen: true })
  const client = createRelayClient(
    honestRelay(pair.clock, { store: pair.store, isOpen: true }),
    relayOrigin,
    t,
  )
  const served = await client.read(fromBase64url(log) ?? new Uint8Array(32), 0, anybody)
  if (!served.ok) throw new Error("nothing served")
  await createRelayClient(past, relayOrigin, t).append(
    fromBase64url(log) ?? new Uint8Array(32),
    served.value.entries,
    anybody.keys,
  )
  await says(pair.ben, "The promise is off")
  pair.between((relay) => ({
    fetch: (request) =>
      new URL(request.url).pathname.includes("/log/") ? past.fetch(request) : relay.fetch(request),
  }))
  const ana = await back(pair.empty(), code)
  expect(titles(ana)).toEqual(["What Ben opened"])
  for (let n = 0; n < 3; n += 1) {
    pair.clock.forward(day)
    await ana.sync()
    expect(ana.snapshot().recovery?.returned).toMatchObject({ day: "2026-11-24", confirmed: false })
  }
  await says(ana, "I think it still holds")
  // An honest relay does not know the device that she added on the old end; this one shows it the truth.
  const truth = honestRelay(pair.clock, { store: pair.store, isOpen: true })
  pair.between(() => truth)
  await ana.sync()
  expect(ana.snapshot().alarm).toBe("fork")
  expect(ana.snapshot().recovery?.returned?.confirmed).toBe(false)
})

test("row 19: what is older than the sheet itself is refused, in the shared log as in the private one, and the browser stays empty", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  const keeper = pair.empty()
  const refused = async (how: (entries: readonly Entry[], from: number) => readonly Entry[]) => {
    pair.between((relay) => serving(relay, how))
    return keeper.returnWith(code)
  }
  expect(await refused((entries, from) => entries.slice(0, Math.max(0, 4 - from)))).toEqual({
    ok: false,
    because: "older",
  })
  expect(await refused(() => [])).toEqual({ ok: false, because: "older" })
  pair.between((relay) => ({
    fetch: async (request) =>
      new URL(request.url).pathname.includes("/batches/")
        ? new Response(new Uint8Array(0), { headers: { "Goldseam-Batches": "0" } })
        : relay.fetch(request),
  }))
  expect(await keeper.returnWith(code)).toEqual({ ok: false, because: "older" })
  expect(await keeper.state()).toBe("fresh")
  pair.between((relay) => relay)
  expect(await keeper.returnWith(code)).toMatchObject({ ok: true })
})

test("row 14: batches served twice, changed about, or of another store do not hold; what comes in ends before them, and that is said", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const { code } = await sheetOf(pair.keepers.ana)
  await pair.ana.keep("matters.kept", { ...kept, title: "The next day" })
  pair.clock.forward(day)
  await pair.ana.sync()
  const altered = async (
    change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
    keeper = pair.empty(),
  ) => {
    pair.between((relay) => ({
      fetch: async (request) => {
        if (isWrite(request)) throw new TypeError("offline")
        const answer = await relay.fetch(request)
        if (!new URL(request.url).pathname.includes("/batches/")) return answer
        const bytes = new Uint8Array(await answer.arrayBuffer())
        return new Response(bytes.length === 0 ? bytes : change(bytes), { headers: answer.headers })
      },
    }))
    return keeper.returnWith(code)
  }
  const size = 8 + batchSteps[0] + BATCH_OVERHEAD
  const swapped = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    const out = copy(bytes, 0, bytes.length)
    out.set(bytes.subarray(8, size), size + 8)
    out.set(bytes.subarray(size + 8), 8)
    return out
  }
  const twice = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    const out = copy(bytes, 0, bytes.length)
    out.set(bytes.subarray(8, size), size + 8)
    return out
  }
  const turned = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    const out = copy(bytes, 0, bytes.length)
    out[size + 200] = (out[size + 200] ?? 0) ^ 1
    return out
  }
  const keeper = pair.empty()
  expect(await altered(swapped, keeper)).toEqual({ ok: false, because: "damaged" })
  expect(await keeper.state()).toBe("fresh")
  for (const change of [twice, turned]) {
    const torn = await altered(change)
    if (!torn.ok) throw new Error(torn.because)
    expect(ownTitles(torn.session)).toEqual(["The loan"])
    expect(torn.session.snapshot().recovery?.returned).toMatchObject({ isTorn: true, day: "2026-11-24" })
  }
  const whole = await altered((bytes) => bytes, keeper)
  expect(whole.ok && ownTitles(whole.session)).toEqual(["The loan", "The next day"])
  expect(whole.ok && whole.session.snapshot().recovery?.returned).not.toHaveProperty("isTorn")
})

test("row 12: whatever a server adds to its answers, no parameter of it is read: the same code opens the same thing", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  pair.between((relay) => ({
    fetch: async (request) => {
      const answer = await relay.fetch(request)
      const headers = new Headers(answer.headers)
      for (const name of ["Goldseam-Salt", "Goldseam-Kdf", "Goldseam-Iterations", "Goldseam-Cost"])
        headers.set(name, "1")
      return new Response(answer.body, { status: answer.status, headers })
    },
  }))
  expect(ownTitles(await back(pair.empty(), code))).toEqual(["The loan"])
})

test("an old code with everything a server kept: it opens what came before, and signs nothing any more", async () => {
  const pair = await pairOfTwo()
  const old = await sheetOf(pair.keepers.ana)
  const keptBack = new Map<string, Response>()
  // Somebody who photographed the sheet looks once, reading only; the server keeps what it served.
  pair.between((relay) => ({
    fetch: async (request) => {
      if (isWrite(request)) throw new Error("offline")
      const answer = await relay.fetch(request)
      if (/batches|slot/.test(request.url)) keptBack.set(request.url, answer.clone())
      return answer
    },
  }))
  expect(ownTitles(await back(pair.empty(), old.code))).toEqual(["The loan"])
  pair.between((relay) => relay)
  await sheetOf(pair.keepers.ana)
  await pair.ana.keep("matters.kept", { ...kept, title: "Since then" })
  const keeper = pair.empty()
  pair.between((relay) => ({
    fetch: (request) => {
      const served = keptBack.get(request.url)
      return served === undefined ? relay.fetch(request) : Promise.resolve(served.clone())
    },
  }))
  expect(await keeper.returnWith(old.code)).toEqual({ ok: false, because: "replaced" })
  expect(await keeper.state()).toBe("fresh")
})

test("row 35: with the server's file in hand: no word, no name, and no more than the list in spec/relay.md says", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-"))
  const file = join(folder, "relay.db")
  const pair = await pairOfTwo(openSqliteStore(file))
  const { code } = await sheetOf(pair.keepers.ana)
  for (let n = 0; n < 3; n += 1) {
    pair.clock.forward(day)
    await pair.ana.keep("matters.kept", { ...kept, title: `Her own page ${String(n)}` })
    await pair.ana.sync()
  }
  // What a request for a copy shows: its way, one secret, and one of a few sizes. Nothing in it is in any request for what is shared.
  const isOwn = (path: string): boolean => /^\/api\/(batches|slot)\//.test(path)
  const own = pair.asked.filter(({ path }) => isOwn(path))
  const shared = pair.asked.filter(({ path }) => !isOwn(path))
  const sizes = [0, SLOT_SIZE, ...batchSteps.map((step) => step + BATCH_OVERHEAD)]
  expect(own.length).toBeGreaterThan(4)
  for (const { path, headers, body } of own) {
    expect(path).toMatch(/^\/api\/(batches\/[\w-]{43}(\/\d+|\?from=\d+)?|slot\/[\w-]{43})$/)
    expect((JSON.parse(headers) as [string, string][]).map(([name]) => name)).toEqual(["goldseam-secret"])
    expect(sizes).toContain(body.length)
    const names = `${path} ${headers}`.match(/[\w-]{43}/g) ?? []
    for (const name of names) expect(shared.some((a) => `${a.path} ${a.headers}`.includes(name))).toBe(false)
  }
  pair.store.close()
  const heap = readFileSync(file)
  for (const word of [
    "The loan",
    "never said aloud",
    "Her own page",
    "Ana",
    "matters.kept",
    "home.sheet",
    code,
  ])
    expect(heap.includes(word), word).toBe(false)
  const { default: sqlite } = await import("node:sqlite")
  const db = new sqlite.DatabaseSync(file, { readOnly: true })
  const columns = (table: string): readonly unknown[] =>
    db
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .map((row) => row["name"])
  expect([columns("batches"), columns("slots")]).toEqual([
    ["name", "n", "bytes", "hour"],
    ["name", "bytes", "hour"],
  ])
  const rows = db.prepare("SELECT n, length(bytes) AS size FROM batches ORDER BY n").all()
  expect(rows.map(({ n, size }) => [n, size])).toEqual([0, 1, 2, 3].map((n) => [n, 16_464]))
  db.close()
  rmSync(folder, { recursive: true })
})
