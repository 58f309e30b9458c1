import { toHex } from "#wire"
import type { Book } from "../keeping/book.ts"
import { isMoved } from "../moving/agreed.ts"
import { withoutOwed } from "../moving/carried.ts"
import { goesNow } from "../moving/write-again-queue.ts"
import type { NotWrittenAgain } from "../moving/write-again.ts"
import type { Session } from "../session/session.ts"
import type { State } from "../keeping/state.ts"
import { operatingAlone } from "./held.ts"
import { copyAll } from "./copying.ts"
import type { CopyDeps } from "./copying.ts"
import { otherDevices } from "./sets.ts"

export interface RecoveryActionDeps extends CopyDeps {
  readonly look: () => Promise<void>
  readonly relayOrigin: string
}

/** What a person can do once they are back, each as one turn. */
export function recoveryActions(deps: RecoveryActionDeps): Session["recovery"] {
  const { ground, look } = deps
  const changing = async (act: (of: State["recovery"]) => State["recovery"]): Promise<void> => {
    await ground.turn(async (state) => ({ ...state, recovery: act(state.recovery) }))
  }
  return {
    removeLost: async () => {
      await ground.turn((state) => removing(deps, state))
      await look()
    },
    confirm: () =>
      changing((of) =>
        of.returned === null ? of : { ...of, returned: { ...of.returned, confirmed: true } },
      ),
    writeAgain: async (code, givesUp) => {
      const { writingAgain } = await import("../moving/write-again.ts")
      const refused: NotWrittenAgain[] = []
      await ground.turn(async (state) => {
        const made = await writingAgain(deps, state, { code, givesUp, origin: deps.relayOrigin })
        if (!made.ok) refused.push(made.error.type)
        return made.ok ? made.value : state
      })
      const [because] = refused
      if (because !== undefined) return { ok: false, because }
      await look()
      return { ok: true }
    },
    sendAgain: async () => {
      await ground.turn(async (state) => ({ ...state, queue: state.queue.map(goesNow) }))
      await look()
    },
    bringTogether: async () => {
      if (isMoved(ground.now(), deps.relayOrigin)) return "off"
      const brought = await copyAll(deps, true)
      return brought === "forgot" ? "off" : brought
    },
    putAway: (id) => changing((of) => ({ ...of, uses: of.uses.filter((use) => use.id !== id) })),
  }
}

/** One job over all logs, tried again until each has it: with the next connection. Only a private log that is copied nowhere has it here and now. */
async function removing(deps: RecoveryActionDeps, state: State): Promise<State> {
  const { private: own, shared, recovery } = state
  const lost = shared === null ? [] : otherDevices(shared).map(toHex)
  if (own !== null && recovery.copying !== null && !isMoved(state, deps.relayOrigin))
    return {
      ...state,
      recovery: { ...recovery, removing: lost, removingOwn: otherDevices(own).map(toHex) },
    }
  const book = own === null ? null : await withoutOthers(deps, own)
  const after = { ...state, private: book, recovery: { ...recovery, removing: lost } }
  return isMoved(state, deps.relayOrigin) ? withoutOwed(after) : after
}

/** With one others may go along, so the next one is looked for each time. */
async function withoutOthers(deps: RecoveryActionDeps, own: Book): Promise<Book> {
  let book = own
  for (let target = otherDevices(book)[0]; target !== undefined; target = otherDevices(book)[0]) {
    const control = { op: "device.remove", target, kept: [] } as const
    book = await operatingAlone(deps, book, book.device, [{ uid: deps.tools.random(16), control }])
  }
  return book
}
