import { codeKeys, headWords, makeRecoverySet, newCode, printCode, sealSlot } from "#ledger"
import type { CodeKeys } from "#ledger"
import type { Day } from "#practices"
import { bad, equalBytes, fromHex, good, memberOf } from "#wire"
import type { Bytes, Outcome } from "#wire"
import type { Address } from "../session/around.ts"
import { tellingOfStore } from "../devices/placing.ts"
import { readOn } from "../devices/reading.ts"
import { isAlone } from "../devices/unplaced.ts"
import { isSeniorHere, mine } from "../people/here.ts"
import type { Book } from "../keeping/book.ts"
import { isMoved } from "../moving/agreed.ts"
import { isTogether } from "../sending/queue.ts"
import type { State } from "../keeping/state.ts"
import { copyAll, lettingGo } from "./copying.ts"
import type { Copied, CopyDeps } from "./copying.ts"
import { epochKeysOf, holding, operatingAlone, withSeed } from "./held.ts"
import { setWordsIn } from "./set-words.ts"
import type { Recovery } from "./recovery.ts"

// A sheet is made in five steps, each standing before the next begins (spec/ledger.md §18.4). What the person is shown in the end works; before that nothing is
// shown. The code is in memory for as long as this takes, and nowhere else.

export interface MakingDeps extends CopyDeps {
  readonly relayOrigin: string
  readonly address: () => Promise<Address>
  readonly look: () => Promise<void>
  readonly privateBook: () => Promise<Book>
}
/** What stands on the sheet. */
export interface MadeSheet {
  /** Seven groups of four. */
  readonly code: string
  /** The address people reach the server at. */
  readonly relay: string
  /** False: it is one of this computer's own names, and works nowhere else. */
  readonly usableElsewhere: boolean
  readonly day: Day
  /** Eight numbers from 0 to 63. */
  readonly words: readonly number[]
}
/** "not-first": another device of this person is the first. "stopped": this profile writes nothing just now. "moved": what is shared goes on at another server. */
export type NotMade = "no-connection" | "full" | "not-first" | "stopped" | "moved"

export async function makeSheet(deps: MakingDeps): Promise<Outcome<MadeSheet, { readonly type: NotMade }>> {
  const { tools, ground, client, clock } = deps
  await deps.privateBook()
  await deps.look()
  const because = isMoved(ground.now(), deps.relayOrigin) ? "moved" : cannot(ground.now())
  if (because !== null) return bad({ type: because })
  const code = newCode(tools)
  try {
    const keys = await codeKeys(tools, code)
    const { day } = clock()
    const copied = await copiedWith(deps, keys, day)
    if (copied !== "on") return await unfinished(deps, copied === "full" ? "full" : "no-connection")
    const put = await client.putSlot(keys.locator, await slotOf(deps, keys))
    if (put !== "stored") return await unfinished(deps, put === "full" ? "full" : "no-connection")
    await ground.turn(async (state) => ({ ...state, recovery: asking(state.recovery) }))
    await deps.look()
    if (ground.now().recovery.pending !== null) return await unfinished(deps, "no-connection")
    await ground.turn(async (state) => ({ ...state, recovery: replacing(state.recovery) }))
    await lettingGo(deps)
    const { recovery } = await ground.turn(async (state) => ({
      ...state,
      recovery: finished(state.recovery),
    }))
    if (recovery.sheet?.ready !== true) return bad({ type: "no-connection" })
    const { app, usableElsewhere } = await deps.address()
    const words = wordsOf(ground.now())
    return good({ code: printCode(code), relay: new URL(app).origin, usableElsewhere, day, words })
  } finally {
    code.fill(0)
  }
}

function cannot(state: State): NotMade | null {
  if (state.alarm !== null || state.private === null || state.recovery.returning !== null) return "stopped"
  if (!isSeniorHere(state.private)) return "not-first"
  return state.shared !== null && isTogether(state) && !isSeniorHere(state.shared) ? "not-first" : null
}

const attempts = 5

/** The code's key stands in the private log, and all of that lies in a store of its own. Where another device was first, it is begun again on what that one wrote. */
async function copiedWith(deps: MakingDeps, keys: CodeKeys, day: Day): Promise<Copied> {
  const { ground } = deps
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // A device that came here meanwhile is not to be left behind in the old store.
    if (ground.now().recovery.copying !== null && (await readOn(deps)) === "off") return "off"
    const { private: before, recovery } = ground.now()
    if (before !== null && recovery.copying !== null && !isAlone({ ...ground.now(), private: before })) {
      const read = await copyAll(deps)
      if (read !== "on") return read
      if (cannot(ground.now()) !== null) return "off"
    }
    await ground.turn((state) => begun(deps, state, keys, day))
    const copied = await copyAll(deps)
    if (copied !== "on") return copied
    const { private: own } = ground.now()
    const inForce = own === null ? null : mine(own)?.recovery
    if (inForce && equalBytes(inForce.id, keys.recovery.id)) return "on"
  }
  return "off"
}

/** In the private log: the code's key, and what it needs to open. A new store, in which there is nothing yet; other devices of this person are told of it. */
async function begun(deps: MakingDeps, state: State, keys: CodeKeys, day: Day): Promise<State> {
  const { tools } = deps
  const own = state.private
  if (own === null) throw new Error("no private log")
  const of = { logId: own.state.logId, member: own.member, setter: own.device.id }
  const control = await makeRecoverySet(tools, keys.recovery, of)
  const operated = await operatingAlone(deps, own, own.device, [{ uid: tools.random(16), control }])
  const { sheet, copying, old } = state.recovery
  const isTold = copying !== null && (mine(own)?.devices.length ?? 0) > 1
  const set = isTold ? await tellingOfStore(deps, operated, day) : operated
  const book = await holding(deps, set, epochKeysOf(set, set.state.epoch.number), day)
  // Where others are told, the old store stays until they have moved.
  const before = {
    locator: sheet?.locator && !equalBytes(sheet.locator, keys.locator) ? sheet.locator : null,
    store: isTold ? null : (copying?.store ?? null),
  }
  const since = own.entries.length
  const fresh = { store: tools.random(32), batchKey: tools.random(32), sent: 0, upTo: 0, day: null, since }
  const recovery: Recovery = {
    ...state.recovery,
    copying: isTold ? copying : fresh,
    sheet: { day, locator: keys.locator, ready: false, held: [], from: null },
    pending: null,
    old: before.locator === null && before.store === null ? old : [...old, before],
  }
  return withSeed(deps, { ...state, private: book, recovery }, day, false)
}

function asking(of: Recovery): Recovery {
  return of.pending === null ? of : { ...of, pending: { ...of.pending, asked: true } }
}

/** The new sheet begins with the newest store: no older one is on anybody's way any more. */
function replacing(of: Recovery): Recovery {
  return { ...of, old: of.old.map((one) => ({ ...one, isOnWay: false })) }
}

function finished(of: Recovery): Recovery {
  return of.sheet === null ? of : { ...of, sheet: { ...of.sheet, ready: true } }
}

/** It goes no further. What was there before is not let go of, and the recovery key that nobody was shown is not set any more. */
async function unfinished(
  { ground }: MakingDeps,
  type: NotMade,
): Promise<Outcome<MadeSheet, { readonly type: NotMade }>> {
  await ground.turn(async (state) => ({ ...state, recovery: { ...state.recovery, pending: null } }))
  return bad({ type })
}

async function slotOf({ tools, ground, relayOrigin }: MakingDeps, keys: CodeKeys): Promise<Bytes> {
  const { private: own, recovery } = ground.now()
  // As far as the batches go: a page that was kept in this very moment goes with the next one.
  const last = own?.entries[(recovery.copying?.upTo ?? 0) - 1]
  const hash = last === undefined ? null : fromHex(last.hash)
  if (own === null || last === undefined || hash === null || recovery.copying === null)
    throw new Error("nothing to find")
  const { store, batchKey } = recovery.copying
  const head = { seq: last.seq, hash }
  return sealSlot(tools, keys, {
    logId: own.state.logId,
    member: own.member,
    head,
    store,
    batchKey,
    relay: relayOrigin,
  })
}

/** Of the shared log's recovery.set; of the private one's, where nothing is shared. */
function wordsOf({ shared, private: own }: State): readonly number[] {
  const together = shared !== null && memberOf(shared.state, shared.member)?.recovery !== null ? shared : own
  return together === null ? [] : (setWordsIn(together) ?? headWords(new Uint8Array(32)))
}
