import { goesOnElsewhere } from "#wire"
import { sharedSeen } from "../copy/copied.ts"
import type { Snapshot } from "../shown.ts"
import type { State } from "../state.ts"
import { addressOf, canArrive, nameOf } from "./agreed.ts"
import { canPropose } from "./moving.ts"
import { waitsSince } from "./write-again-queue.ts"

/** What a screen may know of going on at another server. */
export function movingSeen(state: State, origin: string): Pick<Snapshot, "move"> {
  const seen = sharedSeen(state)
  const relay = seen?.state.relay ?? null
  const isElsewhere =
    seen !== null && relay !== null && goesOnElsewhere(seen.state, origin) && state.givenUp !== nameOf(relay)
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
