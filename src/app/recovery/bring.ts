import { difference, empty, turnsOp } from "../keeping/ground-rows.ts"
import { houseOf } from "../keeping/house-of.ts"
import type { KeeperDeps } from "../door/keeper.ts"
import { bareRow, newProfile, profilesIn } from "../door/lock.ts"
import type { Opened } from "../door/lock.ts"
import { createRelayClient } from "../server/relay-client.ts"
import type { NotReturned } from "../door/door.ts"
import type { State } from "../keeping/state.ts"
import type { Store, StoreOp } from "../store/store.ts"
import { openVault } from "../keeping/vault.ts"
import { place as ledgerPlace } from "#ledger"
import { createRecoveryClient } from "./client.ts"
import { comingBack } from "./coming-back.ts"

export type BringDeps = Pick<
  KeeperDeps,
  "tools" | "verify" | "clock" | "relay" | "relayOrigin" | "place" | "exclusive"
>

export type Brought =
  { readonly ok: true; readonly profile: Opened } | { readonly ok: false; readonly because: NotReturned }

/** A profile of this state, and what else belongs to it: one batch of rows. */
export async function broughtIn(
  { tools }: Pick<BringDeps, "tools">,
  store: Store,
  state: State,
  also: readonly StoreOp[] = [],
): Promise<
  { readonly ok: true; readonly profile: Opened } | { readonly ok: false; readonly because: "full" | "gone" }
> {
  const profile = newProfile(tools)
  const nothing = { ...empty, house: houseOf(empty, null) }
  const whole: Store = { ...store, batch: (rows) => store.batch([...rows, bareRow(profile), ...also]) }
  const vault = await openVault(tools, whole, profile.id, profile.key)
  const written = await vault.write([...difference(nothing, state), turnsOp(1)])
  vault.close()
  return written.ok ? { ok: true, profile } : { ok: false, because: written.error.type }
}

/** From the sheet to a profile: all of it in one batch of rows, or none of it. Only in a browser with nothing in it. */
export async function broughtBySheet(deps: BringDeps, store: Store, code: string): Promise<Brought> {
  const { tools, verify, clock, relay, relayOrigin } = deps
  return deps.exclusive("returning", async () => {
    if ((await profilesIn(tools, store)).length > 0) return { ok: false, because: "not-empty" }
    const client = createRecoveryClient(relay, relayOrigin)
    const log = createRelayClient(relay, relayOrigin, tools)
    const place = deps.place ?? ledgerPlace
    const state = await comingBack({ tools, verify, clock, place, client, relay: log, relayOrigin }, code)
    if (!state.ok) return { ok: false, because: state.error.type }
    return broughtIn(deps, store, state.value)
  })
}
