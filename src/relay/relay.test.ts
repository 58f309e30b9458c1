import { expect, test } from "vitest"
import { entryHash, fromBase64url, H, sameEntry, toBase64url } from "#wire"
import type { Entry } from "#wire"
import { openMemoryStore } from "./store/memory.ts"
import { openSqliteStore } from "./store/sqlite.ts"
import type { Store } from "./store/store.ts"
import {
  appending,
  entriesOf,
  opening,
  putting,
  reading,
  someTime,
  testRelay,
  typeOf,
} from "./testing/asking.ts"
import { createKeys, noise, startLog } from "./testing/writer.ts"

// The relay as a function: no port, no network.

async function benWrites() {
  const ben = await createKeys()
  return { ben, log: await startLog(ben) }
}

const headersOf = (response: Response): string => JSON.stringify(Object.fromEntries(response.headers))

test("what one person leaves, the other finds, byte for byte and in order", async () => {
  const relay = testRelay()
  const { ben, log } = await benWrites()
  const content = await log.content(ben)
  const stored = await relay.fetch(appending(log.id, [log.genesis, content]))
  expect(await stored.json()).toMatchObject({ seq: 1, hash: toBase64url(entryHash(content)) })
  const read = await relay.fetch(reading(log.id))
  expect(read.headers.get("goldseam-head")).toBe(`1.${toBase64url(entryHash(content))}`)
  expect(await entriesOf(read)).toEqual([log.genesis, content])
  expect(await entriesOf(await relay.fetch(reading(log.id, 1)))).toEqual([content])
  expect(await entriesOf(await relay.fetch(reading(log.id, 2)))).toEqual([])
})

test("a log nobody knows, an empty one and a mailbox nobody opened look alike, headers included", async () => {
  const relay = testRelay()
  const { ben, log } = await benWrites()
  const { entry, invited } = await log.invite(ben)
  await relay.fetch(appending(log.id, [log.genesis, entry]))
  const [unknown, other] = await Promise.all([noise(32), noise(32)].map((id) => relay.fetch(reading(id))))
  if (unknown === undefined || other === undefined) throw new Error("no answer")
  expect(unknown.status).toBe(200)
  expect(unknown.headers.get("goldseam-head")).toBe("none")
  expect(headersOf(unknown)).toBe(headersOf(other))
  expect((await unknown.arrayBuffer()).byteLength).toBe(0)
  const inviteId = noise(32)
  const stranger = await relay.fetch(opening({ ...invited, inviteId, H: H("invite", inviteId) }))
  const known = await relay.fetch(opening(invited))
  expect([stranger.status, headersOf(stranger), await stranger.text()]).toEqual([
    known.status,
    headersOf(known),
    await known.text(),
  ])
})

test("the same append again is the same append: after an answer that got lost, sending it once more is safe", async () => {
  const relay = testRelay()
  const { ben, log } = await benWrites()
  const run = [log.genesis, await log.content(ben)]
  const first = await relay.fetch(appending(log.id, run))
  const again = await relay.fetch(appending(log.id, run))
  expect([again.status, await again.text()]).toEqual([200, await first.text()])
  expect(await entriesOf(await relay.fetch(reading(log.id)))).toEqual(run)
})

for (const [name, open] of [
  ["in memory", openMemoryStore],
  ["in SQLite", () => openSqliteStore(":memory:")],
] as const) {
  test(`of forty who write at once for the same place (${name}), one is stored, and the others are shown what stands there`, async () => {
    const relay = testRelay({ store: open() })
    const { ben, log } = await benWrites()
    await relay.fetch(appending(log.id, [log.genesis]))
    const rivals = []
    for (let i = 0; i < 40; i += 1) {
      const entry = await log.content(ben)
      log.forget(entry)
      rivals.push(entry)
    }
    const answers = await Promise.all(rivals.map((entry) => relay.fetch(appending(log.id, [entry]))))
    expect(answers.filter((a) => a.status === 200).length).toBe(1)
    expect(answers.filter((a) => a.status === 409).length).toBe(39)
    const standing = await entriesOf(await relay.fetch(reading(log.id, 1)))
    expect(standing.length).toBe(1)
    const lost = answers.find((a) => a.status === 409)
    expect(lost === undefined ? [] : await entriesOf(lost)).toEqual(standing)
    relay.close()
  })
}

test("two relays on one store agree on one order, though neither knows of the other", async () => {
  const store = openSqliteStore(":memory:")
  const relays = [testRelay({ store }), testRelay({ store })] as const
  const { ben, log } = await benWrites()
  await relays[0].fetch(appending(log.id, [log.genesis]))
  for (let round = 0; round < 6; round += 1) {
    const one = await log.content(ben)
    log.forget(one)
    const two = await log.content(ben)
    log.forget(two)
    const [a, b] = await Promise.all([
      relays[0].fetch(appending(log.id, [one])),
      relays[1].fetch(appending(log.id, [two])),
    ])
    expect(new Set([a.status, b.status])).toEqual(new Set([200, 409]))
    log.follow([a.status === 200 ? one : two])
  }
  expect((await entriesOf(await relays[1].fetch(reading(log.id)))).length).toBe(7)
  store.close()
})

test("whoever was admitted may write; until then the log does not know them", async () => {
  const relay = testRelay()
  const { ben, log } = await benWrites()
  const ana = await createKeys()
  const { entry, invited } = await log.invite(ben)
  await relay.fetch(appending(log.id, [log.genesis, entry]))
  const admit = await log.admit(ben, ana, invited)
  const hers = await log.content(ana)
  const early = await relay.fetch(appending(log.id, [hers]))
  expect([early.status, await typeOf(early)]).toEqual([400, "out-of-order"])
  expect((await relay.fetch(appending(log.id, [admit, hers]))).status).toBe(200)
})

test("taking back deletes the words at once, and only the writer's own; the chain still holds", async () => {
  const relay = testRelay()
  const { ben, log } = await benWrites()
  const ana = await createKeys()
  const { entry, invited } = await log.invite(ben)
  const admit = await log.admit(ben, ana, invited)
  const [his, hers] = [await log.content(ben), await log.content(ana)]
  await relay.fetch(appending(log.id, [log.genesis, entry, admit, his, hers]))
  const another = await log.redact(ben, hers)
  const own = await log.redact(ben, his)
  expect((await relay.fetch(appending(log.id, [another, own]))).status).toBe(200)
  const there = await entriesOf(await relay.fetch(reading(log.id)))
  expect(there[3]?.body).toBeNull()
  expect(there[3] !== undefined && sameEntry(there[3], his)).toBe(true)
  expect(there[4]).toEqual(hers)
  expect((await relay.fetch(appending(log.id, [await log.content(ana)]))).status).toBe(200)
})

test("a relay that lost the end of a log takes back what a phone still holds, sixty-four at a time", async () => {
  const { ben, log } = await benWrites()
  const held = [log.genesis]
  while (held.length < 130) held.push(await log.content(ben))
  const relay = testRelay()
  for (let from = 0; from < held.length; from += 64)
    expect((await relay.fetch(appending(log.id, held.slice(from, from + 64)))).status).toBe(200)
  expect((await entriesOf(await relay.fetch(reading(log.id, 128)))).length).toBe(2)
})

test("a device writes sixty times a minute and a member five hundred entries a day; what was refused counts for nothing", async () => {
  let now = someTime
  const relay = testRelay({ clock: () => now, limits: { appendsPerMinute: 3, entriesPerDay: 6 } })
  const { ben, log } = await benWrites()
  const statuses: number[] = []
  const send = async (): Promise<void> => {
    const entry = log.state().head?.seq === 0 && statuses.length === 0 ? log.genesis : await log.content(ben)
    const { status } = await relay.fetch(appending(log.id, [entry]))
    if (status !== 200) log.forget(entry)
    statuses.push(status)
  }
  for (let i = 0; i < 5; i += 1) await send()
  now += 60_000
  for (let i = 0; i < 2; i += 1) await send()
  now += 60_000
  for (let i = 0; i < 2; i += 1) await send()
  now += 86_400_000
  await send()
  expect(statuses).toEqual([200, 200, 200, 429, 429, 200, 200, 200, 429, 200])
})

test("a member's day has an end in bytes too; what was refused counts for nothing, and the next day is another one", async () => {
  let now = someTime
  const { ben, log } = await benWrites()
  const begun = log.genesis.body?.length ?? 0
  const said = await log.content(ben)
  const size = said.body?.length ?? 0
  expect(size).toBeGreaterThan(100)
  const relay = testRelay({ clock: () => now, limits: { bytesPerDay: begun + 2 * size } })
  const send = async (entry: Entry): Promise<number> => (await relay.fetch(appending(log.id, [entry]))).status
  const statuses = [await send(log.genesis), await send(said), await send(await log.content(ben))]
  const late = await log.content(ben)
  statuses.push(await send(late), await send(late))
  now += 86_400_000
  statuses.push(await send(late))
  expect(statuses).toEqual([200, 200, 200, 429, 429, 200])
})

test("when the disk changed what was stored, the relay refuses to build on it and names nobody", async () => {
  const inside = openMemoryStore()
  let isTurned = false
  const store: Store = {
    ...inside,
    read: async (log, from, max) => {
      const { entries, head } = await inside.read(log, from, max)
      const turned = entries.map((e) => ({ ...e, sig: isTurned ? new Uint8Array(64) : e.sig }))
      return { entries: turned, head }
    },
  }
  const { ben, log } = await benWrites()
  await testRelay({ store }).fetch(appending(log.id, [log.genesis]))
  isTurned = true
  const told: string[] = []
  const again = testRelay({ store, onDefect: (reference) => told.push(reference) })
  const answer = await again.fetch(appending(log.id, [await log.content(ben)]))
  expect([answer.status, await typeOf(answer)]).toEqual([500, "internal"])
  expect(told[0]).toMatch(/^Error states\.ts:\d+$/)
  isTurned = false
  expect((await again.fetch(appending(log.id, [await log.content(ben)]))).status).toBe(400)
})

test("a store put back from an older copy is followed as it now stands", async () => {
  let store = openMemoryStore()
  const copy = openMemoryStore()
  const behind: Store = {
    ...store,
    head: (log) => store.head(log),
    read: (log, from, max) => store.read(log, from, max),
    append: (write) => store.append(write),
  }
  const relay = testRelay({ store: behind })
  const { ben, log } = await benWrites()
  const later = await log.content(ben)
  await relay.fetch(appending(log.id, [log.genesis, later]))
  await testRelay({ store: copy }).fetch(appending(log.id, [log.genesis]))
  store = copy
  expect((await relay.fetch(appending(log.id, [later]))).status).toBe(200)
  expect((await entriesOf(await relay.fetch(reading(log.id)))).length).toBe(2)
})

test("an invite's mailbox takes a request for seven days, keeps an exchange for thirty, and is then as if it had never been", async () => {
  let now = someTime
  const relay = testRelay({ clock: () => now })
  const { ben, log } = await benWrites()
  const { entry, invited } = await log.invite(ben)
  await relay.fetch(appending(log.id, [log.genesis, entry]))
  const day = 86_400_000
  const request = noise(208)
  const put = async (slot: string, bytes = noise(9)): Promise<number> =>
    (await relay.fetch(putting(invited, slot, bytes))).status
  now += 6 * day
  expect(await put("request", request)).toBe(200)
  now += 2 * day
  expect(await put("request")).toBe(410)
  expect(await put("request", request)).toBe(200)
  now += 27 * day
  expect(await put("answer-inviter")).toBe(200)
  now += 2 * day
  expect(await put("answer-inviter")).toBe(410)
  const told = (await (await relay.fetch(opening(invited))).json()) as { slots: Record<string, string[]> }
  expect(Object.values(told.slots).flat()).toEqual([])
})

test("what lies in a mailbox comes back as it was left, each slot for itself", async () => {
  const relay = testRelay()
  const { ben, log } = await benWrites()
  const { entry, invited } = await log.invite(ben)
  await relay.fetch(appending(log.id, [log.genesis, entry]))
  const [request, reveal] = [noise(208), noise(128)]
  await relay.fetch(putting(invited, "request", request))
  await relay.fetch(putting(invited, "reveal", reveal))
  const told = (await (await relay.fetch(opening(invited))).json()) as { slots: Record<string, string[]> }
  expect(Object.keys(told.slots)).toEqual(["request", "reveal", "answer-inviter", "answer-joiner", "ended"])
  expect(told.slots["request"]?.map((text) => fromBase64url(text))).toEqual([request])
  expect(told.slots["reveal"]?.map((text) => fromBase64url(text))).toEqual([reveal])
})

test("only the app's own page is told to clear its browser; a stranger's page, and a browser that does not say who asks, are not", async () => {
  const relay = testRelay()
  const asks = (site: string | null): Promise<Response> =>
    relay.fetch(
      new Request("http://relay.test/api/forget", {
        method: "POST",
        headers: site === null ? {} : { "sec-fetch-site": site },
      }),
    )
  const own = await asks("same-origin")
  expect([own.status, own.headers.get("clear-site-data")]).toEqual([204, '"storage"'])
  for (const site of ["cross-site", "same-site", "none", null]) {
    const answer = await asks(site)
    expect([answer.status, answer.headers.get("clear-site-data")]).toEqual([403, null])
  }
})
