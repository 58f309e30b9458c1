import {
  inviteKeys,
  makeAnswer,
  makeEnded,
  makeRequest,
  readEnded,
  readLink,
  readReveal,
  requestHash,
  sasWords,
  startJoining,
} from "#ledger"
import type { Answer, EndReason, Exchange, Joining as LedgerJoining } from "#ledger"
import type { Day, Moment } from "#practices"
import { concat, decodeRef, equalBytes, limits, presentMembers, toHex, writerOf } from "#wire"
import type { Bytes, Device, Entry, EntryVerdict, Invite, LogState } from "#wire"
import { emptyBook, taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { puttingAway, whyAnew } from "../earlier/earlier.ts"
import { goesOnFromHere } from "../earlier/going-on.ts"
import { latest } from "./invite.ts"
import type { InviteDeps } from "./invite.ts"
import type { Mail } from "../server/relay-answers.ts"
import type { Joining, State, Stopped } from "../keeping/state.ts"
import { drawnAnew, queuing } from "../sending/writing.ts"

// The joiner's side (LEDGER, INVITE). Until the admit stands there is no key and no book: the chain up to there is read and verified anew at each step, from the
// log id in the link on.

export interface Chain {
  readonly entries: readonly Entry[]
  readonly verdicts: readonly EntryVerdict[]
  readonly state: LogState
}

const day = 86_400_000

/** Reads the link and draws what the request is made of; nothing is sent before the turn that stores it. */
export async function joining(
  deps: InviteDeps,
  state: State,
  of: { readonly link: string; readonly name: string; readonly at: number; readonly relayOrigin: string },
): Promise<Joining | Stopped> {
  const link = readLink(of.link, deps.tools.decodeUtf8)
  if (!link.ok) return "link-unusable"
  const own = state.shared ?? null
  const isOwn = own !== null && equalBytes(own.state.logId, link.value.logId)
  if (isOwn) return "link-unusable"
  // Whoever shares a space follows only a link to the one its people go on in; the record behind it tells.
  const beside = own !== null && own.state.members.length > 1 ? { beside: own.state.logId } : {}
  const drawn = await startJoining(deps.tools, link.value)
  // Keys drawn for a log that never began were never seen by anybody: they are still fresh for this one.
  const device = own === null && state.signed === null && state.device !== null ? state.device : drawn.device
  return {
    logId: link.value.logId,
    secret: link.value.secret,
    since: of.at,
    name: of.name,
    ...beside,
    elsewhere: link.value.relay !== of.relayOrigin,
    device,
    nB: drawn.nB,
    member: drawn.member,
    inviteHash: null,
    request: null,
    revealed: null,
    mine: null,
    theirs: null,
  }
}

export function inviteIn(chain: Chain, secret: Bytes): Invite | null {
  return chain.state.invites.get(toHex(inviteKeys(secret).H)) ?? null
}

export function stoppingJoin(state: State, because: Stopped | null): State {
  return { ...state, joining: null, stopped: because }
}

/** What the chain says of this invite: the request is made from it, once. */
export async function metChain(deps: InviteDeps, state: State, chain: Chain, now: Moment): Promise<State> {
  const { joining: j } = state
  if (j === null) return state
  const invite = inviteIn(chain, j.secret)
  // One server may have several names: only a log that is not here shows that another one was meant.
  if (invite === null && isTooOld(j, now.at)) return stoppingJoin(state, "too-old")
  if (invite === null) return stoppingJoin(state, j.elsewhere ? "other-server" : "link-unusable")
  if (j.inviteHash !== null && !equalBytes(j.inviteHash, invite.entryHash))
    return stoppingJoin(state, "changed-on-the-way")
  const held = [j.beside, ...state.earlier.map(({ part }) => part.state.logId)]
  const entries = chain.entries.map((entry) => ({ entry }))
  const goesOn = goesOnFromHere(entries, held)
  if (j.beside !== undefined && !goesOnFromHere(entries, [j.beside])) return stoppingJoin(state, "space-here")
  if (invite.state === "used") return admitted(deps, state, j, chain, now.day)
  // Why it was taken back lies in the mailbox; if nothing lies there, it was simply taken back.
  if (invite.state === "cancelled" && j.request === null) return stoppingJoin(state, "cancelled")
  if (isTooOld(j, now.at)) return stoppingJoin(state, "too-old")
  const among = presentMembers(chain.state).length
  if (j.request !== null) return among === j.among ? state : { ...state, joining: { ...j, among } }
  const bytes = await makeRequest(deps.tools, ledgers(j), invite.entryHash)
  const asked = { among, ...(goesOn ? { goesOn } : {}) }
  return {
    ...state,
    joining: { ...j, ...asked, inviteHash: invite.entryHash, request: { bytes, sent: false } },
  }
}

/** The relay lets go of a mailbox after so long, and with it of what the link reads. */
export function isTooOld(j: Joining, at: number): boolean {
  return at > j.since + limits.exchangeDays * day
}

function ledgers(j: Joining): LedgerJoining {
  const { logId, secret, device, nB, member } = j
  return { link: { logId, secret, relay: "" }, device, nB, member }
}

function exchangeOf(j: Joining): Exchange | null {
  if (j.request === null || j.inviteHash === null) return null
  return { logId: j.logId, inviteEntryHash: j.inviteHash, requestHash: requestHash(j.request.bytes) }
}

function inviterIn(chain: Chain, invite: Invite): Device | null {
  const ref = decodeRef(invite.ref)
  return ref === null ? null : (chain.state.devices.get(toHex(ref.device)) ?? null)
}

/** What lies in the mailbox, taken in: the inviter's nonce, held against the log; the answers; the end. */
export async function heardAsJoiner(
  deps: InviteDeps,
  state: State,
  chain: Chain,
  mail: Mail,
): Promise<State> {
  const { joining: j } = state
  const invite = j === null ? null : inviteIn(chain, j.secret)
  const exchange = j === null ? null : exchangeOf(j)
  const inviter = invite === null ? null : inviterIn(chain, invite)
  if (j === null || invite === null || exchange === null || inviter === null) return state
  for (const bytes of mail.ended) {
    const ended = await readEnded(deps.verify, [inviter.ed], exchange, bytes)
    if (ended.ok) return stoppingJoin(state, ended.value)
  }
  if (invite.state === "cancelled") return stoppingJoin(state, "cancelled")
  let { revealed } = j
  for (const bytes of revealed === null ? mail.reveal : []) {
    const reveal = await readReveal(deps.verify, inviter.ed, exchange, invite.C, bytes)
    if (reveal.ok) revealed = { ed: inviter.ed, x: inviter.x, nA: reveal.value }
    // The nonce went to somebody else's request: for this one there are no words, and the same end as for the other.
    else if (reveal.error.type === "other-request") return stoppingJoin(state, "two-requests")
    else return stoppingJoin(state, "changed-on-the-way")
  }
  const theirs = await latest(deps.verify, mail["answer-inviter"], exchange, "inviter", inviter.ed)
  if (theirs === "different") return stoppingJoin(state, "different")
  if (revealed === j.revealed && theirs === j.theirs) return state
  return { ...state, joining: { ...j, revealed, theirs } }
}

export async function answeringAsJoiner(deps: InviteDeps, state: State, answer: Answer): Promise<State> {
  const { joining: j } = state
  const exchange = j === null ? null : exchangeOf(j)
  if (j === null || exchange === null || j.revealed === null) return state
  const n = (j.mine?.n ?? 0) + 1
  const bytes = await makeAnswer(deps.tools, j.device, exchange, "joiner", n, answer)
  const next = { ...state, joining: { ...j, mine: { n, answer, bytes, sent: false } } }
  return answer === "different" ? leaving(deps, next, "different") : next
}

/** The joiner ends it: the inviter is told through the mailbox, nothing else remains. */
export async function leaving(deps: InviteDeps, state: State, because: "different" | null): Promise<State> {
  const { joining: j } = state
  if (j === null) return state
  const exchange = exchangeOf(j)
  const reason: EndReason = because ?? "cancelled"
  if (exchange === null || j.request?.sent !== true) return stoppingJoin(state, because)
  const bytes = await makeEnded(deps.tools, j.device, exchange, reason)
  const chore = { secret: j.secret, since: j.since, ended: [{ bytes, sent: false }], cancel: false }
  return { ...stoppingJoin(state, because), chores: [...state.chores, chore] }
}

export function joinersWords(j: Joining): readonly number[] | null {
  if (j.revealed === null) return null
  const { ed, x, nA } = j.revealed
  const joiner = { ed: j.device.ed.publicKey, x: j.device.x.publicKey }
  return sasWords({ logId: j.logId, inviter: { ed, x }, joiner, nA, nB: j.nB })
}

/**
 * The invite was used. It is ours when the admit names our own request, byte for byte, both said "same", and its wrap opens to the committed key; then the shared
 * book begins here. A log of our own that nobody joined makes room for it.
 */
async function admitted(
  deps: InviteDeps,
  state: State,
  j: Joining,
  chain: Chain,
  today: Day,
): Promise<State> {
  const member = writerOf(chain.state, j.device.id)
  if (member === null) return stoppingJoin(state, "used")
  const device = chain.state.devices.get(toHex(j.device.id))
  const request = concat(j.member, j.device.ed.publicKey, j.device.x.publicKey)
  const stands = device === undefined ? request : concat(device.member, device.ed, device.x)
  if (device === undefined || !equalBytes(request, stands)) return stoppingJoin(state, "changed-on-the-way")
  // Admitted before this person said "same": the words still decide.
  if (j.mine?.answer !== "same") return state
  // An invitation of our own is taken out of its log before that log is left.
  if (state.chores.some((c) => c.cancel) || state.signed !== null) return state
  const bare = emptyBook({ log: "shared", device: j.device, member: j.member, logId: j.logId })
  const book = await taking(deps.tools, bare, chain.entries, chain)
  if (!book.epochs.has(chain.state.epoch.number)) return stoppingJoin(state, "changed-on-the-way")
  return adopted(deps, state, j, book, today)
}

function adopted(deps: InviteDeps, now: State, j: Joining, book: Book, today: Day): State {
  const state = j.beside === undefined ? now : puttingAway(now, whyAnew(now) ?? "moved", today)
  const isSameDevice = state.device !== null && equalBytes(state.device.id, j.device.id)
  const queue = isSameDevice ? state.queue : drawnAnew(deps.tools, state, j.device)
  const bare = {
    ...state,
    device: j.device,
    shared: book,
    joining: null,
    stopped: null,
    inviting: null,
    vouched: null,
    heard: null,
    // Only in a log of one's own it is said where one comes from.
    goesOn: null,
  }
  if (j.name === "") return { ...bare, queue }
  const named = queuing(deps.tools, { ...bare, queue: [] }, j.device, {
    kind: "home.named",
    body: { name: j.name },
    day: today,
    notBefore: null,
    hold: 0,
    from: null,
  })
  return { ...bare, queue: [{ ...named, n: 0 }, ...queue] }
}
