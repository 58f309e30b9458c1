import type { Bytes } from "#wire"
import type { RelayPort } from "../server/relay-port.ts"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import type { Store } from "../store/store.ts"

export interface MortalStore extends Store {
  readonly writes: () => number
  readonly isDead: () => boolean
  /** Resolves when it is killed. */
  readonly died: Promise<"died">
  /** Kills it now. */
  readonly kill: () => void
  /** Kills it at its n-th write from now on. */
  readonly killAt: (kill: { readonly at: number; readonly after: boolean }) => void
}

/** A store that is killed at its n-th write: before the disk has it, or right after. From then on nothing ever answers, as for a process that is gone. */
export function mortalStore(
  disk: Disk,
  kill: { readonly at: number; readonly after: boolean } | null,
): MortalStore {
  const store = memoryStore(disk)
  let writes = 0
  let dead = false
  let end = kill
  const gone = new Promise<never>(() => undefined)
  const { promise: died, resolve } = Promise.withResolvers<"died">()
  return {
    writes: () => writes,
    isDead: () => dead,
    died,
    kill: () => {
      dead = true
      resolve("died")
    },
    killAt: ({ at, after }) => {
      end = { at: writes + at, after }
    },
    get: (table, key) => (dead ? gone : store.get(table, key)),
    list: (table, from, limit) => (dead ? gone : store.list(table, from, limit)),
    count: (table) => (dead ? gone : store.count(table)),
    close: () => undefined,
    batch: async (ops) => {
      if (dead) return gone
      writes += 1
      if (writes !== end?.at) return store.batch(ops)
      if (end.after) await store.batch(ops)
      dead = true
      resolve("died")
      return gone
    },
  }
}

/** The connection of a process that may be gone: from then on it asks nothing and is answered nothing. */
export function mortalPort(relay: RelayPort, store: MortalStore): RelayPort {
  const gone = new Promise<never>(() => undefined)
  return {
    fetch: async (request) => {
      if (store.isDead()) return gone
      const response = await Promise.race([relay.fetch(request), store.died])
      return response === "died" || store.isDead() ? gone : response
    },
  }
}

/** Every text of a disk, as one searchable heap of bytes. */
export function heapOf(disk: Disk): Bytes {
  const rows = [...disk.values()].flatMap((table) => [...table.entries()])
  const keys = new TextEncoder().encode([...disk.keys(), ...rows.map(([key]) => key)].join("\n"))
  const parts = [keys, ...rows.map(([, value]) => value)]
  const heap = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    heap.set(part, at)
    at += part.length
  }
  return heap
}

export type { Disk }
