import { bad, concat, equalBytes, good, u32, utf8 } from "#wire"
import type { Bytes, EpochBlock, Header, Json, Outcome, Wrap } from "#wire"
import type { DeviceKeys } from "./device.ts"
import { commitmentOf, rising, unwrapKey, wrapKey } from "./wrap.ts"
import type { Recipient } from "./wrap.ts"
import { fieldsOf, wrapsFromData, wrapsToData } from "./wraps-data.ts"

// spec/ledger.md §17: the key of an epoch, given once more to a device whose wrap did not open. Never the bare key.

/** The two kinds of content that belong to no room. */
export const rewrapKinds = { lacks: "record.lacks", gives: "record.gives" } as const

/** `block` is the epoch as the entry that began it says it: its commitment judges the key, its wraps' ids are the set. */
function infoOf(logId: Bytes, block: EpochBlock, sender: Bytes, recipient: Bytes): Bytes {
  return concat(utf8("gs/v1/rewrap"), logId, u32(block.number), block.commitment, sender, recipient)
}

export function isInSet(block: EpochBlock, id: Bytes): boolean {
  return block.wraps.some((wrap) => equalBytes(wrap.id, id))
}

/** The body of a `record.gives`. Throws for another key than the committed one, or somebody outside the set: a defect of ours. */
export async function makeRewrap(of: {
  readonly logId: Bytes
  readonly sender: Bytes
  readonly block: EpochBlock
  readonly key: Bytes
  readonly to: readonly Recipient[]
}): Promise<Json> {
  const { block, key } = of
  if (!equalBytes(commitmentOf(key), block.commitment)) throw new Error("not the key of this epoch")
  const wraps: Wrap[] = []
  for (const to of rising(of.to)) {
    if (!isInSet(block, to.id)) throw new Error("a key given to somebody who never had it")
    wraps.push(await wrapKey(infoOf(of.logId, block, of.sender, to.id), to, key))
  }
  return { epoch: block.number, wraps: wrapsToData(wraps) }
}

export interface Rewrap {
  readonly epoch: number
  readonly wraps: readonly Wrap[]
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === "number" && value >= 1 && value <= 0xffff_ffff
}

/** Null when a body is none. */
export function readRewrap(body: Json): Rewrap | null {
  const said = fieldsOf(body, ["epoch", "wraps"])
  const epoch = said?.["epoch"]
  const wraps = wrapsFromData(said?.["wraps"])
  return !isNumber(epoch) || wraps === null ? null : { epoch, wraps }
}

/** The numbers a `record.lacks` names; null when a body is none. */
export function readLacks(body: Json): readonly number[] | null {
  const list = fieldsOf(body, ["epochs"])?.["epochs"]
  if (!Array.isArray(list) || list.length === 0) return null
  const numbers = list.filter((n: Json) => isNumber(n))
  const areRising = numbers.every((n, i) => i === 0 || (numbers[i - 1] ?? n) < n)
  return numbers.length === list.length && areRising ? numbers : null
}

export type RewrapFault = { readonly type: "layout" | "epoch" | "set" | "wrap" | "commitment" }

/**
 * The key this device can take out of a `record.gives` that stands; null when it has no wrap for it. `begun`: the epochs begun before it, by number.
 */
export async function takeRewrap(
  device: DeviceKeys,
  of: {
    readonly header: Pick<Header, "logId" | "kind" | "epoch" | "device">
    readonly begun: ReadonlyMap<number, EpochBlock>
  },
  body: Json,
): Promise<Outcome<{ readonly number: number; readonly key: Bytes } | null, RewrapFault>> {
  const { header, begun } = of
  const given = header.kind === 1 ? readRewrap(body) : null
  if (given === null) return bad({ type: "layout" })
  const block = begun.get(given.epoch)
  if (block === undefined || block.number >= header.epoch) return bad({ type: "epoch" })
  if (!given.wraps.every(({ id }) => isInSet(block, id))) return bad({ type: "set" })
  const mine = given.wraps.find(({ id }) => equalBytes(id, device.id))
  if (mine === undefined) return good(null)
  const key = await unwrapKey(infoOf(header.logId, block, header.device, device.id), device, mine)
  if (key === null) return bad({ type: "wrap" })
  if (!equalBytes(commitmentOf(key), block.commitment)) return bad({ type: "commitment" })
  return good({ number: block.number, key })
}
