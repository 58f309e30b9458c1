import type { Snapshot } from "../shown.ts"
import type { State } from "../state.ts"
import { otherDevices } from "./sets.ts"

/** What a screen may know of all this; left out while there is nothing to know. */
export function recoverySeen(state: State): Pick<Snapshot, "recovery"> {
  const { recovery, shared, private: own } = state
  const { sheet, copying, returned, uses, removing } = recovery
  if (sheet === null && copying === null && returned === null && uses.length + removing.length === 0)
    return {}
  const lost = [own, shared].reduce(
    (most, book) => Math.max(most, book === null ? 0 : otherDevices(book).length),
    0,
  )
  return {
    recovery: {
      sheet: sheet && { day: sheet.day, ready: sheet.ready },
      copying: copying && { day: copying.day, elsewhere: copying.elsewhere },
      returned: returned && { ...returned, here: recovery.returning === null },
      lost: returned === null ? 0 : lost,
      removing: removing.length > 0,
      uses,
    },
  }
}
