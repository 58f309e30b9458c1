import { home, stateOf } from "#practices"
import type { Ref } from "#practices"
import { decodeRef, toHex } from "#wire"
import { sharedSeen } from "../copy/copied.ts"
import type { State } from "../keeping/state.ts"

/** What a page of one's own became in the space of now, or will once it has gone; what it became in an earlier one is no answer. */
export function sharedOf(state: State, own: Ref): Ref | null {
  const waits = state.queue.find((q) => q.is === "content" && q.from === own && !q.unwanted)
  const went = stateOf(state.house, home).own.shared.findLast(
    (pair) => pair.was === own && isHere(state, pair.is),
  )
  return waits?.ref ?? went?.is ?? null
}

/** A ref names its writer's device, and a device writes in one log alone. */
function isHere(state: State, ref: Ref): boolean {
  const named = decodeRef(ref)
  return named !== null && sharedSeen(state)?.state.devices.has(toHex(named.device)) === true
}
