import { home, stateOf } from "#practices"
import type { Moment, Reader, Ref, Writer } from "#practices"
import { equalBytes, presentMembers, toBase64url } from "#wire"
import type { People, Waiting, Whereabouts } from "../practices/view.ts"
import { dayAt } from "./clock.ts"
import { isOnlyRead, sharedSeen } from "./copy/copied.ts"
import { goingOf } from "./going.ts"
import { isOver, othersHere } from "./here.ts"
import { headWords, inviteLink } from "#ledger"
import { inviteOf } from "./invite.ts"
import { peopleHere } from "./people-here.ts"
import { proposedIn } from "./proposals.ts"
import { isTogether } from "./queue.ts"
import { recoverySeen } from "./recovery/seen.ts"
import type { InviteStep, Snapshot } from "./session.ts"
import type { State } from "./state.ts"
import { tongue } from "./tongue.ts"
import { heldAs, sharedWriter } from "./writing.ts"
import { limits } from "#wire"

/** Where this app stands for others: what an invite link begins with. */
export interface Address {
  readonly app: string
  readonly relay: string
  /** False on this computer's own name without a public https address. */
  readonly usableElsewhere: boolean
}
export interface Seen {
  readonly connection: "on" | "off"
  readonly server: "full" | "forgot" | "went-back" | "removed" | "misnamed" | null
  readonly isStale: boolean
  readonly hasPassphrase: boolean
  readonly storageRefuses: boolean
  readonly thrownAway: boolean
  readonly address: Address | null
  /** The seven words of the exchange that is open; worked out when it changed. */
  readonly words: readonly number[] | null
}

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
    ...(seen.isStale ? { isStale: true } : {}),
    ...missingIn(state),
    ...recoverySeen(state),
    ...newestIn(state),
    ...(state.vouched === null || state.vouched.proof === null ? {} : { isContradicted: true }),
    ...(here === null ? {} : { here }),
    ...(going === undefined ? {} : { going }),
    ...(copied === null ? {} : { copied: { day: copied.day, onlyRead: isOnlyRead(state) } }),
    ...(proposed.length === 0 ? {} : { proposed }),
    together: isTogetherHere(state),
    bowl: bowlOf(state),
    connection: seen.connection,
    hasPassphrase: seen.hasPassphrase,
    lockMinutes,
    alarm,
  }
}

/** Two people stand in what is shared, as far as it can be seen from here. */
function isTogetherHere(state: State): boolean {
  return (sharedSeen(state)?.state.members.length ?? 0) > 1
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

function peopleOf(state: State): People {
  const { own, shared } = stateOf(state.house, home)
  const mine = sharedWriter(state)
  const named = (writer: Writer): string =>
    shared.names.find((n) => n.writer === writer)?.name ??
    shared.introduced?.findLast((i) => i.member === writer)?.name ??
    ""
  const toBeNamed = state.queue.findLast((q) => q.is === "content" && q.entry.kind === "home.named")
  const queued = toBeNamed?.is === "content" ? nameIn(toBeNamed.entry.body) : ""
  const me = [queued, named(mine), state.joining?.name ?? "", own.name].find((name) => name !== "") ?? ""
  const others = othersOf(state)
  // Of one other there may be a name of one's own; of several, each has said theirs.
  const called = (writer: Writer): string => named(writer) || (others.length < 2 ? own.other : "")
  const names = others.length === 0 ? [own.other] : others.map(called)
  const other = new Intl.ListFormat(tongue.locale).format(names.filter((name) => name !== ""))
  const ownId = state.private === null ? null : toBase64url(state.private.member)
  const nameOf = (writer: Writer): string => (writer === mine || writer === ownId ? me : called(writer))
  const gone = goneOf(state).map(named)
  return { me, other, others: names, gone, nameOf, together: isTogetherHere(state) }
}

/** The others who are here; when nobody is any more, those who were. */
function othersOf(state: State): readonly Writer[] {
  const book = sharedSeen(state)
  if (book === null) return []
  const here = othersHere(book)
  const all = here.length > 0 ? here : book.state.members.filter((m) => !equalBytes(m.id, book.member))
  return all.map((m) => toBase64url(m.id))
}

/** Those who left while somebody else is still here. */
function goneOf(state: State): readonly Writer[] {
  const book = sharedSeen(state)
  if (book === null || othersHere(book).length === 0) return []
  const left = book.state.members.filter((m) => m.left !== null && !equalBytes(m.id, book.member))
  return left.map((m) => toBase64url(m.id))
}

function nameIn(body: unknown): string {
  const name: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "name") : ""
  return typeof name === "string" ? name : ""
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

export function sharedOf(state: State, own: Ref): Ref | null {
  const waits = state.queue.find((q) => q.is === "content" && q.from === own && !q.unwanted)
  const went = stateOf(state.house, home).own.shared.findLast((pair) => pair.was === own)
  return waits?.ref ?? went?.is ?? null
}

export function ownOf(state: State, shared: Ref): Ref | null {
  const waits = state.queue.find((q) => q.ref === shared)
  const went = stateOf(state.house, home).own.shared.find((pair) => pair.is === shared)
  return (waits?.is === "content" ? waits.from : null) ?? went?.was ?? null
}

function inviteStep(state: State, seen: Seen, zone: string): InviteStep {
  if (state.stopped !== null) return { step: "stopped", because: state.stopped }
  if (state.joining !== null) return joinerStep(state, seen)
  if (state.inviting !== null) return inviterStep(state, seen, zone)
  return isTogetherHere(state) ? { step: "joined" } : { step: "none" }
}

function joinerStep({ joining }: State, { words }: Seen): InviteStep {
  if (joining === null || joining.request?.sent !== true) return { step: "asking" }
  return joining.revealed === null || words === null
    ? { step: "asked" }
    : compared(words, joining.mine?.answer ?? null, joining.among ?? 0)
}

function inviterStep(state: State, { words, address }: Seen, zone: string): InviteStep {
  const { inviting, shared } = state
  if (inviting === null || shared === null || inviteOf(state, inviting.secret) === null)
    return { step: "preparing" }
  const isSame = inviting.mine?.answer === "same" && inviting.theirs === "same"
  if (isSame && presentMembers(shared.state).length > 1) return { step: "agreeing" }
  if (inviting.chosen !== null && words !== null) return compared(words, inviting.mine?.answer ?? null, 0)
  if (inviting.chosen !== null || inviting.seen.length > 0) return { step: "request" }
  if (address === null) return { step: "preparing" }
  const link = inviteLink(address.app, { logId: shared.state.logId, secret: inviting.secret }, address.relay)
  const until = dayAt(inviting.since + limits.inviteDays * 86_400_000, zone)
  return { step: "link", link, usableElsewhere: address.usableElsewhere, until }
}

function compared(
  words: readonly number[],
  mine: "same" | "different" | "not-yet" | null,
  among: number,
): InviteStep {
  if (mine === "same") return { step: "waiting-for-other", words, among }
  return { step: "compare", words, mine: mine === "not-yet" ? "not-yet" : null, among }
}
