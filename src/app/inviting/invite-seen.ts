import { inviteLink } from "#ledger"
import { limits, presentMembers } from "#wire"
import { dayAt } from "../clock.ts"
import { inviteOf } from "./invite.ts"
import type { InviteStep } from "./invite-step.ts"
import type { Seen } from "../session/around.ts"
import type { State } from "../keeping/state.ts"
import { isTogetherHere } from "../people/people-of.ts"

/** How far an invitation is, as its pages show it. */
export function inviteStep(state: State, seen: Seen, zone: string): InviteStep {
  if (state.stopped !== null) return { step: "stopped", because: state.stopped }
  if (state.joining !== null) return joinerStep(state, seen)
  if (state.inviting !== null) return inviterStep(state, seen, zone)
  return isTogetherHere(state) ? { step: "joined" } : { step: "none" }
}

function joinerStep({ joining }: State, { words }: Seen): InviteStep {
  if (joining === null || joining.request?.sent !== true) return { step: "asking" }
  return joining.revealed === null || words === null
    ? { step: "asked" }
    : compared(words, joining.mine?.answer ?? null, joining.among ?? 0)
}

function inviterStep(state: State, { words, address }: Seen, zone: string): InviteStep {
  const { inviting, shared } = state
  if (inviting === null || shared === null || inviteOf(state, inviting.secret) === null)
    return { step: "preparing" }
  const isSame = inviting.mine?.answer === "same" && inviting.theirs === "same"
  if (isSame && presentMembers(shared.state).length > 1) return { step: "agreeing" }
  if (inviting.chosen !== null && words !== null) return compared(words, inviting.mine?.answer ?? null, 0)
  if (inviting.chosen !== null || inviting.seen.length > 0) return { step: "request" }
  if (address === null) return { step: "preparing" }
  const link = inviteLink(address.app, { logId: shared.state.logId, secret: inviting.secret }, address.relay)
  const until = dayAt(inviting.since + limits.inviteDays * 86_400_000, zone)
  return { step: "link", link, usableElsewhere: address.usableElsewhere, until }
}

function compared(
  words: readonly number[],
  mine: "same" | "different" | "not-yet" | null,
  among: number,
): InviteStep {
  if (mine === "same") return { step: "waiting-for-other", words, among }
  return { step: "compare", words, mine: mine === "not-yet" ? "not-yet" : null, among }
}
