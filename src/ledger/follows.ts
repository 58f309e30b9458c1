import { checkEntries, equalBytes, foldEntry, emptyLog, sameEntry } from "#wire"
import type { Checked, Entry, EntryVerdict, LogState, Verify } from "#wire"

// Whether the run of one batch goes on from what stands (spec/ledger.md §18.2). The same for a device that reads on and for a browser that comes back.

/** A log as far as it is known, with what was said of each entry. */
export interface Standing {
  readonly state: LogState
  readonly entries: readonly { readonly entry: Entry; readonly verdict: EntryVerdict }[]
}
export interface Follows {
  /** The place behind which the new ones stand: less than what stands here when entries of ours lost their place. */
  readonly base: number
  readonly added: readonly Entry[]
  readonly checked: Pick<Checked, "state" | "verdicts">
}

/**
 * `from`: the first place the store has not given yet. `settled`: places below it are given up for nobody. Null: it does not follow, and is passed over.
 */
export async function following(
  verify: Verify,
  standing: Standing,
  at: { readonly from: number; readonly settled: number },
  run: readonly Entry[],
): Promise<Follows | null> {
  if (run.length === 0) return null
  const other = run.findIndex((entry, i) => !isThere(standing, at.from + i, entry))
  const known = other < 0 ? run.length : other
  const base = at.from + known
  const added = run.slice(known)
  if (added.length === 0) return { base, added, checked: { state: standing.state, verdicts: [] } }
  if (base < at.settled || base > standing.entries.length || added.some(({ body }) => body === null))
    return null
  const checked = await checkEntries(verify, stateAt(standing, base), added)
  return checked.fault === null ? { base, added, checked } : null
}

/** With its body, too: a batch that names an entry and does not hold it keeps nothing. */
function isThere({ entries }: Standing, at: number, entry: Entry): boolean {
  const own = entries[at]?.entry
  if (own === undefined || !sameEntry(own, entry)) return false
  return own.body === null || (entry.body !== null && equalBytes(own.body, entry.body))
}

/** The state before the entry at this place. Signatures were asked when they came; the fold alone is run again. */
export function stateAt({ state, entries }: Standing, length: number): LogState {
  if (length === entries.length) return state
  let now = emptyLog(state.logId)
  for (const { entry, verdict } of entries.slice(0, length)) {
    const pop = !(verdict.verdict === "void" && verdict.reason === "pop")
    const folded = foldEntry(now, entry, { signature: true, pop })
    if (!folded.ok) throw new Error("verified before, and now a fault")
    now = folded.value.state
  }
  return now
}
