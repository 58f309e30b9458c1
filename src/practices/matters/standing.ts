import type { Ref, Standing, Writer } from "../practice.ts"
import { ownerOf } from "../standing.ts"
import type { HurtSaid, MattersShared } from "./fold.ts"

type Known = Standing["matters"]

/**
 * What all rooms may know of the matters: who opened each, and who has spoken in it. Worked out afresh from what stands now, so that a
 * thing taken back leaves no trace here.
 */
export function standingMatters(state: MattersShared, standing: Standing): Known {
  const known = new Map<Ref, { readonly by: Writer; readonly spoken: readonly Writer[] }>()
  for (const matter of state.matters) known.set(matter.ref, { by: matter.writer, spoken: [matter.writer] })
  for (const said of state.said) known.set(said.matter, heard(known.get(said.matter), said, standing))
  return Object.fromEntries(known)
}

/** The same after one more entry. Where a thing only came to it, the rest is not gone through again: a year has thousands. */
export function standingAfterOne(before: MattersShared, after: MattersShared, standing: Standing): Known {
  const known = standing.matters
  const said = onlyNew(before.said, after.said)
  if (said === undefined || before.matters !== after.matters || after.takenBack !== before.takenBack)
    return standingMatters(after, standing)
  if (said === null) return known
  const was = Object.hasOwn(known, said.matter) ? known[said.matter] : undefined
  const is = heard(was, said, standing)
  return is === was ? known : { ...known, [said.matter]: is }
}

/** The one thing the later list has at its end and the earlier one has not; null when they are one list, undefined when it is otherwise. */
function onlyNew<T>(before: readonly T[], after: readonly T[]): T | null | undefined {
  if (before === after) return null
  return after.length === before.length + 1 ? after.at(-1) : undefined
}

function heard(before: Known[Ref] | undefined, said: HurtSaid, standing: Standing): Known[Ref] {
  if (before?.spoken.includes(said.writer) === true) return before
  const by = before?.by ?? ownerOf(standing, said.matter) ?? said.writer
  return { by, spoken: [...(before?.spoken ?? []), said.writer] }
}
