import {
  COPY_PARTS_MAX,
  copyBytes,
  openParcelPiece,
  parcelPlace,
  parcelStores,
  piecesFor,
  readCopy,
  sealParcelPiece,
} from "#ledger"
import type { Parcel, Tools } from "#ledger"
import type { Day } from "#practices"
import { concat } from "#wire"
import type { Bytes, Verify } from "#wire"
import { earlierOf } from "../copy/arriving.ts"
import { partOf, thingsIn } from "../copy/make-copy.ts"
import type { Earlier } from "../earlier/earlier.ts"
import type { RecoveryClient } from "../recovery/client.ts"
import type { Old } from "../recovery/recovery.ts"
import type { State } from "../keeping/state.ts"

// Spaces that were put away go along to a device that is linked (spec/ledger.md §20.6): as in a copy, in pieces that lie with the relay until they are fetched.

export interface Packed extends Parcel {
  readonly day: Day
  /** How many parts there were: what is put away meanwhile does not change it, so a piece that was sent before a kill is still the same. */
  readonly parts: number
  readonly isThere: boolean
}

/** Null: there is nothing to go along. */
export function packing(t: Tools, { earlier }: State, day: Day): Packed | null {
  if (earlier.length === 0) return null
  const of = { day, parts: earlier.length }
  return { secret: t.random(32), pieces: piecesFor(bytesOf(earlier, of).length), ...of, isThere: false }
}

function bytesOf(earlier: readonly Earlier[], { day, parts }: Pick<Packed, "day" | "parts">): Bytes {
  const those = earlier.slice(0, parts).slice(-COPY_PARTS_MAX)
  const things = thingsIn(those.flatMap(({ unsent }) => unsent))
  return copyBytes({ day, lockMinutes: 0, parts: those.map(partOf), rows: [], things })
}

/** Sends the pieces. What lies there already was sent by this device before: nobody else knows where. */
export async function packed(
  { tools, client }: { readonly tools: Tools; readonly client: RecoveryClient },
  { earlier }: State,
  of: Packed,
): Promise<boolean> {
  const whole = bytesOf(earlier, of)
  for (let i = 0; i < of.pieces; i += 1) {
    const { store, n } = parcelPlace(of.secret, i)
    const added = await client.add(store, n, await sealParcelPiece(tools, of.secret, i, whole))
    if (added !== "stored" && added !== "taken") return false
  }
  return true
}

/** Still to be let go of, where nobody fetched it. */
export function packedStores(of: Packed | undefined): readonly Old[] {
  if (of === undefined) return []
  return parcelStores(of.secret, of.pieces).map((store) => ({ locator: null, store }))
}

/** On the new device. "damaged": it does not hold, or not all of it is there. */
export async function unpacked(
  deps: { readonly tools: Tools; readonly verify: Verify; readonly client: RecoveryClient },
  { secret, pieces }: Parcel,
): Promise<readonly Earlier[] | "no-connection" | "damaged"> {
  const all: Bytes[] = []
  while (all.length < pieces) {
    const { store, n } = parcelPlace(secret, all.length)
    const served = await deps.client.batches(store, n)
    if (served === "away") return "no-connection"
    if (served.batches.length === 0) return "damaged"
    for (const [at, batch] of served.batches.entries()) {
      const opened = await openParcelPiece(deps.tools, secret, all.length, batch.bytes)
      if (!opened.ok || batch.n !== n + at || all.length >= pieces) return "damaged"
      all.push(opened.value)
    }
  }
  const copy = await readCopy(deps, concat(...all))
  return (copy.ok ? await earlierOf(deps.tools, copy.value) : null) ?? "damaged"
}

export async function letGoOf(client: RecoveryClient, { secret, pieces }: Parcel): Promise<void> {
  for (const store of parcelStores(secret, pieces)) await client.drop(store)
}
