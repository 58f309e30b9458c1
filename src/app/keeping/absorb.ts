import { inviteKeys } from "#ledger"
import type { Tools } from "#ledger"
import { home, stateOf } from "#practices"
import type { Day } from "#practices"
import { decodeHeader, encodeRef, entryHash, equalBytes, presentMembers, sameEntry, toHex } from "#wire"
import type { Checked, Entry } from "#wire"
import { taking } from "./book.ts"
import type { Book, Held } from "./book.ts"
import { withGoingDone } from "../people/going.ts"
import { withMovingDone } from "../moving/moving.ts"
import { withSaidDone } from "../people/proposals.ts"
import { afterEntries } from "../recovery/sets.ts"
import type { QueuedContent, Signed, State } from "./state.ts"
import { takingBack } from "../sending/taking-back.ts"
import { keepingIn } from "../sending/writing.ts"
import type { Place } from "../sending/writing.ts"

export interface AbsorbDeps {
  readonly tools: Tools
  readonly place: Place
}

/** The state after verified entries: what stood in the queue leaves it, here and nowhere else. One turn writes all of it or nothing. */
export async function absorbing(
  deps: AbsorbDeps,
  state: State,
  book: Book,
  entries: readonly Entry[],
  checked: Pick<Checked, "state" | "verdicts">,
  day: Day,
): Promise<State> {
  const shared = await taking(deps.tools, book, entries, checked)
  const added = shared.entries.slice(book.entries.length)
  const refs = new Set(added.map(refOf))
  const landed = state.queue.filter((q) => refs.has(q.ref))
  const hashes = new Set(added.map((h) => h.hash))
  const next: State = {
    ...state,
    shared,
    queue: landed.length === 0 ? state.queue : state.queue.filter((q) => !landed.includes(q)),
    signed: signedAfter(state.signed, shared),
    refused: state.refused.filter((hash) => !hashes.has(hash)),
    alarm: added.some((h) => isStranger(state, shared, h)) ? "device-copied" : state.alarm,
    ...afterPeople(state, shared),
    recovery: afterEntries({ ...state, shared }, added, day),
  }
  return remembered(
    deps,
    withMovingDone(withSaidDone(withGoingDone(next))),
    landed.filter((q) => q.is === "content"),
    day,
  )
}

/** An invitation that was used or taken back is over; and who chose to end it for two is asked again when there are others. */
function afterPeople(
  { inviting, going, shared: before }: State,
  book: Book,
): Pick<State, "inviting" | "going"> {
  const H = inviting === null ? "" : toHex(inviteKeys(inviting.secret).H)
  const isOpen = (book.state.invites.get(H)?.state ?? "open") === "open"
  const here = (of: Book): string =>
    presentMembers(of.state)
      .map((m) => toHex(m.id))
      .join()
  const isAskedAgain = going === "close" && before !== null && here(before) !== here(book)
  return { inviting: isOpen ? inviting : null, going: isAskedAgain ? null : going }
}

function refOf(held: Held): string {
  return encodeRef(held.header.device, held.header.uid)
}

/** An entry of this very device that it never signed: somewhere else its keys are in use (ATTACKS 29). */
function isStranger(state: State, book: Book, held: Held): boolean {
  if (!equalBytes(held.header.device, book.device.id)) return false
  const signed = state.signed?.entries.some((entry) => sameEntry(entry, held.entry)) === true
  return !signed && !state.refused.includes(held.hash)
}

/** What is still to be sent of a signed run. Another verified entry at its place frees the place; nothing else does. */
export function signedAfter(signed: Signed | null, book: Book): Signed | null {
  const first = signed?.entries[0]
  const header = first === undefined ? null : decodeHeader(first.header)
  if (signed === null || header === null || !header.ok) return null
  const from = header.value.seq
  const stood = signed.entries.findIndex((entry, i) => {
    const there = book.entries[from + i]
    return there === undefined || !sameEntry(there.entry, entry)
  })
  const rest = stood < 0 ? [] : signed.entries.slice(stood)
  if (rest.length === 0 || (book.state.head?.seq ?? -1) >= from + stood) return null
  return stood === 0 ? signed : { entries: rest, together: rest.length, begins: null }
}

/** The private log keeps which page became which; what was taken back on its way is taken back now. */
async function remembered(
  deps: AbsorbDeps,
  state: State,
  landed: readonly QueuedContent[],
  day: Day,
): Promise<State> {
  let next = state
  for (const item of landed) {
    const was = item.from
    const known = stateOf(next.house, home).own.shared.some((pair) => pair.is === item.ref)
    if (was !== null && !known && next.private !== null) {
      const body = { was, is: item.ref }
      const of = { kind: "home.shared", body, day }
      next = (await keepingIn(deps.tools, deps.place, next, of)).state
    }
    if (item.unwanted)
      next = { ...next, queue: [...next.queue, ...takingBack(deps.tools, next, item.entry, day)] }
  }
  return next
}

export function hashesOf(entries: readonly Entry[]): readonly string[] {
  return entries.map((entry) => toHex(entryHash(entry)))
}
