import { useMemo, useState } from "preact/hooks"
import type { Session } from "../session/session.ts"

export interface LockOffer {
  readonly open: boolean
  /** Something was kept: offers a lock, once, a moment later, so that what was kept is seen to be kept. */
  readonly make: () => void
  /** What was kept is on its way to somebody: the offer would stand in the way, and comes at the next keeping. */
  readonly withdraw: () => void
  readonly end: () => void
}

const aMoment = 600
const offered = "setting.lock-offered"

/** At the first "Keep for now" a lock is offered, once, and "later" is as easy. It lies over the page, which stays as it is. */
export function useLockOffer(session: Session): LockOffer {
  const [open, setOpen] = useState(false)
  const acts = useMemo(() => {
    let soon: ReturnType<typeof setTimeout> | undefined
    let unanswered = false
    const end = (): void => {
      clearTimeout(soon)
      unanswered = false
      setOpen(false)
    }
    return {
      make: () => {
        if (session.snapshot().hasPassphrase || session.draft(offered) !== "") return
        session.setDraft(offered, "1")
        unanswered = true
        soon = setTimeout(() => setOpen(true), aMoment)
      },
      withdraw: () => {
        if (!unanswered) return
        end()
        session.dropDraft(offered)
      },
      end,
    }
  }, [session])
  return { open, ...acts }
}
