import { createDevice, createLog } from "#ledger"
import type { AnyDraft, Tools } from "#ledger"
import type { Day, Moment } from "#practices"
import { checkEntries, decodeHeader } from "#wire"
import type { Entry, Verify } from "#wire"
import { hashesOf } from "../keeping/absorb.ts"
import { emptyBook } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { decided } from "../people/deciding.ts"
import { owedBefore, withGoingDone } from "../people/going.ts"
import { ending } from "../inviting/invite.ts"
import { withMovingDone } from "../moving/moving.ts"
import { nameAgain } from "../people/own-name.ts"
import { withSaidDone } from "../people/proposals.ts"
import { draftOf, dueNow } from "./queue.ts"
import { withoutAdding } from "../linking/linking.ts"
import { addingMe, setBefore } from "../recovery/sets.ts"
import type { Signed, State } from "../keeping/state.ts"
import type { Place } from "./writing.ts"

// The queue's second stage. A run is signed on top of the verified head, stored, and only then sent; until another entry stands verified at its place, or the relay
// has refused it for good and that is stored too, nothing else is ever signed for that place.

export interface PlacingDeps {
  readonly tools: Tools
  readonly verify: Verify
  readonly place: Place
}

/** The state with the next run signed; the same state when nothing is to go. Called inside a turn, right after a relay answered with this head. */
export async function signedNext(deps: PlacingDeps, state: State, { at, day }: Moment): Promise<State> {
  if (state.signed !== null || state.alarm !== null) return state
  if (state.shared === null) return state.inviting === null ? state : beginning(deps, state, day)
  if (state.recovery.returning !== null) return returning(deps, state, state.shared)
  const due = dueNow(state, at)
  const controls = await decided(deps, state, day)
  // An operation goes alone: what stands after it may have changed by it. One the relay would not take holds nothing else back (ATTACKS 57).
  if (controls.length > 0 && !(state.isOperationRefused && due.items.length > 0))
    return operating(deps, state, state.shared, controls)
  const noted = withMovingDone(withSaidDone(withGoingDone(withoutMoot(state, due))))
  const drafts = due.items.map((item) => draftOf(deps.tools, state, item))
  if (drafts.length === 0) return noted
  const isSaying = due.items.some((item) => item.is === "content")
  const before = isSaying
    ? [
        ...(await setBefore(deps.tools, state)),
        ...owedBefore(deps.tools, state.shared),
        ...nameAgain(deps.tools, state.shared, day),
      ]
    : []
  return signedWith(deps, { ...noted, isOperationRefused: false }, state.shared, [...before, ...drafts])
}

/** What would have no effect is not sent: it would be decided again and again. Then what it came from ends here. */
async function operating(
  deps: PlacingDeps,
  state: State,
  book: Book,
  controls: readonly AnyDraft[],
): Promise<State> {
  const signed = await signedWith(deps, state, book, controls)
  const checked = await checkedRun(deps, book, signed.signed?.entries ?? [])
  if (checked?.verdicts.every(({ verdict }) => verdict === "ok") === true) return signed
  const recovery = { ...state.recovery, pending: null, removing: [] }
  const bare = {
    ...state,
    going: null,
    moving: null,
    said: [],
    recovery,
    linking: withoutAdding(state.linking),
  }
  return state.inviting === null ? bare : ending(deps, bare, "changed-on-the-way")
}

/** Before anything else is signed here, the sheet's key adds this device. Once that key is in force no more, nothing can be: what is here is read. */
async function returning(deps: PlacingDeps, state: State, book: Book): Promise<State> {
  const adding = await addingMe(deps.tools, state)
  if (adding === null) return { ...state, alarm: "sheet-replaced" }
  const { entries } = await deps.place(deps.tools, adding.by, book, adding.drafts)
  return { ...state, signed: { entries, together: entries.length, begins: null } }
}

function withoutMoot(state: State, due: ReturnType<typeof dueNow>): State {
  if (due.refused.length === 0 && due.moot.length === 0) return state
  const because = new Map(due.refused.map((r) => [r.item.ref, r.because]))
  const queue = state.queue
    .filter((q) => !due.moot.includes(q))
    .map((q) => ({ ...q, notSent: because.get(q.ref) ?? q.notSent }))
  return { ...state, queue }
}

async function signedWith(
  deps: PlacingDeps,
  state: State,
  book: Book,
  drafts: readonly AnyDraft[],
): Promise<State> {
  const placed = await deps.place(deps.tools, book.device, book, drafts)
  return { ...state, signed: { entries: placed.entries, together: placed.entries.length, begins: null } }
}

/** A log begins with the first invitation: its first entry and the invite go together. */
async function beginning(deps: PlacingDeps, state: State, day: Day): Promise<State> {
  const { tools } = deps
  const device = state.device ?? (await createDevice(tools))
  const log = await createLog(tools, device)
  const book = emptyBook({ log: "shared", device, member: log.member, logId: log.state.logId })
  const after = { ...book, state: log.state, epochs: log.epochs }
  const controls = await decided(deps, { ...state, shared: after }, day)
  const placed = await deps.place(tools, device, after, controls)
  const entries = [log.entry, ...placed.entries]
  const begins = { logId: log.state.logId, member: log.member }
  return { ...state, device, signed: { entries, together: entries.length, begins } }
}

/** The book a signed run belongs to; for the first run of all, one with nothing in it yet. */
export function bookOf(state: State): Book | null {
  if (state.shared !== null) return state.shared
  const begins = state.signed?.begins ?? null
  if (begins === null || state.device === null) return null
  return emptyBook({ log: "shared", device: state.device, ...begins })
}

export async function checkedRun(deps: PlacingDeps, book: Book, run: readonly Entry[]) {
  const checked = await checkEntries(deps.verify, book.state, run)
  return checked.fault === null ? checked : null
}

const rememberedRefusals = 256

/** The relay will not take this run. One entry: it is set aside, and its place is free. Several: the first goes alone, same bytes, to find which one it was. */
export function refusing(state: State, signed: Signed, because: string): State {
  const refused = [...state.refused, ...hashesOf(signed.entries)].slice(-rememberedRefusals)
  if (signed.together > 1) return { ...state, signed: { ...signed, together: 1 } }
  const first = signed.entries[0]
  const header = first === undefined ? null : decodeHeader(first.header)
  const uid = header?.ok === true ? header.value.uid.join() : ""
  const queue = state.queue.map((q) => (q.uid.join() === uid ? { ...q, notSent: because } : q))
  const isOperationRefused = state.isOperationRefused || (header?.ok === true && header.value.kind === 2)
  return { ...state, queue, refused, signed: null, isOperationRefused }
}
