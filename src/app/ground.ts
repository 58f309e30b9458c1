import type { Tools } from "#ledger"
import { difference, empty, load, turnsIn, turnsOp } from "./ground-rows.ts"
import { houseOf } from "./house-of.ts"
import type { State } from "./state.ts"
import type { Vault } from "./vault.ts"

// The ground the session stands on: its state in memory and, sealed, on the disk. A turn is the only way to change it: it sees the newest state, and what it
// makes counts only once the disk has the whole of it. Several tabs take turns through `exclusive`, and each reads anew what another wrote.

/** Runs one after the other, across all tabs of this profile. */
export type Exclusive = <T>(name: string, act: () => Promise<T>) => Promise<T>

export interface Ground {
  readonly now: () => State
  /** Returns the state it made, or the same to change nothing. Rejects when the disk refuses: then nothing has changed. */
  readonly turn: (act: (state: State) => Promise<State>) => Promise<State>
  readonly subscribe: (listener: () => void) => () => void
  /** Takes over what another tab wrote. */
  readonly refresh: () => Promise<void>
  /** Lets go of everything at once; nothing of it can be reached through here afterwards. */
  readonly close: () => void
}

export async function openGround(o: {
  readonly tools: Tools
  readonly vault: Vault
  readonly exclusive: Exclusive
  readonly profile: string
  /** Told after a write, so that other tabs look. */
  readonly onWritten: () => void
  /** Told after each write whether the disk refused it. */
  readonly onRefused?: (refused: boolean) => void
  /** False once another tab put a new passphrase before this profile: then the keys held here are of yesterday. */
  readonly isCurrent: () => Promise<boolean>
}): Promise<Ground> {
  const { tools, vault } = o
  let { state, turns } = await load(tools, vault)
  const listeners = new Set<() => void>()
  const settle = (next: State): void => {
    state = next
    for (const listener of listeners) listener()
  }
  let closed = false
  const fresh = async (): Promise<void> => {
    if (closed || !(await o.isCurrent())) throw new Error("locked")
    if ((await turnsIn(tools, vault)) === turns) return
    const loaded = await load(tools, vault)
    turns = loaded.turns
    settle(loaded.state)
  }
  const exclusive = <T>(act: () => Promise<T>): Promise<T> => o.exclusive(`profile.${o.profile}`, act)
  return {
    now: () => state,
    turn: (act) =>
      exclusive(async () => {
        await fresh()
        const made = await act(state)
        if (made === state) return state
        const sameBooks =
          made.private === state.private && made.shared === state.shared && made.copied === state.copied
        const next = sameBooks ? { ...made, house: state.house } : { ...made, house: houseOf(made, state) }
        const written = await vault.write([...difference(state, next), turnsOp(turns + 1)])
        o.onRefused?.(!written.ok)
        if (!written.ok) throw new Error(`storage ${written.error.type}`)
        if (closed) throw new Error("locked")
        turns += 1
        settle(next)
        o.onWritten()
        return next
      }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: () => exclusive(fresh),
    close: () => {
      closed = true
      state = { ...empty, house: houseOf(empty, null) }
      listeners.clear()
    },
  }
}
