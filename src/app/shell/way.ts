import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks"
import { today } from "./place.ts"
import type { Place } from "./place.ts"

export interface Way {
  readonly here: Place
  readonly canGoBack: boolean
  readonly go: (place: Place) => void
  readonly back: () => void
  /** Forgets the way walked so far, so that nothing of it can be walked again. */
  readonly begin: (place: Place) => void
  /** A question lies over the page. Going anywhere takes it away, and a step back does only that: it may hold nobody back, least of all from Help. */
  readonly coverWith: (takeAway: (() => void) | null) => void
}

/**
 * The way through the app is a stack in memory. The browser's history grows by one empty entry at most, so that the phone's own Back button
 * walks the stack, and leaves the app when the stack is empty (CARE A10).
 */
export function useWay(): Way {
  const [stack, setStack] = useState<readonly Place[]>([today])
  const here = stack.at(-1) ?? today
  const cover = useRef<(() => void) | null>(null)
  const uncovered = (): boolean => {
    const takeAway = cover.current
    cover.current = null
    takeAway?.()
    return takeAway !== null
  }
  useLayoutEffect(() => {
    if (history.length < 50 && history.state !== "inside") history.pushState("inside", "")
    const onPop = (): void => {
      const wasCovered = uncovered()
      if (!wasCovered && stack.length === 1) return history.back()
      if (!wasCovered) setStack((s) => s.slice(0, -1))
      history.pushState("inside", "")
    }
    addEventListener("popstate", onPop)
    return () => removeEventListener("popstate", onPop)
  }, [stack.length])
  // With the page itself, not a moment later: by then a key may have moved the focus to a place further down.
  useLayoutEffect(() => scrollTo(0, 0), [here])
  return useMemo(
    () => ({
      here,
      canGoBack: stack.length > 1,
      go: (place) => {
        uncovered()
        setStack((s) => {
          if (isMain(place)) return [today, ...(place.at === "today" ? [] : [place])]
          // Two sendings in one go both lead to the invitation: one way back is enough.
          const isRoom = place.at === "room" || place.at === "before-room"
          return !isRoom && s.at(-1)?.at === place.at ? s : [...s, place]
        })
      },
      back: () => {
        if (!uncovered()) setStack((s) => (s.length > 1 ? s.slice(0, -1) : s))
      },
      begin: (place) => setStack([place]),
      coverWith: (takeAway) => {
        cover.current = takeAway
      },
    }),
    [here, stack.length],
  )
}

function isMain(place: Place): boolean {
  return place.at === "today" || place.at === "rooms" || place.at === "looking-back" || place.at === "help"
}
