import { equalBytes, toHex } from "#wire"
import type { Bytes } from "#wire"

/** What the relay keeps of private logs: batches in stores, and slots. Promises are those of `Store`: durable when it resolves, "full" when it could not be kept. */
export interface BatchStore {
  /** Null for a store with nothing in it, which is also one nobody began. */
  readonly size: (name: Bytes) => Promise<StoreSize | null>
  /** Batches from this number on, in order, as long as they have at most `most` bytes together; the first always. */
  readonly readBatches: (name: Bytes, from: number, most: number) => Promise<readonly Batch[]>
  /** Only the next number is stored. The same bytes under the same number again are the same batch. */
  readonly addBatch: (
    name: Bytes,
    batch: Batch,
    hour: number,
  ) => Promise<"stored" | "taken" | "ahead" | "full">
  /** All of a store goes. */
  readonly dropBatches: (name: Bytes) => Promise<"stored" | "full">
  readonly readSlot: (name: Bytes) => Promise<Bytes | null>
  /** In place of what lay there. */
  readonly putSlot: (name: Bytes, bytes: Bytes, hour: number) => Promise<"stored" | "full">
}

export interface Batch {
  /** Its place in the store, from 0. */
  readonly n: number
  readonly bytes: Bytes
}
export interface StoreSize {
  readonly count: number
  readonly bytes: number
  /** When the last ones came, at most `lastHours` of them: hours since 1970 UTC. */
  readonly hours: readonly number[]
}

/** Of so many batches the hour is told: more than any day may have. */
export const lastHours = 16

/** For tests and simulations: nothing survives the process. */
export function memoryBatches(): BatchStore {
  const stores = new Map<string, (Batch & { readonly hour: number })[]>()
  const slots = new Map<string, Bytes>()
  return {
    size: async (name) => {
      const all = stores.get(toHex(name)) ?? []
      if (all.length === 0) return null
      const bytes = all.reduce((sum, b) => sum + b.bytes.length, 0)
      return { count: all.length, bytes, hours: all.slice(-lastHours).map((b) => b.hour) }
    },
    readBatches: async (name, from, most) => {
      const all = (stores.get(toHex(name)) ?? []).slice(from).map(({ n, bytes }) => ({ n, bytes }))
      return fitting(all, most)
    },
    addBatch: async (name, batch, hour) => {
      const all = stores.get(toHex(name)) ?? []
      const there = all[batch.n]
      if (there !== undefined) return equalBytes(there.bytes, batch.bytes) ? "stored" : "taken"
      if (batch.n > all.length) return "ahead"
      stores.set(toHex(name), [...all, { ...batch, hour }])
      return "stored"
    },
    dropBatches: async (name) => {
      stores.delete(toHex(name))
      return "stored"
    },
    readSlot: async (name) => slots.get(toHex(name)) ?? null,
    putSlot: async (name, bytes) => {
      slots.set(toHex(name), bytes)
      return "stored"
    },
  }
}

export function fitting(batches: Iterable<Batch>, most: number): readonly Batch[] {
  const fit: Batch[] = []
  let sum = 0
  for (const batch of batches) {
    sum += batch.bytes.length
    if (fit.length > 0 && sum > most) break
    fit.push(batch)
  }
  return fit
}
