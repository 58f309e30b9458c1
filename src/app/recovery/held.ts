import { recoveryKeys, sealSheetKeys, SHEET_KEYS_MAX } from "#ledger"
import type { AnyDraft, SheetKey, Tools } from "#ledger"
import type { Day } from "#practices"
import { checkEntries, memberOf, toHex } from "#wire"
import type { Verify } from "#wire"
import { taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { isSeniorHere, mine } from "../people/here.ts"
import { isTogether } from "../sending/queue.ts"
import type { State } from "../keeping/state.ts"
import { keeping } from "../sending/writing.ts"
import type { Place } from "../sending/writing.ts"

// What the private log holds for the sheet alone: seeds of recovery keys, and keys of epochs that were over before there was one (spec/ledger.md §18.4).

export interface HeldDeps {
  readonly tools: Tools
  readonly verify: Verify
  readonly place: Place
}

/** Operations in the private log, signed here and now; one without effect is our own defect and throws. */
export async function operatingAlone(
  { tools, verify, place }: HeldDeps,
  book: Book,
  signer: Book["device"],
  drafts: readonly AnyDraft[],
): Promise<Book> {
  const placed = await place(tools, signer, book, drafts)
  const checked = await checkEntries(verify, book.state, placed.entries)
  if (checked.verdicts.some(({ verdict }) => verdict !== "ok") || checked.fault !== null)
    throw new Error("an operation of one's own has no effect")
  return taking(tools, { ...book, epochs: placed.epochs }, placed.entries, checked)
}

/** These keys, for the private log's recovery key, as entries of the private log. */
export async function holding(
  deps: HeldDeps,
  book: Book,
  keys: readonly SheetKey[],
  day: Day,
): Promise<Book> {
  const to = memberOf(book.state, book.member)?.recovery
  if (to === null || to === undefined) throw new Error("no recovery key in the private log")
  let now = book
  for (let at = 0; at === 0 || at < keys.length; at += SHEET_KEYS_MAX) {
    const body = await sealSheetKeys(book.state.logId, to, keys.slice(at, at + SHEET_KEYS_MAX))
    now = (await keeping(deps.tools, deps.place, now, { kind: "home.sheet", body, day })).book
  }
  return now
}

/** The keys of epochs up to this one, as far as they are here. */
export function epochKeysOf(book: Book, below: number, but: readonly number[] = []): readonly SheetKey[] {
  const { logId } = book.state
  return [...book.epochs].flatMap(([epoch, key]) =>
    epoch < below && !but.includes(epoch) ? [{ log: logId, member: book.member, epoch, key }] : [],
  )
}

/** A shared log in which this device can set a recovery key for its person. */
export function canSet({ shared }: State): boolean {
  return shared !== null && isSeniorHere(shared) && mine(shared)?.left === null
}

/** A seed for the shared log, and its place in the private log. The private log must have its recovery key already. */
export async function withSeed(deps: HeldDeps, state: State, day: Day, asked: boolean): Promise<State> {
  const { private: own, shared, recovery } = state
  const { sheet } = recovery
  if (own === null || shared === null || sheet === null || !isTogether(state) || !canSet(state)) return state
  const seed = deps.tools.random(32)
  const { id } = await recoveryKeys(deps.tools, seed)
  const of = { log: shared.state.logId, member: shared.member }
  const epochs = epochKeysOf(shared, Infinity)
  const book = await holding(deps, own, [{ ...of, epoch: 0, key: seed }, ...epochs], day)
  const pending = { seed, id: toHex(id), entry: book.entries.length - 1, asked }
  const held = epochs.map(({ epoch }) => epoch)
  return {
    ...state,
    private: book,
    recovery: { ...recovery, pending, sheet: { ...sheet, held, from: null } },
  }
}

/** What came since the sheet was made: a log that was shared after it, and keys of epochs that began before its recovery key stood. */
export async function heldAnew(deps: HeldDeps, state: State, day: Day): Promise<State> {
  const { private: own, shared, recovery } = state
  const { sheet, pending } = recovery
  if (own === null || shared === null || sheet?.ready !== true || pending !== null) return state
  const me = mine(shared)
  // Who did not make the sheet leaves this to who did, where that one may be there, too: of two seeds only one could be in force.
  const isTheirs = sheet.locator === null && (me?.devices.length ?? 0) > 1
  if (me?.recovery === null && sheet.from === null)
    return isTheirs ? state : withSeed(deps, state, day, false)
  if (sheet.from === null) return state
  const late = epochKeysOf(shared, sheet.from, sheet.held)
  if (late.length === 0) return state
  const held = [...sheet.held, ...late.map(({ epoch }) => epoch)]
  const book = await holding(deps, own, late, day)
  return { ...state, private: book, recovery: { ...recovery, sheet: { ...sheet, held } } }
}
