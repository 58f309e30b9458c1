import { bad } from "#wire"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import type { Store, StoreOp } from "../store/store.ts"

export interface SmallDisk {
  readonly store: Store
  readonly used: () => number
  /** So many bytes fit from now on. */
  readonly holds: (bytes: number) => void
}

/** A store that has only so much room: what would go beyond it is refused as a whole, as a browser does. */
export function smallDisk(disk: Disk, room = Infinity): SmallDisk {
  const store = memoryStore(disk)
  let most = room
  const used = (): number =>
    [...disk.values()].reduce((sum, rows) => [...rows.values()].reduce((n, row) => n + row.length, sum), 0)
  const changeBy = (op: StoreOp): number => {
    if (op.op === "clear")
      return -[...(disk.get(op.table)?.values() ?? [])].reduce((n, row) => n + row.length, 0)
    const before = disk.get(op.table)?.get(op.key)?.length ?? 0
    return (op.op === "put" ? op.value.length : 0) - before
  }
  return {
    used,
    holds: (bytes) => {
      most = bytes
    },
    store: {
      ...store,
      batch: async (ops) => {
        const grows = ops.reduce((sum, op) => sum + changeBy(op), 0)
        return grows > 0 && used() + grows > most ? bad({ type: "full" }) : store.batch(ops)
      },
    },
  }
}
