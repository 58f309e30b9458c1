import type { Drafts, Later } from "./drafts.ts"

/** A page thrown away is gone after ten seconds. */
const tenSeconds = 10_000

export interface ThrowingDrafts extends Drafts {
  /**
   * Out of sight now, and off the disk in ten seconds. Until then `restore` brings all of it back, and so does whatever ends the app before, a lock or a
   * crash: nothing was deleted yet.
   */
  readonly throwAway: (keys: readonly string[]) => void
  readonly restore: () => void
}

/** `onThrown` is told while something can be brought back. */
export function withThrowing(
  drafts: Drafts,
  later: Later,
  onThrown: (isThere: boolean) => void,
): ThrowingDrafts {
  let hidden: ReadonlySet<string> = new Set()
  let cancel: (() => void) | null = null
  const show = (): ReadonlySet<string> => {
    const was = hidden
    hidden = new Set()
    cancel?.()
    cancel = null
    if (was.size > 0) onThrown(false)
    return was
  }
  const settle = (): void => {
    for (const key of show()) drafts.drop(key)
  }
  return {
    ...drafts,
    get: (key) => (hidden.has(key) ? "" : drafts.get(key)),
    set: (key, text) => {
      // A new page in the place of the one thrown away: the two cannot both be there.
      if (hidden.has(key)) settle()
      drafts.set(key, text)
    },
    throwAway: (keys) => {
      settle()
      hidden = new Set(keys.filter((key) => drafts.get(key) !== ""))
      if (hidden.size === 0) return
      cancel = later(tenSeconds, settle)
      onThrown(true)
    },
    all: () => new Map([...drafts.all()].filter(([key]) => !hidden.has(key))),
    restore: () => void show(),
    close: () => {
      cancel?.()
      drafts.close()
    },
  }
}
