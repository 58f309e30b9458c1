import type { Tools } from "#ledger"
import { equalBytes, entryHash, nothingSighted, sameEntry, sight, toHex } from "#wire"
import type { Bytes, Entry } from "#wire"
import type { Book, Held } from "../keeping/book.ts"
import type { Pace } from "../keeping/pace.ts"
import type { Vault } from "../keeping/vault.ts"
import { chunkFrom, heldOf } from "./chunk.ts"
import type { Laid } from "./chunk.ts"
import { chunkName } from "./index-row.ts"
import type { Chunk, Index } from "./index-row.ts"
import { stateOfSmall } from "./small-state.ts"

/** Rows asked for before they are needed, so that the disk and the thread work side by side. */
const ahead = 8

export interface Recalled {
  readonly state: Book["state"]
  readonly entries: readonly Held[]
}

/**
 * What was remembered of this log, as far as it reaches. Null when in doubt: another log, another number of rows than there must be, another entry on the disk at
 * the place where it ends, a chunk that is not there, does not open or is not the one that was written last. Then the chain is read as if nothing had been remembered.
 */
export async function recalled(
  o: { readonly tools: Tools; readonly vault: Vault; readonly pace: Pace },
  index: Index,
  of: {
    readonly log: Book["log"]
    readonly logId: Bytes
    readonly length: number
    /** The entry the chain has at this place. */
    readonly chainAt: (seq: number) => Promise<Entry | null>
  },
): Promise<Recalled | null> {
  const { log } = of
  const part = index.parts[log]
  const at = part?.at ?? null
  if (part === undefined || at === null || !equalBytes(part.logId, of.logId)) return null
  if (at.length > of.length || (await o.vault.count(log)) !== of.length) return null
  const there = await of.chainAt(at.length - 1)
  if (there === null || toHex(entryHash(there)) !== at.hash) return null
  const chunks = part.chunks.slice(0, Math.ceil(at.length / index.size))
  const laid = await laidIn(o, log, chunks, index.size)
  const last = laid?.[at.length - 1]
  if (laid === null || last === undefined || !sameEntry(last.entry, there)) return null
  const sighted = nothingSighted()
  const entries: Held[] = []
  for (let n = 0; n < at.length; n += 1) {
    const one = laid[n]
    if (one === undefined) return null
    const next = n + 1 < at.length ? laid[n + 1]?.header : at.hash
    const held = heldOf(one, next ?? at.hash)
    // Within a chunk all was written at once. From one to the next it is looked at that they follow on each other.
    if (n % index.size === index.size - 1 && toHex(entryHash(one.entry)) !== held.hash) return null
    sight(sighted, held.header, held.hash)
    entries.push(held)
    if (n % index.size === 0) await o.pace()
  }
  return { state: stateOfSmall(at.state, sighted), entries }
}

async function laidIn(
  { tools, vault, pace }: { readonly tools: Tools; readonly vault: Vault; readonly pace: Pace },
  log: Book["log"],
  chunks: readonly (Chunk | null)[],
  size: number,
): Promise<readonly Laid[] | null> {
  const asked: ReturnType<Vault["get"]>[] = []
  const all: Laid[] = []
  for (const [n, chunk] of chunks.entries()) {
    for (let next = asked.length; next < Math.min(n + ahead, chunks.length); next += 1)
      asked.push(vault.get("remembered", chunkName(log, next)))
    const row = await asked[n]
    if (chunk === null || row === undefined || !row.ok || row.value === null) return null
    const laid = chunkFrom(tools, row.value, chunk[0], n * size)
    if (laid === null || laid.length !== chunk[1]) return null
    if (n < chunks.length - 1 && laid.length !== size) return null
    for (const one of laid) all.push(one)
    await pace()
  }
  return all
}
