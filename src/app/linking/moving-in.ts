import { commitmentOf, epochBegunBy } from "#ledger"
import type { Adder, DeviceKeys, SpaceKey, Welcome } from "#ledger"
import { bad, decodeHeader, deviceId, emptyLog, equalBytes, fromHex, good, isActive, toHex } from "#wire"
import type { Bytes, Checked, Entry, Head, LogState, Outcome } from "#wire"
import { emptyBook, taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { empty } from "../keeping/ground-rows.ts"
import { houseOf } from "../keeping/house-of.ts"
import { mine } from "../people/here.ts"
import { movedOn, storeIn } from "../devices/moving.ts"
import { noRecovery } from "../recovery/recovery.ts"
import type { Sheet } from "../recovery/recovery.ts"
import { chainOf } from "../recovery/served.ts"
import { batchesIn } from "../recovery/stores.ts"
import type { ComingDeps } from "../recovery/stores.ts"
import type { State } from "../keeping/state.ts"
import type { Arriving } from "./arriving.ts"
import { unpacked } from "./parcel.ts"

// From a welcome to the whole state of this browser (spec/ledger.md §20.4). Nothing is written before all of it is here, and holds.

export type NotMovedIn = "no-connection" | "older" | "damaged"
type In<T> = Outcome<T, { readonly type: NotMovedIn }>
type Deps = Pick<ComingDeps, "tools" | "verify" | "client" | "relay" | "relayOrigin">

export async function movingIn(deps: Deps, of: Arriving, welcome: Welcome): Promise<In<State>> {
  const nothing = { state: emptyLog(of.hello.own.logId), entries: [] }
  const read = await batchesIn(deps, welcome, nothing)
  if (!read.ok) return bad({ type: kindOf(read.error.type) })
  const { chain, count, upTo, day } = read.value
  if (chain.entries.length === 0) return bad({ type: read.value.isTorn ? "damaged" : "older" })
  const entries = chain.entries.map(({ entry }) => entry)
  const checked = { state: chain.state, verdicts: chain.entries.map(({ verdict }) => verdict) }
  const own = await bookAt(
    deps,
    { log: "private", by: byOf(of.hello.own), device: of.own, head: welcome.head },
    { entries, ...checked },
    welcome.keys.filter((k) => k.of === "own"),
  )
  if (!own.ok) return own
  const shared = await sharedOf(deps, of, welcome)
  if (!shared.ok) return shared
  const earlier = welcome.parcel === null ? [] : await unpacked(deps, welcome.parcel)
  if (typeof earlier === "string") return bad({ type: earlier })
  const books = { private: own.value, shared: shared.value, copied: null }
  const { store, batchKey } = welcome
  // Who was let go before this store was drawn does not know it; and of stores that were said before the welcome's head none is in use any more.
  const told = storeIn(own.value.entries)
  const isTold = told !== null && equalBytes(told.store, store)
  const since = isTold ? told.seq : welcome.head.seq + 1
  const copying = { store, batchKey, sent: count, upTo, day, since }
  const recovery = { ...noRecovery, copying, sheet: sheetIn(own.value, welcome) }
  return good({
    ...empty,
    ...books,
    earlier,
    device: shared.value?.device ?? null,
    // The other device may have moved on since.
    recovery: movedOn(own.value, recovery),
    house: houseOf(books, null),
  })
}

/** Another device made it; only that one could tell the old slot from others, and holds seeds for it. */
function sheetIn(own: Book, { sheet }: Welcome): Sheet | null {
  if (mine(own)?.recovery === null) return null
  const made = own.entries.findLast(({ opened }) => opened?.kind === "home.sheet")?.opened?.day
  return { day: sheet?.day ?? made ?? "", locator: null, ready: true, held: [], from: null }
}

function kindOf(type: string): NotMovedIn {
  return type === "no-connection" || type === "older" ? type : "damaged"
}

async function sharedOf(deps: Deps, of: Arriving, { shared: head, keys }: Welcome): Promise<In<Book | null>> {
  const { shared: by } = of.hello
  if (by === null || head === null) return good(null)
  const chain = await chainOf(deps, by.logId, of.shared)
  if (!chain.ok) return bad({ type: kindOf(chain.error.type) })
  return bookAt(
    deps,
    { log: "shared", by: byOf(by), device: of.shared, head },
    chain.value,
    keys.filter((k) => k.of === "shared"),
  )
}

/** The device that added this one. */
type By = Pick<Adder, "logId" | "member"> & { readonly id: Bytes }
const byOf = ({ logId, member, ed, x }: Adder): By => ({ logId, member, id: deviceId(ed, x) })

interface Chain {
  readonly entries: readonly Entry[]
  readonly state: LogState
  readonly verdicts: Checked["verdicts"]
}

/** What was served must reach the head in the welcome, and know this device as the one that the other added. */
export async function bookAt(
  { tools }: Pick<Deps, "tools">,
  of: { readonly log: Book["log"]; readonly by: By; readonly device: DeviceKeys; readonly head: Head },
  chain: Chain,
  keys: readonly SpaceKey[],
): Promise<In<Book>> {
  const { log, by, device, head } = of
  const bare = emptyBook({ log, device, member: by.member, logId: by.logId })
  const book = await taking(tools, { ...bare, epochs: keysThatFit(chain, keys) }, chain.entries, chain)
  const there = book.entries[head.seq]
  if (there === undefined) return bad({ type: "older" })
  if (!equalBytes(fromHex(there.hash) ?? new Uint8Array(0), head.hash)) return bad({ type: "damaged" })
  const me = book.state.devices.get(toHex(device.id))
  const isMine = me !== undefined && isActive(book.state, device.id) && equalBytes(me.member, by.member)
  const isByThem = me?.addedBy !== null && me?.addedBy !== undefined && equalBytes(me.addedBy, by.id)
  return isMine && isByThem ? good(book) : bad({ type: "damaged" })
}

/** A key that is not the committed one opens nothing. */
function keysThatFit({ entries, verdicts }: Chain, keys: readonly SpaceKey[]): ReadonlyMap<number, Bytes> {
  const committed = new Map<number, Bytes>()
  for (const [i, entry] of entries.entries()) {
    const header = verdicts[i]?.verdict === "ok" ? decodeHeader(entry.header) : null
    const block = header?.ok === true ? epochBegunBy(header.value, entry.body) : null
    if (block !== null) committed.set(block.number, block.commitment)
  }
  return new Map(
    keys.flatMap(({ epoch, key }) => {
      const commitment = committed.get(epoch)
      return commitment !== undefined && equalBytes(commitmentOf(key), commitment)
        ? [[epoch, key] as const]
        : []
    }),
  )
}
