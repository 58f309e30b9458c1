import {
  codeKeys,
  createDevice,
  headWords,
  makeDeviceAdd,
  openSheetKeys,
  readCode,
  recoveryKeys,
} from "#ledger"
import type { AnyDraft, CodeFault, DeviceKeys, SheetKey } from "#ledger"
import { bad, endsWithMove, equalBytes, good, memberOf, toHex } from "#wire"
import type { Bytes, Outcome } from "#wire"
import type { Book, Held } from "../keeping/book.ts"
import type { Copied, CopiedEntry, Replica } from "../copy/copied.ts"
import type { Unplaced } from "../devices/unplaced.ts"
import { epochsOf } from "../recovery/epochs-of.ts"
import { operatingAlone } from "../recovery/held.ts"
import type { HeldDeps } from "../recovery/held.ts"
import { setWordsIn } from "../recovery/set-words.ts"
import type { State } from "../keeping/state.ts"
import { elsewhere, nameOf } from "./agreed.ts"
import { renaming, underDevice } from "./write-again-queue.ts"

// What came with a copy is written on, with the code of a sheet and without any server (spec/ledger.md §16.4). Nothing is asked of anybody before it is all here.

/**
 * "nothing": the copy holds no private log that this code ever opened. "replaced": a newer sheet's key is in force. "not-in": the sheet's key is not in force in what
 * is shared. "elsewhere": everybody agreed to go on at another server, and that one was not given up.
 */
export type NotWrittenAgain = CodeFault["type"] | "nothing" | "replaced" | "not-in" | "elsewhere"
type Again<T> = Outcome<T, { readonly type: NotWrittenAgain }>

export async function writingAgain(
  deps: HeldDeps,
  state: State,
  of: { readonly code: string; readonly givesUp: boolean; readonly origin: string },
): Promise<Again<State>> {
  const code = readCode(of.code)
  if (!code.ok) return code
  const { copied } = state
  const replica = copied?.shared ?? null
  if (copied === null || replica === null || state.shared !== null) return bad({ type: "nothing" })
  const { relay } = replica.state
  const isElsewhere = elsewhere(state, of.origin)(replica.state)
  if (isElsewhere && !of.givesUp) return bad({ type: "elsewhere" })
  const { recovery } = await codeKeys(deps.tools, code.value)
  const found = privateWith(copied, recovery)
  if (!found.ok) return found
  const held = await heldIn(found.value, recovery)
  const seed = held.findLast(({ log, epoch }) => epoch === 0 && equalBytes(log, replica.state.logId))
  const shared = seed === undefined ? null : await sharedBook(deps, replica, seed, held)
  if (seed === undefined || shared === null) return bad({ type: "not-in" })
  // A copy of later, made here, holds what stands behind the agreement: what waited in it may have gone.
  const last = replica.entries.at(-1)?.entry
  const hasMoved = !isElsewhere && last !== undefined && endsWithMove(replica.state, last)
  const books = await privateBook(deps, state, copied, { replica: found.value, recovery, held })
  return good({
    ...state,
    ...books,
    shared,
    queue: hasMoved ? underDevice(deps.tools, shared.device, state.queue) : state.queue,
    givenUp: isElsewhere && relay !== null ? nameOf(relay) : state.givenUp,
    recovery: {
      ...state.recovery,
      returning: seed.key,
      returned: {
        day: copied.day,
        byCopy: true,
        confirmed: false,
        words: setWordsIn(shared) ?? headWords(new Uint8Array(32)),
      },
    },
  })
}

/** The private log in which the code's key is in force: the latest one in which it ever was. */
function privateWith({ own }: Copied, { id, ed }: DeviceKeys): Again<Replica> {
  const met = own.findLast(({ state }) => state.keysSeen.has(toHex(ed.publicKey)))
  if (met === undefined) return bad({ type: "nothing" })
  const inForce = memberOf(met.state, met.member)?.recovery?.id
  return inForce !== undefined && equalBytes(inForce, id) ? good(met) : bad({ type: "replaced" })
}

async function heldIn({ state, entries }: Replica, recovery: DeviceKeys): Promise<readonly SheetKey[]> {
  const held: SheetKey[] = []
  for (const { opened } of entries)
    if (opened?.kind === "home.sheet") held.push(...(await openSheetKeys(recovery, state.logId, opened.body)))
  return held
}

/** Epoch keys out of what the private log holds for this key, and out of what the chain wrapped to it. */
async function keysOf(
  { state, entries }: Replica,
  recovery: DeviceKeys,
  held: readonly SheetKey[],
): Promise<ReadonlyMap<number, Bytes>> {
  const older = held.filter(({ log, epoch }) => epoch > 0 && equalBytes(log, state.logId))
  const [all, verdicts] = [entries.map(({ entry }) => entry), entries.map(({ verdict }) => verdict)]
  const own = await epochsOf(recovery, all, { verdicts })
  return new Map([...older.map(({ epoch, key }) => [epoch, key] as const), ...own])
}

function without({ seq, hash, header, entry, verdict, opened, shut }: CopiedEntry): Held {
  return { seq, hash, header, entry, verdict, opened, shut }
}

/** A replica with a device of this browser, which does not stand in the log yet. */
async function bookOf(
  { tools }: HeldDeps,
  replica: Replica,
  epochs: ReadonlyMap<number, Bytes>,
): Promise<Book> {
  const { log, member, state, entries } = replica
  return { log, device: await createDevice(tools), member, state, epochs, entries: entries.map(without) }
}

/** Null: the seed's key is not the one in force there. */
async function sharedBook(
  deps: HeldDeps,
  replica: Replica,
  seed: SheetKey,
  held: readonly SheetKey[],
): Promise<Book | null> {
  const recovery = await recoveryKeys(deps.tools, seed.key)
  const inForce = memberOf(replica.state, replica.member)?.recovery?.id
  if (inForce === undefined || !equalBytes(inForce, recovery.id)) return null
  return bookOf(deps, replica, await keysOf(replica, recovery, held))
}

/**
 * The same private log goes on, with a device that the code's key adds before all others, so that all of it is copied again. Where something was written here since
 * the copy was opened, this browser's own goes on instead, and the earlier ones stay what is read as its beginning.
 */
async function privateBook(
  deps: HeldDeps,
  { private: fresh }: State,
  copied: Copied,
  of: { readonly replica: Replica; readonly recovery: DeviceKeys; readonly held: readonly SheetKey[] },
): Promise<Pick<State, "private" | "copied">> {
  const { replica, recovery, held } = of
  const isLast = copied.own.at(-1) === replica
  if (!isLast || (fresh !== null && fresh.entries.length > 1))
    return { private: fresh, copied: { ...copied, shared: null } }
  const read = await bookOf(deps, replica, await keysOf(replica, recovery, held))
  const add = { logId: read.state.logId, member: read.member, adder: recovery.id, rank: 1 } as const
  const control = await makeDeviceAdd(deps.tools, read.device, add)
  const back = await operatingAlone(deps, read, recovery, [{ uid: deps.tools.random(16), control }])
  const book = await withWaiting(deps, back, copied)
  const own = copied.own.filter((one) => one !== replica)
  return { private: book, copied: own.length === 0 ? null : { ...copied, own, shared: null, unplaced: [] } }
}

/** What waited for a place when the copy was made is said by the device of here: the one that wrote it may be gone for good. */
async function withWaiting(deps: HeldDeps, book: Book, { unplaced = [] }: Copied): Promise<Book> {
  if (unplaced.length === 0) return book
  const things = unplaced.map(renaming<Unplaced>(deps.tools, book.device))
  const drafts = things.map(({ uid, data }) => ({ uid, kind: 1 as const, data }))
  const isOwed = book.state.isRotationOwed || !book.epochs.has(book.state.epoch.number)
  const rotation: AnyDraft = { uid: deps.tools.random(16), control: { op: "epoch" } }
  return operatingAlone(deps, book, book.device, [...(isOwed ? [rotation] : []), ...drafts])
}
