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
import type { CodeFault, CodeKeys, SheetKey, Slot } from "#ledger"
import type { Moment } from "#practices"
import { bad, checkEntries, emptyLog, equalBytes, fromHex, good, memberOf } from "#wire"
import type { Bytes, Entry, Outcome } from "#wire"
import { emptyBook, taking } from "../book.ts"
import type { Book } from "../book.ts"
import { empty } from "../ground-rows.ts"
import { houseOf } from "../house-of.ts"
import type { RelayClient } from "../relay-client.ts"
import type { State } from "../state.ts"
import type { RecoveryClient } from "./client.ts"
import { epochsOf } from "./epochs-of.ts"
import { operatingAlone } from "./held.ts"
import type { HeldDeps } from "./held.ts"
import { noRecovery } from "./recovery.ts"
import { batchesOf, chainOf } from "./served.ts"
import type { Batches } from "./served.ts"
import { setWordsIn } from "./set-words.ts"

// From a sheet alone to the whole state of an empty browser (spec/ledger.md §18.5). Nothing is written before all of it is here.

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

export async function comingBack(deps: ComingDeps, typed: string): Promise<Back<State>> {
  const code = readCode(typed)
  if (!code.ok) return code
  const keys = await codeKeys(deps.tools, code.value)
  const slot = await slotOf(deps, keys)
  if (!slot.ok) return slot
  const batches = await batchesOf(deps, slot.value)
  if (!batches.ok) return batches
  const own = await privateOf(deps, keys, slot.value, batches.value.entries)
  if (!own.ok) return own
  const seed = own.value.held.findLast(({ epoch }) => epoch === 0)
  const shared = seed === undefined ? good(null) : await sharedOf(deps, seed, own.value.held)
  if (!shared.ok) return shared
  return good(
    await stateOf(deps, {
      keys,
      slot: slot.value,
      batches: batches.value,
      own: own.value,
      seed,
      shared: shared.value,
    }),
  )
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
  entries: readonly Entry[],
): Promise<Back<Own>> {
  const { tools, verify } = deps
  const checked = await checkEntries(verify, emptyLog(slot.logId), entries)
  if (checked.fault !== null) return bad({ type: "damaged" })
  const epochs = await epochsOf(recovery, entries, checked)
  const bare = {
    log: "private",
    device: await createDevice(tools),
    member: slot.member,
    logId: slot.logId,
  } as const
  const first = await taking(tools, { ...emptyBook(bare), epochs }, entries, checked)
  const there = first.entries[slot.head.seq]
  if (there === undefined) return bad({ type: "older" })
  const reaches = equalBytes(fromHex(there.hash) ?? new Uint8Array(0), slot.head.hash)
  if (!reaches) return bad({ type: "damaged" })
  const inForce = memberOf(first.state, slot.member)?.recovery?.id
  if (inForce === undefined || !equalBytes(inForce, recovery.id)) return bad({ type: "replaced" })
  const held: SheetKey[] = []
  for (const { opened } of first.entries)
    if (opened?.kind === "home.sheet") held.push(...(await openSheetKeys(recovery, slot.logId, opened.body)))
  const older = new Map(held.filter(isOf(slot.logId)).map(({ epoch, key }) => [epoch, key]))
  const whole = { ...emptyBook(bare), epochs: new Map([...older, ...epochs]) }
  const read = await taking(tools, whole, entries, checked)
  const of = { logId: slot.logId, member: slot.member, adder: recovery.id, rank: 1 } as const
  const control = await makeDeviceAdd(tools, bare.device, of)
  const book = await operatingAlone(deps, read, recovery, [{ uid: tools.random(16), control }])
  return good({ book, held: held.filter((one) => !isOf(slot.logId)(one)) })
}

const isOf =
  (log: Bytes) =>
  (held: SheetKey): boolean =>
    equalBytes(held.log, log)

/** The shared log as it is served, read with the key on the sheet. The device that goes on in it is not in it yet. */
async function sharedOf(
  deps: ComingDeps,
  seed: SheetKey,
  held: readonly SheetKey[],
): Promise<Back<Book | null>> {
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
  return good(await taking(deps.tools, { ...bare, epochs }, entries, { state, verdicts }))
}

async function stateOf(
  { clock }: ComingDeps,
  of: {
    readonly keys: CodeKeys
    readonly slot: Slot
    readonly batches: Batches
    readonly own: Own
    readonly seed: SheetKey | undefined
    readonly shared: Book | null
  },
): Promise<State> {
  const { slot, batches, own, shared, seed } = of
  const books = { private: own.book, shared, copied: null }
  const made = own.book.entries.findLast(({ opened }) => opened?.kind === "home.sheet")?.opened?.day
  const held = own.held.flatMap(({ epoch }) => (epoch > 0 ? [epoch] : []))
  const words = setWordsIn(shared ?? own.book) ?? headWords(slot.head.hash)
  return {
    ...empty,
    ...books,
    recovery: {
      ...noRecovery,
      copying: {
        store: slot.store,
        batchKey: slot.batchKey,
        sent: batches.count,
        upTo: batches.entries.length,
        day: batches.day,
        elsewhere: false,
      },
      sheet: {
        day: made ?? clock().day,
        locator: of.keys.locator,
        ready: true,
        held,
        from: shared?.state.epoch.number ?? null,
      },
      returning: shared === null ? null : (seed?.key ?? null),
      returned: { day: batches.day, confirmed: shared === null, words },
    },
    house: houseOf(books, null),
  }
}
