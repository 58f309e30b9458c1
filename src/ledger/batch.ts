import {
  bad,
  batchSteps,
  concat,
  copy,
  decodeRun,
  encodeRun,
  good,
  H,
  isBatchSize,
  isZero,
  Reader,
  u32,
  utf8,
} from "#wire"
import type { Bytes, Entry, Outcome } from "#wire"
import { isDay } from "./seal.ts"
import { openPiece, sealPiece } from "./sealed-piece.ts"
import type { PieceKind } from "./sealed-piece.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §18.2: entries of the private log as they lie with a relay. The relay sees one of four sizes and a number.

const LAYOUT = 1
/** layout, day, length: what stands before the run. */
const HEAD = 15

export interface BatchPlace {
  /** The store's secret. */
  readonly store: Bytes
  readonly batchKey: Bytes
  readonly n: number
}
export interface OpenBatch {
  /** On which it was made, where its writer was. */
  readonly day: string
  readonly entries: readonly Entry[]
}
export type BatchFault = { readonly type: "batch-layout" | "batch-key" | "batch-sealed" }

const kindOf = ({ store, batchKey, n }: BatchPlace): PieceKind => ({
  label: "batch",
  key: batchKey,
  place: concat(H("batches", store), u32(n)),
})

/** How many of these entries, from the first on, go into the next batch: all, or as many as fit into the largest. At least one. */
export function fitsBatch(entries: readonly Entry[]): number {
  const most = batchSteps[3] - HEAD
  let bytes = 0
  for (const [i, entry] of entries.entries()) {
    bytes += encodeRun([entry]).length
    if (i > 0 && bytes > most) return i
  }
  return entries.length
}

/** The smallest size that holds it. Too much for the largest is a defect of ours and throws. */
export async function sealBatch(t: Tools, at: BatchPlace, of: OpenBatch): Promise<Bytes> {
  const run = encodeRun(of.entries)
  const head = concat(Uint8Array.of(LAYOUT), utf8(of.day), u32(run.length))
  const size = batchSteps.find((step) => step >= HEAD + run.length)
  if (size === undefined || head.length !== HEAD) throw new Error("too much for one batch")
  const plain = new Uint8Array(size)
  plain.set(concat(head, run))
  return sealPiece(t, kindOf(at), plain)
}

export async function openBatch(
  t: Tools,
  at: BatchPlace,
  bytes: Bytes,
): Promise<Outcome<OpenBatch, BatchFault>> {
  if (!isBatchSize(bytes.length)) return bad({ type: "batch-layout" })
  const opened = await openPiece(t, kindOf(at), bytes)
  if (!opened.ok) return bad({ type: `batch-${opened.error.type}` })
  const batch = layoutOf(t, opened.value)
  return batch === null ? bad({ type: "batch-layout" }) : good(batch)
}

function layoutOf(t: Tools, plain: Bytes): OpenBatch | null {
  const r = new Reader(plain)
  const layout = r.number(1)
  const day = textOf(t, r.take(10))
  const bytes = r.take(r.number(4))
  if (r.failed || layout !== LAYOUT || day === null || !isDay(day)) return null
  if (!isZero(copy(plain, plain.length - r.left, plain.length))) return null
  const run = decodeRun(bytes, Number.MAX_SAFE_INTEGER)
  return run.ok ? { day, entries: run.value } : null
}

function textOf(t: Tools, bytes: Bytes): string | null {
  try {
    return t.decodeUtf8(bytes)
  } catch {
    return null
  }
}
