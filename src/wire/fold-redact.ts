import { equalBytes, toHex } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { decodeRedact } from "./control-layout.ts"
import type { RedactTarget } from "./control.ts"
import { writerOf } from "./state.ts"
import type { Content, LogState, Member } from "./state.ts"
import type { VoidReason } from "./structural.ts"

// Taking back (spec/ledger.md §7.3). Content: any device of its author's member, alone. Kept content: everybody who belonged when it was written, each by an entry.

export function foldRedact(state: LogState, writer: Member, body: Bytes): LogState | VoidReason {
  const redact = decodeRedact(body)
  if (redact === null) return "layout"
  let after: LogState | VoidReason = state
  for (const target of redact.targets) {
    after = foldTarget(after, writer, target)
    if (typeof after === "string") return after
  }
  return after
}

function foldTarget(state: LogState, writer: Member, target: RedactTarget): LogState | VoidReason {
  const hash = toHex(target.entryHash)
  const content = state.contents.get(hash)
  if (content === undefined || content.device !== toHex(target.device) || content.uid !== toHex(target.uid))
    return "target"
  if (content.kind === 4) return foldKept(state, writer, hash, content)
  const author = writerOf(state, target.device)
  if (author === null || !equalBytes(writer.id, author)) return "not-author"
  return { ...state, redacted: state.redacted.with(hash, true) }
}

/** Also who has left since: what was kept together is let go together. */
function foldKept(state: LogState, writer: Member, hash: string, content: Content): LogState | VoidReason {
  const belonged = state.members
    .filter((m) => m.since <= content.seq && (m.left === null || m.left > content.seq))
    .map((m) => toHex(m.id))
  const mine = toHex(writer.id)
  if (!belonged.includes(mine)) return "not-author"
  if (state.redacted.has(hash)) return state
  const by = [...new Set([...(state.taking.get(hash) ?? []), mine])]
  const taking = new Map([...state.taking, [hash, by]])
  if (!belonged.every((id) => by.includes(id))) return { ...state, taking }
  taking.delete(hash)
  return { ...state, taking, redacted: state.redacted.with(hash, true) }
}
