import { encodeHello, sealLetter } from "#ledger"
import type { Moment } from "#practices"
import { DEVICES_MAX, isActive } from "#wire"
import type { Ground } from "../keeping/ground.ts"
import { mine } from "../people/here.ts"
import type { RecoveryClient } from "../recovery/client.ts"
import type { HeldDeps } from "../recovery/held.ts"
import type { State } from "../keeping/state.ts"
import { packedStores } from "./parcel.ts"
import { isOpen, keysOf } from "./linking.ts"
import type { Linking } from "./linking.ts"

export interface GivingDeps extends HeldDeps {
  readonly ground: Ground
  readonly client: RecoveryClient
  readonly clock: () => Moment
}
export type NotLinked = "stopped" | "too-many" | "busy" | "no-connection" | "moved"

export function cannotLink(state: State): NotLinked | null {
  const { private: own, shared, recovery } = state
  if (state.linking !== null && isOpen(state.linking)) return "busy"
  const isComingBack = recovery.returning !== null || recovery.returningOwn !== undefined
  if (own === null || state.alarm !== null || isComingBack || state.isAway) return "stopped"
  const isOut = [own, shared].some(
    (book) => book !== null && mine(book)?.left === null && !isActive(book.state, book.device.id),
  )
  if (isOut) return "stopped"
  const most = Math.max(mine(own)?.devices.length ?? 0, mine(shared)?.devices.length ?? 0)
  return most >= DEVICES_MAX ? "too-many" : null
}

/** Draws what must not be drawn twice, and the first letter. Where the private log is not copied yet, copying begins. */
export async function started(deps: GivingDeps, state: State, rank: 0 | 1): Promise<State> {
  const { tools, clock } = deps
  const { private: own, shared, recovery } = state
  if (cannotLink(state) !== null || own === null) return state
  const adder = ({ state: { logId }, member, device }: NonNullable<State["shared"]>) => ({
    logId,
    member,
    ed: device.ed.publicKey,
    x: device.x.publicKey,
  })
  const isThere = shared !== null && mine(shared)?.left === null
  const hello = encodeHello({ own: adder(own), shared: isThere ? adder(shared) : null })
  const [secret, nA] = [tools.random(32), tools.random(32)]
  const bare: Linking = {
    secret,
    nA,
    since: clock().at,
    rank,
    step: "asking",
    because: null,
    hello,
    out: { n: 0, bytes: hello, sent: false },
    request: null,
    added: false,
    gone: false,
    seen: false,
    beganCopying: recovery.copying === null,
  }
  const bytes = await sealLetter(tools, keysOf(bare), 0, { kind: "hello", content: hello })
  const fresh = {
    store: tools.random(32),
    batchKey: tools.random(32),
    sent: 0,
    upTo: 0,
    day: null,
    since: own.entries.length,
  }
  const before = state.linking
  const boxes =
    before === null || before.gone
      ? []
      : [{ locator: null, store: keysOf(before).store }, ...packedStores(before.parcel)]
  return {
    ...state,
    recovery: { ...recovery, copying: recovery.copying ?? fresh, old: [...recovery.old, ...boxes] },
    linking: { ...bare, out: { n: 0, bytes, sent: false } },
  }
}
