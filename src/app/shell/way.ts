import { useEffect, useMemo, useState } from "preact/hooks"
import { today } from "./place.ts"
import type { Place } from "./place.ts"

export interface Way {
  readonly here: Place
  readonly canGoBack: boolean
  readonly go: (place: Place) => void
  readonly back: () => void
  /** Forgets the way walked so far, so that nothing of it can be walked again. */
  readonly begin: (place: Place) => void
}

/**
 * The way through the app is a stack in memory. The browser's history grows by one empty entry at most, so that the phone's own Back button
 * walks the stack, and leaves the app when the stack is empty (CARE A10).
 */
export function useWay(): Way {
  const [stack, setStack] = useState<readonly Place[]>([today])
  const here = stack.at(-1) ?? today
  useEffect(() => {
    if (history.length < 50 && history.state !== "inside") history.pushState("inside", "")
    const onPop = (): void => {
      if (stack.length > 1) {
        setStack((s) => s.slice(0, -1))
        history.pushState("inside", "")
      } else history.back()
    }
    addEventListener("popstate", onPop)
    return () => removeEventListener("popstate", onPop)
  }, [stack.length])
  useEffect(() => {
    scrollTo(0, 0)
  }, [here])
  return useMemo(
    () => ({
      here,
      canGoBack: stack.length > 1,
      go: (place) =>
        setStack((s) => {
          if (isMain(place)) return [today, ...(place.at === "today" ? [] : [place])]
          // Two sendings in one go both lead to the invitation: one way back is enough.
          return place.at !== "room" && s.at(-1)?.at === place.at ? s : [...s, place]
        }),
      back: () => setStack((s) => (s.length > 1 ? s.slice(0, -1) : s)),
      begin: (place) => setStack([place]),
    }),
    [here, stack.length],
  )
}

function isMain(place: Place): boolean {
  return place.at === "today" || place.at === "rooms" || place.at === "looking-back" || place.at === "help"
}
