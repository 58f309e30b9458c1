import { sharedSeen } from "../copy/copied.ts"
import type { Snapshot } from "../session/shown.ts"
import type { State } from "../keeping/state.ts"
import { addressOf, canArrive, elsewhere } from "./agreed.ts"
import { canPropose } from "./moving.ts"
import { waitsSince } from "./write-again-queue.ts"

/** What a screen may know of going on at another server. */
export function movingSeen(state: State, origin: string): Pick<Snapshot, "move"> {
  const seen = sharedSeen(state)
  const relay = seen?.state.relay ?? null
  const isElsewhere = relay !== null && elsewhere(state, origin)({ relay })
  if (seen === null || (!isElsewhere && !canPropose(state) && !state.queue.some(waitsSince))) return {}
  return {
    move: {
      to: isElsewhere ? (addressOf(state.house, relay) ?? "") : null,
      chosen: state.moving !== null,
      ready: canArrive(state),
      waiting: state.queue.filter(waitsSince).length,
    },
  }
}
