import type { Tools } from "#ledger"
import type { Moment } from "#practices"
import { branchSeen } from "../apart/branch-seen.ts"
import type { Ground } from "../keeping/ground.ts"
import { houseOf } from "../keeping/house-of.ts"
import { peopleOf } from "../people/people-of.ts"
import type { Snapshot } from "../session/shown.ts"
import type { State } from "../keeping/state.ts"
import { bringing, ownThings } from "./bring.ts"
import { mayBeWritten } from "../sending/writing.ts"
import { sharedOf } from "../session/shared-of.ts"
import { ownOf, whereIs } from "../session/snapshot.ts"
import type { Session } from "../session/session.ts"
import { sharedThings } from "../session/shared-things.ts"
import { puttingAway, seenAt, whyAnew } from "./earlier.ts"
import type { Earlier } from "./earlier.ts"
import type { Elsewhere } from "./seen.ts"

const holdMinutes = 10

interface ElsewhereDeps {
  readonly tools: Tools
  readonly ground: Ground
  readonly clock: () => Moment
  readonly show: (state: State) => Snapshot
  readonly live: () => Session
}

export function elsewhereOf(deps: ElsewhereDeps): Elsewhere {
  const { ground, clock } = deps
  // An earlier part is told once for each state of what one wrote alone: it does not change any more.
  const told = new WeakMap<Earlier, Pick<State, "private" | "unplaced"> & { readonly state: State }>()
  const stateAt = (earlier: Earlier): State => {
    const now = ground.now()
    const known = told.get(earlier)
    if (known?.private === now.private && known.unplaced === now.unplaced) return known.state
    const bare = seenAt(now, earlier)
    const state = { ...bare, house: houseOf(bare, null) }
    told.set(earlier, { private: now.private, unplaced: now.unplaced, state })
    return state
  }
  return {
    other: () => branchSeen(ground.now()),
    begin: async ({ again }) => {
      await ground.turn(async (state) => {
        const why = whyAnew(state)
        const logId = state.shared?.state.logId ?? null
        return why === null
          ? state
          : { ...puttingAway(state, why, clock().day), goesOn: again ? logId : null }
      })
    },
    earlier: () =>
      ground.now().earlier.map((earlier) => ({
        why: earlier.why,
        day: earlier.day,
        isWhole: earlier.isWhole,
        name: peopleOf(stateAt(earlier)).other,
      })),
    at: (n) => {
      const earlier = ground.now().earlier[n]
      return earlier === undefined ? null : reading(deps, () => stateAt(earlier))
    },
    own: (n) => {
      const earlier = ground.now().earlier[n]
      return earlier === undefined ? [] : ownThings(ground.now(), earlier)
    },
    bring: async (n, refs) => {
      await ground.turn(async (state) => {
        const earlier = state.earlier[n]
        if (earlier === undefined) return state
        const next = await bringing(deps.tools, state, { earlier, refs, holdMinutes }, clock())
        return next.queue.length === state.queue.length ? state : next
      })
    },
  }
}

/** The session as it was there: what would change anything shared is refused by the same rule as in a copy. */
function reading({ live, show, clock }: ElsewhereDeps, at: () => State): Session {
  const refuse = (): Promise<never> => Promise.reject(new Error("house.only-read"))
  const session = live()
  return {
    ...session,
    files: { ...session.files, put: refuse, name: refuse, take: refuse },
    snapshot: () => show(at()),
    may: (kind, body) => mayBeWritten(at(), kind, body, clock().day),
    queue: refuse,
    sendNow: refuse,
    takeBack: refuse,
    takeAllBack: refuse,
    takeOut: refuse,
    takenOutBy: () => [],
    shared: () => sharedThings(at()),
    sharedOf: (own) => sharedOf(at(), own),
    ownOf: (shared) => ownOf(at(), shared),
    whereIs: (ref) => {
      const where = whereIs(at(), ref, clock())
      return where.at === "copy" ? { ...where, isEarlier: true } : where
    },
  }
}
