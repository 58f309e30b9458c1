import { home, stateOf } from "#practices"
import type { Moment, Reader, Ref } from "#practices"
import { toBase64url } from "#wire"
import type { Waiting, Whereabouts } from "../../practices/view.ts"
import type { Seen } from "./around.ts"
import { comingSeen } from "../coming/seen.ts"
import { isOnlyRead, sharedSeen } from "../copy/copied.ts"
import { goingOf } from "../people/going.ts"
import { isOver } from "../people/here.ts"
import { headWords } from "#ledger"
import { inviteStep } from "../inviting/invite-seen.ts"
import { linkingSeen } from "../linking/seen.ts"
import { peopleHere } from "../people/people-here.ts"
import { movingSeen } from "../moving/seen.ts"
import { isTogetherHere, peopleOf } from "../people/people-of.ts"
import { proposedIn } from "../people/proposals.ts"
import { isTogether } from "../sending/queue.ts"
import { recoverySeen } from "../recovery/seen.ts"
import { goesOnFromHere } from "../earlier/going-on.ts"
import { whyAnew } from "../earlier/earlier.ts"
import type { Snapshot } from "./shown.ts"
import type { State } from "../keeping/state.ts"
import { heldAs } from "../sending/writing.ts"

export function snapshotOf(state: State, seen: Seen, zone: string): Snapshot {
  const { house, lockMinutes, alarm, copied } = state
  const going = goingOf(state)
  const proposed = proposedIn(state)
  const here = peopleHere(state)
  return {
    house,
    reader: readerOf(state),
    people: peopleOf(state),
    standing: house.standing,
    waiting: waitingIn(state),
    invite: inviteStep(state, seen, zone),
    ...(seen.storageRefuses ? { storageRefuses: true } : {}),
    ...(seen.thrownAway ? { thrownAway: true } : {}),
    ...(seen.server === null ? {} : { server: seen.server }),
    ...(seen.filesWait === null ? {} : { filesWait: seen.filesWait }),
    ...(seen.isStale ? { isStale: true } : {}),
    ...missingIn(state),
    ...recoverySeen(state),
    ...linkingSeen(state, seen),
    ...comingSeen(state, seen.origin),
    ...newestIn(state),
    ...(state.vouched === null || state.vouched.proof === null ? {} : { isContradicted: true }),
    ...elsewhereIn(state, seen),
    ...(here === null ? {} : { here }),
    ...(going === undefined ? {} : { going }),
    ...(copied === null ? {} : { copied: { day: copied.day, onlyRead: isOnlyRead(state) } }),
    ...(proposed.length === 0 ? {} : { proposed }),
    ...movingSeen(state, seen.origin),
    together: isTogetherHere(state),
    bowl: bowlOf(state),
    connection: seen.connection,
    hasPassphrase: seen.hasPassphrase,
    lockMinutes,
    alarm,
  }
}

/** Spaces that were put away, and whether another one can be begun. */
function elsewhereIn(
  state: State,
  { noNews }: Seen,
): Pick<Snapshot, "anew" | "earlier" | "goesOn" | "noNews"> {
  const { shared, joining, earlier } = state
  const anew = whyAnew(state)
  const logs = earlier.map(({ part }) => part.state.logId)
  const goesOn = joining?.goesOn === true || (shared !== null && goesOnFromHere(shared.entries, logs))
  return {
    ...(anew === null ? {} : { anew }),
    ...(earlier.length === 0 ? {} : { earlier: earlier.length }),
    ...(goesOn ? { goesOn } : {}),
    ...(noNews === null ? {} : { noNews }),
  }
}

/** Two who have been given the same see the same words. */
function newestIn({ shared }: State): Pick<Snapshot, "newest"> {
  const head = shared?.state.head ?? null
  return head === null || (shared?.state.members.length ?? 0) < 2
    ? {}
    : { newest: { seq: head.seq, words: headWords(head.hash) } }
}

/** The first four bytes of the log's id, which is a hash: as good as dice, and the same on both phones. */
function bowlOf(state: State): number {
  const book = isTogetherHere(state) ? sharedSeen(state) : (state.copied?.own[0] ?? state.private)
  const [a = 0, b = 0, c = 0, d = 0] = book?.state.logId ?? []
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}

function readerOf(state: State): Reader {
  const { own } = stateOf(state.house, home)
  const seen = sharedSeen(state)
  return {
    own: state.private === null ? "" : toBase64url(state.private.member),
    shared: seen !== null && isTogetherHere(state) ? toBase64url(seen.member) : null,
    // Alone for nobody in particular, and then joined by someone after all: the words must fit two people.
    relation:
      isTogetherHere(state) && (own.relation ?? "nobody") === "nobody"
        ? "friend"
        : (own.relation ?? "nobody"),
    mayReach: own.inTouch !== "no",
    ...(isOver(state) ? { isOver: true } : {}),
  }
}

function missingIn(state: State): { readonly missing?: number } {
  const missing = (state.shared?.entries ?? []).filter((held) => held.shut === "missing").length
  return missing === 0 ? {} : { missing }
}

function waitingIn(state: State): readonly Waiting[] {
  const goesAt = (notBefore: number | null): number | null => (isTogether(state) ? notBefore : null)
  return state.queue.flatMap((q): readonly Waiting[] =>
    q.is === "content" && !q.unwanted
      ? [
          {
            ref: q.ref,
            kind: q.entry.kind,
            body: q.entry.body,
            goes: goesAt(q.notBefore),
            day: q.entry.day,
          },
        ]
      : [],
  )
}

export function whereIs(state: State, ref: Ref, now: Moment): Whereabouts {
  const q = state.queue.find((item) => item.ref === ref)
  if (q?.is === "content" && q.notSent !== null) return { at: "not-sent", because: q.notSent }
  if (q?.is === "content") {
    if (!isTogether(state) || isOver(state)) return { at: "waiting", goes: null, for: "invite" }
    const isHeld = q.notBefore !== null && q.notBefore > now.at
    return isHeld
      ? { at: "waiting", goes: q.notBefore, for: "hold" }
      : { at: "waiting", goes: null, for: "connection" }
  }
  if (heldAs(state, ref) === null) return { at: "phone" }
  return isOnlyRead(state) ? { at: "copy" } : { at: "server" }
}

export function ownOf(state: State, shared: Ref): Ref | null {
  const waits = state.queue.find((q) => q.ref === shared)
  const went = stateOf(state.house, home).own.shared.find((pair) => pair.is === shared)
  return (waits?.is === "content" ? waits.from : null) ?? went?.was ?? null
}
