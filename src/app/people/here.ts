import { equalBytes, memberOf, presentMembers, signerOf } from "#wire"
import type { Member } from "#wire"
import type { Book } from "../keeping/book.ts"
import { isOnlyRead } from "../copy/copied.ts"
import type { State } from "../keeping/state.ts"

// Who this person is in what is shared, and whether anything can still be said there.

export function mine(book: Pick<Book, "state" | "member"> | null): Member | undefined {
  return book === null ? undefined : memberOf(book.state, book.member)
}

/** Nothing more can be said in what was shared: this person left, it was ended, or nobody else is there. */
export function isOver(state: State): boolean {
  if (isOnlyRead(state)) return true
  const { shared } = state
  if (shared === null || shared.state.members.length < 2) return false
  return (
    mine(shared)?.left !== null || shared.state.closed !== null || presentMembers(shared.state).length < 2
  )
}

/** Whether this device may leave for its person, or end it: the first of theirs. */
export function isSeniorHere({ state, device }: Book): boolean {
  const signer = signerOf(state, device.id)
  const first = signer?.member.devices[0]
  return signer?.is === "device" && first !== undefined && equalBytes(first, device.id)
}

/** The others who are here: in the order of their coming. */
export function othersHere({ state, member }: Pick<Book, "state" | "member">): readonly Member[] {
  return presentMembers(state).filter((m) => !equalBytes(m.id, member))
}
