import { decodeControl, decodeGenesis, decodeHeader, good } from "#wire"
import type { Bytes, Entry, EpochBlock, Header, Outcome } from "#wire"
import type { DeviceKeys } from "./device.ts"
import { unwrap } from "./wrap.ts"

/** The epoch a verified, valid entry begins: a genesis, or an operation with one. Null when it begins none. */
export function epochBegunBy(header: Header, body: Bytes | null): EpochBlock | null {
  if (body === null) return null
  if (header.kind === 0) {
    const genesis = decodeGenesis(body)
    return genesis === null ? null : { number: 1, commitment: genesis.commitment, wraps: genesis.wraps }
  }
  if (header.kind !== 2) return null
  const control = decodeControl(body)
  return control.is === "built" && "epoch" in control.control ? control.control.epoch : null
}

/** The epoch key this device can take from a verified, valid entry that begins an epoch. Null when it carries none for it. */
export async function epochKeyFrom(
  device: DeviceKeys,
  entry: Entry,
): Promise<
  Outcome<{ readonly number: number; readonly key: Bytes } | null, { readonly type: "wrap" | "commitment" }>
> {
  const decoded = decodeHeader(entry.header)
  const block = decoded.ok ? epochBegunBy(decoded.value, entry.body) : null
  if (!decoded.ok || block === null) return good(null)
  const { logId, seq, prev, device: sender } = decoded.value
  const key = await unwrap(device, { logId, seq, prev, sender, epoch: block.number }, block)
  return key.ok ? good(key.value === null ? null : { number: block.number, key: key.value }) : key
}
