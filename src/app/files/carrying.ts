import { openFile } from "#ledger"
import type { FileFault, FileName, FilePlace, Tools } from "#ledger"
import { bad, copy, fileLimits, partCount, partLength, piecesIn } from "#wire"
import type { Bytes, Outcome } from "#wire"
import type { By } from "../signing-in.ts"
import type { FileParts, PutPart } from "./parts.ts"

// Carries a sealed file to the relay and back (spec/ledger.md §23). What is cut goes on where it was: only parts the relay has acknowledged count.

type Keys = Extract<By, { readonly is: "keys" }>["keys"]

export interface CarryDeps {
  readonly parts: FileParts
  readonly keys: Keys
  readonly log: Bytes
}
/** How many parts the relay has, in order; and why no more, unless it is whole. */
export type Sent = {
  readonly count: number
  readonly end: "whole" | Exclude<PutPart, { is: "stored" | "begin-again" }>
}

/** From part `from` on. `onPart` is told after each part that was acknowledged, so that it can be kept; what it was told last is where to go on. */
export async function sendFile(
  { parts, keys, log }: CarryDeps,
  { blob, bytes }: { readonly blob: Bytes; readonly bytes: Bytes },
  from: number,
  onPart: (count: number) => Promise<void>,
): Promise<Sent> {
  const size = bytes.length
  let [count, isBegunAgain] = [from, false]
  while (count < partCount(size)) {
    const at = count * fileLimits.partBytes
    const part = { n: count, size, bytes: copy(bytes, at, at + partLength(size, count)) }
    const put = await parts.put({ log, blob }, part, keys)
    if (put.is === "begin-again" && count > 0 && !isBegunAgain) [count, isBegunAgain] = [0, true]
    else if (put.is === "stored") count += 1
    else return { count, end: put.is === "begin-again" ? { is: "away" } : put }
    await onPart(count)
  }
  return { count, end: "whole" }
}

/** All of a file, opened. "missing": the relay does not have it. A fault is of what was served or of what the entry says; nothing of it is given out. */
export async function fetchFile(
  t: Pick<Tools, "subtle">,
  { parts, keys, log }: CarryDeps,
  device: FilePlace["device"],
  name: FileName,
): Promise<Outcome<Bytes, FileFault | { readonly type: "missing" | "away" }>> {
  const at = { log, blob: name.blob }
  const first = await parts.get(at, 0, keys)
  if (!first.ok) return first
  const { size } = first.value
  if (piecesIn(size) === null) return bad({ type: "file-size" })
  const whole = new Uint8Array(size)
  for (let n = 0; n < partCount(size); n += 1) {
    const got = n === 0 ? first : await parts.get(at, n, keys)
    if (!got.ok) return got
    if (got.value.size !== size || got.value.bytes.length !== partLength(size, n))
      return bad({ type: "away" })
    whole.set(got.value.bytes, n * fileLimits.partBytes)
  }
  return openFile(t, { logId: log, device }, name, whole)
}
