import type { Later } from "../drafts/drafts.ts"
import type { Ground } from "../keeping/ground.ts"

// When to write on: once nothing has changed for a moment, and then a few rows at a time, so that whoever taps meanwhile waits for a few rows at most.

const quiet = 2000
const between = 100

export interface Idle {
  /** The state changed. */
  readonly plan: () => void
  readonly stop: () => void
}

export function rememberWhenIdle(ground: Pick<Ground, "remember">, later: Later): Idle {
  let cancel: (() => void) | null = null
  let stopped = false
  const wait = (ms: number): void => {
    cancel?.()
    cancel = stopped ? null : later(ms, () => void write())
  }
  const write = async (): Promise<void> => {
    cancel = null
    // What could not be written is written another time; nothing hangs on it.
    const more = await ground.remember().catch(() => false)
    if (more && cancel === null) wait(between)
  }
  return {
    plan: () => wait(quiet),
    stop: () => {
      stopped = true
      cancel?.()
    },
  }
}
