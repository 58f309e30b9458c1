import { equalBytes, toHex } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import type { Act } from "./control.ts"
import { joinerFault, openInvite } from "./fold-invites.ts"
import { checkEd25519Key } from "./keys.ts"
import { proposedHash } from "./proposed.ts"
import { isSenior } from "./standing.ts"
import type { Standing } from "./standing.ts"
import { presentMembers } from "./state.ts"
import type { LogState, Proposal } from "./state.ts"
import type { VoidReason } from "./structural.ts"

// What needs everybody: one proposes, and each of the others approves, or it does not come to be (spec/ledger.md §7.3).

/** One way each: what a person may do alone is not proposed. */
function isDirect(state: LogState, act: Act): boolean {
  return presentMembers(state).length <= (act.op === "close" ? 2 : 1)
}

function actFault(state: LogState, at: Standing, act: Act): VoidReason | null {
  switch (act.op) {
    case "admit": {
      const invite = openInvite(state, act)
      if (typeof invite === "string") return invite
      return equalBytes(invite.member, at.signer.member.id) ? joinerFault(state, at, act) : "not-inviter"
    }
    case "close":
      return isSenior(at) ? null : "not-senior"
    case "relay.set":
      return checkEd25519Key(act.ed) ? null : "key"
    case "version":
      return act.to === state.version + 1 ? null : "version-number"
  }
}

export function foldPropose(state: LogState, at: Standing, act: Act): LogState | VoidReason {
  if (isDirect(state, act)) return "direct"
  const fault = actFault(state, at, act)
  if (fault !== null) return fault
  const member = at.signer.member.id
  const ref = toHex(at.header.device) + toHex(at.header.uid)
  const approvedBy = [toHex(member)]
  const proposal: Proposal = { member, act, hash: proposedHash(act), approvedBy, state: "open" }
  return { ...state, proposals: new Map([...state.proposals, [ref, proposal]]) }
}

export function foldApprove(
  state: LogState,
  at: Standing,
  of: { readonly proposal: Bytes; readonly hash: Bytes },
): LogState | VoidReason {
  const ref = toHex(of.proposal)
  const proposal = state.proposals.get(ref)
  if (proposal === undefined || proposal.state !== "open") return "proposal-gone"
  if (!equalBytes(proposal.hash, of.hash)) return "proposal-hash"
  const { act } = proposal
  if (act.op === "close" && !isSenior(at)) return "not-senior"
  if (act.op === "version" && act.to !== state.version + 1) return "version-number"
  const approvedBy = [...new Set([...proposal.approvedBy, toHex(at.signer.member.id)])]
  const isComplete = presentMembers(state).every((m) => approvedBy.includes(toHex(m.id)))
  const next: Proposal = { ...proposal, approvedBy, state: isComplete ? "complete" : "open" }
  const after = { ...state, proposals: new Map([...state.proposals, [ref, next]]) }
  return isComplete ? effectOf(after, act, at.header.seq) : after
}

/** An admit still needs its own entry, for the wraps. */
function effectOf(state: LogState, act: Act, seq: number): LogState {
  switch (act.op) {
    case "admit":
      return state
    case "close":
      return { ...state, closed: seq }
    case "relay.set":
      return { ...state, relay: { ed: act.ed, origin: act.origin } }
    case "version":
      return { ...state, version: act.to }
  }
}

export function foldCancelProposal(state: LogState, at: Standing, target: Bytes): LogState | VoidReason {
  const ref = toHex(target)
  const proposal = state.proposals.get(ref)
  if (proposal === undefined || (proposal.state !== "open" && proposal.state !== "complete"))
    return "proposal-gone"
  if (!equalBytes(proposal.member, at.signer.member.id)) return "not-proposer"
  const next: Proposal = { ...proposal, state: "cancelled" }
  return { ...state, proposals: new Map([...state.proposals, [ref, next]]) }
}
