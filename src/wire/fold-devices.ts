import { concat, copy, equalBytes, isZero, toHex } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import type { Control, DeviceAdd, DeviceRemove, RecoverySet } from "./control.ts"
import { foldEpoch } from "./fold-epoch.ts"
import { H } from "./hash.ts"
import { deviceId } from "./header.ts"
import { checkEd25519Key, checkX25519Key } from "./keys.ts"
import { isSenior } from "./standing.ts"
import type { Standing } from "./standing.ts"
import { devicesBytes, memberOf, readerIds, withDevice, withMember } from "./state.ts"
import type { Compared, Device, LogState, Member } from "./state.ts"
import type { VoidReason } from "./structural.ts"

export const DEVICES_MAX = 16

/** The bytes a new device's proof of possession covers (spec/ledger.md §3). */
export function popDeviceBytes(
  logId: Uint8Array,
  adder: Uint8Array,
  of: Pick<DeviceAdd, "member" | "ed" | "x" | "nonce">,
): Bytes {
  return concat(logId, of.member, adder, of.ed, of.x, of.nonce)
}

/** The bytes the proof of a recovery key covers (spec/ledger.md §3). */
export function popRecoveryBytes(
  logId: Uint8Array,
  member: Uint8Array,
  setter: Uint8Array,
  of: Pick<RecoverySet, "ed" | "x" | "nonce">,
): Bytes {
  return concat(logId, member, setter, of.ed, of.x, of.nonce)
}

export function recoveryId(ed: Uint8Array, x: Uint8Array): Bytes {
  return copy(H("recovery-id", concat(ed, x)), 0, 16)
}

const indexOf = (member: Member, device: Uint8Array): number =>
  member.devices.findIndex((id) => equalBytes(id, device))

export function foldDeviceAdd(state: LogState, at: Standing, add: DeviceAdd): LogState | VoidReason {
  const { member, is } = at.signer
  if (!equalBytes(add.member, member.id)) return "not-yours"
  if (!checkEd25519Key(add.ed) || !checkX25519Key(add.x)) return "key"
  const id = deviceId(add.ed, add.x)
  if (state.devices.has(toHex(id)) || state.keysSeen.has(toHex(add.ed))) return "id-seen"
  if (member.devices.length >= DEVICES_MAX) return "devices"
  if (!at.proofs.pop) return "pop"
  const above = is === "recovery" ? 0 : indexOf(member, at.header.device)
  const place = add.rank === 1 ? above : member.devices.length
  const device = {
    id,
    member: member.id,
    ed: add.ed,
    x: add.x,
    state: "active",
    addedBy: at.header.device,
    since: at.header.seq,
  } as const
  return withMember(withDevice(state, device), {
    ...member,
    devices: member.devices.toSpliced(place, 0, id),
  })
}

/** What goes with a device: what it added, directly or through others, as far as it is junior to who removes it; never that one itself. */
export function goesWith(state: LogState, signer: Uint8Array, target: Uint8Array): readonly Bytes[] {
  const device = state.devices.get(toHex(target))
  const member = device === undefined ? undefined : memberOf(state, device.member)
  if (member === undefined || equalBytes(signer, target)) return []
  // A recovery key stands above all.
  const own = indexOf(member, signer)
  return member.devices.filter((id, i) => i > own && comesFrom(state, id, target))
}

function comesFrom(state: LogState, id: Bytes, target: Uint8Array): boolean {
  let adder = state.devices.get(toHex(id))?.addedBy ?? null
  while (adder !== null) {
    if (equalBytes(adder, target)) return true
    adder = state.devices.get(toHex(adder))?.addedBy ?? null
  }
  return false
}

export function foldDeviceRemove(state: LogState, at: Standing, remove: DeviceRemove): LogState | VoidReason {
  const { member } = at.signer
  const isItself = equalBytes(remove.target, at.header.device)
  if (isItself !== (remove.epoch === null)) return "layout"
  const target = state.devices.get(toHex(remove.target))
  if (target?.state !== "active") return "device-gone"
  if (!equalBytes(target.member, member.id)) return "not-yours"
  if (indexOf(member, at.header.device) > indexOf(member, remove.target)) return "not-senior"
  const along = goesWith(state, at.header.device, remove.target).map(toHex)
  const kept = remove.kept.map(toHex)
  const areRising = kept.every((id, i) => i === 0 || (kept[i - 1] ?? "") < id)
  if (!areRising || !kept.every((id) => along.includes(id))) return "kept"
  const gone = [toHex(remove.target), ...along.filter((id) => !kept.includes(id))]
  if (member.devices.every((id) => gone.includes(toHex(id)))) return "last-device"
  const after = withoutDevices(state, gone)
  return remove.epoch === null
    ? { ...after, isRotationOwed: true }
    : foldEpoch(after, remove.epoch, readerIds(after))
}

/** These devices go, and are never again part of this log. */
function withoutDevices(state: LogState, ids: readonly string[]): LogState {
  const devices = [...state.devices].map(([id, d]): [string, Device] => [
    id,
    ids.includes(id) ? { ...d, state: "removed" } : d,
  ])
  const members = state.members.map((m) => ({
    ...m,
    devices: m.devices.filter((id) => !ids.includes(toHex(id))),
  }))
  return { ...state, devices: new Map(devices), members }
}

export function foldRecoverySet(state: LogState, at: Standing, set: RecoverySet): LogState | VoidReason {
  const { member } = at.signer
  const isNone = isZero(set.ed) && isZero(set.x)
  if (isNone && !isZero(concat(set.nonce, set.popRecovery, set.bundle))) return "layout"
  if (!isSenior(at)) return "not-senior"
  if (isNone) {
    const without = withMember(state, { ...member, recovery: null })
    return foldEpoch(without, set.epoch, readerIds(without))
  }
  if (!checkEd25519Key(set.ed) || !checkX25519Key(set.x)) return "key"
  if (state.keysSeen.has(toHex(set.ed))) return "id-seen"
  if (!at.proofs.pop) return "pop"
  const recovery = { id: recoveryId(set.ed, set.x), ed: set.ed, x: set.x }
  const after = withMember(
    { ...state, keysSeen: new Set([...state.keysSeen, toHex(set.ed)]) },
    { ...member, recovery },
  )
  return foldEpoch(after, set.epoch, readerIds(after))
}

/** Held against the devices of before this entry: what was compared is what stood. */
export function foldVerify(
  state: LogState,
  at: Standing,
  of: Extract<Control, { readonly op: "verify" }>,
): LogState | VoidReason {
  const subject = memberOf(state, of.subject)
  if (subject === undefined || subject.left !== null) return "subject"
  if (!equalBytes(H("devices", devicesBytes(subject)), of.devices)) return "devices"
  const by = at.signer.member.id
  const others = state.compared.filter((c) => !equalBytes(c.by, by) || !equalBytes(c.subject, of.subject))
  const now: Compared = { by, subject: of.subject, devices: of.devices, how: of.how, seq: at.header.seq }
  return { ...state, compared: [...others, now] }
}
