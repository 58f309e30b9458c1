import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Bytes, Entry } from "#wire"
import { expect, test } from "vitest"
import { openMemoryStore } from "./store/memory.ts"
import { openSqliteStore } from "./store/sqlite.ts"
import { appending, entriesOf, opening, putting, reading, someTime, testRelay } from "./testing/asking.ts"
import { filesOf, freshFolder } from "./testing/processes.ts"
import { createKeys, noise, startLog } from "./testing/writer.ts"

// spec/relay.md §8: a log nobody came into goes 30 days after its last mailbox, with every word in it.

const day = 86_400_000

for (const [name, open] of [
  ["in memory", openMemoryStore],
  ["in SQLite", () => openSqliteStore(":memory:")],
] as const)
  test(`${name}: a log nobody came into goes 30 days after its last mailbox; one that somebody came into stays`, async () => {
    let at = someTime
    const relay = testRelay({ store: open(), clock: () => at })
    const put = async (log: Bytes, ...run: Entry[]): Promise<number> =>
      (await relay.fetch(appending(log, run))).status
    const has = async (log: Bytes): Promise<number> =>
      (await entriesOf(await relay.fetch(reading(log)))).length
    const [ben, ana] = [await createKeys(), await createKeys()]
    const [alone, two] = [await startLog(ben), await startLog(ben)]
    const lone = await alone.invite(ben)
    const met = await two.invite(ben)
    await put(alone.id, alone.genesis, lone.entry)
    await put(two.id, two.genesis, met.entry, await two.admit(ben, ana, met.invited))
    // A request on the fifth day keeps the mailbox until the thirty-fifth.
    at += 5 * day
    await relay.fetch(putting(lone.invited, "request", noise(208)))
    const look = async (): Promise<void> => {
      await relay.fetch(opening(met.invited))
    }
    for (let n = 5; n < 35; n += 5) {
      at += 5 * day
      await look()
    }
    expect(await has(alone.id)).toBe(2)
    at += 3_600_000
    await look()
    // The mailbox is gone. Thirty days more, and an hour.
    at += 30 * day
    await look()
    expect(await has(alone.id)).toBe(2)
    at += 3_600_000
    await look()
    expect([await has(alone.id), await has(two.id)]).toEqual([0, 3])
    // What is gone can be begun again, with the same bytes.
    expect(await put(alone.id, alone.genesis, lone.entry)).toBe(200)
    at += 365 * day
    await look()
    await look()
    expect(await has(two.id)).toBe(3)
    relay.close()
  })

test("whoever looks again after months finds a log whose mailbox stood until then", async () => {
  let at = someTime
  const relay = testRelay({ clock: () => at })
  const ben = await createKeys()
  const log = await startLog(ben)
  const { entry, invited } = await log.invite(ben)
  await relay.fetch(appending(log.id, [log.genesis, entry]))
  // Nobody asked this relay for anything meanwhile.
  at += 200 * day
  await relay.fetch(opening(invited))
  expect((await entriesOf(await relay.fetch(reading(log.id)))).length).toBe(2)
  at += 31 * day
  await relay.fetch(opening(invited))
  expect((await entriesOf(await relay.fetch(reading(log.id)))).length).toBe(0)
})

test("every word of it is overwritten in the file, and it is gone from the log beside it", async () => {
  let at = someTime
  const folder = freshFolder()
  const path = join(folder, "relay.db")
  const relay = testRelay({ store: openSqliteStore(path), clock: () => at })
  const ben = await createKeys()
  const log = await startLog(ben)
  const { entry, invited } = await log.invite(ben)
  const words = await log.content(ben, 16_384)
  await relay.fetch(appending(log.id, [log.genesis, entry, words]))
  const traces = [log.id, words.sig, words.body?.subarray(9000, 9048) ?? noise(48), ben.id]
  const found = (): readonly boolean[] => traces.map((trace) => filesOf(path).includes(Buffer.from(trace)))
  expect(found()).toEqual([true, true, true, true])
  for (let n = 0; n < 3; n += 1) {
    at += 31 * day
    await relay.fetch(opening(invited))
  }
  expect(found()).toEqual([false, false, false, false])
  relay.close()
  rmSync(folder, { recursive: true })
})
