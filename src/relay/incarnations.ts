import { toHex, u32 } from "#wire"
import type { Bytes } from "#wire"
import { incarnationFact } from "./store/facts-of-log.ts"
import type { Facts } from "./store/store.ts"

/** How often a log was gone on with although something of it may be lost here; 1 while that never happened. */
export interface Incarnations {
  readonly of: (log: Bytes) => Promise<number>
  readonly set: (log: Bytes, to: number) => Promise<"stored" | "full">
}

export function incarnationsIn(facts: Facts): Incarnations {
  const name = (log: Bytes): string => incarnationFact(toHex(log))
  return {
    of: async (log) => {
      const kept = await facts.get(name(log))
      return kept === null ? 1 : new DataView(kept.buffer, kept.byteOffset).getUint32(0)
    },
    set: (log, to) => facts.put(name(log), u32(to)),
  }
}
