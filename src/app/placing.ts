import { createDevice, createLog } from "#ledger"
import type { AnyDraft, Tools } from "#ledger"
import { checkEntries, decodeHeader } from "#wire"
import type { Entry, Verify } from "#wire"
import { hashesOf } from "./absorb.ts"
import { emptyBook } from "./book.ts"
import type { Book } from "./book.ts"
import { goingNow, owedBefore, withGoingDone } from "./going.ts"
import { decided } from "./invite.ts"
import { draftOf, dueNow } from "./queue.ts"
import type { Signed, State } from "./state.ts"
import type { Place } from "./writing.ts"

// The queue's second stage. A run is signed on top of the verified head, stored, and only then sent; until another entry stands verified at its place, or the relay
// has refused it for good and that is stored too, nothing else is ever signed for that place.

export interface PlacingDeps {
  readonly tools: Tools
  readonly verify: Verify
  readonly place: Place
}

/** The state with the next run signed; the same state when nothing is to go. Called inside a turn, right after a relay answered with this head. */
export async function signedNext(deps: PlacingDeps, state: State, at: number): Promise<State> {
  if (state.signed !== null || state.alarm !== null) return state
  if (state.shared === null) return state.inviting === null ? state : beginning(deps, state)
  const leaving = goingNow(deps.tools, state)
  const controls = leaving.length > 0 ? leaving : await decided(deps, state)
  // An operation goes alone: what stands after it may have changed by it.
  if (controls.length > 0) return signedWith(deps, state, state.shared, controls)
  const due = dueNow(state, at)
  const noted = withGoingDone(withoutMoot(state, due))
  const drafts = due.items.map((item) => draftOf(deps.tools, state, item))
  if (drafts.length === 0) return noted
  const isSaying = due.items.some((item) => item.is === "content")
  const owed = isSaying ? owedBefore(deps.tools, state.shared) : []
  return signedWith(deps, noted, state.shared, [...owed, ...drafts])
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
async function beginning(deps: PlacingDeps, state: State): Promise<State> {
  const { tools } = deps
  const device = state.device ?? (await createDevice(tools))
  const log = await createLog(tools, device)
  const book = emptyBook({ log: "shared", device, member: log.member, logId: log.state.logId })
  const after = { ...book, state: log.state, epochs: log.epochs }
  const controls = await decided(deps, { ...state, shared: after })
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
  return { ...state, queue, refused, signed: null }
}
