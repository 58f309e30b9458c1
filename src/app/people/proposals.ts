import type { AnyDraft, Tools } from "#ledger"
import { home, stateOf } from "#practices"
import type { Day, House } from "#practices"
import { equalBytes, fromHex, isAgreed, presentMembers, toBase64url, toHex } from "#wire"
import type { Admit, Bytes, Invite, LogState, Proposal } from "#wire"
import type { Book } from "../keeping/book.ts"
import { isOver, isSeniorHere, mine } from "./here.ts"
import { addressOf, canArrive } from "../moving/agreed.ts"
import { nameAgain } from "./own-name.ts"
import type { Proposed } from "../inviting/invite-step.ts"
import type { State } from "../keeping/state.ts"

// What everybody who is here has to agree to (spec/ledger.md §7.3): letting somebody in, ending it where there are more than two, and going on at another server.
// Each is asked on their own device; nobody is told who has not answered, and no answer is an answer too.

type AdmitAct = Omit<Admit, "epoch">

/** The invite an admit's fields answer, while it is open. */
function inviteFor(state: LogState, act: AdmitAct): Invite | null {
  const ref = toBase64url(act.invite)
  return [...state.invites.values()].find((i) => i.ref === ref && i.state === "open") ?? null
}

/** Whether it can still come to anything: an admit whose invite was taken back cannot. */
function isAlive(state: LogState, { act, state: is }: Proposal): boolean {
  if (is !== "open" && is !== "complete") return false
  if (act.op === "admit") return inviteFor(state, act) !== null
  if (act.op === "relay.set") return is === "open"
  return act.op === "close" && state.closed === null
}

function hasAgreed(book: Book, proposal: Proposal): boolean {
  return proposal.approvedBy.includes(toHex(book.member))
}

function mayAgree(state: State, book: Book, proposal: Proposal | undefined): proposal is Proposal {
  if (proposal === undefined || proposal.state !== "open" || !isAlive(book.state, proposal)) return false
  // To a place that nobody can read, or from which this person could not write, nobody goes.
  if (proposal.act.op === "relay.set" && (addressOf(state.house, proposal.act) === null || !canArrive(state)))
    return false
  return !hasAgreed(book, proposal) && (proposal.act.op !== "close" || isSeniorHere(book))
}

function isWithdrawable(book: Book, proposal: Proposal | undefined): proposal is Proposal {
  return proposal !== undefined && isAlive(book.state, proposal) && equalBytes(proposal.member, book.member)
}

export function approval(t: Tools, ref: string, { hash }: Proposal): AnyDraft {
  return { uid: t.random(16), control: { op: "approve", proposal: bytesOf(ref), hash } }
}

function bytesOf(ref: string): Bytes {
  const bytes = fromHex(ref)
  if (bytes === null) throw new Error("a proposal without a ref")
  return bytes
}

/** What a person said to a proposal, decided on the state as it is now. */
export function saidNow(t: Tools, state: State): readonly AnyDraft[] {
  const { shared, said } = state
  if (shared === null) return []
  for (const { ref, say } of said) {
    const proposal = shared.state.proposals.get(ref)
    if (say === "agree" && mayAgree(state, shared, proposal)) return [approval(t, ref, proposal)]
    if (say === "withdraw" && isWithdrawable(shared, proposal))
      return [{ uid: t.random(16), control: { op: "cancel", target: bytesOf(ref) } }]
  }
  return []
}

/** What was said and stands, or can no longer be said, is let go. */
export function withSaidDone(state: State): State {
  const { shared } = state
  const left = state.said.filter(({ ref, say }) => {
    const proposal = shared?.state.proposals.get(ref)
    if (shared === null) return false
    return say === "agree" ? mayAgree(state, shared, proposal) : isWithdrawable(shared, proposal)
  })
  return left.length === state.said.length ? state : { ...state, said: left }
}

/** Everybody has said yes, this person too: then anybody's app may let them in, and whoever is first does. */
export function admittedNow(t: Tools, state: State, day: Day): readonly AnyDraft[] {
  const { shared } = state
  if (shared === null || isOver(state)) return []
  for (const proposal of shared.state.proposals.values()) {
    const { act } = proposal
    if (act.op !== "admit" || proposal.state !== "complete" || !hasAgreed(shared, proposal)) continue
    if (inviteFor(shared.state, act) !== null && isAgreed(shared.state, act))
      return [{ uid: t.random(16), control: act }, ...nameAgain(t, shared, day, Infinity)]
  }
  return []
}

/** Whether these very fields stand as a proposal that is still alive. */
export function isProposed({ state }: Book, act: AdmitAct): boolean {
  return [...state.proposals.values()].some(
    (p) => isAlive(state, p) && p.act.op === "admit" && equalBytes(p.act.ed, act.ed),
  )
}

/** Ending it where more than two are here: proposed, or agreed to when somebody proposed it before. */
export function closingTogether(t: Tools, book: Book): readonly AnyDraft[] {
  const open = [...book.state.proposals].filter(([, p]) => p.act.op === "close" && isAlive(book.state, p))
  if (open.some(([, p]) => hasAgreed(book, p))) return []
  const [first] = open
  if (first !== undefined) return [approval(t, ...first)]
  return [{ uid: t.random(16), control: { op: "propose", act: { op: "close" } } }]
}

export function needsEverybody({ state }: Book): boolean {
  return presentMembers(state).length > 2
}

/** Whether this person said that they would like it to end, and not everybody has. */
export function isClosingProposed(book: Book): boolean {
  return [...book.state.proposals.values()].some(
    (p) => p.act.op === "close" && isAlive(book.state, p) && hasAgreed(book, p),
  )
}

/** The name those who are here gave to somebody who is not here yet; theirs counts who asks for it. */
export function introducedName(house: House, member: string, by: string): string {
  const { introduced = [] } = stateOf(house, home).shared
  return introduced.findLast((i) => i.member === member && i.by === by)?.name ?? ""
}

export function proposedIn(state: State): readonly Proposed[] {
  const { shared, house } = state
  if (shared === null || mine(shared)?.left !== null) return []
  return [...shared.state.proposals].flatMap(([ref, p]): readonly Proposed[] => {
    if (!isAlive(shared.state, p) || p.act.op === "version") return []
    const by = toBase64url(p.member)
    const name =
      p.act.op === "admit"
        ? introducedName(house, toBase64url(p.act.member), by)
        : p.act.op === "relay.set"
          ? (addressOf(house, p.act) ?? "")
          : ""
    const what = p.act.op === "relay.set" ? "move" : p.act.op
    const isSaid = state.said.some((s) => s.ref === ref && s.say === "agree")
    const agreed = isSaid || hasAgreed(shared, p)
    return [{ ref, what, by, name, agreed, mine: equalBytes(p.member, shared.member) }]
  })
}
