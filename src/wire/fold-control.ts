import { concat, equalBytes, toHex } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { decodeControl } from "./control.ts"
import type { Admit, EpochBlock } from "./control.ts"
import type { Proofs } from "./proofs.ts"
import { wrapsAreFor } from "./wraps.ts"
import { H } from "./hash.ts"
import { deviceId, encodeRef } from "./header.ts"
import type { Header } from "./header.ts"
import { checkEd25519Key, checkX25519Key } from "./keys.ts"
import { activeIds, writerOf } from "./state.ts"
import type { Invite, LogState } from "./state.ts"
import type { VoidReason } from "./structural.ts"

export const MEMBERS_MAX = 8

/** One control operation; a reason instead of a state when it has no effect. */
export function foldControl(
  state: LogState,
  header: Header,
  body: Bytes,
  hash: Bytes,
  proofs: Proofs,
): LogState | VoidReason {
  const decoded = decodeControl(body)
  switch (decoded.is) {
    case "layout":
      return "layout"
    case "unknown":
      return "op-unknown"
    case "not-built":
      return "op-not-built"
    case "built":
  }
  const { control } = decoded
  const writer = writerOf(state, header.device)
  if (writer === null) return "not-active"
  switch (control.op) {
    case "invite":
      return foldInvite(state, header, control, hash, writer)
    case "cancel":
      return foldCancel(state, control.target, writer)
    case "admit":
      return foldAdmit(state, header, control, writer, proofs)
    case "epoch":
      return foldEpoch(state, control.epoch, activeIds(state))
  }
}

function foldInvite(
  state: LogState,
  header: Header,
  of: { readonly H: Bytes; readonly C: Bytes },
  hash: Bytes,
  writer: Bytes,
): LogState | VoidReason {
  if (state.invites.has(toHex(of.H))) return "invite-seen"
  if (state.members.length >= MEMBERS_MAX) return "members"
  const invite: Invite = {
    H: of.H,
    C: of.C,
    ref: encodeRef(header.device, header.uid),
    member: writer,
    entryHash: hash,
    state: "open",
  }
  return { ...state, invites: new Map([...state.invites, [toHex(of.H), invite]]) }
}

function inviteOf(state: LogState, ref: Bytes): Invite | undefined {
  const wanted = encodeRef(ref.subarray(0, 16), ref.subarray(16))
  return [...state.invites.values()].find((invite) => invite.ref === wanted)
}

function ended(state: LogState, invite: Invite, how: "used" | "cancelled"): LogState["invites"] {
  return new Map([...state.invites, [toHex(invite.H), { ...invite, state: how }]])
}

function foldCancel(state: LogState, target: Bytes, writer: Bytes): LogState | VoidReason {
  const invite = inviteOf(state, target)
  if (invite === undefined || invite.state !== "open") return "invite-gone"
  if (!equalBytes(invite.member, writer)) return "not-inviter"
  return { ...state, invites: ended(state, invite, "cancelled") }
}

/** The bytes a joiner's proof of possession covers (spec/ledger.md §5). */
export function popJoinBytes(
  logId: Uint8Array,
  of: Pick<Admit, "member" | "ed" | "x" | "nB">,
  H: Uint8Array,
): Bytes {
  return concat(logId, of.member, of.ed, of.x, of.nB, H)
}

function foldAdmit(
  state: LogState,
  header: Header,
  admit: Admit,
  writer: Bytes,
  proofs: Proofs,
): LogState | VoidReason {
  const invite = inviteOf(state, admit.invite)
  if (invite === undefined || invite.state !== "open") return "invite-gone"
  if (!equalBytes(H("sas-commit", admit.nA), invite.C)) return "commitment"
  if (state.members.length > 1) return "needs-approval"
  if (!equalBytes(invite.member, writer)) return "not-inviter"
  if (!checkEd25519Key(admit.ed) || !checkX25519Key(admit.x)) return "key"
  const id = deviceId(admit.ed, admit.x)
  const memberSeen = state.members.some((m) => equalBytes(m.id, admit.member))
  if (memberSeen || state.devices.has(toHex(id))) return "id-seen"
  if (!proofs.pop) return "pop"
  const rotated = foldEpoch(state, admit.epoch, [...activeIds(state), toHex(id)])
  if (typeof rotated === "string") return rotated
  const device = { id, member: admit.member, ed: admit.ed, x: admit.x, active: true }
  return {
    ...rotated,
    members: [...state.members, { id: admit.member, devices: [id], since: header.seq }],
    devices: new Map([...state.devices, [toHex(id), device]]),
    invites: ended(state, invite, "used"),
  }
}

function foldEpoch(state: LogState, epoch: EpochBlock, ids: readonly string[]): LogState | VoidReason {
  if (epoch.number !== state.epoch.number + 1) return "epoch-number"
  if (!wrapsAreFor(epoch.wraps, ids)) return "wraps"
  return { ...state, epoch: { number: epoch.number, commitment: epoch.commitment } }
}
