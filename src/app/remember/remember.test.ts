import { expect, test, vi } from "vitest"
import { bad, emptyLog } from "#wire"
import { filling } from "../keeping/book.ts"
import type { Disk } from "../store/memory.ts"
import type { Store } from "../store/store.ts"
import { memoryStore } from "../store/memory.ts"
import { mortalStore } from "../testing/disks.ts"
import {
  begun,
  content,
  copied,
  heard,
  opened,
  plainly,
  rememberAll,
  small,
  t,
  taking,
  titled,
} from "../testing/long-log.ts"
import { flipped } from "../testing/malice.ts"
import { openVault } from "../keeping/vault.ts"
import { chunkBytes } from "./chunk.ts"
import { chunkName, indexIn, indexName, indexOp } from "./index-row.ts"
import type { Index } from "./index-row.ts"

const key = t.random(32)
const secret = "What nobody is to read any more"
const promise = { when: "", will: "Call", due: "2026-05-04T18:00", zone: "Europe/Berlin", repeat: "once" }

/** Twelve of Ben's entries of all sorts: one taken back, one kept that he alone has let go, one of a room nobody knows yet, one void. */
async function long() {
  const disk: Disk = new Map()
  const { ana, ben } = await begun(disk, key)
  const first = titled("One")
  await ben.says(ana.ground, [first, titled("Two"), content("promises.made", promise, 4), titled(secret)])
  await ben.says(ana.ground, [content("garden.planted", { what: "a tree" }), first, titled("Three")])
  const there = ana.ground.now().shared?.entries ?? []
  const kept = there.find((held) => held.opened?.kind === "promises.made")
  await ben.says(ana.ground, [
    taking(there.find((held) => held.opened?.kind === "matters.opened")),
    taking(kept),
  ])
  await ben.says(ana.ground, ["Four", "Five", "Six"].map(titled))
  return { disk, ana, ben }
}

const table = (disk: Disk): Map<string, Uint8Array<ArrayBuffer>> => {
  const rows = disk.get("me/remembered")
  if (rows === undefined) throw new Error("no table")
  return rows
}

/** What the chain alone gives. */
async function fromChain(disk: Disk): Promise<unknown> {
  const bare = copied(disk)
  bare.delete("me/remembered")
  return plainly((await opened(bare, key)).ground)
}

/** Opens to just what the chain says; whether it read the chain for that. */
async function opensRight(disk: Disk): Promise<"at once" | "from the chain"> {
  const { ground, chainReads } = await opened(disk, key)
  expect(plainly(ground)).toEqual(await fromChain(disk))
  return chainReads() === 0 ? "at once" : "from the chain"
}

test("what is remembered opens to what the chain says, to the last byte, without the chain being read", async () => {
  const { disk, ana } = await long()
  expect(await opensRight(disk)).toBe("from the chain")
  expect(await rememberAll(ana.ground)).toBeGreaterThan(1)
  expect(await opensRight(disk)).toBe("at once")
  const { state } = ana.ground.now().shared ?? {}
  expect([state?.redacted.size, state?.taking.size]).toEqual([1, 1])
  expect(ana.ground.now().shared?.entries.some((held) => held.shut === "void")).toBe(true)
  expect(ana.ground.now().house.later).toHaveLength(1)
})

test("what came since is read from the chain and folded on; it is written on once that is more than a little", async () => {
  const { disk, ana, ben } = await long()
  await rememberAll(ana.ground)
  await ben.says(ana.ground, [titled("Later")])
  expect(await opensRight(disk)).toBe("at once")
  expect(await rememberAll(ana.ground)).toBe(0)
  const again = await opened(disk, key)
  await ben.says(again.ground, [titled("Later still"), titled("And on")])
  expect(await opensRight(disk)).toBe("at once")
  expect(await rememberAll(again.ground)).toBeGreaterThan(0)
  expect(await opensRight(disk)).toBe("at once")
})

test("a short log is not remembered at all", async () => {
  const disk: Disk = new Map()
  const { ana } = await begun(disk, key)
  expect(ana.ground.now().shared?.entries).toHaveLength(3)
  expect(await rememberAll(ana.ground)).toBe(0)
  expect(disk.get("me/remembered")?.size ?? 0).toBe(0)
})

/** The index as it lies on the disk, changed. */
async function reindexed(disk: Disk, change: (index: Index) => Index): Promise<void> {
  const vault = await openVault(t, memoryStore(disk), "me", key)
  const index = await indexIn(t, vault, 1, small)
  if (index === null) throw new Error("no index")
  await vault.write([indexOp(change(index))])
}

type Spoil = (disk: Disk, before: Disk) => Promise<unknown> | void
const shared = (index: Index, more: object): Index => ({
  ...index,
  parts: { shared: { ...index.parts.shared, ...more } as NonNullable<Index["parts"]["shared"]> },
})
const everyRow = (disk: Disk, change: (rows: ReturnType<typeof table>, name: string) => void): void => {
  for (const name of table(disk).keys()) change(table(disk), name)
}

const spoils: Readonly<Record<string, Spoil>> = {
  "written by another version": (disk) =>
    reindexed(disk, (index) => ({ ...index, format: index.format + 1 })),
  "in rows of another size": (disk) => reindexed(disk, (index) => ({ ...index, size: 5 })),
  "of another log": (disk) => reindexed(disk, (index) => shared(index, { logId: t.random(32) })),
  "ending in another head": (disk) =>
    reindexed(disk, (index) => shared(index, { at: { ...index.parts.shared?.at, hash: "00".repeat(32) } })),
  "ending somewhere else": (disk) =>
    reindexed(disk, (index) => shared(index, { at: { ...index.parts.shared?.at, length: 9 } })),
  "longer than the chain": (disk) =>
    reindexed(disk, (index) => shared(index, { at: { ...index.parts.shared?.at, length: 99 } })),
  "still being made": (disk) => reindexed(disk, (index) => shared(index, { at: null })),
  "no index": (disk) => reindexed(disk, (index) => index).then(() => removed(disk, indexName)),
  "a chunk missing": (disk) => removed(disk, chunkName("shared", 1)),
  "the last chunk missing": (disk) => removed(disk, chunkName("shared", 3)),
  "all rows empty": (disk) => everyRow(disk, (rows, name) => rows.set(name, new Uint8Array(0))),
  "written under another key": async (disk) => {
    const vault = await openVault(t, memoryStore(disk), "me", t.random(32))
    const own = await openVault(t, memoryStore(disk), "me", key)
    const ops = (await own.list("remembered")).rows.map(
      (row) => ({ op: "put", table: "remembered", ...row }) as const,
    )
    await own.write([{ op: "clear", table: "remembered" }])
    await vault.write(ops)
  },
  "a chunk rolled back": async (disk, before) => {
    const vault = await openVault(t, memoryStore(before), "me", key)
    const old = await vault.get("remembered", chunkName("shared", 2))
    const now = await openVault(t, memoryStore(disk), "me", key)
    if (!old.ok || old.value === null) throw new Error("no chunk")
    await now.write([{ op: "put", table: "remembered", name: chunkName("shared", 2), value: old.value }])
  },
  "a chunk that does not lead on to the next, though it is sealed and numbered as it should be": async (
    disk,
  ) => {
    const { ground, vault } = await opened(disk, key)
    const index = await indexIn(t, vault, 1, small)
    const [tag] = index?.parts.shared?.chunks[1] ?? []
    const held = ground.now().shared?.entries.slice(4, 8) ?? []
    const forked = held.map((h) => ({ ...h, entry: { ...h.entry, sig: flipped(h.entry.sig, 1) } }))
    if (tag === undefined) throw new Error("no chunk")
    const value = chunkBytes(tag, forked)
    await vault.write([{ op: "put", table: "remembered", name: chunkName("shared", 1), value }])
  },
  "all of it rolled back to before something was taken back": (disk, before) => {
    disk.set("me/remembered", new Map(table(before)))
  },
}

async function removed(disk: Disk, name: string): Promise<void> {
  const vault = await openVault(t, memoryStore(disk), "me", key)
  await vault.write([{ op: "delete", table: "remembered", name }])
}

test.each(Object.entries(spoils))("in doubt it is dropped and made anew: %s", async (what, spoil) => {
  const { disk, ana, ben } = await long()
  await rememberAll(ana.ground)
  const before = copied(disk)
  // One chunk becomes another, and all that was remembered is of yesterday.
  if (what.includes("rolled back")) {
    const held = ana.ground
      .now()
      .shared?.entries.find((one) => one.opened?.body !== undefined && one.seq >= 8)
    await ben.says(ana.ground, [taking(held)])
    await rememberAll(ana.ground)
  }
  expect(await opensRight(disk)).toBe("at once")
  await spoil(disk, before)
  expect(await opensRight(disk)).toBe("from the chain")
  const { ground } = await opened(disk, key)
  expect(ground.now().alarm).toBeNull()
  await rememberAll(ground)
  expect(await opensRight(disk)).toBe("at once")
})

test("one bit turned, or one byte cut off, in any row of it: dropped", async () => {
  const { disk, ana } = await long()
  await rememberAll(ana.ground)
  for (const [name, row] of table(disk))
    for (const spoiled of [
      flipped(row, 3),
      flipped(row, row.length * 4),
      row.slice(0, -1),
      row.slice(0, 20),
    ]) {
      const changed = copied(disk)
      table(changed).set(name, spoiled)
      expect(await opensRight(changed)).toBe("from the chain")
    }
})

test("rows of the chain that are gone are noticed, however much is remembered: an alarm, as without it", async () => {
  const { disk, ana } = await long()
  await rememberAll(ana.ground)
  for (const name of disk.get("me/shared")?.keys() ?? []) {
    const lost = copied(disk)
    lost.get("me/shared")?.delete(name)
    expect((await opened(lost, key)).ground.now().alarm).toBe("shared-damaged")
    expect(await opensRight(lost)).toBe("from the chain")
    const rows = [...table(lost).values()]
    await rememberAll((await opened(lost, key)).ground)
    expect([...table(lost).values()]).toEqual(rows)
  }
})

test("words that are taken back are gone from every row in the same moment, and never come back from there", async () => {
  const { disk, ana, ben } = await long()
  await rememberAll(ana.ground)
  const target = ana.ground.now().shared?.entries.find((held) => JSON.stringify(held.opened).includes(secret))
  const body = Buffer.from(target?.entry.body ?? "")
  const lies = async (): Promise<number> => {
    const vault = await openVault(t, memoryStore(disk), "me", key)
    const rows = [...(await vault.list("remembered")).rows, ...(await vault.list("shared")).rows]
    return rows.filter(({ value }) =>
      [secret, body, body.toString("base64url")].some((b) => Buffer.from(value).includes(b)),
    ).length
  }
  expect(await lies()).toBe(2)
  const rows = table(disk).size
  await ben.says(ana.ground, [taking(target)])
  expect(await lies()).toBe(0)
  // The others stay, and need not be written again.
  expect(table(disk).size).toBe(rows - 1)
  expect(await opensRight(disk)).toBe("from the chain")
  expect(await rememberAll(ana.ground)).toBe(1)
  expect(await opensRight(disk)).toBe("at once")
  expect(await lies()).toBe(0)
})

test("words that are taken back while what is remembered is of no use are gone from it all the same", async () => {
  const { disk, ana, ben } = await long()
  await rememberAll(ana.ground)
  await reindexed(disk, (index) => ({ ...index, format: 99 }))
  const again = await opened(disk, key)
  const target = again.ground
    .now()
    .shared?.entries.find((held) => JSON.stringify(held.opened).includes(secret))
  await ben.says(again.ground, [taking(target)])
  expect(table(disk).size).toBe(0)
})

test("a body that comes after all is in what is remembered next, not missing for ever", async () => {
  const { ana } = await long()
  const book = ana.ground.now().shared
  const all = book?.entries.map(({ entry }) => entry) ?? []
  const late = all[4]
  if (book === null || late === undefined) throw new Error("no book")
  const disk: Disk = new Map()
  const { ground } = await opened(disk, key)
  const bare = { ...book, state: emptyLog(book.state.logId), entries: [] }
  await ground.turn(async (state) => ({ ...state, shared: bare }))
  await heard(
    ground,
    all.map((entry, n) => (n === 4 ? { ...entry, body: null } : entry)),
  )
  await rememberAll(ground)
  const shutOf = async (): Promise<readonly unknown[]> => {
    const now = await opened(disk, key)
    return [now.chainReads(), now.ground.now().shared?.entries[4]?.shut]
  }
  expect(await shutOf()).toEqual([0, "missing"])
  await ground.turn(async (state) =>
    state.shared === null ? state : { ...state, shared: await filling(t, state.shared, late) },
  )
  expect(await shutOf()).toEqual([1, null])
  await rememberAll(ground)
  expect(await shutOf()).toEqual([0, null])
})

test("killed at any write of it, before or after: it opens right, and what was missing is written then", async () => {
  const { disk, ana } = await long()
  const writes = await rememberAll((await opened(copied(disk), key)).ground)
  expect(ana.ground.now().alarm).toBeNull()
  for (let at = 1; at <= writes; at += 1)
    for (const after of [false, true]) {
      const killed = copied(disk)
      const store = mortalStore(killed, { at, after })
      const { ground } = await opened(killed, key, { store })
      expect(await Promise.race([rememberAll(ground).then(() => "done"), store.died])).toBe("died")
      await opensRight(killed)
      const { ground: next } = await opened(killed, key)
      await rememberAll(next)
      expect(await opensRight(killed)).toBe("at once")
    }
})

test("an entry of a kind nobody knew is told to its room once an update knows it, from what is remembered", async () => {
  const { disk, ana } = await long()
  await rememberAll(ana.ground)
  vi.resetModules()
  vi.doMock("../../practices/registry.ts", async (original) => {
    const { practices } = await original<typeof import("../../practices/registry.ts")>()
    const garden = {
      name: "garden",
      entries: {
        "garden.planted": {
          schema: { "~standard": { version: 1, vendor: "", validate: (value: unknown) => ({ value }) } },
          log: "shared",
        },
      },
      empty: { shared: [], own: [] },
      fold: {
        shared: (all: unknown[], { body }: { body: unknown }) => [...all, body],
        own: (all: unknown) => all,
      },
      may: { shared: () => ({ ok: true }), own: () => ({ ok: true }) },
      stories: [],
    }
    return { practices: [...practices, garden] }
  })
  const { openGround } = await import("../keeping/ground.ts")
  const updated = await opened(disk, key, { open: openGround })
  vi.doUnmock("../../practices/registry.ts")
  expect(updated.chainReads()).toBe(0)
  expect(updated.ground.now().house.later).toEqual([])
  expect(updated.ground.now().house.shared["garden"]).toEqual([{ what: "a tree" }])
})

test("a new passphrase leaves nothing of it under the old key; locked, nothing more is written", async () => {
  const { disk, ana } = await long()
  await rememberAll(ana.ground)
  const next = t.random(32)
  expect((await ana.vault.moveTo(next, [])).ok).toBe(true)
  expect(table(disk).size).toBe(0)
  await rememberAll(ana.ground)
  const again = await opened(disk, next)
  expect(again.chainReads()).toBe(0)
  const before = table(disk).size
  ana.vault.close()
  ana.ground.close()
  await expect(ana.ground.remember()).rejects.toThrow("locked")
  expect(table(disk).size).toBe(before)
})

test("on a full disk, words go before what can be made again from them", async () => {
  const { disk, ana, ben } = await long()
  await rememberAll(ana.ground)
  const store = memoryStore(disk)
  const full: Store = {
    ...store,
    batch: async (ops) =>
      ops.some((op) => op.op === "clear") || table(disk).size === 0
        ? store.batch(ops)
        : bad({ type: "full" }),
  }
  const tight = await opened(disk, key, { store: full })
  await ben.says(tight.ground, [titled("Just one more"), titled("And another")])
  expect(table(disk).size).toBe(0)
  expect(await opensRight(disk)).toBe("from the chain")
})

test("a log that is no longer there leaves nothing of itself", async () => {
  const { disk, ana } = await long()
  await rememberAll(ana.ground)
  await ana.ground.turn(async (state) => ({ ...state, shared: null }))
  expect(table(disk).size).toBe(0)
})
