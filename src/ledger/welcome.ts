import { bad, concat, copy, deviceId, good, isZero, Reader, signedMessage, u32, u64, utf8 } from "#wire"
import type { Bytes, Head, Outcome, Verify } from "#wire"
import { sign } from "./device.ts"
import type { DeviceKeys } from "./device.ts"
import { PARCEL_PIECES_MAX } from "./parcel.ts"
import { linkHash } from "./link.ts"
import type { LinkSaid } from "./link.ts"
import { isDay } from "./seal.ts"
import type { Tools } from "./tools.ts"
import { openTo, sealTo } from "./wrap.ts"

// spec/ledger.md §20.4: what the new device needs to read on, for it alone. Signed by the one that adds it: whoever knows the link can leave a letter, and still
// cannot hand over a store of their own.

export interface Welcome {
  /** Where the private log is copied: the store's secret and its key. */
  readonly store: Bytes
  readonly batchKey: Bytes
  /** What is served must reach these. `shared` null: nothing is shared. */
  readonly head: Head
  readonly shared: Head | null
  /** The sheet there is: where its slot lies, and the day it was made. */
  readonly sheet: { readonly locator: Bytes; readonly day: string } | null
  /** Keys of epochs, those of the private log first. */
  readonly keys: readonly EpochKeyOf[]
  /** What was put away and goes along (§20.6); null: nothing. */
  readonly parcel: Parcel | null
}
export interface Parcel {
  readonly secret: Bytes
  readonly pieces: number
}
export interface EpochKeyOf {
  readonly of: "own" | "shared"
  readonly epoch: number
  readonly key: Bytes
}

/** Without a parcel, and with one. */
const layouts = { plain: 1, parcel: 2 } as const
const none = new Uint8Array(32)

function plainOf(of: Welcome): Bytes {
  const { store, batchKey, head, shared, sheet, keys, parcel } = of
  const headOf = (h: Head | null): Bytes => concat(u64(h?.seq ?? 0), h?.hash ?? none)
  const flags = Uint8Array.of(shared === null ? 0 : 1, sheet === null ? 0 : 1)
  const day = sheet === null ? new Uint8Array(10) : utf8(sheet.day)
  const list = keys.map((k) => concat(Uint8Array.of(k.of === "own" ? 0 : 1), u32(k.epoch), k.key))
  return concat(
    Uint8Array.of(parcel === null ? layouts.plain : layouts.parcel),
    store,
    batchKey,
    headOf(head),
    flags,
    headOf(shared),
    sheet?.locator ?? none,
    day,
    u32(keys.length),
    ...list,
    ...(parcel === null ? [] : [parcel.secret, u32(parcel.pieces)]),
  )
}

function readPlain(t: Pick<Tools, "decodeUtf8">, plain: Bytes): Welcome | null {
  const r = new Reader(plain)
  const headOf = (): Head => ({ seq: r.number(8), hash: r.take(32) })
  const [layout, store, batchKey, head] = [r.number(1), r.take(32), r.take(32), headOf()]
  const [hasShared, hasSheet, there] = [r.number(1), r.number(1), headOf()]
  const [locator, dayBytes, count] = [r.take(32), r.take(10), r.number(4)]
  const hasParcel = layout === layouts.parcel
  if (r.failed || (layout !== layouts.plain && !hasParcel) || hasShared > 1 || hasSheet > 1) return null
  if (r.left !== count * 37 + (hasParcel ? 36 : 0)) return null
  if (!Number.isSafeInteger(head.seq) || !Number.isSafeInteger(there.seq)) return null
  if (hasShared === 0 && !isZero(concat(u64(there.seq), there.hash))) return null
  if (hasSheet === 0 && !isZero(concat(locator, dayBytes))) return null
  const day = hasSheet === 0 ? "" : asciiOf(t, dayBytes)
  if (hasSheet === 1 && !isDay(day)) return null
  const keys: EpochKeyOf[] = []
  for (let i = 0; i < count; i += 1) {
    const which = r.number(1)
    if (which > hasShared) return null
    keys.push({ of: which === 0 ? "own" : "shared", epoch: r.number(4), key: r.take(32) })
  }
  const parcel = hasParcel ? { secret: r.take(32), pieces: r.number(4) } : null
  if (parcel !== null && (parcel.pieces < 1 || parcel.pieces > PARCEL_PIECES_MAX)) return null
  const shared = hasShared === 0 ? null : there
  return { store, batchKey, head, shared, sheet: hasSheet === 0 ? null : { locator, day }, keys, parcel }
}

function asciiOf(t: Pick<Tools, "decodeUtf8">, bytes: Bytes): string {
  try {
    return t.decodeUtf8(bytes)
  } catch {
    return ""
  }
}

const infoOf = (said: LinkSaid, recipient: Bytes): Bytes =>
  concat(utf8("gs/v1/welcome"), linkHash(said), recipient)

/** enc 32 | length u32 | ct | signature 64. `to`: the new device's keys in the private log. */
export async function makeWelcome(
  t: Tools,
  by: DeviceKeys,
  said: LinkSaid,
  to: { readonly ed: Bytes; readonly x: Bytes },
  of: Welcome,
): Promise<Bytes> {
  const id = deviceId(to.ed, to.x)
  const { enc, ct } = await sealTo(infoOf(said, id), to.x, plainOf(of))
  const box = concat(enc, u32(ct.length), ct)
  return concat(box, await sign(t, by, "link-welcome", concat(linkHash(said), box)))
}

export async function openWelcome(
  deps: { readonly tools: Tools; readonly verify: Verify },
  device: DeviceKeys,
  said: LinkSaid,
  by: Bytes,
  bytes: Bytes,
): Promise<Outcome<Welcome, { readonly type: "layout" | "signature" | "welcome" }>> {
  const r = new Reader(bytes)
  const enc = r.take(32)
  const ct = r.take(r.number(4))
  const sig = r.take(64)
  if (r.failed || r.left > 0) return bad({ type: "layout" })
  const covered = signedMessage("link-welcome", concat(linkHash(said), copy(bytes, 0, bytes.length - 64)))
  if (!(await deps.verify(by, sig, covered))) return bad({ type: "signature" })
  const plain = await openTo(infoOf(said, device.id), device, enc, ct)
  if (plain === null) return bad({ type: "welcome" })
  const welcome = readPlain(deps.tools, plain)
  return welcome === null ? bad({ type: "layout" }) : good(welcome)
}
