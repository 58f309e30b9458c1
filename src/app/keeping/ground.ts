import type { Tools } from "#ledger"
import { difference, empty, load, turnsIn, turnsOp } from "./ground-rows.ts"
import { lettingGo } from "../files/held-by.ts"
import { houseOf } from "./house-of.ts"
import { unhurried } from "./pace.ts"
import type { Pace } from "./pace.ts"
import { changedIn, forgetting } from "../remember/forgetting.ts"
import { usual } from "../remember/index-row.ts"
import type { Sizes } from "../remember/index-row.ts"
import { remembering } from "../remember/remembering.ts"
import type { State } from "./state.ts"
import type { Vault, VaultOp } from "./vault.ts"

// The ground the session stands on: its state in memory and, sealed, on the disk. A turn is the only way to change it: it sees the newest state, and what it
// makes counts only once the disk has the whole of it. Several tabs take turns through `exclusive`, and each reads anew what another wrote.

/** Runs one after the other, across all tabs of this profile. */
export type Exclusive = <T>(name: string, act: () => Promise<T>) => Promise<T>

export interface Ground {
  readonly now: () => State
  /** Returns the state it made, or the same to change nothing. Rejects when the disk refuses: then nothing has changed. */
  readonly turn: (
    act: (state: State) => Promise<State>,
    /** Parts of files, written with it. */
    parts?: readonly VaultOp[],
  ) => Promise<State>
  readonly subscribe: (listener: () => void) => () => void
  /** Takes over what another tab wrote. */
  readonly refresh: () => Promise<void>
  /** Writes a little more of what is to be remembered; whether there is more. No turn: nothing changes but how fast this opens next time. */
  readonly remember: () => Promise<boolean>
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
  readonly pace?: Pace
  readonly sizes?: Sizes
}): Promise<Ground> {
  const { tools, vault, pace = unhurried, sizes = usual } = o
  const on = { tools, vault, pace, sizes }
  let { state, turns, inDoubt } = await load(on)
  const listeners = new Set<() => void>()
  const settle = (next: State): void => {
    state = next
    for (const listener of listeners) listener()
  }
  let closed = false
  const fresh = async (): Promise<void> => {
    if (closed || !(await o.isCurrent())) throw new Error("locked")
    if ((await turnsIn(tools, vault)) === turns) return
    const loaded = await load(on)
    // Locked meanwhile: what was read is not taken in any more.
    if (closed) throw new Error("locked")
    ;({ turns, inDoubt } = loaded)
    settle(loaded.state)
  }
  const exclusive = <T>(act: () => Promise<T>): Promise<T> => o.exclusive(`profile.${o.profile}`, act)
  return {
    now: () => state,
    turn: (act, parts = []) =>
      exclusive(async () => {
        await fresh()
        const acted = await act(state)
        if (acted === state) return state
        const made = lettingGo(state, acted)
        const sameBooks =
          made.private === state.private &&
          made.unplaced === state.unplaced &&
          made.shared === state.shared &&
          made.copied === state.copied
        const changed = changedIn(state, made)
        const changes = state.changes + (changed === null ? 0 : 1)
        const house = sameBooks ? state.house : houseOf(made, state)
        const next = { ...made, changes, house }
        const forgotten =
          changed && (await forgetting(on, changed, { before: state.changes, after: changes }))
        const ops = [...difference(state, next), ...parts, ...(forgotten ?? []), turnsOp(turns + 1)]
        const written = await vault.write(ops)
        // No room for a picture is told where it was put: there may still be room for every word.
        if (parts.length === 0 || written.ok) o.onRefused?.(!written.ok)
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
    remember: () =>
      exclusive(async () => {
        await fresh()
        // What the disk lost may still be in what is remembered: that is not written over.
        if (state.alarm?.endsWith("-damaged") === true) return false
        const { ops, more } = await remembering({ ...on, inDoubt }, state)
        const written = ops.length === 0 || closed ? null : await vault.write(ops)
        if (written?.ok !== true) return false
        inDoubt = false
        return more
      }),
    close: () => {
      closed = true
      state = { ...empty, house: houseOf(empty, null) }
      listeners.clear()
    },
  }
}
