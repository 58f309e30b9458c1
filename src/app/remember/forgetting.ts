import type { Tools } from "#ledger"
import type { LogName } from "#practices"
import { equalBytes } from "#wire"
import type { Book } from "../keeping/book.ts"
import type { State } from "../keeping/state.ts"
import type { Vault, VaultOp } from "../keeping/vault.ts"
import { chunkName, indexIn, indexOp } from "./index-row.ts"
import type { Index, Sizes } from "./index-row.ts"

type Books = Pick<State, LogName>
/** Places whose entries are no longer as they were; "all" when the log is another. */
type Changed = ReadonlySet<number> | "all"

/** What the entries that were there already have become: null when they are as they were, and only others came. */
export function changedIn(before: Books, after: Books): Readonly<Record<LogName, Changed>> | null {
  const changed = {
    private: changedOf(before.private, after.private),
    shared: changedOf(before.shared, after.shared),
  }
  const isSame = (of: Changed): boolean => of !== "all" && of.size === 0
  return isSame(changed.private) && isSame(changed.shared) ? null : changed
}

function changedOf(before: Book | null, after: Book | null): Changed {
  if (before === null || before.entries === after?.entries) return new Set()
  const isOther = after === null || !equalBytes(before.state.logId, after.state.logId)
  if (isOther || after.entries.length < before.entries.length)
    return before.entries.length === 0 ? new Set() : "all"
  return new Set(before.entries.filter((held, n) => after.entries[n] !== held).map(({ seq }) => seq))
}

/** Takes out the rows that hold them, in the batch in which they change: what was redacted is gone from here in the same moment. */
export async function forgetting(
  o: { readonly tools: Tools; readonly vault: Vault; readonly sizes: Sizes },
  changed: Readonly<Record<LogName, Changed>>,
  changes: { readonly before: number; readonly after: number },
): Promise<readonly VaultOp[]> {
  const index = await indexIn(o.tools, o.vault, changes.before, o.sizes).catch(() => null)
  if (index === null || changed.private === "all" || changed.shared === "all")
    return [{ op: "clear", table: "remembered" }]
  const { ops, parts } = without(
    without({ ops: [], parts: index.parts }, "private", changed.private, index.size),
    "shared",
    changed.shared,
    index.size,
  )
  return [...ops, indexOp({ ...index, changes: changes.after, parts })]
}

interface Left {
  readonly ops: readonly VaultOp[]
  readonly parts: Index["parts"]
}

function without(left: Left, log: LogName, seqs: ReadonlySet<number>, size: number): Left {
  const part = left.parts[log]
  if (part === undefined || seqs.size === 0) return left
  const gone = new Set([...seqs].map((seq) => Math.floor(seq / size)))
  const ops = [...gone].map((n): VaultOp => ({ op: "delete", table: "remembered", name: chunkName(log, n) }))
  const chunks = part.chunks.map((chunk, n) => (gone.has(n) ? null : chunk))
  return { ops: [...left.ops, ...ops], parts: { ...left.parts, [log]: { ...part, chunks, at: null } } }
}
