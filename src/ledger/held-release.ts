import { concat, decodeRef, equalBytes, fromBase64url, toBase64url, toHex, utf8 } from "#wire"
import type { Bytes, Json, Wrap } from "#wire"
import type { DeviceKeys } from "./device.ts"
import { rising, unwrapKey, wrapKey } from "./wrap.ts"
import type { Recipient } from "./wrap.ts"

// spec/ledger.md §15.2: the key of one held answer, given by its writer's own act to the devices of those who had answered too.

export interface Release {
  /** The entry_hash of the answer. */
  readonly target: Bytes
  readonly wraps: readonly Wrap[]
}

function infoOf(logId: Bytes, targetRef: string, recipient: Bytes): Bytes {
  const ref = decodeRef(targetRef)
  if (ref === null) throw new Error("an answer without a ref")
  return concat(utf8("gs/v1/release"), logId, ref.device, ref.uid, recipient)
}

/** The body of a release. Drawn anew each time it is placed: who has answered may have changed. */
export async function makeRelease(of: {
  readonly logId: Bytes
  readonly target: { readonly ref: string; readonly hash: Bytes }
  readonly k: Bytes
  readonly to: readonly Recipient[]
}): Promise<Json> {
  const wraps: Json[] = []
  for (const to of rising(of.to)) {
    const { id, enc, ct } = await wrapKey(infoOf(of.logId, of.target.ref, to.id), to, of.k)
    wraps.push({ id: toBase64url(id), enc: toBase64url(enc), ct: toBase64url(ct) })
  }
  return { target: toBase64url(of.target.hash), wraps }
}

function fieldsOf(value: Json | undefined, names: string): { readonly [key: string]: Json } | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null
  return Object.keys(value).toSorted().join() === names ? (value as { readonly [key: string]: Json }) : null
}

function bytesOf(value: Json | undefined, length: number): Bytes | null {
  const bytes = typeof value === "string" ? fromBase64url(value) : null
  return bytes?.length === length ? bytes : null
}

/** Null when a body is none: another shape, no wrap, or ids not strictly rising. */
export function readRelease(body: Json): Release | null {
  const said = fieldsOf(body, "target,wraps")
  const target = bytesOf(said?.["target"], 32)
  const list = said?.["wraps"]
  if (target === null || !Array.isArray(list) || list.length === 0) return null
  const wraps = list.flatMap((one: Json): readonly Wrap[] => {
    const wrap = fieldsOf(one, "ct,enc,id")
    const [id, enc, ct] = [bytesOf(wrap?.["id"], 16), bytesOf(wrap?.["enc"], 32), bytesOf(wrap?.["ct"], 48)]
    return id === null || enc === null || ct === null ? [] : [{ id, enc, ct }]
  })
  const areRising = wraps.every((w, i) => i === 0 || toHex(wraps[i - 1]?.id ?? w.id) < toHex(w.id))
  return wraps.length === list.length && areRising ? { target, wraps } : null
}

/** The answer's key for this device; null when the release has none for it, or one that does not open. */
export async function releasedKey(
  device: DeviceKeys,
  of: { readonly logId: Bytes; readonly targetRef: string },
  release: Release,
): Promise<Bytes | null> {
  const mine = release.wraps.find((w) => equalBytes(w.id, device.id))
  return mine === undefined ? null : unwrapKey(infoOf(of.logId, of.targetRef, device.id), device, mine)
}
