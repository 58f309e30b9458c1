import type { Entries, Ref } from "../../practices/practice.ts"
import type { Desk } from "../../practices/view.ts"
import type { Session } from "../session/session.ts"
import type { Inner } from "./inner.ts"

/** A page of one's own words, and not a small private choice such as opening a letter. */
const isPage = /\.(kept|intended)$/

/** What is being chosen to go, by all that it says: a button pressed twice in one breath says it once. */
const underWay = new WeakMap<Session, Set<string>>()

async function once<T>(session: Session, what: string, act: () => Promise<T>): Promise<T | null> {
  const all = underWay.get(session) ?? new Set()
  underWay.set(session, all)
  if (all.has(what)) return null
  all.add(what)
  try {
    return await act()
  } finally {
    all.delete(what)
  }
}

/** The desk of one room. It asks what must be asked before a first sending; a room cannot go round it. */
export function deskOf(inner: Inner): Desk<Entries> {
  const { session, snapshot, gate, way } = inner
  /** What came with a copy cannot be changed from here; what did not go can still be taken away. */
  const changing = (act: (ref: Ref) => Promise<void>) => async (ref: Ref) => {
    const isFixed = snapshot.copied?.onlyRead === true && !snapshot.waiting.some((w) => w.ref === ref)
    if (isFixed) await gate.pass(true)
    else await act(ref)
  }
  return {
    keep: async (kind, body) => {
      const target = await session.keep(kind, body)
      if (isPage.test(kind)) {
        inner.offerPassphrase()
        void inner.keeper.askToStay()
      }
      return target
    },
    send: (kind, body, options) =>
      once(session, JSON.stringify([kind, body, options]), async () => {
        inner.withdrawOffer()
        if (!(await gate.pass(true))) return null
        const target = await session.queue(kind, body, {
          holdMinutes: options?.holdMinutes ?? 0,
          ...(options?.from === undefined ? {} : { from: options.from }),
        })
        // What is shared is lost with this browser as well.
        void inner.keeper.askToStay()
        const after = session.snapshot()
        if (!after.together && after.invite.step === "none") way.go({ at: "invite" })
        return target
      }),
    ready: () => gate.pass(true),
    may: (kind, body) => session.may(kind, body),
    sendNow: session.sendNow,
    takeBack: changing(session.takeBack),
    takeOut: changing(session.takeOut),
    takenOutBy: session.takenOutBy,
    sharedOf: session.sharedOf,
    ownOf: session.ownOf,
    whereIs: session.whereIs,
    waiting: snapshot.waiting,
    draft: session.draft,
    setDraft: session.setDraft,
    dropDraft: session.dropDraft,
    throwAway: session.throwAwayDrafts,
  }
}
