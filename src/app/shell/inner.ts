import type { Moment } from "../../practices/practice.ts"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import type { Snapshot } from "../session/shown.ts"
import type { GateState } from "./use-gate.ts"
import type { Host } from "./host.ts"
import type { Way } from "./way.ts"

/** What every page behind the lock may use. */
export interface Inner {
  readonly keeper: Keeper
  readonly session: Session
  readonly snapshot: Snapshot
  readonly moment: Moment
  readonly way: Way
  readonly gate: GateState
  readonly host: Host
  readonly link: string | null
  readonly exitUrl: string
  readonly onExitUrl: (url: string) => void
  readonly onExit: () => void
  readonly onLock: () => Promise<void>
  readonly onLinkUsed: () => void
  /** Nothing of this site is on the device any more. */
  readonly onForgot: () => void
  readonly offerPassphrase: () => void
  readonly withdrawOffer: () => void
  /** Nothing here is kept: what is about this device is left out. */
  readonly madeUp?: object
}
