import { argon2id } from "@noble/hashes/argon2.js"
import { expect, test } from "vitest"
import { createProfile, floor, profilesIn, unwrap, wrapRow } from "./lock.ts"
import type { Cost } from "./lock.ts"
import { fromRow, toRow } from "../keeping/rows.ts"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import { heapOf } from "../testing/disks.ts"
import { flipped } from "../testing/malice.ts"
import { clockFrom, enter, phone, quickStretch, toolsOf } from "../testing/people.ts"
import { delayAfter } from "./tries.ts"

const t = toolsOf()

test("the floor is Argon2id with 64 MiB and three passes, and that is what a passphrase is stretched with", async () => {
  const asked: Cost[] = []
  const disk: Disk = new Map()
  const real: typeof quickStretch = async (passphrase, salt, cost) => {
    asked.push(cost)
    return argon2id(passphrase, salt, {
      m: cost.memoryKiB,
      t: cost.passes,
      p: cost.lanes,
      dkLen: 32,
    })
  }
  const store = memoryStore(disk)
  const made = await createProfile(t, store)
  if (!made.ok) throw new Error("no profile")
  await store.batch([await wrapRow(t, store, real, made.value, "four plain words here")])
  const found = await unwrap(t, store, real, await profilesIn(t, store), "four plain words here")
  expect(found).toEqual({ ok: true, value: made.value })
  expect(asked).toEqual([floor, floor])
  expect(floor).toEqual({ memoryKiB: 65_536, passes: 3, lanes: 1 })
}, 60_000)

async function locked() {
  const disk: Disk = new Map()
  const store = memoryStore(disk)
  const made = await createProfile(t, store)
  if (!made.ok) throw new Error("no profile")
  await store.batch([await wrapRow(t, store, quickStretch, made.value, "right words")])
  const open = async (passphrase: string) =>
    (await unwrap(t, store, quickStretch, await profilesIn(t, store), passphrase)).ok
  return { disk, store, open, row: `profile.${made.value.id}` }
}

test("12: a row that asks for less than the floor is refused unread, also when it was sealed so", async () => {
  const { store, open, row } = await locked()
  const wrap = fromRow<{ readonly cost: Cost }>((await store.get("device", row)) ?? t.random(1), t.decodeUtf8)
  for (const cost of [{ memoryKiB: 8 }, { passes: 1 }, { lanes: 4 }, { memoryKiB: 1e12 }]) {
    await store.batch([
      { op: "put", table: "device", key: row, value: toRow({ ...wrap, cost: { ...floor, ...cost } }) },
    ])
    expect(await open("right words")).toBe(false)
  }
  await store.batch([{ op: "put", table: "device", key: row, value: toRow(wrap) }])
  expect(await open("right words")).toBe(true)
})

test("a wrapped key opens for its passphrase alone, in either form its letters can be typed, and for no changed row", async () => {
  const { store, open, row } = await locked()
  expect(await open("right words")).toBe(true)
  expect(await open("Right words")).toBe(false)
  const bytes = await store.get("device", row)
  if (bytes === null) throw new Error("no row")
  for (let bit = 0; bit < bytes.length * 8; bit += 7) {
    await store.batch([{ op: "put", table: "device", key: row, value: flipped(bytes, bit) }])
    expect(await open("right words").catch(() => false), `bit ${String(bit)}`).toBe(false)
  }
})

test("wrong tries slow down, across restarts too, and nothing is ever lost by them", async () => {
  const disk: Disk = new Map()
  const clock = clockFrom()
  const start = () => phone({ disk, clock })
  const keeper = start()
  const session = await enter(keeper)
  await session.keep("matters.kept", { title: "Still here", mine: "unsure", what: "" })
  await keeper.setPassphrase("right words")
  keeper.lock()
  for (let i = 0; i < 4; i += 1)
    expect(await start().unlock(`wrong ${String(i)}`)).toEqual({ ok: false, because: "wrong" })
  const slow = await start().unlock("right words")
  expect(slow).toEqual({ ok: false, because: "slow-down", waitSeconds: 2 })
  clock.forward(1999)
  expect(await start().unlock("right words")).toMatchObject({ because: "slow-down" })
  clock.forward(2)
  expect(await start().unlock("wrong again")).toEqual({ ok: false, because: "wrong" })
  expect(await start().unlock("right words")).toMatchObject({ because: "slow-down", waitSeconds: 4 })
  // A clock set back makes nobody wait longer than the delay itself.
  clock.forward(-86_400_000)
  expect(await start().unlock("right words")).toMatchObject({ because: "slow-down", waitSeconds: 4 })
  clock.forward(86_400_000 + 4001)
  const opened = await start().unlock("right words")
  expect(opened.ok).toBe(true)
  if (opened.ok) expect(JSON.stringify(opened.session.snapshot().house.own)).toContain("Still here")
  expect(await start().unlock("wrong")).toEqual({ ok: false, because: "wrong" })
  expect([delayAfter(3), delayAfter(4), delayAfter(5), delayAfter(60)]).toEqual([0, 2, 4, 900])
})

test("36: after a passphrase is set and the app is locked, the disk holds no word and no usable key", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk })
  const session = await enter(keeper)
  await session.keep("matters.kept", { title: "Before the lock", mine: "unsure", what: "" })
  const bare = fromRow<{ readonly key: Uint8Array }>(
    [...(disk.get("device") ?? [])][0]?.[1] ?? t.random(1),
    t.decodeUtf8,
  )
  expect(bare.key).toHaveLength(32)
  await keeper.setPassphrase("right words")
  expect(session.snapshot().hasPassphrase).toBe(true)
  await session.keep("matters.kept", { title: "After the lock", mine: "unsure", what: "" })
  keeper.lock()
  const heap = Buffer.from(heapOf(disk))
  expect(heap.includes(Buffer.from(bare.key))).toBe(false)
  expect(heap.includes(Buffer.from(bare.key).toString("base64url"))).toBe(false)
  for (const words of ["Before the lock", "After the lock"]) expect(heap.includes(words)).toBe(false)
  expect(await phone({ disk }).state()).toBe("locked")
  expect((await phone({ disk }).unlock(null)).ok).toBe(false)
  const again = await enter(phone({ disk }), "right words")
  const own = JSON.stringify(again.snapshot().house.own)
  expect(own).toContain("Before the lock")
  expect(own).toContain("After the lock")
})

test("locking drops everything in the same turn: the session shows nothing, writes nothing and opens nothing", async () => {
  const keeper = phone({ disk: new Map() })
  const session = await enter(keeper)
  await session.keep("matters.kept", { title: "Gone from memory", mine: "unsure", what: "" })
  keeper.lock()
  expect(JSON.stringify(session.snapshot())).not.toContain("Gone from memory")
  await expect(
    session.keep("matters.kept", { title: "Too late", mine: "unsure", what: "" }),
  ).rejects.toThrow()
  await session.sync()
})

test("two profiles behind one field: each passphrase opens its own, neither sees the other, and the device looks the same", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk })
  const first = await enter(keeper)
  await first.keep("matters.kept", { title: "Ana's page", mine: "unsure", what: "" })
  await keeper.setPassphrase("words of Ana")
  const second = await keeper.begin()
  await second.keep("matters.kept", { title: "Another page", mine: "unsure", what: "" })
  await keeper.setPassphrase("words of another")
  keeper.lock()
  expect(await phone({ disk }).state()).toBe("locked")
  const anas = await enter(phone({ disk }), "words of Ana")
  const others = await enter(phone({ disk }), "words of another")
  expect(JSON.stringify(anas.snapshot())).toContain("Ana's page")
  expect(JSON.stringify(anas.snapshot())).not.toContain("Another page")
  expect(JSON.stringify(others.snapshot())).toContain("Another page")
  expect(JSON.stringify(others.snapshot())).not.toContain("Ana's page")
})

test("a passphrase killed halfway leaves the pages as they were before, or as they are after", async () => {
  const { mortalStore } = await import("../testing/disks.ts")
  for (const kill of [1, 2, 3].flatMap((at) => [
    { at, after: false },
    { at, after: true },
  ])) {
    const disk: Disk = new Map()
    const session = await enter(phone({ disk }))
    await session.keep("matters.kept", { title: "Whole", mine: "unsure", what: "" })
    const store = mortalStore(disk, kill)
    const keeper = phone({ store })
    await enter(keeper)
    await Promise.race([keeper.setPassphrase("right words"), store.died])
    const state = await phone({ disk }).state()
    const again = await enter(phone({ disk }), state === "locked" ? "right words" : null)
    expect(JSON.stringify(again.snapshot().house.own)).toContain("Whole")
  }
})

test("forgetting everything leaves an empty device", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk })
  const session = await enter(keeper)
  await session.keep("matters.kept", { title: "x", mine: "unsure", what: "" })
  expect(await keeper.forgetEverything(null)).toEqual({ ok: true })
  expect(disk.size).toBe(0)
  expect(await keeper.state()).toBe("fresh")
})

test("with a passphrase everything is forgotten only by whoever knows it; wrong tries count as at the lock, and nothing is lost by them", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk })
  const session = await enter(keeper)
  await session.keep("matters.kept", { title: "x", mine: "unsure", what: "" })
  await keeper.setPassphrase("three blue boats")
  for (let n = 0; n < 4; n += 1)
    expect(await keeper.forgetEverything(n === 0 ? "" : "three red boats")).toEqual({
      ok: false,
      because: "wrong",
    })
  expect(await keeper.forgetEverything("three red boats")).toEqual({ ok: false, because: "wrong" })
  expect(await keeper.forgetEverything("three blue boats")).toMatchObject({ because: "slow-down" })
  const locked = phone({ disk })
  expect(await locked.unlock("three blue boats")).toMatchObject({ ok: false, because: "slow-down" })
  expect(await locked.state()).toBe("locked")
  await expect(locked.forgetEverything(null)).rejects.toThrow("locked")
})
