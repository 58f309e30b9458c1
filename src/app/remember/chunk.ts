import type { Opened, Tools } from "#ledger"
import { concat, copy, decodeHeader, equalBytes, HEADER_LENGTH, RECORD_HEAD, toHex, u32, utf8 } from "#wire"
import type { Bytes, Entry, EntryVerdict, Header } from "#wire"
import type { Held } from "../keeping/book.ts"

// One row of entries: tag 16 | length of words u32 | words, JSON | for each entry: header | signature | 0, or 1 + length of body, u32 | body.

const TAG = 16

/** What was said of an entry when it was verified and opened. */
type Words = readonly [void_: Reason | null, shut: Held["shut"], opened: Opened | null]
type Reason = Extract<EntryVerdict, { verdict: "void" }>["reason"]

export function chunkBytes(tag: Bytes, held: readonly Held[]): Bytes {
  const words = held.map(({ verdict, shut, opened }): Words => [
    verdict.verdict === "void" ? verdict.reason : null,
    shut,
    opened,
  ])
  const said = utf8(JSON.stringify(words))
  const entries = held.flatMap(({ entry: { header, sig, body } }) =>
    body === null ? [header, sig, u32(0)] : [header, sig, u32(1 + body.length), body],
  )
  return concat(tag, u32(said.length), said, ...entries)
}

/** An entry as it lay in a chunk, but for its own hash: who follows on it names that. */
export type Laid = Omit<Held, "hash">

const ok: EntryVerdict = { verdict: "ok" }

/** Null when it is not the chunk of that tag, or is not whole. */
export function chunkFrom(
  t: Pick<Tools, "decodeUtf8">,
  bytes: Bytes,
  tag: Bytes,
  firstSeq: number,
): readonly Laid[] | null {
  if (!equalBytes(bytes.subarray(0, TAG), tag)) return null
  if (bytes.length < TAG + 4) return null
  const from = TAG + 4 + viewOf(bytes).getUint32(TAG)
  const words = JSON.parse(t.decodeUtf8(bytes.subarray(TAG + 4, from))) as readonly Words[]
  // All entries of a chunk share one piece of memory: ten thousand times three of their own would take longer than all the rest.
  const rest = copy(bytes, from, bytes.length)
  const view = viewOf(rest)
  const laid: Laid[] = []
  let at = 0
  for (const [reason, shut, opened] of words) {
    const header = decodeHeader(rest.subarray(at, at + HEADER_LENGTH))
    if (!header.ok || header.value.seq !== firstSeq + laid.length) return null
    if (at + RECORD_HEAD + 4 > rest.length) return null
    const marked = view.getUint32(at + RECORD_HEAD)
    const end = at + RECORD_HEAD + 4 + Math.max(0, marked - 1)
    if (end > rest.length) return null
    const entry = entryAt(rest, at, marked === 0 ? null : end)
    const verdict: EntryVerdict = reason === null ? ok : { verdict: "void", reason }
    laid.push({ seq: header.value.seq, header: header.value, entry, verdict, opened, shut })
    at = end
  }
  return at === rest.length ? laid : null
}

function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}

function entryAt(bytes: Bytes, at: number, end: number | null): Entry {
  return {
    header: bytes.subarray(at, at + HEADER_LENGTH),
    sig: bytes.subarray(at + HEADER_LENGTH, at + RECORD_HEAD),
    body: end === null ? null : bytes.subarray(at + RECORD_HEAD + 4, end),
  }
}

/** With the hash the next one names it by. */
export function heldOf({ seq, header, entry, verdict, opened, shut }: Laid, next: Header | string): Held {
  const hash = typeof next === "string" ? next : toHex(next.prev)
  return { seq, hash, header, entry, verdict, opened, shut }
}
