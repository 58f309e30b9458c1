import { toHex } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { decodeControl } from "./control-layout.ts"
import type { Control } from "./control.ts"
import { foldClose, foldLeave } from "./fold-going.ts"
import { foldDeviceAdd, foldDeviceRemove, foldRecoverySet, foldVerify } from "./fold-devices.ts"
import { foldEpoch } from "./fold-epoch.ts"
import { foldAdmit, foldCancelInvite, foldInvite, inviteOf } from "./fold-invites.ts"
import { foldApprove, foldCancelProposal, foldPropose } from "./fold-proposals.ts"
import { checkEd25519Key } from "./keys.ts"
import { presentMembers, readerIds } from "./state.ts"
import type { Standing } from "./standing.ts"
import type { LogState } from "./state.ts"
import type { VoidReason } from "./structural.ts"

const byRecovery: readonly Control["op"][] = ["device.add", "device.remove", "recovery.set", "leave", "close"]
const afterClose: readonly Control["op"][] = [
  "device.add",
  "device.remove",
  "recovery.set",
  "epoch",
  "leave",
  "relay.set",
  "continue",
]

/** One control operation; a reason instead of a state when it has no effect (spec/ledger.md §7.3). */
export function foldControl(state: LogState, at: Standing, body: Bytes): LogState | VoidReason {
  const decoded = decodeControl(body)
  if (decoded.is !== "built") return decoded.is === "unknown" ? "op-unknown" : "layout"
  const { control } = decoded
  const { is } = at.signer
  if (is === "left" || (is === "recovery" && !byRecovery.includes(control.op))) return "not-active"
  if (state.closed !== null && !standsAfterClose(state, control)) return "closed"
  switch (control.op) {
    case "invite":
      return foldInvite(state, at, control)
    case "cancel":
      return inviteOf(state, control.target) === undefined && state.proposals.has(toHex(control.target))
        ? foldCancelProposal(state, at, control.target)
        : foldCancelInvite(state, at, control.target)
    case "admit":
      return foldAdmit(state, at, control)
    case "epoch":
      return foldEpoch(state, control.epoch, readerIds(state))
    case "propose":
      return foldPropose(state, at, control.act)
    case "approve":
      return foldApprove(state, at, control)
    case "verify":
      return foldVerify(state, at, control)
    case "device.add":
      return foldDeviceAdd(state, at, control)
    case "device.remove":
      return foldDeviceRemove(state, at, control)
    case "leave":
      return foldLeave(state, at)
    case "close":
      return foldClose(state, at)
    case "recovery.set":
      return foldRecoverySet(state, at, control)
    case "relay.set":
      if (presentMembers(state).length > 1) return "needs-approval"
      return checkEd25519Key(control.ed) ? { ...state, relay: control } : "key"
    case "version":
      if (presentMembers(state).length > 1) return "needs-approval"
      return control.to === state.version + 1 ? { ...state, version: control.to } : "version-number"
    case "continue":
      return state
  }
}

/** What a closed log still takes: that people change devices, go, move to another server together, and say where they go on. */
function standsAfterClose(state: LogState, control: Control): boolean {
  if (control.op === "propose") return control.act.op === "relay.set"
  if (control.op === "approve") return state.proposals.get(toHex(control.proposal))?.act.op === "relay.set"
  if (control.op === "cancel") return state.proposals.has(toHex(control.target))
  return afterClose.includes(control.op)
}
