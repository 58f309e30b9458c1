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
  /** Thrown away, and not gone yet. */
  readonly isHidden: (key: string) => boolean
}
/** What lies beside drafts and is no text. */
export interface Beside {
  readonly has: (key: string) => boolean
  /** The draft is gone for good. */
  readonly gone: (key: string) => void
}

/** `onThrown` is told while something can be brought back. */
export function withThrowing(
  drafts: Drafts,
  later: Later,
  onThrown: (isThere: boolean) => void,
  beside: Beside,
): ThrowingDrafts {
  /** With the words each had. */
  let hidden: ReadonlyMap<string, string> = new Map()
  let cancel: (() => void) | null = null
  const show = (): ReadonlyMap<string, string> => {
    const was = hidden
    hidden = new Map()
    cancel?.()
    cancel = null
    if (was.size > 0) onThrown(false)
    return was
  }
  const drop = (key: string): void => {
    drafts.drop(key)
    beside.gone(key)
  }
  const settle = (): void => {
    // What another tab wrote there meanwhile was not thrown away.
    for (const [key, text] of show()) if (drafts.get(key) === text) drop(key)
  }
  return {
    ...drafts,
    get: (key) => (hidden.has(key) ? "" : drafts.get(key)),
    drop,
    isHidden: (key) => hidden.has(key),
    set: (key, text) => {
      // A new page in the place of the one thrown away: the two cannot both be there.
      if (hidden.has(key)) settle()
      drafts.set(key, text)
    },
    throwAway: (keys) => {
      settle()
      const there = keys.filter((key) => drafts.get(key) !== "" || beside.has(key))
      hidden = new Map(there.map((key) => [key, drafts.get(key)]))
      if (hidden.size === 0) return
      cancel = later(tenSeconds, settle)
      onThrown(true)
    },
    all: () => new Map([...drafts.all()].filter(([key]) => !hidden.has(key))),
    restore: () => void show(),
    close: () => {
      cancel?.()
      return drafts.close()
    },
  }
}
