import { rmSync } from "node:fs"
import { join } from "node:path"
import { encodeControl, encodeRedact, equalBytes, fileLimits, partCount, sealedSize } from "#wire"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import { admit, firstEntry, invite, noLog, writeAll } from "../../tools/vectors/chain.ts"
import { targetOf } from "../../tools/vectors/log-redacts.ts"
import { ana, ben, mallory } from "../../tools/vectors/people.ts"
import { control } from "../../tools/vectors/record-parts.ts"
import type { RelayOptions } from "./relay.ts"
import { openMemoryStore } from "./store/memory.ts"
import { openSqliteStore } from "./store/sqlite.ts"
import { appending, someTime, testRelay, typeOf } from "./testing/asking.ts"
import { filing, partOf, sealedBy } from "./testing/filing.ts"
import type { Sealed } from "./testing/filing.ts"
import { filesOf, firstLine, freshFolder, kill, spawnHere } from "./testing/processes.ts"
import { askServed, origin } from "./testing/signing.ts"
import { noise } from "./testing/writer.ts"

// spec/relay.md §14, asked of the relay as a function, and once of a process that is killed.

const log = await writeAll(noLog, [
  firstEntry,
  control(invite(), { uid: "invite" }),
  control(await admit(), { uid: "admit", epochAfter: 2 }),
  { by: ana, uid: "anas" },
  { by: ben, uid: "bens" },
])
const { logId } = log

async function world(more: Partial<RelayOptions> = {}) {
  const relay = testRelay({ origins: [origin], ...more })
  const ask = (request: Request): Promise<Response> => relay.fetch(request)
  await ask(appending(logId, log.entries))
  return { relay, ask, ...filing(ask, logId) }
}
type World = Awaited<ReturnType<typeof world>>

async function read(w: Pick<World, "gets">, who: typeof ben, file: Sealed): Promise<Bytes> {
  const parts: Uint8Array[] = []
  for (let n = 0; n < partCount(file.bytes.length); n += 1) {
    const answer = await w.gets(who, file.id, n)
    if (answer.status !== 200) throw new Error(await typeOf(answer))
    parts.push(new Uint8Array(await answer.arrayBuffer()))
  }
  return new Uint8Array(Buffer.concat(parts))
}

for (const [name, open] of [
  ["in memory", openMemoryStore],
  ["in SQLite", () => openSqliteStore(":memory:")],
] as const)
  test(`${name}: a file comes in parts, in their order, and is there for nobody before it is whole`, async () => {
    const w = await world({ store: open() })
    const file = sealedBy(ana, 10)
    expect(partCount(file.bytes.length)).toBe(3)
    expect(await typeOf(await w.putsPart(ana, file, 1))).toBe("out-of-order")
    expect((await w.putsPart(ana, file, 0)).status).toBe(200)
    expect(await typeOf(await w.gets(ben, file.id))).toBe("nothing-here")
    expect(await typeOf(await w.gets(ana, file.id))).toBe("nothing-here")
    // Cut, and taken up again: the same part again is the same part.
    expect((await w.putsPart(ana, file, 0)).status).toBe(200)
    expect(await typeOf(await w.putsPart(ana, file, 2))).toBe("out-of-order")
    expect((await w.putsPart(ana, file, 1)).status).toBe(200)
    expect((await w.putsPart(ana, file, 2)).status).toBe(200)
    expect(equalBytes(await read(w, ben, file), file.bytes)).toBe(true)
    expect((await w.gets(ben, file.id, 0)).headers.get("goldseam-size")).toBe(String(file.bytes.length))
    expect(await typeOf(await w.gets(ben, file.id, 3))).toBe("nothing-here")
    expect((await w.stores(ana, file)).every((status) => status === 200)).toBe(true)
  })

test("bytes that are not what the name says are never there, and the name can be begun again", async () => {
  const w = await world()
  const [file, other] = [sealedBy(ana, 5), sealedBy(ana, 5)]
  expect((await w.puts(ana, file.id, 0, partOf(other, 0), file.bytes.length)).status).toBe(200)
  expect(await typeOf(await w.putsPart(ana, file, 0))).toBe("slot-taken")
  expect(await typeOf(await w.putsPart(ana, file, 1))).toBe("malformed")
  expect(await typeOf(await w.gets(ben, file.id))).toBe("nothing-here")
  expect(await w.stores(ana, file)).toEqual([200, 200])
  expect(equalBytes(await read(w, ben, file), file.bytes)).toBe(true)
})

test("nobody stores under another's name, a link reads no file, and a stranger learns nothing", async () => {
  const w = await world()
  const file = sealedBy(ana)
  expect(await typeOf(await w.putsPart(ben, file, 0))).toBe("malformed")
  expect(await w.stores(ana, file)).toEqual([200])
  expect(await typeOf(await w.gets(mallory, file.id))).toBe("nothing-here")
  expect(await typeOf(await w.putsPart(mallory, sealedBy(mallory), 0))).toBe("nothing-here")
  expect(await typeOf(await w.ask(new Request(w.path(file.id, 0))))).toBe("sign-in")
  expect(await typeOf(await w.drops(mallory, file.id))).toBe("nothing-here")
})

test("who left reads what was whole before, and stores nothing more", async () => {
  const w = await world()
  const [before, after] = [sealedBy(ben), sealedBy(ben)]
  await w.stores(ben, before)
  const left = await writeAll(log, [control(encodeControl({ op: "leave" }), { by: ana, uid: "leave" })])
  expect((await w.ask(appending(logId, left.entries.slice(-1)))).status).toBe(200)
  await w.stores(ben, after)
  expect((await w.gets(ana, before.id)).status).toBe(200)
  expect(await typeOf(await w.gets(ana, after.id))).toBe("nothing-here")
  expect(await typeOf(await w.putsPart(ana, sealedBy(ana), 0))).toBe("refused")
})

test("a day and a log take so much of one member, and a part that is none is refused", async () => {
  let at = someTime
  const small = sealedSize(1)
  const w = await world({ clock: () => at, limits: { bytesPerDay: 2.5 * small } })
  expect([await w.stores(ana, sealedBy(ana)), await w.stores(ana, sealedBy(ana))]).toEqual([[200], [200]])
  const third = sealedBy(ana)
  expect([await w.stores(ana, third), await w.stores(ben, sealedBy(ben))]).toEqual([[429], [200]])
  at += 86_400_000
  expect(await w.stores(ana, third)).toEqual([200])
  const large = sealedSize(384)
  const refusals: readonly (readonly [string, Response])[] = [
    ["malformed", await w.puts(ana, third.id, 0, third.bytes, small + 1)],
    ["malformed", await w.puts(ana, third.id, 1, third.bytes, small)],
    ["malformed", await w.puts(ana, third.id, 0, noise(small - 1), small)],
    ["malformed", await w.puts(ana, third.id, 0, noise(0), small)],
    ["malformed", await w.puts(ana, noise(31), 0, third.bytes, small)],
    ["malformed", await w.puts(ana, third.id, 0, noise(9), sealedSize(385))],
    ["oversize", await w.puts(ana, noise(32), 0, noise(fileLimits.partBytes + 1), large)],
    ["malformed", await w.ask(new Request(w.path(third.id, -1)))],
    ["unknown", await w.ask(new Request(w.path(third.id)))],
  ]
  for (const [type, response] of refusals) expect(await typeOf(response)).toBe(type)
})

test("a member's files in a log have an end", async () => {
  const store = openMemoryStore()
  const files = { ...store.files, bytesOf: async () => fileLimits.memberBytes - sealedSize(1) + 1 }
  const w = await world({ store: { ...store, files } })
  expect(await w.stores(ana, sealedBy(ana))).toEqual([429])
})

test("a file of the largest size comes and goes; one that did not become whole goes after seven days", async () => {
  let at = someTime
  const w = await world({ clock: () => at })
  const [file, begun] = [sealedBy(ana, 384), sealedBy(ben, 5)]
  expect(file.bytes.length).toBeLessThanOrEqual(25 * 1024 * 1024)
  expect((await w.stores(ana, file)).every((status) => status === 200)).toBe(true)
  expect(equalBytes(await read(w, ben, file), file.bytes)).toBe(true)
  await w.putsPart(ben, begun, 0)
  at += 7 * 86_400_000
  await w.ask(appending(logId, (await writeAll(log, [{ by: ana, uid: "more" }])).entries.slice(-1)))
  expect((await w.putsPart(ben, begun, 0)).status).toBe(200)
  at += 3_600_000
  await w.stores(ana, sealedBy(ana))
  expect(await typeOf(await w.putsPart(ben, begun, 1))).toBe("out-of-order")
  expect((await w.gets(ben, file.id)).status).toBe(200)
}, 30_000)

test("what was taken back, or let go before any entry named it, is gone from the relay's files, byte for byte", async () => {
  const folder = freshFolder()
  const path = join(folder, "relay.db")
  const w = await world({ store: openSqliteStore(path) })
  const [taken, letGo, stays] = [sealedBy(ana, 5), sealedBy(ana), sealedBy(ana)]
  for (const file of [taken, letGo, stays]) await w.stores(ana, file)
  const isThere = ({ bytes }: Sealed): boolean => {
    const all = filesOf(path)
    const at = [0, 30_000, 300_000, 1_300_000].filter((from) => from < bytes.length)
    return at.some((from) => all.includes(Buffer.from(bytes.subarray(from, from + 48))))
  }
  expect([taken, letGo, stays].map(isThere)).toEqual([true, true, true])
  const body = encodeRedact({ targets: [targetOf(log.entries[3], ana, "anas")], blobs: [taken.id] })
  const back = await writeAll(log, [{ by: ana, kind: 3, body, uid: "back" }])
  expect((await w.ask(appending(logId, back.entries.slice(-1)))).status).toBe(200)
  expect((await w.drops(ben, letGo.id)).status).toBe(200)
  expect((await w.gets(ben, letGo.id)).status).toBe(200)
  expect((await w.drops(ana, letGo.id)).status).toBe(200)
  expect([taken, letGo, stays].map(isThere)).toEqual([false, false, true])
  expect(await typeOf(await w.gets(ben, taken.id))).toBe("nothing-here")
  w.relay.close()
  expect([taken, letGo, stays].map(isThere)).toEqual([false, false, true])
  rmSync(folder, { recursive: true })
})

test("a void redact lets nothing go", async () => {
  const w = await world()
  const file = sealedBy(ana)
  await w.stores(ana, file)
  const body = encodeRedact({ targets: [targetOf(log.entries[4], ben, "bens")], blobs: [file.id] })
  const back = await writeAll(log, [{ by: ana, kind: 3, body, uid: "void" }])
  expect((await w.ask(appending(logId, back.entries.slice(-1)))).status).toBe(200)
  expect((await w.gets(ben, file.id)).status).toBe(200)
})

test("killed after every part, the relay has what it acknowledged, and the rest comes after", async () => {
  const folder = freshFolder()
  const path = join(folder, "relay.db")
  const start = async (port: string) => {
    const child = spawnHere("process.ts", [path, port])
    const url = await firstLine(child)
    return { child, url, port: new URL(url).port, ...filing(askServed(url), logId, url) }
  }
  let now = await start("0")
  const { port } = now
  await fetch(appending(logId, log.entries, now.url))
  const file = sealedBy(ana, 10)
  const count = partCount(file.bytes.length)
  for (let n = 0; n < count; n += 1) {
    // Killed while a part is on its way, whether or not it was kept.
    const cut = now.putsPart(ana, file, n).catch(() => null)
    await new Promise((done) => setTimeout(done, n * 7))
    await kill(now.child)
    await cut
    now = await start(port)
    if (n < count - 1) expect(await typeOf(await now.gets(ben, file.id))).toBe("nothing-here")
    expect((await now.putsPart(ana, file, n)).status).toBe(200)
  }
  expect(equalBytes(await read(now, ben, file), file.bytes)).toBe(true)
  await kill(now.child)
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

test("a disk that is full says so, and keeps what was there", async () => {
  const folder = freshFolder()
  // 4,000 blocks of 512 bytes: no file of this process may grow beyond 2 MB.
  const child = spawnHere("process.ts", [join(folder, "relay.db"), "0"], 4000)
  const url = await firstLine(child)
  const w = filing(askServed(url), logId, url)
  await fetch(appending(logId, log.entries, url))
  const [first, second] = [sealedBy(ana, 8), sealedBy(ana, 24)]
  expect(await w.stores(ana, first)).toEqual([200, 200, 200])
  expect(await w.stores(ana, second)).toContain(507)
  expect(equalBytes(await read(w, ben, first), first.bytes)).toBe(true)
  await kill(child)
  rmSync(folder, { recursive: true, force: true })
}, 30_000)
