import { isUnclaimed, limits } from "#wire"
import type { Book } from "../keeping/book.ts"
import type { State } from "../keeping/state.ts"

const day = 86_400_000

/** A log of one, and nothing is under way that needs it: a relay keeps such a log for its time (spec/relay.md §8) and owes nobody more. */
export function isLetGo({ inviting, joining, signed, going }: State, { state }: Book, at: number): boolean {
  const isInviting = inviting !== null && at <= inviting.since + limits.exchangeDays * day
  const isNeeded = isInviting || joining !== null || signed !== null || going !== null
  return isUnclaimed(state) && !isNeeded
}
