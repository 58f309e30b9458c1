import { concat, Reader, signedMessage, statementBytes, toHex, u32, u64 } from "#wire"
import type { Bytes, Statement, Verify } from "#wire"

// spec/ledger.md §14: what a server signed of a log (spec/relay.md §11), as a file carries it. It is the server's word of when, and of nothing else.

/** One thing a relay signed; `relay` is the key it did it with. */
export interface RelayWord extends Statement {
  readonly as: "head" | "receipt"
  readonly relay: Bytes
  readonly sig: Bytes
}

export const RECEIPTS_MAX = 64
export const RECEIPT_LENGTH = 145

function receiptBytes({ relay, as, seq, hash, hour, incarnation, sig }: RelayWord): Bytes {
  return concat(relay, Uint8Array.of(as === "head" ? 1 : 2), u64(seq), hash, u32(hour), u32(incarnation), sig)
}

/** Null: its type or its place is none. */
function receiptOf(bytes: Uint8Array): RelayWord | null {
  const r = new Reader(bytes)
  const [relay, type] = [r.take(32), r.number(1)]
  const said = { seq: r.number(8), hash: r.take(32), hour: r.number(4), incarnation: r.number(4) }
  if ((type !== 1 && type !== 2) || !Number.isSafeInteger(said.seq)) return null
  return { ...said, as: type === 1 ? "head" : "receipt", relay, sig: r.take(64) }
}

/** Their number and themselves, in the order of a file and each once. */
export function receiptParts(words: readonly RelayWord[]): readonly Bytes[] {
  const each = new Map(words.map((word) => [toHex(receiptBytes(word)), receiptBytes(word)]))
  if (each.size > RECEIPTS_MAX) throw new Error("a log of a file has at most sixty-four receipts")
  const sorted = [...each].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, bytes]) => bytes)
  return [u32(sorted.length), ...sorted]
}

/** Whether the relay named in it signed it, of this log. */
export async function isSignedBy(verify: Verify, logId: Bytes, word: RelayWord): Promise<boolean> {
  return verify(word.relay, word.sig, signedMessage(word.as, statementBytes(logId, word)))
}

/** All of them read; or which one is the first that is none, is not in its order, or is not signed. */
export async function readReceipts(
  verify: Verify,
  logId: Bytes,
  receipts: readonly Bytes[],
): Promise<readonly RelayWord[] | number> {
  const words: RelayWord[] = []
  for (const [n, bytes] of receipts.entries()) {
    const before = receipts[n - 1]
    const word = receiptOf(bytes)
    if (word === null || (before !== undefined && toHex(before) >= toHex(bytes))) return n
    if (!(await isSignedBy(verify, logId, word))) return n
    words.push(word)
  }
  return words
}

/** How a receipt stands to the chain in the file: its entry is here, another stands at its place, or the chain ends before it. */
export type ChainSide = "here" | "another" | "later"
export interface VouchedReport {
  readonly relay: string
  readonly as: RelayWord["as"]
  readonly seq: number
  readonly hash: string
  /** Hours since 1970 UTC, as signed. */
  readonly hour: number
  readonly incarnation: number
  readonly chain: ChainSide
}

export function vouchedBy(words: readonly RelayWord[], hashes: readonly string[]): readonly VouchedReport[] {
  return words.map(({ relay, as, seq, hash, hour, incarnation }) => {
    const ours = hashes[seq]
    const chain = ours === undefined ? "later" : ours === toHex(hash) ? "here" : "another"
    return { relay: toHex(relay), as, seq, hash: toHex(hash), hour, incarnation, chain }
  })
}

/** Of each relay and incarnation the first two, by their places, that cannot both be true. */
export function contradictionsIn(vouched: readonly VouchedReport[]): readonly (readonly [number, number])[] {
  const found = new Map<string, readonly [number, number]>()
  for (const [n, later] of vouched.entries()) {
    const voice = `${later.relay} ${String(later.incarnation)}`
    const first = vouched.slice(0, n).findIndex((one) => contradict(one, later))
    if (first >= 0 && !found.has(voice)) found.set(voice, [first, n])
  }
  return [...found.values()]
}

function contradict(a: VouchedReport, b: VouchedReport): boolean {
  if (a.relay !== b.relay || a.incarnation !== b.incarnation) return false
  if (a.seq === b.seq) return a.hash !== b.hash
  // What was signed of a later place is signed of all before it: each entry names the one before.
  const [low, high] = a.seq < b.seq ? [a, b] : [b, a]
  return low.chain === "another" && high.chain === "here"
}

/** In whole hours since 1970 UTC; null: nothing is said of that end. */
export interface Interval {
  readonly from: number | null
  readonly to: number | null
}

/** When an entry came to be at this relay, by its own word alone. */
export function intervalOf(vouched: readonly VouchedReport[], relay: string, seq: number): Interval {
  const here = vouched.filter((one) => one.relay === relay && one.chain === "here")
  const held = here.filter((one) => one.seq >= seq).map(({ hour }) => hour)
  const to = held.length === 0 ? null : Math.min(...held)
  // A server that went back says again, later, that it has less. That is no word of when the entry first came.
  const lacked = here
    .filter((one) => one.seq < seq && (to === null || one.hour <= to))
    .map(({ hour }) => hour)
  const from = lacked.length === 0 ? null : Math.max(...lacked)
  return { from, to }
}
