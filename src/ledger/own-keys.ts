import { popDeviceBytes, popRecoveryBytes, recoveryId } from "#wire"
import type { Bytes, DeviceAdd, RecoverySet } from "#wire"
import { deviceFromSeeds, sign } from "./device.ts"
import type { DeviceKeys } from "./device.ts"
import { derive, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// A person's further keys in a log: another device, and the one on a sheet of paper (spec/ledger.md §5.2, §9.4).

const none = new Uint8Array(32)

/** What a new device says of itself before one that stands adds it. Proves that whoever asks has its keys, for this log, member and adder. */
export async function makeDeviceAdd(
  t: Tools,
  device: DeviceKeys,
  of: { readonly logId: Bytes; readonly member: Bytes; readonly adder: Bytes; readonly rank: 0 | 1 },
): Promise<DeviceAdd> {
  const [ed, x, nonce] = [device.ed.publicKey, device.x.publicKey, t.random(32)]
  const { member, rank } = of
  const message = popDeviceBytes(of.logId, of.adder, { member, ed, x, nonce })
  const popDevice = await sign(t, device, "pop-device", message)
  return { op: "device.add", member, ed, x, rank, nonce, bundle: none, popDevice }
}

/** The recovery keys of one log out of its seed of 32 bytes: they sign and open as a device does, under an id of their own. */
export async function recoveryKeys(t: Tools, seed: Bytes): Promise<DeviceKeys> {
  const keys = await deviceFromSeeds(t, {
    ed: derive(seed, nothing, "recovery-ed", nothing, 32),
    x: derive(seed, nothing, "recovery-x", nothing, 32),
  })
  return { ...keys, id: recoveryId(keys.ed.publicKey, keys.x.publicKey) }
}

/** Sets these recovery keys in place of whatever was there; `setter` is the device, or the old recovery key, that will sign it. */
export async function makeRecoverySet(
  t: Tools,
  keys: DeviceKeys,
  of: { readonly logId: Bytes; readonly member: Bytes; readonly setter: Bytes },
): Promise<Omit<RecoverySet, "epoch">> {
  const [ed, x, nonce] = [keys.ed.publicKey, keys.x.publicKey, t.random(32)]
  const message = popRecoveryBytes(of.logId, of.member, of.setter, { ed, x, nonce })
  const popRecovery = await sign(t, keys, "pop-recovery", message)
  return { op: "recovery.set", ed, x, nonce, popRecovery, bundle: none }
}

/** From now on there is no recovery key. */
export function withoutRecovery(): Omit<RecoverySet, "epoch"> {
  const popRecovery = new Uint8Array(64)
  return { op: "recovery.set", ed: none, x: none, nonce: none, popRecovery, bundle: none }
}
