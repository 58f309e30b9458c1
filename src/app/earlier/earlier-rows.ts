import { deviceToBytes } from "#ledger"
import type { Tools } from "#ledger"
import type { Day } from "#practices"
import { emptyLog } from "#wire"
import type { Bytes } from "#wire"
import { keptBranch, loadBranch, loadStretch, rowsOf, stretchOps } from "../apart/branch-rows.ts"
import type { KeptBranch, Stretch } from "../apart/branch-rows.ts"
import { deviceOf } from "../keeping/book-rows.ts"
import type { Pace } from "../keeping/pace.ts"
import type { QueuedContent } from "../keeping/state.ts"
import type { Vault, VaultOp } from "../keeping/vault.ts"
import type { Vouched } from "../server/vouched.ts"
import type { Earlier, WhyEarlier } from "./earlier.ts"

// The rows of earlier shared parts: written once, when a part is put away, and read at every opening. What goes with one is in the row of the state.

export interface KeptEarlier {
  readonly why: WhyEarlier
  readonly day: Day
  readonly logId: Bytes
  readonly member: Bytes
  readonly device: Bytes | null
  /** How many entries there must be. */
  readonly length: number
  readonly branch: KeptBranch | null
  readonly vouched: Vouched | null
  readonly unsent: readonly QueuedContent[]
  readonly isWhole?: boolean
}

export function keptEarlier({
  why,
  day,
  part,
  device,
  branch,
  vouched,
  unsent,
  isWhole,
}: Earlier): KeptEarlier {
  const { state, member, entries } = part
  return {
    why,
    day,
    logId: state.logId,
    member,
    device: device && deviceToBytes(device),
    length: entries.length,
    branch: keptBranch(branch),
    vouched,
    unsent,
    isWhole,
  }
}

export function earlierOps(before: readonly Earlier[], after: readonly Earlier[]): readonly VaultOp[] {
  const stretches = (all: readonly Earlier[]): readonly Stretch[] =>
    all.map(({ part }) => ({ logId: part.state.logId, at: 0, entries: part.entries }))
  return stretchOps("earlier", stretches(before), stretches(after))
}

export async function loadEarlier(
  o: {
    readonly tools: Tools
    readonly vault: Vault
    readonly pace: Pace
    readonly branches: ReadonlyMap<string, Bytes>
  },
  kept: readonly KeptEarlier[],
): Promise<readonly Earlier[]> {
  if (kept.length === 0) return []
  const { tools, pace } = o
  const rows = await rowsOf(o.vault, "earlier", pace)
  const earlier: Earlier[] = []
  for (const { logId, member, device, length, branch, ...rest } of kept) {
    const before = { state: emptyLog(logId) }
    const read = await loadStretch({ tools, pace, rows }, before, { at: 0, length })
    const part = { log: "shared" as const, member, state: read.state, entries: read.entries }
    const other = await loadBranch({ tools, pace, rows: o.branches }, branch, part)
    const isWhole = (rest.isWhole ?? true) && read.whole && other.whole
    earlier.push({ ...rest, isWhole, part, device: device && deviceOf(device), branch: other.branch })
  }
  return earlier
}
