import { decodeControl, decodeHeader, toHex, writerOf } from "#wire"
import type { Entry, LogState } from "#wire"
import type { Limits } from "./limits.ts"
import type { Store } from "./store/store.ts"

// spec/relay.md §2. Each member has so many places in a log, so that nobody fills it for the others. The last of them are kept for what must still be possible
// then: to take words back, to remove a device, to go. The relay's rule and not the fold's: what stands, stands for everyone.

export interface Places {
  /** Whether this run fits; only `note` counts it. */
  readonly allow: (before: LogState, after: LogState, run: readonly Entry[]) => Promise<boolean>
  readonly note: (after: LogState, run: readonly Entry[]) => void
}

interface Taken {
  readonly seq: number
  readonly of: Map<string, number>
}

/** Logs whose counts are kept; the others are counted anew when they are written to. */
const mostLogs = 10_000

export function createPlaces(store: Pick<Store, "read">, limits: Limits): Places {
  const taken = new Map<string, Taken>()
  /** All that stands, the void ones too: a uid used twice is still a place. */
  const takenIn = async (state: LogState): Promise<ReadonlyMap<string, number>> => {
    const name = toHex(state.logId)
    const last = state.head?.seq ?? -1
    const known = taken.get(name)
    if (known !== undefined && known.seq === last) return known.of
    const of = new Map<string, number>()
    for (let from = 0; from <= last; from += limits.runEntries) {
      const { entries } = await store.read(state.logId, from, Math.min(limits.runEntries, last + 1 - from))
      for (const entry of entries) count(of, memberOf(state, entry))
    }
    keep(name, { seq: last, of })
    return of
  }
  const keep = (name: string, counts: Taken): void => {
    taken.delete(name)
    taken.set(name, counts)
    for (const oldest of taken.keys()) {
      if (taken.size <= mostLogs) break
      taken.delete(oldest)
    }
  }
  return {
    allow: async (before, after, run) => {
      const now = new Map(await takenIn(before))
      return run.every((entry) => {
        const most = isKeptFor(entry) ? limits.places : limits.places - limits.keptPlaces
        return count(now, memberOf(after, entry)) <= most
      })
    },
    note: (after, run) => {
      const name = toHex(after.logId)
      const known = taken.get(name)
      const seq = after.head?.seq ?? -1
      if (known === undefined || known.seq !== seq - run.length) return void taken.delete(name)
      for (const entry of run) count(known.of, memberOf(after, entry))
      keep(name, { seq, of: known.of })
    },
  }
}

function count(of: Map<string, number>, member: string): number {
  const n = (of.get(member) ?? 0) + 1
  of.set(member, n)
  return n
}

/** The member whose device wrote it; a sheet's key counts for itself. */
function memberOf(state: LogState, entry: Entry): string {
  const header = decodeHeader(entry.header)
  if (!header.ok) return ""
  return toHex(writerOf(state, header.value.device) ?? header.value.device)
}

const keptOps: ReadonlySet<string> = new Set([
  "device.remove",
  "recovery.set",
  "epoch",
  "leave",
  "close",
  "continue",
])

function isKeptFor(entry: Entry): boolean {
  const header = decodeHeader(entry.header)
  if (!header.ok || header.value.kind === 3) return header.ok
  return header.value.kind === 2 && keptOps.has(opOf(entry) ?? "")
}

/** The name of the operation; null where there is none. */
export function opOf(entry: Entry): string | null {
  const header = decodeHeader(entry.header)
  if (!header.ok || header.value.kind !== 2) return null
  const decoded = decodeControl(entry.body ?? new Uint8Array(0))
  return decoded.is === "built" ? decoded.control.op : null
}
