import { isMoved } from "../moving/agreed.ts"
import type { Snapshot } from "../session/shown.ts"
import type { State } from "../keeping/state.ts"
import { waitsForRoom } from "./coming.ts"
import { absentIn } from "./letting.ts"

/** What a screen may know of devices that are not everywhere; left out while all are. */
export function comingSeen(state: State, origin: string): Pick<Snapshot, "absent" | "comes"> {
  // What everybody agreed to take elsewhere comes to no further device from here.
  const absent = isMoved(state, origin) ? [] : absentIn(state)
  return {
    ...(absent.length === 0 ? {} : { absent }),
    ...(waitsForRoom(state) ? { comes: "waits" } : {}),
  }
}
