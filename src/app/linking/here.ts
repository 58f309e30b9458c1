import type { LinkedHere } from "../door/door.ts"
import type { Opened } from "../door/lock.ts"
import { profilesIn } from "../door/lock.ts"
import { broughtIn } from "../recovery/bring.ts"
import type { BringDeps } from "../recovery/bring.ts"
import { createRecoveryClient } from "../recovery/client.ts"
import { createRelayClient } from "../server/relay-client.ts"
import type { Store } from "../store/store.ts"
import { arriveOnce, givingUp } from "./arriving.ts"
import { letGoOf } from "./parcel.ts"
import { withoutLinking } from "./row.ts"
import { movingIn } from "./moving-in.ts"

type Linked = Exclude<LinkedHere, { readonly is: "here" }> | { readonly is: "here"; readonly profile: Opened }

/** One step of the new device. At the end of it stands a profile: all of it in one batch of rows, or none. */
export function linkedHere(deps: BringDeps, store: Store, link: string | null): Promise<Linked> {
  const { tools, verify, relay, relayOrigin } = deps
  return deps.exclusive("returning", async () => {
    if ((await profilesIn(tools, store)).length > 0) return { is: "stopped", because: "not-empty" }
    const client = createRecoveryClient(relay, relayOrigin)
    const arrived = await arriveOnce({ tools, verify, store, client, relayOrigin }, link)
    if (arrived.is === "waits") return { ...arrived, trouble: null }
    if (arrived.is !== "welcome") return arrived
    const log = createRelayClient(relay, relayOrigin, tools)
    const state = await movingIn(
      { tools, verify, client, relay: log, relayOrigin },
      arrived.of,
      arrived.welcome,
    )
    const waits = { is: "waits", words: null, agreed: true } as const
    if (!state.ok) return { ...waits, trouble: state.error.type }
    const brought = await broughtIn(deps, store, state.value, [withoutLinking])
    if (!brought.ok) return { ...waits, trouble: brought.because }
    // Read and kept: the letterbox goes. Where that cannot be said now, the other device lets go of it.
    await client.drop(arrived.of.keys.store)
    if (arrived.welcome.parcel !== null) await letGoOf(client, arrived.welcome.parcel)
    return { is: "here", profile: brought.profile }
  })
}

export function leftHere(deps: BringDeps, store: Store): Promise<void> {
  const { tools, verify, relay, relayOrigin } = deps
  const client = createRecoveryClient(relay, relayOrigin)
  return deps.exclusive("returning", () => givingUp({ tools, verify, store, client, relayOrigin }))
}
