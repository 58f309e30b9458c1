import type { KeeperDeps } from "./keeper.ts"
import { unwrap } from "./lock.ts"
import type { Profile } from "./lock.ts"
import type { Store } from "../store/store.ts"
import { forgetTries, tryAt } from "./tries.ts"

/** One try of a passphrase; wrong ones slow the next one down, across tabs. */
export function tryPassphrase(
  { tools, clock, stretch, exclusive }: Pick<KeeperDeps, "tools" | "clock" | "stretch" | "exclusive">,
  on: Store,
  profiles: readonly Profile[],
  passphrase: string,
) {
  return exclusive("tries", async () => {
    const waitSeconds = await tryAt(on, tools.decodeUtf8, clock().at)
    if (waitSeconds > 0) return { ok: false as const, because: "slow-down" as const, waitSeconds }
    const found = await unwrap(tools, on, stretch, profiles, passphrase)
    if (!found.ok) return { ok: false as const, because: "wrong" as const }
    await forgetTries(on)
    return found
  })
}
