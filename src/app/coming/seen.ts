import type { Snapshot } from "../shown.ts"
import type { State } from "../state.ts"
import { waitsForRoom } from "./coming.ts"
import { absentIn } from "./letting.ts"

/** What a screen may know of devices that are not everywhere; left out while all are. */
export function comingSeen(state: State): Pick<Snapshot, "absent" | "comes"> {
  const absent = absentIn(state)
  return {
    ...(absent.length === 0 ? {} : { absent }),
    ...(waitsForRoom(state) ? { comes: "waits" } : {}),
  }
}
