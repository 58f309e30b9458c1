import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Bytes, Entry } from "#wire"
import { expect, test } from "vitest"
import { firstEntry, invite, noLog, writeAll } from "../../tools/vectors/chain.ts"
import { paper, setRecovery } from "../../tools/vectors/own-keys.ts"
import { ben } from "../../tools/vectors/people.ts"
import { control, epochFor } from "../../tools/vectors/record-parts.ts"
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
    const [one, ana] = [await createKeys(), await createKeys()]
    const [alone, two] = [await startLog(one), await startLog(one)]
    const lone = await alone.invite(one)
    const met = await two.invite(one)
    await put(alone.id, alone.genesis, lone.entry)
    await put(two.id, two.genesis, met.entry, await two.admit(one, ana, met.invited))
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
  const one = await createKeys()
  const log = await startLog(one)
  const { entry, invited } = await log.invite(one)
  await relay.fetch(appending(log.id, [log.genesis, entry]))
  // Nobody asked this relay for anything meanwhile.
  at += 200 * day
  await relay.fetch(opening(invited))
  expect((await entriesOf(await relay.fetch(reading(log.id)))).length).toBe(2)
  at += 31 * day
  await relay.fetch(opening(invited))
  expect((await entriesOf(await relay.fetch(reading(log.id)))).length).toBe(0)
})

test("a log of one in which a sheet's key is in force stays: the sheet may lie in a drawer for years", async () => {
  let at = someTime
  const relay = testRelay({ clock: () => at })
  const alone = await writeAll(noLog, [
    firstEntry,
    control(invite(), { uid: "invite" }),
    control(await setRecovery(paper, epochFor(2, ben, paper)), { uid: "sheet", epochAfter: 2 }),
  ])
  await relay.fetch(appending(alone.logId, alone.entries))
  const other = await startLog(await createKeys())
  for (let months = 0; months < 24; months += 1) {
    at += 31 * day
    const { genesis, id } = months === 0 ? other : await startLog(await createKeys())
    await relay.fetch(appending(id, [genesis]))
  }
  const has = async (log: Bytes): Promise<number> => (await entriesOf(await relay.fetch(reading(log)))).length
  expect([await has(alone.logId), await has(other.id)]).toEqual([3, 0])
})

test("every word of it is overwritten in the file, and it is gone from the log beside it", async () => {
  let at = someTime
  const folder = freshFolder()
  const path = join(folder, "relay.db")
  const relay = testRelay({ store: openSqliteStore(path), clock: () => at })
  const one = await createKeys()
  const log = await startLog(one)
  const { entry, invited } = await log.invite(one)
  const words = await log.content(one, 16_384)
  await relay.fetch(appending(log.id, [log.genesis, entry, words]))
  const traces = [log.id, words.sig, words.body?.subarray(9000, 9048) ?? noise(48), one.id]
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
