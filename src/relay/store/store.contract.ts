import { afterEach, describe, expect, test } from "vitest"
import { entryHash, sameEntry } from "#wire"
import type { Bytes, Entry, Head } from "#wire"
import { createKeys, noise, startLog } from "../testing/writer.ts"
import type { Append, Store } from "./store.ts"

// What every store promises, whatever it keeps things in.

const keys = await createKeys()
const hour = 498_790

async function someEntries(
  count: number,
): Promise<{ readonly log: Bytes; readonly entries: readonly Entry[] }> {
  const log = await startLog(keys)
  const entries = [log.genesis]
  while (entries.length < count) entries.push(await log.content(keys))
  return { log: log.id, entries }
}

function headAt(entries: readonly Entry[], seq: number): Head | null {
  const entry = entries[seq]
  return entry === undefined ? null : { seq, hash: entryHash(entry) }
}

/** Entries from..to of these, on top of what stands before them. */
function write(log: Bytes, entries: readonly Entry[], from: number, to: number): Append {
  return {
    log,
    expected: headAt(entries, from - 1),
    entries: entries
      .slice(from, to + 1)
      .map((entry, i) => ({ seq: from + i, hash: entryHash(entry), entry })),
    redacted: [],
    opened: [],
    letGo: [],
    isUnclaimed: false,
    hour,
  }
}

export function storeContract(name: string, open: () => Store): void {
  describe(name, () => {
    let store: Store | null = null
    const fresh = (): Store => (store = open())
    afterEach(() => {
      store?.close()
      store = null
    })

    test("a log nobody wrote to is empty", async () => {
      const s = fresh()
      const log = noise(32)
      expect(await s.head(log)).toBeNull()
      expect(await s.read(log, 0, 64)).toEqual({ entries: [], head: null })
    })

    test("what was written is read back in order, byte for byte, with its head", async () => {
      const s = fresh()
      const { log, entries } = await someEntries(4)
      expect(await s.append(write(log, entries, 0, 0))).toBe("stored")
      expect(await s.append(write(log, entries, 1, 3))).toBe("stored")
      expect(await s.head(log)).toEqual(headAt(entries, 3))
      expect(await s.read(log, 0, 64)).toEqual({ entries, head: headAt(entries, 3) })
      expect((await s.read(log, 2, 64)).entries).toEqual(entries.slice(2))
      expect((await s.read(log, 1, 2)).entries).toEqual(entries.slice(1, 3))
      expect((await s.read(log, 9, 64)).entries).toEqual([])
    })

    test("of two who write at once for the same place, one is stored and the other is told that the head moved", async () => {
      const s = fresh()
      const one = await startLog(keys)
      const first = await one.content(keys)
      one.forget(first)
      const second = await one.content(keys)
      await s.append(write(one.id, [one.genesis], 0, 0))
      const ends = await Promise.all([
        s.append(write(one.id, [one.genesis, first], 1, 1)),
        s.append(write(one.id, [one.genesis, second], 1, 1)),
      ])
      expect(ends).toEqual(["stored", "moved"])
      expect((await s.read(one.id, 0, 64)).entries).toEqual([one.genesis, first])
    })

    test("the same bytes a second time, a place too early and a place too late change nothing", async () => {
      const s = fresh()
      const { log, entries } = await someEntries(4)
      await s.append(write(log, entries, 0, 2))
      expect(await s.append(write(log, entries, 0, 2))).toBe("moved")
      expect(await s.append(write(log, entries, 1, 1))).toBe("moved")
      expect(await s.append({ ...write(log, entries, 3, 3), expected: null })).toBe("moved")
      expect(await s.append({ ...write(log, entries, 3, 3), expected: { seq: 2, hash: noise(32) } })).toBe(
        "moved",
      )
      expect((await s.read(log, 0, 64)).entries).toEqual(entries.slice(0, 3))
    })

    test("two logs know nothing of each other", async () => {
      const s = fresh()
      const [one, two] = [await someEntries(2), await someEntries(3)]
      await Promise.all([
        s.append(write(one.log, one.entries, 0, 1)),
        s.append(write(two.log, two.entries, 0, 2)),
      ])
      expect((await s.read(one.log, 0, 64)).entries).toEqual(one.entries)
      expect((await s.read(two.log, 0, 64)).entries).toEqual(two.entries)
    })

    test("a redaction takes the words and leaves the entry's header and signature", async () => {
      const s = fresh()
      const { log, entries } = await someEntries(4)
      const [, taken, left] = entries
      if (taken === undefined || left === undefined) throw new Error("too few")
      await s.append(write(log, entries, 0, 2))
      await s.append({ ...write(log, entries, 3, 3), redacted: [entryHash(taken), noise(32)] })
      const there = (await s.read(log, 0, 64)).entries
      expect(there.length).toBe(4)
      expect(there[1]?.body).toBeNull()
      expect(there[1] !== undefined && sameEntry(there[1], taken)).toBe(true)
      expect(there[2]).toEqual(left)
    })

    test("words that were written and taken back in one run are never there to read", async () => {
      const s = fresh()
      const { log, entries } = await someEntries(3)
      const taken = entries[1]
      if (taken === undefined) throw new Error("too few")
      await s.append({ ...write(log, entries, 0, 2), redacted: [entryHash(taken)] })
      expect((await s.read(log, 1, 1)).entries[0]?.body).toBeNull()
    })

    test("a mailbox is there once its invite stood in a log, and keeps the log and hour of the first", async () => {
      const s = fresh()
      const { log, entries } = await someEntries(3)
      const H = noise(32)
      expect(await s.mailbox(H)).toBeNull()
      await s.append(write(log, entries, 0, 0))
      await s.append({ ...write(log, entries, 1, 1), opened: [H] })
      await s.append({ ...write(log, entries, 2, 2), opened: [H], hour: hour + 5 })
      expect(await s.mailbox(H)).toEqual({ log, hour })
      expect(await s.readMail(H)).toEqual([])
    })

    test("an append that is not stored opens no mailbox", async () => {
      const s = fresh()
      const { log, entries } = await someEntries(2)
      const H = noise(32)
      expect(await s.append({ ...write(log, entries, 1, 1), opened: [H] })).toBe("moved")
      expect(await s.mailbox(H)).toBeNull()
    })

    test("a slot is written as often as it has places; the same bytes again are the same mail", async () => {
      const s = fresh()
      const [H, once, other] = [noise(32), noise(64), noise(64)]
      const room = { most: 1, beyond: "refuse" } as const
      const put = (bytes: Bytes): Promise<string> => s.putMail(H, { slot: "reveal", bytes }, room, hour)
      expect(await Promise.all([put(once), put(other), put(once)])).toEqual(["stored", "taken", "stored"])
      expect(await s.readMail(H)).toEqual([{ slot: "reveal", bytes: once }])
      expect(await s.putMail(H, { slot: "ended", bytes: other }, room, hour)).toBe("stored")
      expect(await s.readMail(noise(32))).toEqual([])
    })

    test("where a slot makes room, one more takes the place of all that lay there, and of nothing else", async () => {
      const s = fresh()
      const H = noise(32)
      const room = { most: 2, beyond: "replace" } as const
      const all = [noise(8), noise(8), noise(8)]
      const reveal = { slot: "reveal", bytes: noise(8) } as const
      await s.putMail(H, reveal, room, hour)
      for (const bytes of all) await s.putMail(H, { slot: "answer-joiner", bytes }, room, hour)
      expect(await s.readMail(H)).toEqual([reveal, { slot: "answer-joiner", bytes: all[2] }])
    })

    test("mailboxes go when their time is over, with what lay in them; the log stays", async () => {
      const s = fresh()
      const { log, entries } = await someEntries(3)
      const [old, asked, young] = [noise(32), noise(32), noise(32)]
      await s.append(write(log, entries, 0, 0))
      await s.append({ ...write(log, entries, 1, 1), opened: [old, asked] })
      await s.append({ ...write(log, entries, 2, 2), opened: [young], hour: hour + 100 })
      const room = { most: 8, beyond: "refuse" } as const
      await s.putMail(old, { slot: "request", bytes: noise(9) }, room, hour + 10)
      await s.putMail(asked, { slot: "request", bytes: noise(9) }, room, hour + 60)
      expect(await s.sweepMail(hour)).toBe("stored")
      expect(await s.mailbox(old)).not.toBeNull()
      expect(await s.sweepMail(hour + 50)).toBe("stored")
      expect(await s.mailbox(old)).toBeNull()
      expect(await s.readMail(old)).toEqual([])
      expect(await s.mailbox(asked)).not.toBeNull()
      expect((await s.readMail(asked)).length).toBe(1)
      expect(await s.mailbox(young)).not.toBeNull()
      expect((await s.read(log, 0, 64)).entries).toEqual(entries)
    })
  })
}
