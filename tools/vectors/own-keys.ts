import { encodeControl, popDeviceBytes, popRecoveryBytes, recoveryId } from "../../src/wire/index.ts"
import type { Bytes, DeviceAdd, EpochBlock, RecoverySet } from "../../src/wire/index.ts"
import { sign } from "../../src/ledger/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { bensGenesis } from "./chain.ts"
import { ben, bytesOf, personOf, t } from "./people.ts"

// A person's further devices and recovery keys, written by hand, so that they can also be written wrongly.

export type Person = DeviceKeys & { readonly member: Bytes }
export const laptop: Person = { ...personOf("Ben's laptop"), member: ben.member }
export const tablet: Person = { ...personOf("Ben's tablet"), member: ben.member }
export const watch: Person = { ...personOf("Ben's watch"), member: ben.member }
export const mira = personOf("Mira")

export function paperOf(name: string, member = ben.member): Person {
  const keys = personOf(name)
  return { ...keys, member, id: recoveryId(keys.ed.publicKey, keys.x.publicKey) }
}
export const paper = paperOf("Ben's paper")
export const secondPaper = paperOf("Ben's second paper")

const none = new Uint8Array(32)

export interface AddOf {
  readonly by?: DeviceKeys
  readonly rank?: number
  readonly fields?: Partial<DeviceAdd>
  readonly pop?: (pop: Bytes) => Bytes
  readonly popBy?: DeviceKeys
  readonly popAs?: string
  readonly popOver?: Partial<{
    readonly logId: Bytes
    readonly adder: Bytes
    readonly member: Bytes
    readonly nonce: Bytes
  }>
}

export async function addDevice(who: Person, of: AddOf = {}): Promise<Bytes> {
  const nonce = bytesOf(`nonce of ${String(who.id)}`, 32)
  const fields = { member: who.member, ed: who.ed.publicKey, x: who.x.publicKey, nonce, ...of.fields }
  const over = { logId: bensGenesis.logId, adder: (of.by ?? ben).id, ...of.popOver }
  const covered = popDeviceBytes(over.logId, over.adder, { ...fields, ...of.popOver })
  const pop = await sign(t, of.popBy ?? who, of.popAs ?? "pop-device", covered)
  const popDevice = of.pop === undefined ? pop : of.pop(pop)
  return encodeControl({
    op: "device.add",
    rank: of.rank ?? 0,
    bundle: none,
    popDevice,
    ...fields,
  })
}

export function removeDevice(
  target: DeviceKeys,
  epoch: EpochBlock | null,
  kept: readonly Bytes[] = [],
): Bytes {
  return encodeControl({ op: "device.remove", target: target.id, kept, epoch })
}

export interface RecoveryOf {
  readonly setter?: DeviceKeys
  readonly fields?: Partial<RecoverySet>
  readonly pop?: (pop: Bytes) => Bytes
  readonly popAs?: string
  readonly popBy?: DeviceKeys
  readonly popMember?: Bytes
}

export async function setRecovery(who: Person, epoch: EpochBlock, of: RecoveryOf = {}): Promise<Bytes> {
  const nonce = bytesOf(`nonce of ${String(who.id)}`, 32)
  const fields = { ed: who.ed.publicKey, x: who.x.publicKey, nonce, ...of.fields }
  const covered = popRecoveryBytes(
    bensGenesis.logId,
    of.popMember ?? who.member,
    (of.setter ?? ben).id,
    fields,
  )
  const pop = await sign(t, of.popBy ?? who, of.popAs ?? "pop-recovery", covered)
  const popRecovery = of.pop === undefined ? pop : of.pop(pop)
  return encodeControl({ op: "recovery.set", popRecovery, bundle: none, epoch, ...fields })
}

export function noRecovery(epoch: EpochBlock, fields: Partial<RecoverySet> = {}): Bytes {
  const popRecovery = new Uint8Array(64)
  return encodeControl({
    op: "recovery.set",
    ed: none,
    x: none,
    nonce: none,
    popRecovery,
    bundle: none,
    epoch,
    ...fields,
  })
}
