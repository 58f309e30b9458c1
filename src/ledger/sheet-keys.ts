import { concat, fromBase64url, toBase64url, u32, utf8 } from "#wire"
import type { Bytes, Json } from "#wire"
import type { DeviceKeys } from "./device.ts"
import { unwrapKey, wrapKey } from "./wrap.ts"
import type { Recipient } from "./wrap.ts"

// spec/ledger.md §18.4: what a private entry `home.sheet` holds for the recovery key of the private log, and for nobody else: the seeds of the recovery keys in
// shared logs, and the keys of epochs that were over before there was a recovery key. Never the bare key: showing this one entry to somebody gives nothing away.

/** `epoch` 0: the seed of that log's recovery key. */
export interface SheetKey {
  readonly log: Bytes
  /** Who this person is in that log. */
  readonly member: Bytes
  readonly epoch: number
  readonly key: Bytes
}
/** So many in one entry. */
export const SHEET_KEYS_MAX = 200

function infoOf(privateLog: Bytes, of: Pick<SheetKey, "log" | "member" | "epoch">, recipient: Bytes): Bytes {
  return concat(utf8("gs/v1/sheet"), privateLog, of.log, of.member, u32(of.epoch), recipient)
}

/** The body of a `home.sheet`: wrapped to the private log's recovery key. */
export async function sealSheetKeys(
  privateLog: Bytes,
  to: Recipient,
  keys: readonly SheetKey[],
): Promise<Readonly<Record<string, Json>>> {
  const list: Json[] = []
  for (const of of keys) {
    const { enc, ct } = await wrapKey(infoOf(privateLog, of, to.id), to, of.key)
    const [log, member] = [toBase64url(of.log), toBase64url(of.member)]
    list.push({ log, member, epoch: of.epoch, enc: toBase64url(enc), ct: toBase64url(ct) })
  }
  return { recovery: toBase64url(to.id), keys: list }
}

/** What of it opens with this recovery key; nothing of what was meant for another. */
export async function openSheetKeys(
  recovery: DeviceKeys,
  privateLog: Bytes,
  body: unknown,
): Promise<readonly SheetKey[]> {
  const list: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "keys") : null
  if (!Array.isArray(list)) return []
  const found: SheetKey[] = []
  for (const one of list as readonly unknown[]) {
    const key = await openOne(recovery, privateLog, one)
    if (key !== null) found.push(key)
  }
  return found
}

async function openOne(recovery: DeviceKeys, privateLog: Bytes, one: unknown): Promise<SheetKey | null> {
  if (typeof one !== "object" || one === null) return null
  const field = (name: string, length: number): Bytes | null => {
    const text: unknown = Reflect.get(one, name)
    const bytes = typeof text === "string" ? fromBase64url(text) : null
    return bytes?.length === length ? bytes : null
  }
  const [log, member, enc, ct] = [field("log", 32), field("member", 16), field("enc", 32), field("ct", 48)]
  const epoch: unknown = Reflect.get(one, "epoch")
  if (log === null || member === null || enc === null || ct === null) return null
  if (typeof epoch !== "number" || !Number.isSafeInteger(epoch) || epoch < 0) return null
  const of = { log, member, epoch }
  const key = await unwrapKey(infoOf(privateLog, of, recovery.id), recovery, { id: recovery.id, enc, ct })
  return key === null ? null : { ...of, key }
}
