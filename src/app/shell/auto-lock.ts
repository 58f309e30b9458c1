import { useEffect } from "preact/hooks"
import { now } from "../clock.ts"
import type { Session } from "../session.ts"

/** Locks when the page is hidden for the chosen time (CARE A8). Drafts are written first; they wait encrypted behind the lock. */
export function useAutoLock(o: {
  readonly session: Session
  readonly minutes: number
  readonly onLock: () => Promise<void>
}): void {
  useEffect(() => {
    let hiddenAt: number | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const delay = o.minutes * 60_000
    const onChange = (): void => {
      if (document.visibilityState === "hidden") {
        void o.session.flush()
        hiddenAt = now().at
        // At once means at once: no timer a browser could slow down in the background.
        if (delay === 0) void o.onLock()
        else timer = setTimeout(() => void o.onLock(), delay)
        return
      }
      clearTimeout(timer)
      if (hiddenAt !== null && now().at - hiddenAt >= delay) void o.onLock()
      hiddenAt = null
    }
    const onPageHide = (): void => void o.session.flush()
    document.addEventListener("visibilitychange", onChange)
    addEventListener("pagehide", onPageHide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", onChange)
      removeEventListener("pagehide", onPageHide)
    }
  }, [o.session, o.minutes, o.onLock])
}
