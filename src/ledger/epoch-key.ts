import { decodeControl, decodeGenesis, decodeHeader, good } from "#wire"
import type { Bytes, Entry, Outcome } from "#wire"
import type { DeviceKeys } from "./device.ts"
import { unwrap } from "./wrap.ts"

/** The epoch key this device can take from a verified, valid entry: from the genesis, or an operation that begins an epoch. Null when it carries none for it. */
export async function epochKeyFrom(
  device: DeviceKeys,
  entry: Entry,
): Promise<
  Outcome<{ readonly number: number; readonly key: Bytes } | null, { readonly type: "wrap" | "commitment" }>
> {
  const decoded = decodeHeader(entry.header)
  if (!decoded.ok || entry.body === null) return good(null)
  const header = decoded.value
  const at = { logId: header.logId, seq: header.seq, prev: header.prev, sender: header.device }
  if (header.kind === 0) {
    const genesis = decodeGenesis(entry.body)
    if (genesis === null) return good(null)
    const key = await unwrap(
      device,
      { ...at, epoch: 1 },
      { number: 1, commitment: genesis.commitment, wraps: genesis.wraps },
    )
    return key.ok ? good(key.value === null ? null : { number: 1, key: key.value }) : key
  }
  if (header.kind !== 2) return good(null)
  const control = decodeControl(entry.body)
  const block = control.is === "built" && "epoch" in control.control ? control.control.epoch : null
  if (block === null) return good(null)
  const key = await unwrap(device, { ...at, epoch: block.number }, block)
  return key.ok ? good(key.value === null ? null : { number: block.number, key: key.value }) : key
}
