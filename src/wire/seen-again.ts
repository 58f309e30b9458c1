import { toHex } from "./bytes.ts"
import type { Header } from "./header.ts"
import { Seen } from "./seen.ts"
import type { Content, LogState } from "./state.ts"

// What the fold has seen of entries that stood, for who has those entries and need not fold them again: beside the fold (fold.ts: foldEntry), and in every test the same.

export interface Sighted {
  readonly uids: Map<string, true>
  readonly contents: Map<string, Content>
}

export function nothingSighted(): Sighted {
  return { uids: new Map(), contents: new Map() }
}

/** One more entry that stood, void or not. It writes into what it is given: ten thousand are told it one after the other. */
export function sight(into: Sighted, { device, uid, kind, seq }: Header, entryHashHex: string): void {
  const [deviceHex, uidHex] = [toHex(device), toHex(uid)]
  into.uids.set(deviceHex + uidHex, true)
  if (kind === 1 || kind === 4) into.contents.set(entryHashHex, { kind, device: deviceHex, uid: uidHex, seq })
}

/** The whole state again, from what is small in it and what was sighted. */
export function stateFrom(
  small: Omit<LogState, "uids" | "contents" | "redacted"> & { readonly redacted: readonly string[] },
  { uids, contents }: Sighted,
): LogState {
  const redacted = small.redacted.reduce((seen, hash) => seen.with(hash, true), new Seen<true>())
  return {
    ...small,
    uids: new Seen([uids], uids.size),
    contents: new Seen([contents], contents.size),
    redacted,
  }
}
