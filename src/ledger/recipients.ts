import { deviceId, equalBytes, fromHex, goesWith, isZero, readerIds, recoveryId, signerOf } from "#wire"
import type { Admit, Bytes, DeviceRemove, LogState, RecoverySet } from "#wire"
import type { Recipient } from "./wrap.ts"

/** An operation that begins an epoch, before it has one. */
export type Rotating =
  Omit<Admit, "epoch"> | Omit<DeviceRemove, "epoch"> | Omit<RecoverySet, "epoch"> | { readonly op: "epoch" }

/** Who reads on after this operation of this signer: exactly the active devices and the recovery keys there are then (spec/ledger.md §5.2). */
export function recipientsAfter(state: LogState, of: Rotating, signer: Bytes): readonly Recipient[] {
  const now = readerIds(state).flatMap((hex): Recipient[] => {
    const id = fromHex(hex)
    const known = id === null ? null : signerOf(state, id)
    return id === null || known === null ? [] : [{ id, x: known.x }]
  })
  const without = (gone: readonly Bytes[]): readonly Recipient[] =>
    now.filter((r) => !gone.some((id) => equalBytes(id, r.id)))
  switch (of.op) {
    case "epoch":
      return now
    case "admit":
      return [...now, { id: deviceId(of.ed, of.x), x: of.x }]
    case "device.remove": {
      const along = goesWith(state, signer, of.target)
      const isKept = (id: Bytes): boolean => of.kept.some((kept) => equalBytes(kept, id))
      return without([of.target, ...along.filter((id) => !isKept(id))])
    }
    case "recovery.set": {
      const old = signerOf(state, signer)?.member.recovery
      const left = without(old === null || old === undefined ? [] : [old.id])
      return isZero(of.ed) ? left : [...left, { id: recoveryId(of.ed, of.x), x: of.x }]
    }
  }
}
