import { createDevice, following, openBatch } from "#ledger"
import type { CodeFault, CodeKeys, DeviceKeys, Slot, Standing } from "#ledger"
import type { Day, Moment } from "#practices"
import { bad, emptyLog, equalBytes, good } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { emptyBook, taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { storeIn } from "../devices/moving.ts"
import type { StorePlace } from "../devices/moving.ts"
import type { RelayClient } from "../server/relay-client.ts"
import type { RecoveryClient } from "./client.ts"
import { epochsOf } from "./epochs-of.ts"
import type { HeldDeps } from "./held.ts"
import type { Copying } from "./recovery.ts"

// The private log as a sheet finds it: the store its slot names, and from there on from store to store (spec/ledger.md §18.5).

export interface ComingDeps extends HeldDeps {
  readonly client: RecoveryClient
  readonly relay: RelayClient
  readonly clock: () => Moment
  /** Under which this device reaches the relay. */
  readonly relayOrigin: string
}
/**
 * "nothing": no slot under this code, so it was mistyped in a way its check missed, or replaced. "replaced": a newer sheet's key is in force. "older": the server gave
 * less than there was when the sheet was made. "damaged": what it gave does not hold.
 */
export type NotBack = CodeFault["type"] | "no-connection" | "nothing" | "replaced" | "older" | "damaged"
export type Back<T> = Outcome<T, { readonly type: NotBack }>

export interface ReadStores extends Standing {
  /** What the chain itself wrapped to the recovery key. */
  readonly epochs: ReadonlyMap<number, Bytes>
  /** The entries as far as those keys open them. */
  readonly opened: Book
  /** Where the newest store goes on. */
  readonly copying: Copying
  /** Of the last batch that was taken. */
  readonly day: Day
  /** Something was passed over. */
  readonly isTorn: boolean
}

const most = 64

export async function storesOf(deps: ComingDeps, keys: CodeKeys, slot: Slot): Promise<Back<ReadStores>> {
  const seen: Bytes[] = []
  // What was said of stores up to the slot's head is over: the slot names the one there was at that time.
  let at: StorePlace & Pick<Copying, "settled"> & { readonly since: number } = {
    store: slot.store,
    batchKey: slot.batchKey,
    since: slot.head.seq + 1,
  }
  let chain: Standing = { state: emptyLog(slot.logId), entries: [] }
  let day: Day = ""
  let isTorn = false
  const device = await createDevice(deps.tools)
  for (;;) {
    const read = await batchesIn(deps, at, chain)
    if (!read.ok) return read
    // Of the first store alone there must be something: a newer one may have been told of and not begun.
    isTorn ||= read.value.isTorn
    if (seen.length === 0 && read.value.chain.entries.length === 0)
      return bad({ type: isTorn ? "damaged" : "older" })
    seen.push(at.store)
    ;({ chain } = read.value)
    day = read.value.day === "" ? day : read.value.day
    const run = chain.entries.map(({ entry }) => entry)
    const checked = { state: chain.state, verdicts: chain.entries.map(({ verdict }) => verdict) }
    const epochs = await epochsOf(keys.recovery, run, checked)
    const opened = await taking(deps.tools, { ...emptyBook(bareOf(slot, device)), epochs }, run, checked)
    const told = storeIn(opened.entries)
    const { count: sent, upTo } = read.value
    const isOver = told !== null && (told.seq < at.since || seen.some((one) => equalBytes(one, told.store)))
    if (told === null || isOver || seen.length >= most)
      return good({ ...chain, epochs, opened, copying: { ...at, sent, upTo, day: day || null }, day, isTorn })
    const { store, batchKey, seq: since } = told
    at = { store, batchKey, since, settled: chain.entries.length }
  }
}

export interface ReadStore {
  readonly chain: Standing
  readonly count: number
  readonly upTo: number
  readonly day: Day
  readonly isTorn: boolean
}

/** One store, from its first batch on. What does not open or does not follow is passed over. */
export async function batchesIn(
  { tools, verify, client }: Pick<ComingDeps, "tools" | "verify" | "client">,
  { store, batchKey }: StorePlace,
  before: Standing,
): Promise<Back<ReadStore>> {
  const settled = before.entries.length
  let [chain, n, upTo, day, isTorn] = [before, 0, 0, "", false]
  for (;;) {
    const served = await client.batches(store, n)
    if (served === "away") return bad({ type: "no-connection" })
    if (served.batches.length === 0) return good({ chain, count: n, upTo, day, isTorn })
    for (const { n: number, bytes } of served.batches) {
      if (number !== n) return bad({ type: "damaged" })
      const batch = await openBatch(tools, { store, batchKey, n }, bytes)
      n += 1
      const run = batch.ok ? batch.value : null
      const follows = run && (await following(verify, chain, { from: upTo, settled }, run.entries))
      if (follows === null || run === null) {
        isTorn = true
        continue
      }
      const { base, added, checked } = follows
      const fresh = added.map((entry, i) => ({ entry, verdict: checked.verdicts[i] ?? ok }))
      if (added.length > 0)
        chain = { state: checked.state, entries: [...chain.entries.slice(0, base), ...fresh] }
      upTo = base + added.length
      day = run.day
    }
  }
}

const ok = { verdict: "ok" } as const

export function bareOf(slot: Slot, device: DeviceKeys) {
  return { log: "private", device, member: slot.member, logId: slot.logId } as const
}
