import { fromHex } from "#wire"
import type { Book } from "../keeping/book.ts"
import { toGiveAgain } from "../files/giving-again.ts"
import type { SyncDeps } from "./sync.ts"
import { hasBegunAnew, heardNow, noted, stands } from "./vouched.ts"
import type { Said } from "./vouched.ts"

/** Keeps what the relay put its name to, where that stands. A head without a name is read all the same; it only proves nothing. */
export async function note(
  { ground, verify, clock }: Pick<SyncDeps, "ground" | "verify" | "clock">,
  book: Book,
  said: Said | null,
): Promise<void> {
  const { at } = clock()
  if (said === null || !(await stands(verify, book.state.logId, said))) {
    // From the first answer on it is known since when none was signed.
    if (ground.now().heard === null)
      await ground.turn(async (state) => ({ ...state, heard: state.heard ?? { hour: 0, at } }))
    return
  }
  const ours = fromHex(book.entries[said.seq]?.hash ?? "")
  await ground.turn(async (state) => {
    const vouched = noted(state.vouched, said, ours?.length === 32 ? ours : null)
    const heard = heardNow(state.heard, said, at)
    if (vouched === state.vouched && heard === state.heard) return state
    const told = { ...state, vouched, heard }
    return hasBegunAnew(state.vouched, vouched) ? toGiveAgain(told) : told
  })
}
