import type { AnyDraft, Tools } from "#ledger"
import { decodeControl, decodeHeader, equalBytes } from "#wire"
import type { Bytes, Entry } from "#wire"
import type { Branch } from "../apart/branch.ts"
import type { State } from "../keeping/state.ts"

// Where a shared log comes from (spec/ledger.md §22.3). Said once, before anybody is invited, and followed by nobody by itself.

/** The logs whose people go on here, as this one says. */
export function comesFrom(entries: readonly { readonly entry: Entry }[]): readonly Bytes[] {
  return entries.flatMap(({ entry }): readonly Bytes[] => {
    const header = decodeHeader(entry.header)
    if (!header.ok || header.value.kind !== 2 || entry.body === null) return []
    const said = decodeControl(entry.body)
    return said.is === "built" && said.control.op === "continue" && said.control.dir === 1
      ? [said.control.log]
      : []
  })
}

/** Whether it goes on from a log that is held here: what nobody else's app can tell. */
export function goesOnFromHere(
  entries: readonly { readonly entry: Entry }[],
  held: readonly (Bytes | undefined)[],
): boolean {
  const own = held.filter((log) => log !== undefined)
  // Asked with everything that is shown: who holds nothing else need not read a whole log for it.
  return own.length > 0 && comesFrom(entries).some((log) => own.some((one) => equalBytes(one, log)))
}

const nowhere = { seq: 0, hash: new Uint8Array(32) }

/** Right behind the first entry: the log that was left, with the end of each branch there is of it. */
export function continuing(t: Tools, { shared, goesOn, earlier }: State): readonly AnyDraft[] {
  if (shared === null || goesOn === null) return []
  if (comesFrom(shared.entries).some((log) => equalBytes(log, goesOn))) return []
  const from = earlier.findLast(({ part }) => equalBytes(part.state.logId, goesOn))
  if (from === undefined) return []
  const heads = [from.part.state.head ?? nowhere, endOf(from.branch)] as const
  return [{ uid: t.random(16), control: { op: "continue", dir: 1, log: goesOn, heads } }]
}

/** As far as it was verified; where nothing was shown, what was said of it. */
function endOf(branch: Branch | null): typeof nowhere {
  if (branch === null) return nowhere
  return (branch.entries.length > 0 ? branch.state.head : branch.told) ?? nowhere
}
