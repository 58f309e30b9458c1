import type { Tools } from "#ledger"
import type { LogName } from "#practices"
import { equalBytes } from "#wire"
import type { Book } from "../keeping/book.ts"
import type { Pace } from "../keeping/pace.ts"
import type { State } from "../keeping/state.ts"
import type { Vault, VaultOp } from "../keeping/vault.ts"
import { chunkBytes } from "./chunk.ts"
import { chunkName, format, indexIn, indexOp } from "./index-row.ts"
import type { Chunk, Index, Part, Sizes } from "./index-row.ts"
import { smallOf } from "./small-state.ts"

const logs: readonly LogName[] = ["private", "shared"]

export interface Remembering {
  readonly ops: readonly VaultOp[]
  /** There is more to be written. */
  readonly more: boolean
}

/**
 * The next few rows of what is to be remembered, and the index that says so: one batch, so that a kill leaves what was there before or this. It reaches to the end
 * of a log only once all of it is written; until then it is not taken for anything.
 */
export async function remembering(
  o: {
    readonly tools: Tools
    readonly vault: Vault
    readonly pace: Pace
    readonly sizes: Sizes
    /** What is there did not match when it was opened: nothing of it is used. */
    readonly inDoubt: boolean
  },
  state: Pick<State, LogName | "changes">,
): Promise<Remembering> {
  const read = (): Promise<Index | null> => indexIn(o.tools, o.vault, state.changes, o.sizes)
  const found = o.inDoubt ? null : await read().catch(() => null)
  const isOurs = found !== null && logs.every((log) => fits(found.parts[log], state[log]))
  const begun: Index = isOurs ? found : { format, size: o.sizes.chunk, changes: state.changes, parts: {} }
  const clearing: readonly VaultOp[] = isOurs ? [] : [{ op: "clear", table: "remembered" }]
  for (const log of logs) {
    const book = state[log]
    if (book === null || !isDue(begun.parts[log], book, o.sizes)) continue
    const { ops, part } = await written(o, log, book, begun.parts[log])
    const index = { ...begun, parts: { ...begun.parts, [log]: part } }
    return { ops: [...clearing, ...ops, indexOp(index)], more: true }
  }
  const isLeft = !isOurs && (await o.vault.count("remembered")) > 0
  return { ops: isLeft ? clearing : [], more: false }
}

/** What is remembered of this log is of this log. */
function fits(part: Part | undefined, book: Book | null): boolean {
  if (part === undefined) return true
  if (book === null || !equalBytes(part.logId, book.state.logId)) return false
  return part.at === null || book.entries[part.at.length - 1]?.hash === part.at.hash
}

function isDue(part: Part | undefined, { entries }: Book, { chunk, behind }: Sizes): boolean {
  const at = part?.at ?? null
  return at === null ? entries.length >= chunk : entries.length - at.length >= behind
}

async function written(
  { tools, pace, sizes }: { readonly tools: Tools; readonly pace: Pace; readonly sizes: Sizes },
  log: LogName,
  { entries, state }: Book,
  before: Part | undefined,
): Promise<{ readonly ops: readonly VaultOp[]; readonly part: Part }> {
  const chunks: (Chunk | null)[] = [...(before?.chunks ?? [])]
  const ops: VaultOp[] = []
  let isAll = true
  for (let n = 0; n * sizes.chunk < entries.length; n += 1) {
    const held = entries.slice(n * sizes.chunk, (n + 1) * sizes.chunk)
    if (chunks[n]?.[1] === held.length) continue
    if (ops.length === sizes.step) {
      isAll = false
      break
    }
    const tag = tools.random(16)
    ops.push({ op: "put", table: "remembered", name: chunkName(log, n), value: chunkBytes(tag, held) })
    chunks[n] = [tag, held.length]
    await pace()
  }
  const hash = entries.at(-1)?.hash ?? ""
  const at = isAll ? { length: entries.length, hash, state: smallOf(state) } : (before?.at ?? null)
  return { ops, part: { logId: state.logId, chunks: Array.from(chunks, (c) => c ?? null), at } }
}
