import type { Handover, Moment, Nudge, Reader, Standing, States } from "../practice.ts"
import type { AccountOwn, AccountShared, Told } from "./fold.ts"

/** After the account was told, the letter has its turn: about the same matter, when its writer is ready. */
export function letterAfter(told: Told): Handover {
  return { to: "apology", start: { matter: told.matter }, from: told.ref }
}

export function attend(
  states: States<AccountShared, AccountOwn>,
  reader: Reader,
  _now: Moment,
  _standing: Standing,
): readonly Nudge[] {
  const mine = states.shared.told.filter((t) => t.writer === reader.shared && t.addition === null)
  return mine.slice(-1).map((told): Nudge => ({
    id: `account.letter ${told.ref}`,
    room: "account",
    words: "account.nudge-letter",
    order: 3,
    evidence: { label: "imagined-scenario", source: "Lewicki, Polin & Lount 2016" },
    handover: letterAfter(told),
  }))
}
