import { deviceLink } from "#ledger"
import type { Seen } from "../session/around.ts"
import type { Snapshot } from "../session/shown.ts"
import type { State } from "../keeping/state.ts"
import { wordsIn } from "./linking.ts"

/** Where it stands with another device, for the screens; left out while there is nothing to say. */
export function linkingSeen({ linking }: State, { address }: Seen): Pick<Snapshot, "linking"> {
  if (linking === null || linking.seen) return {}
  const { step, because, out, rank, secret, nA } = linking
  const comesFirst = rank === 1
  if (step === "stopped") return { linking: { step, because: because ?? "over", comesFirst } }
  if (step === "done" || step === "adding") return { linking: { step, comesFirst } }
  const words = wordsIn(linking)
  if (words !== null) return { linking: { step: "compare", words, comesFirst } }
  if (step !== "asking" || !out.sent || address === null)
    return { linking: { step: "preparing", comesFirst } }
  const { app, relay, usableElsewhere } = address
  return {
    linking: { step: "link", link: deviceLink(app, { secret, nA }, relay), usableElsewhere, comesFirst },
  }
}
