import { createDevice, createLog } from "#ledger"
import type { Tools } from "#ledger"
import type { Day, Moment, Ref, Target } from "#practices"
import type { Verify } from "#wire"
import { emptyBook, taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { isOnlyRead } from "../copy/copied.ts"
import { boundTo } from "../files/due.ts"
import type { Ground } from "../keeping/ground.ts"
import { paced, unhurried } from "../keeping/pace.ts"
import type { Pace } from "../keeping/pace.ts"
import { accepting, answering, ending, started } from "../inviting/invite.ts"
import { answeringAsJoiner, joining as joiningOf, leaving } from "../inviting/join.ts"
import { movingTo, withMovingDone } from "../moving/moving.ts"
import type { NotMoving } from "../moving/moving.ts"
import { withSaidDone } from "../people/proposals.ts"
import type { QueuedContent, State } from "../keeping/state.ts"
import { isTogether } from "./queue.ts"
import type { Session } from "../session/session.ts"
import { sharedThings } from "../session/shared-things.ts"
import { takenBack, takingAllBack } from "./taking-back.ts"
import { takingOut } from "./taking-out.ts"
import { asData } from "../words-in.ts"
import { keepingIn, mayBeWritten, queuing } from "./writing.ts"
import type { Place } from "./writing.ts"

// What a person can do, each as one turn: it is on the disk when it resolves.

export interface ActionDeps {
  readonly tools: Tools
  readonly verify: Verify
  readonly place: Place
  readonly clock: () => Moment
  readonly ground: Ground
  readonly relayOrigin: string
  readonly look: () => Promise<void>
  readonly pace?: Pace
}
export interface Actions extends Pick<
  Session,
  "keep" | "queue" | "sendNow" | "takeBack" | "takeAllBack" | "takeOut" | "going" | "proposals" | "invite"
> {
  readonly privateBook: () => Promise<Book>
}

export function actions(deps: ActionDeps): Actions {
  const { ground, look, tools, clock, pace = unhurried } = deps
  return {
    privateBook: () => privateBook(deps),
    keep: (kind, body) => keep(deps, kind, body),
    queue: async (kind, body, options) => {
      const target = await queue(deps, kind, body, options)
      // What is held is nobody's business yet, not even that it was chosen.
      if (options.holdMinutes <= 0 && isTogether(ground.now())) void look()
      return target
    },
    sendNow: async (ref) => {
      await ground.turn(async (state) => {
        const released = state.queue.map((q) =>
          q.ref === ref && q.is === "content" ? { ...q, notBefore: null } : q,
        )
        return { ...state, queue: released }
      })
      void look()
    },
    takeBack: async (ref) => {
      const { queue: left } = await ground.turn(async (state) => takenBack(tools, state, ref, clock().day))
      // Taken back while it waited: nobody ever knew of it.
      if (left.some((q) => q.is === "redact" || q.unwanted)) void look()
    },
    takeAllBack: async () => {
      await ground.turn((state) => {
        const mine = sharedThings(state).filter((thing) => thing.waits || !thing.kept)
        const refs = mine.map(({ ref }) => ref)
        return paced(takingAllBack(tools, state, refs, clock().day), pace)
      })
      void look()
    },
    takeOut: async (ref) => {
      await ground.turn(async (state) => {
        const queue = takingOut(deps.tools, state, ref)
        return queue === state.queue ? state : { ...state, queue }
      })
      void look()
    },
    going: {
      choose: async (going) => {
        await ground.turn(async (state) => ({ ...state, going }))
        await look()
      },
      stepOut: async (isAway) => {
        await ground.turn(async (state) => ({ ...state, isAway }))
        void look()
      },
    },
    proposals: {
      agree: (ref) => saying(deps, ref, "agree"),
      withdraw: (ref) => saying(deps, ref, "withdraw"),
      move: (line) => moving(deps, line),
    },
    invite: invitation(deps),
  }
}

async function moving({ ground, look, relayOrigin }: ActionDeps, line: string): Promise<NotMoving | null> {
  const to = movingTo(ground.now(), line, relayOrigin)
  if (typeof to === "string") return to
  await ground.turn(async (state) => withMovingDone({ ...state, moving: to }))
  await look()
  return null
}

async function saying({ ground, look }: ActionDeps, ref: string, say: "agree" | "withdraw"): Promise<void> {
  await ground.turn(async (state) =>
    withSaidDone({ ...state, said: [...state.said.filter((s) => s.ref !== ref), { ref, say }] }),
  )
  await look()
}

/** The private log begins with the first need of it, in the background of the first page. */
async function privateBook({ tools, ground }: ActionDeps): Promise<Book> {
  const there = ground.now().private
  if (there !== null) return there
  const state = await ground.turn(async (now) => {
    if (now.private !== null) return now
    const device = await createDevice(tools)
    const log = await createLog(tools, device)
    const bare = emptyBook({ log: "private", device, member: log.member, logId: log.state.logId })
    const verdicts = [{ verdict: "ok" as const }]
    return { ...now, private: await taking(tools, bare, [log.entry], { state: log.state, verdicts }) }
  })
  if (state.private === null) throw new Error("no private log")
  return state.private
}

async function keep(deps: ActionDeps, kind: string, body: unknown): Promise<Target> {
  await privateBook(deps)
  const { day } = deps.clock()
  let target: Target | null = null
  await deps.ground.turn(async (state) => {
    if (state.private === null || state.alarm === "private-damaged") throw new Error("storage damaged")
    const verdict = mayBeWritten(state, kind, body, day)
    if (!verdict.ok) throw new Error(verdict.because)
    const kept = await keepingIn(deps.tools, deps.place, state, { kind, body, day })
    target = kept.target
    return kept.state
  })
  if (target === null) throw new Error("nothing kept")
  return target
}

async function queue(
  deps: ActionDeps,
  kind: string,
  body: unknown,
  options: Parameters<Session["queue"]>[2],
): Promise<Target> {
  const { at, day } = deps.clock()
  let target: Target | null = null
  await deps.ground.turn(async (state) => {
    const again = saidLast(state, { kind, body, day, from: options.from ?? null })
    if (again !== null) {
      target = { ref: again.ref, version: again.entry.version }
      return state
    }
    const device = state.shared?.device ?? state.device ?? (await createDevice(deps.tools))
    const ready = { ...state, device: state.device ?? device }
    const verdict = mayBeWritten(ready, kind, body, day)
    if (!verdict.ok) throw new Error(verdict.because)
    const hold = Math.max(0, options.holdMinutes) * 60_000
    const item = queuing(deps.tools, ready, device, {
      kind,
      body,
      day,
      notBefore: hold > 0 ? at + hold : null,
      hold,
      from: options.from ?? null,
    })
    target = { ref: item.ref, version: item.entry.version }
    return boundTo({ ...ready, queue: [...ready.queue, item] }, item)
  })
  if (target === null) throw new Error("nothing queued")
  return target
}

/**
 * The very words that were the last of their kind to be chosen, today, and have not gone yet: a second press, another tab with the same page, or a page that was
 * locked before it could put its draft away. They are said once.
 */
function saidLast(
  { queue: all }: State,
  of: { readonly kind: string; readonly body: unknown; readonly day: Day; readonly from: Ref | null },
): QueuedContent | null {
  const last = all.findLast((q) => q.is === "content" && q.entry.kind === of.kind)
  if (last?.is !== "content" || last.notSent !== null || last.unwanted) return null
  if (last.from !== of.from || last.entry.day !== of.day) return null
  return JSON.stringify(last.entry.body) === JSON.stringify(asData(of.body)) ? last : null
}

function invitation(deps: ActionDeps): Session["invite"] {
  const { ground, look, tools, relayOrigin } = deps
  return {
    start: async (called) => {
      await ground.turn(async (state) =>
        isOnlyRead(state) ? state : started(tools, state, deps.clock().at, called),
      )
      await look()
    },
    cancel: async () => {
      await ground.turn((state) => ending(deps, state, null))
      void look()
    },
    accept: async () => {
      // Once more, right before the nonce is spent: a second request would have ended it.
      await look()
      await ground.turn((state) => accepting(deps, state))
      await look()
    },
    answer: async (verdict) => {
      await ground.turn((state) =>
        state.joining === null ? answering(deps, state, verdict) : answeringAsJoiner(deps, state, verdict),
      )
      await look()
    },
    join: async (link, name) => {
      if (isOnlyRead(ground.now())) return { ok: false, because: "only-read" }
      const begun = await ground.turn(async (state) => {
        const joined = await joiningOf(deps, state, { link, name, at: deps.clock().at, relayOrigin })
        if (typeof joined === "string") return { ...state, stopped: joined }
        // An invitation of one's own, and another link opened before, end here.
        const alone = await leaving(deps, await ending(deps, state, null), null)
        return { ...alone, joining: joined, stopped: null }
      })
      if (begun.joining !== null) await look()
      const { joining, stopped } = ground.now()
      if (joining !== null || stopped === null) return { ok: true }
      await ground.turn(async (state) => ({ ...state, stopped: null }))
      return { ok: false, because: stopped }
    },
    leaveWaiting: async () => {
      await ground.turn((state) => leaving(deps, { ...state, stopped: null }, null))
      void look()
    },
  }
}
