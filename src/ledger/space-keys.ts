import { concat, equalBytes, fromBase64url, toBase64url, u32, utf8 } from "#wire"
import type { Bytes, Json } from "#wire"
import type { DeviceKeys } from "./device.ts"
import type { EpochKeyOf } from "./welcome.ts"
import { unwrapKey, wrapKey } from "./wrap.ts"
import type { Recipient } from "./wrap.ts"

// spec/ledger.md §21: what a private entry `home.opens` holds for another device of the same person that came into a shared log later: the keys of its epochs, each
// for that one device alone. Never a bare key: showing this one entry to somebody gives nothing away.

/** Which log it is, said in which private log, and who this person is there. */
export interface SpaceOf {
  readonly privateLog: Bytes
  readonly log: Bytes
  readonly member: Bytes
}
export type SpaceKey = Pick<EpochKeyOf, "epoch" | "key">
/** So many in one entry. */
export const SPACE_KEYS_MAX = 200

function infoOf({ privateLog, log, member }: SpaceOf, epoch: number, there: Bytes): Bytes {
  return concat(utf8("gs/v1/space"), privateLog, log, member, u32(epoch), there)
}

/** The `keys` of a `home.opens`. */
export async function sealSpaceKeys(
  of: SpaceOf,
  to: Recipient,
  keys: readonly SpaceKey[],
): Promise<readonly Json[]> {
  const list: Json[] = []
  for (const { epoch, key } of keys) {
    const { enc, ct } = await wrapKey(infoOf(of, epoch, to.id), to, key)
    list.push({ epoch, enc: toBase64url(enc), ct: toBase64url(ct) })
  }
  return list
}

/** What of it opens for this device; nothing of what was meant for another. */
export async function openSpaceKeys(
  device: DeviceKeys,
  of: SpaceOf,
  body: { readonly there: string; readonly keys: readonly unknown[] },
): Promise<readonly SpaceKey[]> {
  const there = fromBase64url(body.there)
  if (there === null || !equalBytes(there, device.id)) return []
  const found: SpaceKey[] = []
  for (const one of body.keys) {
    const key = await openOne(device, of, one)
    if (key !== null) found.push(key)
  }
  return found
}

async function openOne(device: DeviceKeys, of: SpaceOf, one: unknown): Promise<SpaceKey | null> {
  if (typeof one !== "object" || one === null) return null
  const field = (name: string, length: number): Bytes | null => {
    const text: unknown = Reflect.get(one, name)
    const bytes = typeof text === "string" ? fromBase64url(text) : null
    return bytes?.length === length ? bytes : null
  }
  const [enc, ct] = [field("enc", 32), field("ct", 48)]
  const epoch: unknown = Reflect.get(one, "epoch")
  if (enc === null || ct === null) return null
  if (typeof epoch !== "number" || !Number.isSafeInteger(epoch) || epoch < 1 || epoch > 0xffff_ffff)
    return null
  const key = await unwrapKey(infoOf(of, epoch, device.id), device, { id: device.id, enc, ct })
  return key === null ? null : { epoch, key }
}
