import {
  codeKeys,
  createDevice,
  headWords,
  makeDeviceAdd,
  openSheetKeys,
  openSlot,
  readCode,
  recoveryKeys,
} from "#ledger"
import type { CodeKeys, SheetKey, Slot } from "#ledger"
import { bad, equalBytes, fromHex, good, memberOf } from "#wire"
import type { Bytes } from "#wire"
import { emptyBook, taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { empty } from "../keeping/ground-rows.ts"
import { houseOf } from "../keeping/house-of.ts"
import type { State } from "../keeping/state.ts"
import { epochsOf } from "./epochs-of.ts"
import { operatingAlone } from "./held.ts"
import { chainOf } from "./served.ts"
import { bareOf, storesOf } from "./stores.ts"
import type { Back, ComingDeps, ReadStores } from "./stores.ts"
import { noRecovery } from "./recovery.ts"
import { setWordsIn } from "./set-words.ts"

// From a sheet alone to the whole state of an empty browser (spec/ledger.md §18.5). Nothing is written before all of it is here.

export async function comingBack(deps: ComingDeps, typed: string): Promise<Back<State>> {
  const code = readCode(typed)
  if (!code.ok) return code
  const keys = await codeKeys(deps.tools, code.value)
  const slot = await slotOf(deps, keys)
  if (!slot.ok) return slot
  const read = await storesOf(deps, keys, slot.value)
  if (!read.ok) return read
  const own = await privateOf(deps, keys, slot.value, read.value)
  if (!own.ok) return own
  const seeds = own.value.held.filter(({ epoch }) => epoch === 0)
  const shared = seeds.length === 0 ? good(null) : await sharedOf(deps, seeds, own.value.held)
  if (!shared.ok) return shared
  const of = { keys, slot: slot.value, read: read.value, own: own.value, shared: shared.value }
  return good(await stateOf(deps, of))
}

async function slotOf({ tools, client }: ComingDeps, keys: CodeKeys): Promise<Back<Slot>> {
  const bytes = await client.slot(keys.locator)
  if (bytes === "away") return bad({ type: "no-connection" })
  if (bytes === null) return bad({ type: "nothing" })
  const slot = await openSlot(tools, keys, bytes)
  // What was overwritten when a new sheet was made is noise under every key.
  return slot.ok ? slot : bad({ type: "nothing" })
}

interface Own {
  readonly book: Book
  readonly held: readonly SheetKey[]
}

/** The private log as it was, with a device of its own that the code's key adds, before all others. */
async function privateOf(
  deps: ComingDeps,
  { recovery }: CodeKeys,
  slot: Slot,
  read: ReadStores,
): Promise<Back<Own>> {
  const { tools } = deps
  const { entries, epochs } = read
  const checked = { state: read.state, verdicts: entries.map(({ verdict }) => verdict) }
  const run = entries.map(({ entry }) => entry)
  const there = read.opened.entries[slot.head.seq]
  if (there === undefined) return bad({ type: read.isTorn ? "damaged" : "older" })
  const reaches = equalBytes(fromHex(there.hash) ?? new Uint8Array(0), slot.head.hash)
  if (!reaches) return bad({ type: "damaged" })
  const inForce = memberOf(read.state, slot.member)?.recovery?.id
  if (inForce === undefined || !equalBytes(inForce, recovery.id)) return bad({ type: "replaced" })
  const held: SheetKey[] = []
  for (const { opened } of read.opened.entries)
    if (opened?.kind === "home.sheet") held.push(...(await openSheetKeys(recovery, slot.logId, opened.body)))
  const older = new Map(held.filter(isOf(slot.logId)).map(({ epoch, key }) => [epoch, key]))
  const bare = emptyBook(bareOf(slot, await createDevice(tools)))
  const whole = { ...bare, epochs: new Map([...older, ...epochs]) }
  const before = await taking(tools, whole, run, checked)
  const of = { logId: slot.logId, member: slot.member, adder: recovery.id, rank: 1 } as const
  const control = await makeDeviceAdd(tools, bare.device, of)
  const book = await operatingAlone(deps, before, recovery, [{ uid: tools.random(16), control }])
  return good({ book, held: held.filter((one) => !isOf(slot.logId)(one)) })
}

const isOf =
  (log: Bytes) =>
  (held: SheetKey): boolean =>
    equalBytes(held.log, log)

/** The shared log as it is served, read with the key on the sheet. The device that goes on in it is not in it yet. */
async function sharedOf(
  deps: ComingDeps,
  seeds: readonly SheetKey[],
  held: readonly SheetKey[],
): Promise<Back<Shared | null>> {
  // The last one in force: where two devices of this person each drew one, one of the two never was.
  let last: Back<Shared | null> = good(null)
  for (const seed of seeds.toReversed()) {
    const read = await sharedBy(deps, seed, held)
    if (read.ok || last.ok) last = read
    if (read.ok || read.error.type === "no-connection") return read
  }
  return last
}

interface Shared {
  readonly book: Book
  readonly seed: SheetKey
}

async function sharedBy(deps: ComingDeps, seed: SheetKey, held: readonly SheetKey[]): Promise<Back<Shared>> {
  const recovery = await recoveryKeys(deps.tools, seed.key)
  const chain = await chainOf(deps, seed.log, recovery)
  if (!chain.ok) return chain
  const { entries, state, verdicts } = chain.value
  const inForce = memberOf(state, seed.member)?.recovery
  if (inForce === undefined || inForce === null) return bad({ type: "older" })
  if (!equalBytes(inForce.id, recovery.id)) return bad({ type: "replaced" })
  const older = held.filter((one) => one.epoch > 0 && isOf(seed.log)(one))
  const own = await epochsOf(recovery, entries, { verdicts })
  const epochs = new Map([...older.map(({ epoch, key }) => [epoch, key] as const), ...own])
  const device = await createDevice(deps.tools)
  const bare = emptyBook({ log: "shared", device, member: seed.member, logId: seed.log })
  const book = await taking(deps.tools, { ...bare, epochs }, entries, { state, verdicts })
  return good({ book, seed })
}

async function stateOf(
  { clock }: ComingDeps,
  of: {
    readonly keys: CodeKeys
    readonly slot: Slot
    readonly read: ReadStores
    readonly own: Own
    readonly shared: Shared | null
  },
): Promise<State> {
  const { slot, read, own } = of
  const shared = of.shared?.book ?? null
  const books = { private: own.book, shared, copied: null }
  const made = own.book.entries.findLast(({ opened }) => opened?.kind === "home.sheet")?.opened?.day
  const held = own.held.flatMap(({ epoch }) => (epoch > 0 ? [epoch] : []))
  const words = setWordsIn(shared ?? own.book) ?? headWords(slot.head.hash)
  return {
    ...empty,
    ...books,
    recovery: {
      ...noRecovery,
      copying: read.copying,
      sheet: {
        day: made ?? clock().day,
        locator: of.keys.locator,
        ready: true,
        ...(equalBytes(read.copying.store, slot.store) ? {} : { isOlder: true }),
        held,
        from: shared?.state.epoch.number ?? null,
      },
      returning: of.shared?.seed.key ?? null,
      returned: {
        day: read.day,
        confirmed: shared === null,
        words,
        ...(read.isTorn ? { isTorn: true } : {}),
      },
      returningOwn: of.keys.recovery,
    },
    house: houseOf(books, null),
  }
}
