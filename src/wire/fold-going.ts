import { equalBytes } from "./bytes.ts"
import { lapsed } from "./proposed.ts"
import { isSenior } from "./standing.ts"
import type { Standing } from "./standing.ts"
import { presentMembers, withMember } from "./state.ts"
import type { Device, Invite, LogState } from "./state.ts"
import type { VoidReason } from "./structural.ts"

// Leaving and closing. Nobody removes anybody; and no stolen later device ends it for its owner.

export function foldLeave(state: LogState, at: Standing): LogState | VoidReason {
  if (!isSenior(at)) return "not-senior"
  const { member } = at.signer
  const isTheirs = (of: { readonly member: Uint8Array }): boolean => equalBytes(of.member, member.id)
  const devices = [...state.devices].map(([id, d]): [string, Device] => [
    id,
    isTheirs(d) && d.state === "active" ? { ...d, state: "left" } : d,
  ])
  const invites = [...state.invites].map(([id, i]): [string, Invite] => [
    id,
    isTheirs(i) && i.state === "open" ? { ...i, state: "cancelled", ended: at.header.seq } : i,
  ])
  const gone = { ...member, devices: [], left: at.header.seq, recovery: null }
  return {
    ...withMember(state, gone),
    devices: new Map(devices),
    invites: new Map(invites),
    proposals: lapsed(state),
    isRotationOwed: true,
  }
}

export function foldClose(state: LogState, at: Standing): LogState | VoidReason {
  if (!isSenior(at)) return "not-senior"
  if (presentMembers(state).length > 2) return "needs-approval"
  return { ...state, closed: at.header.seq }
}
