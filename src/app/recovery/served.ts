import type { DeviceKeys } from "#ledger"
import { bad, checkEntries, emptyLog, good } from "#wire"
import type { Bytes, Checked, Entry, LogState } from "#wire"
import { elsewhere, upToTheMove } from "../moving/agreed.ts"
import type { Back, ComingDeps } from "./stores.ts"

// What a server gives of a log, from its beginning, to somebody who has nothing of it yet.

export interface Chain {
  readonly entries: readonly Entry[]
  readonly state: LogState
  readonly verdicts: Checked["verdicts"]
}

export async function chainOf(
  { relay, verify, relayOrigin }: Pick<ComingDeps, "relay" | "verify" | "relayOrigin">,
  logId: Bytes,
  keys: DeviceKeys,
): Promise<Back<Chain>> {
  // Behind the agreement to go on elsewhere nothing is taken (spec/relay.md §13).
  const isElsewhere = elsewhere({ givenUp: null }, relayOrigin)
  let chain: Chain = { entries: [], state: emptyLog(logId), verdicts: [] }
  for (;;) {
    if (isElsewhere(chain.state)) return good(chain)
    const served = await relay.read(logId, chain.entries.length, { is: "keys", keys })
    if (!served.ok && served.error.type === "removed") return bad({ type: "replaced" })
    if (!served.ok && served.error.type === "nothing") return bad({ type: "older" })
    if (!served.ok)
      return bad({ type: ["away", "misnamed"].includes(served.error.type) ? "no-connection" : "damaged" })
    if (served.value.entries.length === 0) return good(chain)
    const { entries } = served.value
    const whole = await checkEntries(verify, chain.state, entries)
    const checked = await upToTheMove(verify, chain.state, entries, whole, isElsewhere)
    if (checked.fault !== null) return bad({ type: "damaged" })
    chain = {
      entries: [...chain.entries, ...entries.slice(0, checked.verdicts.length)],
      state: checked.state,
      verdicts: [...chain.verdicts, ...checked.verdicts],
    }
  }
}
