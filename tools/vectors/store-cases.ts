import { checkEntries, concat, decodeRun, emptyLog, encodeRun, H, toHex, u32 } from "../../src/wire/index.ts"
import type { Bytes, Entry } from "../../src/wire/index.ts"
import { following, openBatch } from "../../src/ledger/index.ts"
import type { Standing } from "../../src/ledger/index.ts"
import { verify } from "../../src/ledger/testing/people.ts"
import { firstEntry, noLog, writeAll } from "./chain.ts"
import { bytesOf, t } from "./people.ts"
import { batchKey, filled, piece, store } from "./sheet-cases.ts"
import type { Vector } from "./shape.ts"

// Whole stores, batch after batch, as spec/ledger.md §18.2 reads them.

export interface StoreOf {
  readonly store: Bytes
  readonly batchKey: Bytes
  readonly logId: Bytes
  /** A run: what the reader holds before. */
  readonly held: Bytes
  /** Places below this are given up for nobody. */
  readonly settled: number
  readonly batches: readonly Bytes[]
}

export async function readStoreOf(
  of: StoreOf,
): Promise<Readonly<Record<string, unknown>> & { readonly type: "ok" }> {
  const run = decodeRun(of.held, 1000)
  if (!run.ok) throw new Error("no run")
  const begun = await checkEntries(verify, emptyLog(of.logId), run.value)
  let standing: Standing = {
    state: begun.state,
    entries: run.value.map((entry, i) => ({ entry, verdict: begun.verdicts[i] ?? { verdict: "ok" } })),
  }
  const each: string[] = []
  let given = 0
  for (const [n, bytes] of of.batches.entries()) {
    const opened = await openBatch(t, { ...of, n }, bytes)
    const entries = opened.ok ? opened.value.entries : []
    const follows = await following(verify, standing, { from: given, settled: of.settled }, entries)
    if (follows === null) {
      each.push("passed over")
      continue
    }
    const { base, added, checked } = follows
    each.push(added.length === 0 ? "held already" : `stands from ${String(base)}`)
    given = base + added.length
    if (added.length === 0) continue
    const fresh = added.map((entry, i) => ({
      entry,
      verdict: checked.verdicts[i] ?? ({ verdict: "ok" } as const),
    }))
    standing = { state: checked.state, entries: [...standing.entries.slice(0, base), ...fresh] }
  }
  const { head } = standing.state
  return {
    type: "ok",
    each,
    given,
    head: head === null ? null : toHex(head.hash),
    length: standing.entries.length,
  }
}

const chain = await writeAll(noLog, [firstEntry, {}, {}, {}, {}])
const e = (from: number, to: number): readonly Entry[] => chain.entries.slice(from, to)
const other = await writeAll(noLog, [firstEntry, {}, { uid: "another" }])

function batchOf(n: number, entries: readonly Entry[], key = batchKey): Promise<Bytes> {
  const run = encodeRun(entries)
  const plain = filled(concat(Uint8Array.of(1), Buffer.from("2026-11-26"), u32(run.length), run), 16_384)
  return piece({ label: "batch", key, place: concat(H("batches", store), u32(n)), plain })
}

export async function storeVectors(): Promise<readonly Vector[]> {
  const of = async (
    name: string,
    batches: readonly Promise<Bytes>[],
    how: { readonly held?: readonly Entry[]; readonly settled?: number } = {},
  ): Promise<Vector & { readonly type: string }> => {
    const all = await Promise.all(batches)
    const held = encodeRun(how.held ?? [])
    const settled = how.settled ?? 0
    const read = await readStoreOf({ store, batchKey, logId: chain.logId, held, settled, batches: all })
    const hexed = {
      store: toHex(store),
      batchKey: toHex(batchKey),
      logId: toHex(chain.logId),
      held: toHex(held),
    }
    return { ...read, name, is: "store", ...hexed, settled, batches: all.map(toHex) }
  }
  const bare = e(1, 2).map((entry) => ({ ...entry, body: null }))
  return [
    await of("from the first batch, with junk between", [
      batchOf(0, e(0, 2)),
      batchOf(1, e(2, 3), bytesOf("another", 32)),
      batchOf(2, e(3, 4)),
      batchOf(3, e(2, 4)),
      batchOf(4, []),
      batchOf(5, e(4, 5)),
    ]),
    await of("what was signed here lost its place", [batchOf(0, e(0, 2)), batchOf(1, e(2, 4))], {
      held: other.entries,
    }),
    await of("the same in a place that was acknowledged before", [batchOf(0, e(0, 4)), batchOf(1, e(0, 2))], {
      held: other.entries,
      settled: 3,
    }),
    await of("an entry that is held, without its body", [batchOf(0, e(0, 1)), batchOf(1, bare)], {
      held: e(0, 3),
    }),
  ]
}
