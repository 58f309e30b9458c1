import {
  checkRequest,
  createInvitation,
  inviteKeys,
  makeAnswer,
  makeEnded,
  makeReveal,
  readAnswer,
  readEnded,
  requestHash,
  sasWords,
} from "#ledger"
import type { Answer, EndReason, Exchange, Request, Tools } from "#ledger"
import { equalBytes, limits, MEMBERS_MAX, presentMembers, toHex } from "#wire"
import type { Bytes, Invite, Verify } from "#wire"
import { isOver } from "../people/here.ts"
import type { Mail } from "../server/relay-answers.ts"
import type { Chore, Inviting, Left, Said, State, Stopped } from "../keeping/state.ts"

// The inviter's side (LEDGER, INVITE). Each step is a function of what is stored and of what lies in the mailbox; what is to be left there is signed and stored
// first, then sent until it is taken. So it goes on from wherever it was killed.

export interface InviteDeps {
  readonly tools: Tools
  readonly verify: Verify
}

const day = 86_400_000

export function started(t: Tools, state: State, at: number, called = ""): State {
  if (state.inviting !== null || state.joining !== null || isOver(state)) return state
  if (state.shared !== null && presentMembers(state.shared.state).length >= MEMBERS_MAX) return state
  // The log id is set when the log is there; secret and nonce are what must not be drawn twice.
  const { secret, nA } = createInvitation(t, new Uint8Array(32))
  const inviting: Inviting = {
    secret,
    nA,
    since: at,
    seen: [],
    chosen: null,
    reveal: null,
    mine: null,
    theirs: null,
    ...(called === "" ? {} : { called }),
  }
  return { ...state, inviting, stopped: null }
}

export function inviteOf(state: State, secret: Bytes): Invite | null {
  return state.shared?.state.invites.get(toHex(inviteKeys(secret).H)) ?? null
}

function exchangeOf(invite: Invite, state: State, request: Bytes): Exchange {
  const logId = state.shared?.state.logId ?? new Uint8Array(32)
  return { logId, inviteEntryHash: invite.entryHash, requestHash: requestHash(request) }
}

type Judged = Request | "changed" | null

/** The request behind these bytes, if who knows the link made it and holds its keys. "changed": nobody who knows the link wrote it so. */
async function judge(
  deps: InviteDeps,
  state: State,
  invite: Invite,
  secret: Bytes,
  bytes: Bytes,
): Promise<Judged> {
  const logId = state.shared?.state.logId
  if (logId === undefined) return null
  const read = await checkRequest(deps.verify, { logId, secret }, invite.entryHash, bytes)
  if (read.ok) return read.value
  return read.error.type === "mac" ? "changed" : null
}

export async function readRequest(...of: Parameters<typeof judge>): Promise<Request | null> {
  const judged = await judge(...of)
  return judged === "changed" ? null : judged
}

/** Whether all that lies there as a request was changed by somebody who carries the mail and does not know the link. */
export async function isChanged(deps: InviteDeps, state: State, mail: Mail): Promise<boolean> {
  const { inviting } = state
  const invite = inviting === null ? null : inviteOf(state, inviting.secret)
  if (inviting === null || invite === null || inviting.chosen !== null || inviting.seen.length > 0)
    return false
  let changed = false
  for (const bytes of mail.request) {
    const judged = await judge(deps, state, invite, inviting.secret, bytes)
    if (judged !== null && judged !== "changed") return false
    changed ||= judged === "changed"
  }
  return changed
}

/** What the mailbox says now, taken in. */
export async function heard(deps: InviteDeps, state: State, mail: Mail, at: number): Promise<State> {
  const { inviting } = state
  const invite = inviting === null ? null : inviteOf(state, inviting.secret)
  if (inviting === null || invite === null) return state
  const { secret, since, chosen } = inviting
  if (chosen !== null) return heardAnswers(deps, state, inviting, invite, chosen, mail, at)
  if (await isChanged(deps, state, mail)) return ending(deps, state, "changed-on-the-way")
  const seen = [...inviting.seen]
  for (const bytes of mail.request) {
    if (seen.some((other) => equalBytes(other, bytes))) continue
    if ((await readRequest(deps, state, invite, secret, bytes)) !== null) seen.push(bytes)
  }
  if (seen.length > 1) return ending(deps, { ...state, inviting: { ...inviting, seen } }, "two-requests")
  if (seen.length === 0 && at > since + limits.inviteDays * day) return ending(deps, state, "too-old")
  if (at > since + limits.exchangeDays * day) return ending(deps, state, "too-old")
  return seen.length === inviting.seen.length ? state : { ...state, inviting: { ...inviting, seen } }
}

async function heardAnswers(
  deps: InviteDeps,
  state: State,
  inviting: Inviting,
  invite: Invite,
  chosen: Bytes,
  mail: Mail,
  at: number,
): Promise<State> {
  const request = await readRequest(deps, state, invite, inviting.secret, chosen)
  if (request === null) return state
  const exchange = exchangeOf(invite, state, chosen)
  const theirs = await latest(deps.verify, mail["answer-joiner"], exchange, "joiner", request.ed)
  if (theirs === "different") return ending(deps, state, "different")
  for (const bytes of mail.ended) {
    const ended = await readEnded(deps.verify, [request.ed], exchange, bytes)
    if (ended.ok) return ending(deps, state, ended.value)
  }
  if (at > inviting.since + limits.exchangeDays * day) return ending(deps, state, "too-old")
  return theirs === inviting.theirs ? state : { ...state, inviting: { ...inviting, theirs } }
}

/** The answer that counts: "different" whenever it was said, else the one with the highest number. */
export async function latest(
  verify: Verify,
  slot: readonly Bytes[],
  exchange: Exchange,
  who: "inviter" | "joiner",
  ed: Bytes,
): Promise<Answer | null> {
  let best: { readonly n: number; readonly answer: Answer } | null = null
  for (const bytes of slot) {
    const read = await readAnswer(verify, ed, exchange, who, bytes)
    if (!read.ok) continue
    if (read.value.answer === "different") return "different"
    if (best === null || read.value.n > best.n) best = read.value
  }
  return best?.answer ?? null
}

/** The tap: the nonce goes to this one request, and is spent. */
export async function accepting(deps: InviteDeps, state: State): Promise<State> {
  const { inviting } = state
  const [chosen] = inviting?.seen ?? []
  const invite = inviting === null ? null : inviteOf(state, inviting.secret)
  if (inviting === null || invite === null || chosen === undefined || inviting.chosen !== null) return state
  if (state.shared === null) return state
  const exchange = exchangeOf(invite, state, chosen)
  const bytes = await makeReveal(deps.tools, state.shared.device, exchange, inviting.nA)
  return { ...state, inviting: { ...inviting, chosen, reveal: { bytes, sent: false } } }
}

export async function answering(deps: InviteDeps, state: State, answer: Answer): Promise<State> {
  const { inviting } = state
  const invite = inviting === null ? null : inviteOf(state, inviting.secret)
  if (inviting === null || invite === null || inviting.chosen === null || state.shared === null) return state
  const n = (inviting.mine?.n ?? 0) + 1
  const exchange = exchangeOf(invite, state, inviting.chosen)
  const bytes = await makeAnswer(deps.tools, state.shared.device, exchange, "inviter", n, answer)
  const mine: Said = { n, answer, bytes, sent: false }
  const said = { ...state, inviting: { ...inviting, mine } }
  return answer === "different" ? ending(deps, said, "different") : said
}

/** Ends this invitation: nobody is admitted, both are told, and the invite leaves the log. `null`: the person took it back themselves. */
export async function ending(deps: InviteDeps, state: State, because: Stopped | null): Promise<State> {
  const { inviting, shared } = state
  if (inviting === null) return state
  const invite = inviteOf(state, inviting.secret)
  const reason: EndReason = because === "different" || because === "two-requests" ? because : "cancelled"
  const ended: Left[] = []
  if (invite !== null && shared !== null) {
    const told = inviting.chosen === null ? inviting.seen.slice(0, 2) : [inviting.chosen]
    for (const request of told) {
      const exchange = exchangeOf(invite, state, request)
      ended.push({ bytes: await makeEnded(deps.tools, shared.device, exchange, reason), sent: false })
    }
  }
  const chore: Chore = { secret: inviting.secret, since: inviting.since, ended, cancel: true }
  const wasSigned = invite !== null || state.signed !== null
  const chores = wasSigned ? [...state.chores, chore] : state.chores
  return { ...state, inviting: null, stopped: because, chores }
}

/** The seven words as the inviter sees them. */
export async function invitersWords(deps: InviteDeps, state: State): Promise<readonly number[] | null> {
  const { inviting, shared } = state
  const invite = inviting === null ? null : inviteOf(state, inviting.secret)
  if (inviting?.chosen == null || shared === null || invite === null) return null
  const joiner = await readRequest(deps, state, invite, inviting.secret, inviting.chosen)
  if (joiner === null) return null
  const inviter = { ed: shared.device.ed.publicKey, x: shared.device.x.publicKey }
  return sasWords({ logId: shared.state.logId, inviter, joiner, nA: inviting.nA, nB: joiner.nB })
}
