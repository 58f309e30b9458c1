import { bad, fileLimits, good, partCount, partLength, piecesIn } from "#wire"
import type { Bytes, Outcome } from "#wire"
import type { By } from "../server/signing-in.ts"
import type { FileParts, NotNow, Refused } from "./parts.ts"

// Carries a sealed file to the relay and back, part by part (spec/ledger.md §23). What is cut goes on where it was: only parts the relay has acknowledged count, and
// only those that lie here whole.

type Keys = Extract<By, { readonly is: "keys" }>["keys"]

export interface CarryDeps {
  readonly parts: FileParts
  readonly keys: Keys
  readonly log: Bytes
}
/** A sealed file as it lies here. A part is null when the disk lost it. */
export interface Carried {
  readonly blob: Bytes
  readonly size: number
  readonly part: (n: number) => Promise<Bytes | null>
}
/**
 * How many parts the relay has, in order; and why no more, unless it is whole. "more": it was enough for once. "left": nobody wants it there any more. "lost": this
 * device has not got it whole.
 */
export type Sent = {
  readonly count: number
  readonly end: "whole" | "more" | "left" | "lost" | NotNow | Refused
}

/** From part `from` on, at most `most` of them. `onPart` is told after each that was acknowledged, so that it can be kept, and says whether it is still wanted; what it was told last is where to go on. */
export async function sendFile(
  { parts, keys, log }: CarryDeps,
  { blob, size, part }: Carried,
  { from, most = Infinity }: { readonly from: number; readonly most?: number },
  onPart: (count: number) => Promise<boolean>,
): Promise<Sent> {
  let [count, asked, isBegunAgain] = [from, 0, false]
  while (count < partCount(size)) {
    if (asked === most) return { count, end: "more" }
    const bytes = await part(count)
    if (bytes === null) return { count, end: "lost" }
    const put = await parts.put({ log, blob }, { n: count, size, bytes }, keys)
    asked += 1
    if (put.is === "begin-again") {
      if (count === 0 || isBegunAgain) return { count, end: { is: "away" } }
      ;[count, isBegunAgain] = [0, true]
    } else if (put.is === "stored") count += 1
    else return { count, end: put }
    if (!(await onPart(count))) return { count, end: "left" }
  }
  return { count, end: "whole" }
}

/** "missing": the relay has no such file, or what it has cannot be it. "left": nobody wants it any more. */
export type NotFetched = { readonly type: "missing" | "away" | "left" }

/**
 * The parts of a file from `from` on, each told to `onPart` with the size of the whole. False from there: it is left. `size` is that which was told before; another
 * one is none.
 */
export async function fetchParts(
  { parts, keys, log }: CarryDeps,
  { blob, from, size: known }: { readonly blob: Bytes; readonly from: number; readonly size: number | null },
  onPart: (n: number, bytes: Bytes, size: number) => Promise<boolean>,
): Promise<Outcome<number, NotFetched>> {
  let size = known
  for (let n = from; size === null || n < partCount(size); n += 1) {
    const got = await parts.get({ log, blob }, n, keys)
    if (!got.ok) return got
    const now = size ?? got.value.size
    if (piecesIn(now) === null || got.value.size !== now) return bad({ type: "missing" })
    if (got.value.bytes.length !== partLength(now, n)) return bad({ type: "away" })
    size = now
    if (!(await onPart(n, got.value.bytes, now))) return bad({ type: "left" })
  }
  return good(size)
}

/** Where part n begins in the whole. */
export const partAt = (n: number): number => n * fileLimits.partBytes
