import type { Session } from "../session/session.ts"

export const nothingDone = (): Promise<void> => Promise.resolve()

/** What a made-up person can do about sheets and devices: nothing happens. */
export const noRecovery: Session["recovery"] = {
  removeLost: nothingDone,
  confirm: nothingDone,
  putAway: nothingDone,
  bringTogether: async () => "on",
  writeAgain: async () => ({ ok: false, because: "nothing" }),
  sendAgain: nothingDone,
}
