import { good } from "#wire"
import type { Bytes } from "#wire"
import type { Store } from "./store.ts"

/** Rows of a memory store, by table and key; hand the same map to a second store and it is the same disk after a restart. */
export type Disk = Map<string, Map<string, Bytes>>

/** For tests and simulations: nothing survives the process. */
export function memoryStore(disk: Disk = new Map()): Store {
  return {
    get: async (table, key) => copied(disk.get(table)?.get(key)),
    list: async (table, from = "", limit = Number.POSITIVE_INFINITY) =>
      [...(disk.get(table) ?? [])]
        .filter(([key]) => key >= from)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([key, value]) => ({ key, value: Uint8Array.from(value) })),
    count: async (table) => disk.get(table)?.size ?? 0,
    batch: async (ops) => {
      for (const op of ops) {
        const rows = disk.get(op.table) ?? new Map<string, Bytes>()
        disk.set(op.table, rows)
        if (op.op === "put") rows.set(op.key, Uint8Array.from(op.value))
        else if (op.op === "delete") rows.delete(op.key)
        else rows.clear()
      }
      return good(null)
    },
    close: () => undefined,
  }
}

function copied(value: Bytes | undefined): Bytes | null {
  return value === undefined ? null : Uint8Array.from(value)
}
