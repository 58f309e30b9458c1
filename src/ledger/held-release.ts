import { concat, decodeRef, equalBytes, toBase64url, utf8 } from "#wire"
import type { Bytes, Json, Wrap } from "#wire"
import type { DeviceKeys } from "./device.ts"
import { rising, unwrapKey, wrapKey } from "./wrap.ts"
import type { Recipient } from "./wrap.ts"
import { bytesIn, fieldsOf, wrapsFromData, wrapsToData } from "./wraps-data.ts"

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
  const wraps: Wrap[] = []
  for (const to of rising(of.to)) wraps.push(await wrapKey(infoOf(of.logId, of.target.ref, to.id), to, of.k))
  return { target: toBase64url(of.target.hash), wraps: wrapsToData(wraps) }
}

/** Null when a body is none: another shape, no wrap, or ids not strictly rising. */
export function readRelease(body: Json): Release | null {
  const said = fieldsOf(body, ["target", "wraps"])
  const target = bytesIn(said?.["target"], 32)
  const wraps = wrapsFromData(said?.["wraps"])
  return target === null || wraps === null ? null : { target, wraps }
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
