import { home, stateOf } from "#practices"
import type { House } from "#practices"
import { checkEntries, equalBytes, goesOnElsewhere, isOrigin, originHash, toHex } from "#wire"
import type { Bytes, Checked, Entry, LogState, Verify } from "#wire"
import { mine } from "../people/here.ts"
import type { State } from "../keeping/state.ts"

// Which server everybody agreed on (spec/relay.md §13), and what that means for this one. Pure: nothing is asked of anybody here.

type Relay = NonNullable<LogState["relay"]>

/** This very agreement, as it is kept when its server was given up for good. */
export function nameOf({ ed, origin }: Relay): string {
  return toHex(ed) + toHex(origin)
}

type Here = Pick<State, "shared" | "givenUp">
/** Whether a log in this state goes on at another server than this one. */
type Elsewhere = (state: Pick<LogState, "relay">) => boolean

export function elsewhere({ givenUp }: Pick<State, "givenUp">, origin: string): Elsewhere {
  return ({ relay }) => relay !== null && goesOnElsewhere({ relay }, origin) && givenUp !== nameOf(relay)
}

/** What is shared goes on at another server than this one: this one is asked for nothing of it any more. */
export function isMoved(state: Here, origin: string): boolean {
  return state.shared !== null && elsewhere(state, origin)(state.shared.state)
}

/** The key of the server everybody agreed on, where this is its address; null: nobody agreed on one for this log. */
export function keyAgreed({ shared, givenUp }: Here, origin: string, log: Bytes): Bytes | null {
  if (shared === null || !equalBytes(shared.state.logId, log)) return null
  const { relay } = shared.state
  if (relay === null || givenUp === nameOf(relay) || goesOnElsewhere(shared.state, origin)) return null
  return relay.ed
}

/** The address somebody here said for it; null: nobody did, and a hash cannot be read by anybody. */
export function addressOf(house: House, { origin }: Pick<Relay, "origin">): string | null {
  const said = stateOf(house, home).shared.moving ?? []
  return said.findLast((text) => isOrigin(text) && equalBytes(originHash(text), origin)) ?? null
}

/** This person has what it takes to write again elsewhere: a sheet that is whole, and its key in what is shared. */
export function canArrive({ shared, recovery }: Pick<State, "shared" | "recovery">): boolean {
  const recoveryKey = mine(shared)?.recovery ?? null
  return recoveryKey !== null && recovery.sheet?.ready === true && recovery.pending === null
}

/**
 * What is taken of what was served: up to and with the entry with which everybody had agreed on another server, and nothing after it. So all who follow it hold the
 * same, whatever this server goes on to say.
 */
export async function upToTheMove(
  verify: Verify,
  from: LogState,
  entries: readonly Entry[],
  checked: Checked,
  isElsewhere: Elsewhere,
): Promise<Checked> {
  if (!isElsewhere(checked.state)) return checked
  let [state, verdicts]: [LogState, Checked["verdicts"]] = [from, []]
  for (const entry of entries) {
    if (isElsewhere(state)) return { state, verdicts, fault: null }
    const one = await checkEntries(verify, state, [entry])
    if (one.fault !== null) return { state, verdicts, fault: { at: verdicts.length, error: one.fault.error } }
    ;[state, verdicts] = [one.state, [...verdicts, ...one.verdicts]]
  }
  return { state, verdicts, fault: checked.fault }
}
