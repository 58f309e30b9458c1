import { checkEntries, emptyLog, toHex } from "#wire"
import type { Bytes, LogState, Verify } from "#wire"
import { sameHead } from "./store/same-head.ts"
import type { Store } from "./store/store.ts"

/** The folded states of the logs last written to, so that an append need not read its log from the beginning. */
export interface States {
  /** As the store has it now. */
  readonly of: (log: Bytes) => Promise<LogState>
  readonly keep: (state: LogState) => void
}

/** In entries, over all logs: about 60 MB. The log used longest ago goes first. */
const mostEntries = 100_000

export function createStates(store: Store, verify: Verify, runEntries: number): States {
  const states = new Map<string, LogState>()
  let weight = 0
  const drop = (key: string): void => {
    weight -= weightOf(states.get(key))
    states.delete(key)
  }
  const keep = (state: LogState): void => {
    const key = toHex(state.logId)
    drop(key)
    states.set(key, state)
    weight += weightOf(state)
    for (const oldest of states.keys()) {
      if (weight <= mostEntries || oldest === key) break
      drop(oldest)
    }
  }
  /** Null when what is stored does not follow on `from`. */
  const follow = async (from: LogState): Promise<LogState | null> => {
    let state = from
    for (;;) {
      const { entries, head } = await store.read(state.logId, (state.head?.seq ?? -1) + 1, runEntries)
      if (entries.length === 0) return sameHead(state.head, head) ? state : null
      const checked = await checkEntries(verify, state, entries)
      if (checked.fault !== null) return null
      state = checked.state
    }
  }
  return {
    keep,
    of: async (log) => {
      const kept = states.get(toHex(log))
      if (kept !== undefined && sameHead(kept.head, await store.head(log))) {
        keep(kept)
        return kept
      }
      // What is remembered may be ahead of a file that was put back from an older copy.
      const state = (kept === undefined ? null : await follow(kept)) ?? (await follow(emptyLog(log)))
      // What was stored was checked. If it no longer holds, the disk has changed it: refuse to serve rather than to guess.
      if (state === null) throw new Error("a stored log no longer checks")
      if (state.head !== null) keep(state)
      return state
    },
  }
}

function weightOf(state: LogState | undefined): number {
  return state === undefined ? 0 : 10 + state.uids.size
}
