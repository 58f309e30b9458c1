import { createDraft } from "#ledger"
import type { AnyDraft, Tools } from "#ledger"
import type { Day } from "#practices"
import { equalBytes, presentMembers, writerOf } from "#wire"
import type { Book } from "../keeping/book.ts"

/**
 * Who comes later reads nothing of before (spec/ledger.md §9.2), no name either. So a name said before they came is said once more: with what lets them in, or
 * right before the next words its owner chose to write. Never by itself.
 */
export function nameAgain(t: Tools, book: Book, day: Day, since = newest(book)): readonly AnyDraft[] {
  const said = book.entries.findLast(
    (held) => held.opened?.kind === "home.named" && isMine(book, held.header.device),
  )
  if (said?.opened === null || said === undefined || said.seq > since) return []
  const { body } = said.opened
  const draft = createDraft(t, { kind: 1, name: "home.named", body, day, basis: book.state.head })
  return draft.ok ? [draft.value] : []
}

function newest({ state }: Book): number {
  return Math.max(0, ...presentMembers(state).map((m) => m.since))
}

function isMine({ state, member }: Book, device: Uint8Array): boolean {
  const writer = writerOf(state, device)
  return writer !== null && equalBytes(writer, member)
}
