import type { Tools } from "#ledger"
import type { Ref, Writer } from "#practices"
import { encodeRef, fromHex, toBase64url, toHex } from "#wire"
import type { Held } from "../keeping/book.ts"
import type { Queued, State } from "../keeping/state.ts"
import { heldAs, nextN, redacting } from "./writing.ts"

// Kept content goes only when everybody who belonged when it was written has said that it may: each by an entry of their own (spec/ledger.md §7.3).

/** This entry and what the same room kept about it: how a promise went goes with the promise. Only what this device can read. */
function keptWith(state: State, ref: Ref): readonly Held[] {
  const first = heldAs(state, ref)
  if (first?.opened === null || first === null || first.header.kind !== 4) return []
  const room = first.opened.kind.split(".")[0] ?? ""
  const refs = new Set([ref])
  const group = (state.shared?.entries ?? []).filter((held) => {
    if (held.opened === null || held.header.kind !== 4) return false
    const own = encodeRef(held.header.device, held.header.uid)
    const body = JSON.stringify(held.opened.body)
    const isOfIt = held.opened.kind.startsWith(`${room}.`) && [...refs].some((known) => body.includes(known))
    if (own !== ref && !isOfIt) return false
    refs.add(own)
    return true
  })
  return group
}

/** Whether this member has said so in the record already. */
export function hasAgreed(state: State, held: Held): boolean {
  const { shared } = state
  return shared !== null && (shared.state.taking.get(held.hash) ?? []).includes(toHex(shared.member))
}

function isAsked(state: State, held: Held): boolean {
  const ref = encodeRef(held.header.device, held.header.uid)
  return state.queue.some((q) => q.is === "redact" && q.target === ref && q.notSent === null)
}

/** The queue with this person's word that it may go. Nothing is added for what they said that of before. */
export function takingOut(t: Tools, state: State, ref: Ref): readonly Queued[] {
  const book = state.shared
  if (book === null) return state.queue
  const left = keptWith(state, ref).filter((held) => !hasAgreed(state, held) && !isAsked(state, held))
  return left.reduce<readonly Queued[]>(
    (queue, { header }) => [
      ...queue,
      redacting(t, book.device, nextN(queue), encodeRef(header.device, header.uid)),
    ],
    state.queue,
  )
}

/** Who has said that these words may go; this person too when their word still waits here. */
export function takenOutBy(state: State, ref: Ref): readonly Writer[] {
  const held = heldAs(state, ref)
  if (held === null || state.shared === null) return []
  const mine = toBase64url(state.shared.member)
  const said = (state.shared.state.taking.get(held.hash) ?? []).map((hex) =>
    toBase64url(fromHex(hex) ?? new Uint8Array(0)),
  )
  return isAsked(state, held) && !said.includes(mine) ? [...said, mine] : said
}
