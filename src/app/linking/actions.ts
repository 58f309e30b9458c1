import { fromHex } from "#wire"
import type { Session } from "../session/session.ts"
import { letting } from "../coming/letting.ts"
import { isMoved } from "../moving/agreed.ts"
import { withoutOwed } from "../moving/carried.ts"
import { saying } from "./giving.ts"
import { cannotLink, started } from "./starting.ts"
import type { GivingDeps, NotLinked } from "./starting.ts"
import { lettingOneGo } from "./parting.ts"

export interface LinkingActionDeps extends GivingDeps {
  readonly look: () => Promise<void>
  readonly relayOrigin: string
  readonly privateBook: () => Promise<unknown>
}

/** What needs no passphrase: ending it, and putting away what was read. */
export function linkingActions({ ground, look, ...deps }: LinkingActionDeps): Session["linking"] {
  return {
    end: async (why) => {
      await ground.turn((state) => saying({ ...deps, ground }, state, why))
      await look()
    },
    putAway: async () => {
      await ground.turn(async (state) => {
        const { linking } = state
        if (linking === null) return state
        return { ...state, linking: linking.gone ? null : { ...linking, seen: true } }
      })
    },
  }
}

/** Asked for with the passphrase (ATTACKS 41). Null: it has begun. */
export async function startLink(deps: LinkingActionDeps, comesFirst: boolean): Promise<NotLinked | null> {
  await deps.privateBook()
  await deps.look()
  const because = isMoved(deps.ground.now(), deps.relayOrigin) ? "moved" : cannotLink(deps.ground.now())
  if (because !== null) return because
  await deps.ground.turn((state) => started(deps, state, comesFirst ? 1 : 0))
  await deps.look()
  return null
}

export async function sayTheSame(deps: LinkingActionDeps): Promise<void> {
  await deps.ground.turn((state) => saying(deps, state, "same"))
  await deps.look()
}

/** Another device of this person shall see what is shared here. Asked for with the passphrase. */
export async function letOneSee(deps: LinkingActionDeps, hex: string): Promise<void> {
  const { day } = deps.clock()
  await deps.ground.turn(async (state) =>
    isMoved(state, deps.relayOrigin) ? state : letting(deps, state, hex, day),
  )
  await deps.look()
}

export async function letOneGo(deps: LinkingActionDeps, hex: string): Promise<void> {
  const id = fromHex(hex)
  if (id === null) return
  await deps.ground.turn(async (state) => {
    const isElsewhere = isMoved(state, deps.relayOrigin)
    const after = await lettingOneGo(deps, state, id, isElsewhere)
    return isElsewhere ? withoutOwed(after) : after
  })
  await deps.look()
}
