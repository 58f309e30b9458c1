import type { Ref, Standing, Writer } from "../practice.ts"
import { ownerOf } from "../standing.ts"
import type { MattersShared } from "./fold.ts"

/**
 * What all rooms may know of the matters: who opened each, and who has spoken in it. Worked out afresh from what stands now, so that a
 * thing taken back leaves no trace here.
 */
export function standingMatters(state: MattersShared, standing: Standing): Standing["matters"] {
  const known = new Map<Ref, { readonly by: Writer; readonly spoken: readonly Writer[] }>()
  for (const matter of state.matters) known.set(matter.ref, { by: matter.writer, spoken: [matter.writer] })
  for (const said of state.said) {
    const before = known.get(said.matter)
    const by = before?.by ?? ownerOf(standing, said.matter) ?? said.writer
    const spoken = before?.spoken ?? []
    known.set(said.matter, { by, spoken: spoken.includes(said.writer) ? spoken : [...spoken, said.writer] })
  }
  return Object.fromEntries(known)
}
