import type { EpochBlock } from "./control.ts"
import type { LogState } from "./state.ts"
import type { VoidReason } from "./structural.ts"
import { wrapsAreFor } from "./wraps.ts"

/** The next epoch, with a wrap for exactly these ids. What is inside the wraps is not looked at: who finds a wrong one begins another. */
export function foldEpoch(state: LogState, epoch: EpochBlock, ids: readonly string[]): LogState | VoidReason {
  if (epoch.number !== state.epoch.number + 1) return "epoch-number"
  if (!wrapsAreFor(epoch.wraps, ids)) return "wraps"
  return {
    ...state,
    epoch: { number: epoch.number, commitment: epoch.commitment },
    isRotationOwed: false,
  }
}
