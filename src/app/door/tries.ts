import { fromRow, toRow } from "../keeping/rows.ts"
import type { Store } from "../store/store.ts"

// Wrong tries slow down across reloads and tabs; they never wipe anything. A try is counted before it is made, so that a closed tab does not uncount it.

const table = "device"
const key = "tries"

/** Seconds between two tries after so many: nothing for four, then 2, 4, 8 … up to a quarter of an hour. */
export function delayAfter(count: number): number {
  return count < 4 ? 0 : Math.min(900, 2 ** (count - 3))
}

interface Tries {
  readonly count: number
  /** Milliseconds since 1970 UTC. */
  readonly last: number
}

async function tries(store: Store, decodeUtf8: (bytes: Uint8Array) => string): Promise<Tries> {
  const row = await store.get(table, key)
  try {
    const { count, last } = fromRow<Tries>(row ?? toRow({}), decodeUtf8)
    if (Number.isSafeInteger(count) && count >= 0 && typeof last === "number") return { count, last }
  } catch {
    // A row that cannot be read counts as a fresh one: the stretching alone makes each try cost a second.
  }
  return { count: 0, last: 0 }
}

/** Counts this try and returns 0, or returns the seconds still to wait and counts nothing. */
export async function tryAt(
  store: Store,
  decodeUtf8: (bytes: Uint8Array) => string,
  at: number,
): Promise<number> {
  const { count, last } = await tries(store, decodeUtf8)
  const delay = delayAfter(count)
  // A clock set back does not make the wait longer than the delay itself.
  const wait = Math.min(delay, Math.ceil((last + delay * 1000 - at) / 1000))
  if (wait > 0) return wait
  await store.batch([{ op: "put", table, key, value: toRow({ count: count + 1, last: at }) }])
  return 0
}

export async function forgetTries(store: Store): Promise<void> {
  await store.batch([{ op: "delete", table, key }])
}
