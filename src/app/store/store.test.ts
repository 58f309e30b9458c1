import { expect, test } from "vitest"
import { memoryStore } from "./memory.ts"
import type { Disk } from "./memory.ts"
import { storeContract } from "./store.contract.ts"

for (const { what, holds } of storeContract) {
  test(`the store in memory: ${what}`, async () => {
    const disk: Disk = new Map()
    expect(await holds(async () => memoryStore(disk))).toBe(true)
  })
}

test("the contract can fail: a store that forgets, one that mixes tables and one that loses the order are each seen", async () => {
  const broken = [
    { ...memoryStore(), get: async () => null },
    { ...memoryStore(), list: async () => [] },
    { ...memoryStore(), batch: async () => ({ ok: true as const, value: null }) },
  ]
  for (const store of broken) {
    const held = await Promise.all(storeContract.map(({ holds }) => holds(async () => store)))
    expect(held).toContain(false)
  }
})
