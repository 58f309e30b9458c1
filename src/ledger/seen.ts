import { concat, copy, decodeData, decodeRef, fromBase64url, H, isZero } from "#wire"
import type { Bytes } from "#wire"
import { isData } from "./seal.ts"
import { derive, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §19.4: what a device had of its person's own log when it wrote something shared. It lies in the blind, which has to be random to everybody else,
// and is: only who holds the key of that epoch of the private log can tell it from dice.

/** Bytes of the blind that name something; the rest are zeros, by which one's own device knows that it does. */
const NAMED = 10
const BLIND = 16

/** The entry of the shared log that carries it. */
export interface CarriedBy {
  readonly logId: Bytes
  readonly device: Bytes
  readonly uid: Bytes
}

/** What stands for an entry of the private log: its ref, which stays when the entry is placed again. */
export function seenName(epochKey: Bytes, ref: string): Bytes {
  const decoded = decodeRef(ref)
  if (decoded === null) throw new Error("no ref")
  return copy(H("seen", concat(epochKey, decoded.device, decoded.uid)), 0, NAMED)
}

function padOf(epochKey: Bytes, { logId, device, uid }: CarriedBy): Bytes {
  return derive(epochKey, nothing, "seen", concat(logId, device, uid), BLIND)
}

const mixed = (a: Bytes, b: Bytes): Bytes => a.map((byte, i) => byte ^ (b[i] ?? 0))

/** The blind of an entry whose writer had this entry of their own log. */
export function seenBlind(epochKey: Bytes, by: CarriedBy, ref: string): Bytes {
  return mixed(padOf(epochKey, by), concat(seenName(epochKey, ref), new Uint8Array(BLIND - NAMED)))
}

/** What a blind names under this key; null: it is none of ours, or was drawn. */
export function readSeen(epochKey: Bytes, by: CarriedBy, blind: Bytes): Bytes | null {
  const plain = mixed(padOf(epochKey, by), blind)
  return isZero(plain.subarray(NAMED)) ? copy(plain, 0, NAMED) : null
}

/** The blind in DATA that was opened; null where it is not that of an entry. */
export function blindIn(t: Pick<Tools, "decodeUtf8">, data: Bytes): Bytes | null {
  const value = decodeData(data, t.decodeUtf8)
  return value.ok && isData(value.value) ? fromBase64url(value.value.blind) : null
}
