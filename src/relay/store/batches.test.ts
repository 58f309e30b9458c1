import { afterEach, describe, expect, test } from "vitest"
import { noise } from "../testing/writer.ts"
import { openMemoryStore } from "./memory.ts"
import { openSqliteStore } from "./sqlite.ts"
import type { Store } from "./store.ts"

// What every store promises of batches and slots.

for (const [name, open] of [
  ["in memory", openMemoryStore],
  ["in SQLite", () => openSqliteStore(":memory:")],
] as const)
  describe(name, () => {
    let store: Store | null = null
    const fresh = () => (store = open()).batches
    afterEach(() => {
      store?.close()
      store = null
    })

    test("a store takes the next number and no other; the same bytes again are the same batch", async () => {
      const s = fresh()
      const box = noise(32)
      const [first, second, other] = [noise(64), noise(96), noise(64)]
      expect(await s.size(box)).toBeNull()
      expect(await s.addBatch(box, { n: 1, bytes: first }, 7)).toBe("ahead")
      expect(await s.addBatch(box, { n: 0, bytes: first }, 7)).toBe("stored")
      expect(await s.addBatch(box, { n: 0, bytes: first }, 8)).toBe("stored")
      expect(await s.addBatch(box, { n: 0, bytes: other }, 8)).toBe("taken")
      expect(await s.addBatch(box, { n: 2, bytes: other }, 8)).toBe("ahead")
      expect(await s.addBatch(box, { n: 1, bytes: second }, 9)).toBe("stored")
      expect((await s.size(box))?.hours.toSorted()).toEqual([7, 9])
      expect(await s.size(box)).toMatchObject({ count: 2, bytes: 160 })
      const both = [
        { n: 0, bytes: first },
        { n: 1, bytes: second },
      ]
      expect(await s.readBatches(box, 0, 1000)).toEqual(both)
      expect(await s.readBatches(box, 1, 1000)).toEqual(both.slice(1))
      expect(await s.readBatches(box, 0, 100)).toEqual(both.slice(0, 1))
      expect(await s.readBatches(box, 0, 1)).toEqual(both.slice(0, 1))
      expect(await s.readBatches(box, 2, 1000)).toEqual([])
    })

    test("of two who add at once, one is stored", async () => {
      const s = fresh()
      const box = noise(32)
      const ends = await Promise.all([0, 1].map(() => s.addBatch(box, { n: 0, bytes: noise(8) }, 1)))
      expect(ends.toSorted()).toEqual(["stored", "taken"])
    })

    test("a store that is dropped is as if it had never been, and another stays", async () => {
      const s = fresh()
      const [box, other] = [noise(32), noise(32)]
      for (const name of [box, other]) await s.addBatch(name, { n: 0, bytes: noise(8) }, 1)
      expect(await s.dropBatches(box)).toBe("stored")
      expect(await s.dropBatches(noise(32))).toBe("stored")
      expect([await s.size(box), (await s.size(other))?.count]).toEqual([null, 1])
      expect(await s.readBatches(box, 0, 100)).toEqual([])
    })

    test("a slot holds what was put there last", async () => {
      const s = fresh()
      const [box, first, second] = [noise(32), noise(16), noise(16)]
      expect(await s.readSlot(box)).toBeNull()
      await s.putSlot(box, first, 1)
      await s.putSlot(box, second, 2)
      expect(await s.readSlot(box)).toEqual(second)
      expect(await s.readSlot(noise(32))).toBeNull()
    })
  })
