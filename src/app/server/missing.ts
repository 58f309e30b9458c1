import { filling } from "../keeping/book.ts"
import type { Reached } from "./exchange.ts"
import { keysFor } from "../recovery/sets.ts"
import type { SyncDeps } from "./sync.ts"

/** Asks again for bodies that were not here; a body that comes must be the one its header names. */
export async function missing(deps: Pick<SyncDeps, "ground" | "relay" | "tools">): Promise<Reached> {
  const { shared: book } = deps.ground.now()
  const gone = book?.entries.filter((held) => held.shut === "missing") ?? []
  const first = gone[(deps.tools.random(1)[0] ?? 0) % Math.max(1, gone.length)]
  if (book === null || first === undefined) return "on"
  const keys = await keysFor(deps.tools, deps.ground.now(), book)
  const served = await deps.relay.read(book.state.logId, first.seq, { is: "keys", keys })
  if (!served.ok) return served.error.type === "away" ? "off" : "on"
  const entries = served.value.entries.filter((entry) => entry.body !== null)
  await deps.ground.turn(async (state) => {
    if (state.shared === null) return state
    let shared = state.shared
    for (const entry of entries) shared = await filling(deps.tools, shared, entry)
    return shared === state.shared ? state : { ...state, shared }
  })
  return "on"
}
