import type { Tools } from "#ledger"
import type { Day, HouseEntry, Ref } from "#practices"
import { decodeHeader, encodeRef, equalBytes, toHex, writerOf } from "#wire"
import { toldOf } from "../keeping/book.ts"
import type { Book, Held } from "../keeping/book.ts"
import { atOnce } from "../keeping/pace.ts"
import type { Queued, State } from "../keeping/state.ts"
import { mayBeWritten, nextN, queuing, redacting } from "./writing.ts"

/** Deletes what waits; what is on its way is taken back once it stands; what stands is taken back in the record. */
export function takenBack(t: Tools, state: State, ref: Ref, day: Day): State {
  return atOnce(takingAllBack(t, state, [ref], day))
}

/**
 * The same for many, in steps that cost the same however many there are. What waits is stopped first, and the rest is asked of what is there then: that one of one's
 * own words is taken back says nothing about another, and each is asked once more when it goes.
 */
export function* takingAllBack(
  t: Tools,
  state: State,
  refs: readonly Ref[],
  day: Day,
): Generator<void, State> {
  const next = withoutWaiting(state, new Set(refs))
  const { shared } = next
  if (shared === null) return next
  const waited = new Set(state.queue.map((q) => q.ref))
  const asked = new Set(state.queue.flatMap((q) => (q.is === "redact" ? [q.target] : [])))
  const held = ownWords(shared)
  const added: Queued[] = []
  let n = nextN(next.queue)
  for (const ref of refs) {
    yield
    const found = waited.has(ref) || asked.has(ref) ? undefined : held.get(ref)
    if (found === undefined) continue
    const told = toldOf(shared, found)
    // Where its words do not open here, others may have them all the same.
    const said =
      told !== null
        ? takingBack(t, next, told, day, n)
        : found.header.kind === 1
          ? [redacting(t, shared.device, n, ref)]
          : []
    n += said.length
    asked.add(ref)
    added.push(...said)
  }
  return added.length === 0 ? next : { ...next, queue: [...next.queue, ...added] }
}

/** What waits of these is gone from the queue; what was signed may have gone already, and is taken back once it stands. */
function withoutWaiting(state: State, refs: ReadonlySet<Ref>): State {
  const isOne = (q: Queued): boolean => q.is === "content" && refs.has(q.ref)
  if (!state.queue.some(isOne)) return state
  const signed = signedUids(state)
  const queue = state.queue.flatMap((q): readonly Queued[] => {
    if (q.is !== "content" || !isOne(q)) return [q]
    return signed.has(toHex(q.uid)) ? [{ ...q, unwanted: true }] : []
  })
  return { ...state, queue }
}

function signedUids({ signed }: State): ReadonlySet<string> {
  return new Set(
    (signed?.entries ?? []).flatMap((entry) => {
      const header = decodeHeader(entry.header)
      return header.ok ? [toHex(header.value.uid)] : []
    }),
  )
}

/** By ref, what this person wrote and what others may still read, whichever device of theirs it was written on. */
function ownWords(book: Book): ReadonlyMap<Ref, Held> {
  const own = book.entries.filter(({ header, opened, shut }) => {
    if (opened === null && shut !== "missing" && shut !== "unreadable") return false
    const writer = writerOf(book.state, header.device)
    return writer !== null && equalBytes(writer, book.member)
  })
  return new Map(
    own.map((held) => [held.opened?.ref ?? encodeRef(held.header.device, held.header.uid), held]),
  )
}

/** "Take it back" for what stands already: the room's own word for it, if it has one, and the redaction of the words. Both stand behind all that waits, from `n` on. */
export function takingBack(
  t: Tools,
  state: State,
  target: HouseEntry,
  day: Day,
  n = nextN(state.queue),
): readonly Queued[] {
  const book = state.shared
  if (book === null || target.recordKind === 4) return []
  const kind = `${target.kind.split(".")[0] ?? ""}.taken-back`
  const body = { target: target.ref }
  const said = mayBeWritten(state, kind, body, day).ok
    ? [queuing(t, state, book.device, { kind, body, day, notBefore: null, hold: 0, from: null }, n)]
    : []
  return [...said, redacting(t, book.device, n + said.length, target.ref)]
}
