import type { Day, Ref, Writer } from "#practices"
import { decodeRef, encodeRef, equalBytes, toBase64url, writerOf } from "#wire"
import type { Book } from "./book.ts"
import { othersHere } from "./here.ts"
import type { State } from "./state.ts"

/** Something of one's own that the other can read, or soon can. */
export interface SharedThing {
  readonly ref: Ref
  readonly kind: string
  readonly day: Day
  /** Only everybody together takes it out. */
  readonly kept: boolean
  /** Still on this device: it is stopped without a trace. */
  readonly waits: boolean
  /** Who else can read it: not those who came later, nor those who had left before. */
  readonly readers: readonly Writer[]
  /** Whose words it was said to; null where it was said to nobody's. */
  readonly to: Writer | null
}

/** Everything this person shared and did not take back, oldest first: what stands in the record, and what waits to go (CARE B8). That something was taken back is no thing. */
export function sharedThings(state: State): readonly SharedThing[] {
  const { shared, queue } = state
  const isThing = (kind: string): boolean => !kind.endsWith(".taken-back")
  const stands = (shared?.entries ?? []).flatMap((held): readonly SharedThing[] => {
    const { device, uid, kind } = held.header
    const writer = shared === null ? null : writerOf(shared.state, device)
    if (held.opened === null || writer === null || shared === null) return []
    if (!equalBytes(writer, shared.member) || !isThing(held.opened.kind)) return []
    const ref = encodeRef(device, uid)
    const readers = readersAt(shared, held.seq)
    const to = saidTo(shared, held.opened.body)
    return [
      { ref, kind: held.opened.kind, day: held.opened.day, kept: kind === 4, waits: false, readers, to },
    ]
  })
  const asked = new Set(queue.flatMap((q) => (q.is === "redact" ? [q.target] : [])))
  const willRead = shared === null ? [] : othersHere(shared).map(({ id }) => toBase64url(id))
  const waits = queue.flatMap((q): readonly SharedThing[] => {
    if (q.is !== "content" || q.notSent !== null || q.unwanted || !isThing(q.entry.kind)) return []
    const { kind, day, body } = q.entry
    const to = shared === null ? null : saidTo(shared, body)
    return [{ ref: q.ref, kind, day, kept: q.recordKind === 4, waits: true, readers: willRead, to }]
  })
  return [...stands.filter((thing) => thing.kept || !asked.has(thing.ref)), ...waits]
}

/** The others who belonged when it was written. */
function readersAt({ state, member }: Book, seq: number): readonly Writer[] {
  return state.members
    .filter(({ id, since, left }) => !equalBytes(id, member) && since <= seq && (left === null || seq < left))
    .map(({ id }) => toBase64url(id))
}

/** The writer of what a body names as its target: a ref, or a ref with its version. */
function saidTo({ state }: Book, body: unknown): Writer | null {
  const target: unknown = Reflect.get(Object(body), "target")
  const ref: unknown = typeof target === "string" ? target : Reflect.get(Object(target), "ref")
  const named = typeof ref === "string" ? decodeRef(ref) : null
  const writer = named === null ? null : writerOf(state, named.device)
  return writer === null ? null : toBase64url(writer)
}
