import { fileLimits } from "#wire"
import type { Limits } from "./limits.ts"
import type { Store } from "./store/store.ts"

/** The hour now. Once in each hour in which it is asked for, what is past its time goes: mailboxes, logs nobody came into, files that did not become whole. */
export function createHourly(deps: {
  readonly store: Store
  readonly clock: () => number
  readonly limits: Limits
}): () => Promise<number> {
  const { store, clock, limits } = deps
  let sweptAt = -1
  const sweep = async (hour: number): Promise<boolean> => {
    // Logs before mailboxes: a log whose last mailbox goes now is looked at as one that had it until now.
    const swept = [
      await store.sweepLogs(hour, hour - limits.unclaimedDays * 24),
      await store.sweepMail(hour - limits.exchangeDays * 24),
      await store.files.sweepFiles(hour - fileLimits.unfinishedDays * 24),
    ]
    return swept.every((each) => each === "stored")
  }
  return async () => {
    const hour = Math.floor(clock() / 3_600_000)
    if (hour !== sweptAt && (await sweep(hour))) sweptAt = hour
    return hour
  }
}
