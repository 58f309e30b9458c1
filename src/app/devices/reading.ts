import { following, openBatch } from "#ledger"
import type { Follows } from "#ledger"
import { decodeControl, encodeRef, equalBytes, isActive, memberOf, toBase64url, toHex } from "#wire"
import type { Entry } from "#wire"
import { taking } from "../keeping/book.ts"
import type { Book, Held } from "../keeping/book.ts"
import { mine } from "../people/here.ts"
import type { CopyDeps } from "../recovery/copying.ts"
import type { Copying, Recovery, Sheet } from "../recovery/recovery.ts"
import type { State } from "../keeping/state.ts"
import { cut, lostFrom } from "./cutting.ts"
import { movedOn } from "./moving.ts"
import { stillUnplaced } from "./unplaced.ts"
import type { Unplaced } from "./unplaced.ts"

// A device reads what the others of its person have placed, batch after batch, until there is no more (spec/ledger.md §19.2). Reading posts nothing.

/** "forgot": the store holds less than was acknowledged. */
export type ReadOn = "on" | "off" | "forgot"

export async function readOn(deps: CopyDeps): Promise<ReadOn> {
  for (;;) {
    const { private: own, recovery } = deps.ground.now()
    const { copying } = recovery
    if (copying === null || own === null) return "on"
    const { store, batchKey, sent } = copying
    const served = await deps.client.batches(store, sent)
    if (served === "away") return "off"
    if (served.count < sent) return "forgot"
    if (served.batches.length === 0) return served.count === sent ? "on" : "off"
    for (const [i, { n, bytes }] of served.batches.entries()) {
      // Another number than was asked for is no answer of a relay.
      if (n !== sent + i) return "off"
      const opened = await openBatch(deps.tools, { store, batchKey, n }, bytes)
      const said = opened.ok ? opened.value : null
      const state = await deps.ground.turn((now) => taken(deps, now, { copying, n }, said))
      // It moved, or another tab went on meanwhile: then what else was served is of yesterday.
      if (!isAt(state.recovery.copying, copying, n + 1)) break
    }
  }
}

function isAt(now: Copying | null, was: Copying, n: number): boolean {
  return now !== null && equalBytes(now.store, was.store) && now.sent === n
}

/** What does not open, or does not follow, is passed over: a device that was let go may have put it there. */
async function taken(
  deps: CopyDeps,
  state: State,
  of: { readonly copying: Copying; readonly n: number },
  said: { readonly day: string; readonly entries: readonly Entry[] } | null,
): Promise<State> {
  const { private: own, recovery } = state
  const { copying } = recovery
  if (own === null || copying === null || !isAt(copying, of.copying, of.n)) return state
  const at = { from: copying.upTo, settled: copying.settled ?? 0 }
  const follows = said === null ? null : await following(deps.verify, own, at, said.entries)
  const { elsewhere: _, forgot: __, ...rest } = copying
  if (follows === null || said === null)
    return { ...state, recovery: { ...recovery, copying: { ...rest, sent: of.n + 1 } } }
  const upTo = follows.base + follows.added.length
  const isOurs = follows.added.length === 0
  const day = isOurs && isFrom(own, said.entries) ? said.day : rest.day
  const next = { ...recovery, copying: { ...rest, sent: of.n + 1, upTo, day } }
  if (isOurs) return acknowledged({ ...state, recovery: next })
  return acknowledged(await absorbed(deps, { ...state, recovery: next }, own, follows, said.day))
}

function isFrom({ entries, device }: Book, run: readonly Entry[]): boolean {
  const last = run.at(-1)
  const held = entries.findLast(({ entry }) => entry.header.join() === last?.header.join())
  return held !== undefined && equalBytes(held.header.device, device.id)
}

/** What follows once a store has more of the log: it may say where the next store is, and that this device has come back. */
export function acknowledged(state: State): State {
  const { private: own, recovery } = state
  if (own === null) return state
  const at = own.entries.slice(0, recovery.copying?.upTo ?? 0)
  const isBack =
    recovery.returningOwn !== undefined &&
    isActive(own.state, own.device.id) &&
    at.some(({ seq }) => seq === own.state.devices.get(toHex(own.device.id))?.since)
  const { returningOwn: _, ...without } = recovery
  return { ...state, recovery: movedOn(own, isBack ? without : recovery) }
}

/** The others' entries stand. Ours that were signed for these places wait again, before all that waits already. */
async function absorbed(
  { tools }: CopyDeps,
  state: State,
  own: Book,
  follows: Follows,
  day: string,
): Promise<State> {
  const { base, added, checked } = follows
  const first = state.unplaced.reduce((least, { n }) => Math.min(least, n), 0)
  const lost = await lostFrom(tools, own, base, first)
  const book = await taking(tools, cut(own, base), added, checked)
  const fresh = book.entries.slice(base)
  const unplaced = stillUnplaced(book, [...lost.things, ...state.unplaced]).filter((u) => isNeeded(book, u))
  const { recovery } = state
  const sheet = sheetAfter(state, fresh, recovery.sheet, day)
  // What finds the sheet that is dead now is overwritten by whoever made that one: nobody else knows where it is.
  const was = recovery.sheet
  const dead = sheet !== was && was?.ready === true ? was.locator : null
  const removing = [...(recovery.removingOwn ?? []), ...lost.removing]
  const adding = [...(recovery.addingOwn ?? []), ...lost.adding]
  const after: Recovery = {
    ...recovery,
    sheet,
    old: dead === null ? recovery.old : [...recovery.old, { locator: dead, store: null }],
    pending: pendingAfter(recovery, own, base, unplaced),
    ...(removing.length === 0 ? {} : { removingOwn: [...new Set(removing)] }),
    ...(adding.length === 0 ? {} : { addingOwn: adding }),
  }
  return { ...state, private: book, unplaced, recovery: after }
}

/** Of what a lost operation was for, nothing is placed again: it is decided again with the operation. */
function isNeeded(book: Book, { entry }: Unplaced): boolean {
  if (entry.kind === "home.store") return false
  if (entry.kind !== "home.sheet") return true
  const inForce = memberOf(book.state, book.member)?.recovery
  const to: unknown = typeof entry.body === "object" && entry.body && Reflect.get(entry.body, "recovery")
  return inForce !== null && inForce !== undefined && to === toBase64url(inForce.id)
}

/** The seed waits with its entry; where that is not needed any more, nor is the key. */
function pendingAfter(
  { pending }: Recovery,
  own: Book,
  base: number,
  unplaced: readonly Unplaced[],
): Recovery["pending"] {
  if (pending === null || pending.entry < base) return pending
  const held = own.entries[pending.entry]
  const ref = pending.ref ?? (held && encodeRef(held.header.device, held.header.uid))
  if (ref === undefined || !unplaced.some((u) => u.ref === ref)) return null
  return { ...pending, entry: Number.MAX_SAFE_INTEGER, ref }
}

/** Another device of this person made a sheet: that one counts from here on. */
function sheetAfter(
  { shared }: Pick<State, "shared">,
  fresh: readonly Held[],
  sheet: Sheet | null,
  day: string,
): Sheet | null {
  const isSet = fresh.some(({ header, verdict, entry }) => {
    if (header.kind !== 2 || verdict.verdict !== "ok" || entry.body === null) return false
    const decoded = decodeControl(entry.body)
    return decoded.is === "built" && decoded.control.op === "recovery.set"
  })
  if (!isSet) return sheet
  const made = { day, locator: null, ready: true, held: [], from: null }
  if (sheet === null) return made
  // Its key in what is shared may come later; that one is this sheet's, too.
  const isAhead = sheet.newer === undefined && (mine(shared)?.recovery ?? null) !== null
  return { ...made, isInstead: true, ...(isAhead ? { isAhead } : {}) }
}
