import { concat, equalBytes } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { decodeRedact } from "./control-layout.ts"
import type { EntryVerdict } from "./fold.ts"
import { H } from "./hash.ts"
import { decodeHeader } from "./header.ts"
import type { Entry } from "./header.ts"
import { memberOf, writerOf } from "./state.ts"
import type { LogState } from "./state.ts"

// spec/relay.md §14: files beside entries, as the relay sees them: a name, a size and bytes. What is inside is spec/ledger.md §23.

/** salt 32 | commit 32. */
export const FILE_HEAD = 64
/** Bytes of plaintext in one piece; the last one has one byte less, and is known by it. */
export const FILE_PIECE = 65_536
const TAG = 16
/** So many pieces a file may have: 2^i, and 5, 6 and 7 quarters of it. The size tells little, and at most a quarter is padding. */
const pieceCounts: readonly number[] = [
  1,
  2,
  3,
  ...[4, 8, 16, 32, 64, 128, 256].flatMap((n) => [n, (n * 5) / 4, (n * 6) / 4, (n * 7) / 4]),
].filter((n) => n <= 384)

export const fileLimits = {
  /** What is inside one, in bytes. */
  bytes: 384 * FILE_PIECE - 5,
  /** A file goes to the relay and comes from it in parts of so many bytes; the last one has what is left. Small enough for a slow connection, which begins a part anew. */
  partBytes: 262_144,
  /** A file with so many bytes inside comes to a reader by itself, right after its entry; a larger one when its page is looked at. */
  comesAlong: 1_048_571,
  /** What the files of one member in a log have together, as they lie there. */
  memberBytes: 1_073_741_824,
  /** One that did not become whole goes so long after its last part. */
  unfinishedDays: 7,
} as const

export function sealedSize(pieces: number): number {
  return FILE_HEAD + pieces * (FILE_PIECE + TAG) - 1
}

/** How many pieces so many bytes of plaintext take: the smallest number there is that has room for them. Null: more than a file holds. */
export function piecesFor(plain: number): number | null {
  return pieceCounts.find((n) => plain <= n * FILE_PIECE - 1) ?? null
}

/** How many pieces a sealed file of this size has; null when none has it. */
export function piecesIn(sealed: number): number | null {
  return pieceCounts.find((n) => sealedSize(n) === sealed) ?? null
}

export function partCount(sealed: number): number {
  return Math.ceil(sealed / fileLimits.partBytes)
}

/** How long part n of a file of this size is; 0 where it has none. */
export function partLength(sealed: number, n: number): number {
  return Math.max(0, Math.min(fileLimits.partBytes, sealed - n * fileLimits.partBytes))
}

/** The name of a file: bound to the device that stored it, so that nobody takes away, or stores, under another's name. `digest` is SHA-256 of the sealed file. */
export function blobId(device: Uint8Array, digest: Uint8Array): Bytes {
  return H("blob", concat(device, digest))
}

export interface LetGo {
  /** The devices, of any state, whose files these may be. */
  readonly devices: readonly Bytes[]
  readonly ids: readonly Bytes[]
}

/** What a redact that stands lets go of: files its signer's own member stored, and nobody else's (ATTACKS 55). Null when it names none, is void or no redact. */
export function letGoBy(state: LogState, entry: Entry, verdict: EntryVerdict | undefined): LetGo | null {
  const header = decodeHeader(entry.header)
  if (!header.ok || header.value.kind !== 3 || verdict?.verdict !== "ok") return null
  const ids = decodeRedact(entry.body ?? new Uint8Array(0))?.blobs ?? []
  const writer = writerOf(state, header.value.device)
  const member = writer === null ? undefined : memberOf(state, writer)
  if (ids.length === 0 || member === undefined) return null
  return { devices: devicesOf(state, member.id), ids }
}

/** Every device a member ever had in this log. */
export function devicesOf(state: LogState, member: Uint8Array): readonly Bytes[] {
  return [...state.devices.values()].filter((d) => equalBytes(d.member, member)).map((d) => d.id)
}
