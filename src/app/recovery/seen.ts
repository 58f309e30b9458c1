import { isActive } from "#wire"
import { mine } from "../people/here.ts"
import { isGoing } from "../linking/parting.ts"
import type { Snapshot } from "../session/shown.ts"
import type { State } from "../keeping/state.ts"
import type { Sheet } from "./recovery.ts"
import { otherDevices } from "./sets.ts"

type SheetSeen = NonNullable<Snapshot["recovery"]>["sheet"]

/** What a screen may know of all this; left out while there is nothing to know. */
export function recoverySeen(state: State): Pick<Snapshot, "recovery"> {
  const { recovery, shared, private: own } = state
  const { sheet, copying, returned, uses, removing } = recovery
  if (sheet === null && copying === null && returned === null && uses.length + removing.length === 0)
    return {}
  const lost = [own, shared].reduce(
    (most, book) =>
      Math.max(most, book === null ? 0 : otherDevices(book).filter((id) => !isGoing(state, id)).length),
    0,
  )
  return {
    recovery: {
      sheet: sheet && {
        day: sheet.day,
        ready: sheet.ready,
        isOlder: sheet.isOlder === true,
        ...newerThan(sheet),
      },
      copying: copying && {
        day: copying.day,
        isGone: own !== null && !isActive(own.state, own.device.id),
        devices: own === null ? 0 : (mine(own)?.devices.length ?? 0),
        forgot: copying.forgot === true,
        lacks: copying.lacks === 2 && copying.forgot !== true,
      },
      returned: returned && { ...returned, here: recovery.returning === null },
      lost: returned === null ? 0 : lost,
      removing: recovery.removing.length + (recovery.removingOwn ?? []).length > 0,
      uses,
    },
  }
}

function newerThan({ newer, isInstead, day }: Sheet): Pick<NonNullable<SheetSeen>, "newer"> {
  if (newer !== undefined) return { newer: { day: newer, isLearned: true } }
  return isInstead === true ? { newer: { day, isLearned: false } } : {}
}
