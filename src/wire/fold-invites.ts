import { concat, equalBytes, toHex } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import type { Admit } from "./control.ts"
import { foldEpoch } from "./fold-epoch.ts"
import { H } from "./hash.ts"
import { deviceId, encodeRef } from "./header.ts"
import { checkEd25519Key, checkX25519Key } from "./keys.ts"
import { isAgreed, lapsed } from "./proposed.ts"
import type { Standing } from "./standing.ts"
import { presentMembers, readerIds, withDevice } from "./state.ts"
import type { Invite, LogState } from "./state.ts"
import type { VoidReason } from "./structural.ts"

export const MEMBERS_MAX = 8

export function foldInvite(
  state: LogState,
  at: Standing,
  of: { readonly H: Bytes; readonly C: Bytes },
): LogState | VoidReason {
  if (state.invites.has(toHex(of.H))) return "invite-seen"
  if (presentMembers(state).length >= MEMBERS_MAX) return "members"
  const invite: Invite = {
    H: of.H,
    C: of.C,
    ref: encodeRef(at.header.device, at.header.uid),
    member: at.signer.member.id,
    entryHash: at.hash,
    state: "open",
    ended: null,
  }
  return { ...state, invites: new Map([...state.invites, [toHex(of.H), invite]]) }
}

/** The invite a ref (device 16 | uid 16) names, whatever became of it. */
export function inviteOf(state: LogState, ref: Bytes): Invite | undefined {
  const wanted = encodeRef(ref.subarray(0, 16), ref.subarray(16))
  return [...state.invites.values()].find((invite) => invite.ref === wanted)
}

function ended(
  state: LogState,
  at: Standing,
  invite: Invite,
  how: "used" | "cancelled",
): LogState["invites"] {
  return new Map([...state.invites, [toHex(invite.H), { ...invite, state: how, ended: at.header.seq }]])
}

export function foldCancelInvite(state: LogState, at: Standing, target: Bytes): LogState | VoidReason {
  const invite = inviteOf(state, target)
  if (invite === undefined || invite.state !== "open") return "invite-gone"
  if (!equalBytes(invite.member, at.signer.member.id)) return "not-inviter"
  return { ...state, invites: ended(state, at, invite, "cancelled") }
}

/** The bytes a joiner's proof of possession covers (spec/ledger.md §3). */
export function popJoinBytes(
  logId: Uint8Array,
  of: Pick<Admit, "member" | "ed" | "x" | "nB">,
  H: Uint8Array,
): Bytes {
  return concat(logId, of.member, of.ed, of.x, of.nB, H)
}

/** Why these fields would let nobody in, whoever says so; null when they would. */
export function joinerFault(state: LogState, at: Standing, admit: Omit<Admit, "epoch">): VoidReason | null {
  const id = deviceId(admit.ed, admit.x)
  if (presentMembers(state).length >= MEMBERS_MAX) return "members"
  if (!checkEd25519Key(admit.ed) || !checkX25519Key(admit.x)) return "key"
  const memberSeen = state.members.some((m) => equalBytes(m.id, admit.member))
  if (memberSeen || state.devices.has(toHex(id))) return "id-seen"
  return at.proofs.pop ? null : "pop"
}

/** The open invite these fields answer, or why there is none. */
export function openInvite(
  state: LogState,
  admit: Omit<Admit, "epoch">,
): Invite | "invite-gone" | "commitment" {
  const invite = inviteOf(state, admit.invite)
  if (invite === undefined || invite.state !== "open") return "invite-gone"
  return equalBytes(H("sas-commit", admit.nA), invite.C) ? invite : "commitment"
}

export function foldAdmit(state: LogState, at: Standing, admit: Admit): LogState | VoidReason {
  const invite = openInvite(state, admit)
  if (typeof invite === "string") return invite
  if (presentMembers(state).length > 1) {
    if (!isAgreed(state, admit)) return "needs-approval"
  } else if (!equalBytes(invite.member, at.signer.member.id)) return "not-inviter"
  const fault = joinerFault(state, at, admit)
  if (fault !== null) return fault
  const id = deviceId(admit.ed, admit.x)
  const rotated = foldEpoch(state, admit.epoch, [...readerIds(state), toHex(id)])
  if (typeof rotated === "string") return rotated
  const { seq } = at.header
  const device = {
    id,
    member: admit.member,
    ed: admit.ed,
    x: admit.x,
    state: "active",
    addedBy: null,
    since: seq,
  } as const
  const member = { id: admit.member, devices: [id], since: seq, left: null, recovery: null }
  return {
    ...withDevice(rotated, device),
    members: [...state.members, member],
    invites: ended(state, at, invite, "used"),
    proposals: lapsed(state),
  }
}
