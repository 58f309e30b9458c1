import { useEffect, useRef } from "preact/hooks"
import { now } from "../clock.ts"
import type { Session } from "../session/session.ts"

/** Locks when the page is hidden for the chosen time (CARE A8). Drafts are written first; they wait encrypted behind the lock. */
export function useAutoLock({
  session,
  minutes,
  onLock,
}: {
  readonly session: Session
  readonly minutes: number
  readonly onLock: () => Promise<void>
}): void {
  // The latest way to lock, without beginning anew: a page drawn again while it is hidden must not forget since when.
  const lock = useRef(onLock)
  lock.current = onLock
  useEffect(() => {
    let hiddenAt: number | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const delay = minutes * 60_000
    const onChange = (): void => {
      if (document.visibilityState === "hidden") {
        void session.flush()
        hiddenAt = now().at
        // At once means at once: no timer a browser could slow down in the background.
        if (delay === 0) void lock.current()
        else timer = setTimeout(() => void lock.current(), delay)
        return
      }
      clearTimeout(timer)
      if (hiddenAt !== null && now().at - hiddenAt >= delay) void lock.current()
      hiddenAt = null
    }
    const onPageHide = (): void => void session.flush()
    // Opened, or its delay chosen, while nobody looks.
    if (document.visibilityState === "hidden") onChange()
    document.addEventListener("visibilitychange", onChange)
    addEventListener("pagehide", onPageHide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", onChange)
      removeEventListener("pagehide", onPageHide)
    }
  }, [session, minutes])
}
