import type { Day, Ref } from "#practices"
import { encodeRef, equalBytes, writerOf } from "#wire"
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
    return [{ ref, kind: held.opened.kind, day: held.opened.day, kept: kind === 4, waits: false }]
  })
  const asked = new Set(queue.flatMap((q) => (q.is === "redact" ? [q.target] : [])))
  const waits = queue.flatMap((q): readonly SharedThing[] =>
    q.is === "content" && q.notSent === null && !q.unwanted && isThing(q.entry.kind)
      ? [{ ref: q.ref, kind: q.entry.kind, day: q.entry.day, kept: q.recordKind === 4, waits: true }]
      : [],
  )
  return [...stands.filter((thing) => thing.kept || !asked.has(thing.ref)), ...waits]
}
