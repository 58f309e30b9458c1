import { recordKindOf } from "#practices"
import type { Day, Ref, Writer } from "#practices"
import { decodeRef, encodeRef, equalBytes, toBase64url, writerOf } from "#wire"
import type { Book, Held } from "../keeping/book.ts"
import { sharedSeen } from "../copy/copied.ts"
import type { Replica } from "../copy/copied.ts"
import { othersHere } from "../people/here.ts"
import type { State } from "../keeping/state.ts"

/** Something of one's own that the other can read, or soon can. */
export interface SharedThing {
  readonly ref: Ref
  /** Null where this version does not know it, or it does not open here: others may read it all the same. */
  readonly kind: string | null
  /** Null where it does not open here. */
  readonly day: Day | null
  /** Who can read it, or soon can, in the order of their coming. */
  readonly with: readonly Writer[]
  /** Only everybody together takes it out. */
  readonly kept: boolean
  /** Still on this device: it is stopped without a trace. */
  readonly waits: boolean
  /** Whose words it was said to; null where it was said to nobody's. */
  readonly to: Writer | null
}

/** That something was taken back is no thing; nor is what devices tell each other. */
const isThing = (kind: string): boolean => !kind.endsWith(".taken-back") && !kind.startsWith("record.")

const told = new WeakMap<State, readonly SharedThing[]>()

/** Everything this person shared and did not take back, oldest first: what stands in the record, and what waits to go (CARE B8). Asked of the whole record, once. */
export function sharedThings(state: State): readonly SharedThing[] {
  const known = told.get(state) ?? sharedIn(state)
  told.set(state, known)
  return known
}

function sharedIn(state: State): readonly SharedThing[] {
  const { queue } = state
  const seen = sharedSeen(state)
  const asked = new Set(queue.flatMap((q) => (q.is === "redact" ? [q.target] : [])))
  const stands = seen === null ? [] : standing(seen)
  const here = seen === null ? [] : othersHere(seen).map(({ id }) => toBase64url(id))
  const waits = queue.flatMap((q): readonly SharedThing[] => {
    if (q.is !== "content" || q.notSent !== null || q.unwanted || !isThing(q.entry.kind)) return []
    const { kind, day, body } = q.entry
    const to = seen === null ? null : saidTo(seen, body)
    return [{ ref: q.ref, kind: known(kind), day, with: here, to, kept: q.recordKind === 4, waits: true }]
  })
  return [...stands.filter((thing) => thing.kept || !asked.has(thing.ref)), ...waits]
}

function known(kind: string): string | null {
  return recordKindOf(kind) === null ? null : kind
}

function standing(seen: Book | Replica): readonly SharedThing[] {
  const readersAt = readersIn(seen)
  return seen.entries.flatMap((held): readonly SharedThing[] => {
    const { header, opened, shut, seq } = held
    if (opened === null && shut !== "missing" && shut !== "unreadable") return []
    if (opened !== null && !isThing(opened.kind)) return []
    if (!isOwn(seen, held)) return []
    return [
      {
        ref: opened?.ref ?? encodeRef(header.device, header.uid),
        kind: opened === null ? null : known(opened.kind),
        day: opened?.day ?? null,
        with: readersAt(seq),
        to: opened === null ? null : saidTo(seen, opened.body),
        kept: header.kind === 4,
        waits: false,
      },
    ]
  })
}

function isOwn({ state, member }: Book | Replica, { header }: Held): boolean {
  const writer = writerOf(state, header.device)
  return writer !== null && equalBytes(writer, member)
}

/**
 * Who belonged when it came, whatever became of them: who came later has no key to it, and who had left has none either (spec/ledger.md §7.3). Between two changes
 * of who belongs it is one and the same list.
 */
function readersIn({ state, member }: Book | Replica): (seq: number) => readonly Writer[] {
  const others = state.members.filter(({ id }) => !equalBytes(id, member))
  const changes = others.flatMap(({ since, left }) => (left === null ? [since] : [since, left]))
  const lists = new Map<number, readonly Writer[]>()
  return (seq) => {
    const before = changes.filter((change) => change < seq).length
    const readers =
      lists.get(before) ??
      others
        .filter(({ since, left }) => since < seq && (left === null || left > seq))
        .map(({ id }) => toBase64url(id))
    lists.set(before, readers)
    return readers
  }
}

/** The writer of what a body names as its target: a ref, or a ref with its version. */
function saidTo({ state }: Pick<Book, "state">, body: unknown): Writer | null {
  const target: unknown = Reflect.get(Object(body), "target")
  const ref: unknown = typeof target === "string" ? target : Reflect.get(Object(target), "ref")
  const named = typeof ref === "string" ? decodeRef(ref) : null
  const writer = named === null ? null : writerOf(state, named.device)
  return writer === null ? null : toBase64url(writer)
}
