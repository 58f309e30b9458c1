import { createDraft, draftCancel, draftInvite } from "#ledger"
import type { AnyDraft } from "#ledger"
import type { Day } from "#practices"
import { concat, decodeRef, presentMembers, toBase64url } from "#wire"
import type { Admit } from "#wire"
import type { Book } from "../keeping/book.ts"
import { continuing } from "../earlier/going-on.ts"
import { goingNow, owedBefore } from "./going.ts"
import { isOver } from "./here.ts"
import { inviteOf, readRequest } from "../inviting/invite.ts"
import type { InviteDeps } from "../inviting/invite.ts"
import { movingNow } from "../moving/moving.ts"
import { admittedNow, introducedName, isProposed, saidNow } from "./proposals.ts"
import { addingNow } from "../linking/adding.ts"
import { lettingNow } from "../coming/letting.ts"
import { removingNow, setNow } from "../recovery/sets.ts"
import type { State } from "../keeping/state.ts"

// What the log should be told now of what people chose, decided on the state as it is: never placed again, always decided again, with a fresh uid and a fresh key
// (spec/ledger.md §11). One thing at a time: what stands after an operation may have changed by it.

/** Going comes first: nothing else a person chose may hold it. */
export async function decided(deps: InviteDeps, state: State, day: Day): Promise<readonly AnyDraft[]> {
  const { tools } = deps
  const ways: readonly (() => readonly AnyDraft[] | Promise<readonly AnyDraft[]>)[] = [
    () => removingNow(tools, state),
    () => goingNow(tools, state),
    () => setNow(tools, state),
    () => addingNow(deps, state),
    () => lettingNow(deps, state),
    () => cancelled(deps, state),
    () => saidNow(tools, state),
    () => movingNow(tools, state, day),
    () => admittedNow(tools, state, day),
    () => continuing(tools, state),
    () => invited(deps, state, day),
  ]
  for (const way of ways) {
    const drafts = await way()
    if (drafts.length > 0) return drafts
  }
  return []
}

function cancelled({ tools }: InviteDeps, state: State): readonly AnyDraft[] {
  if (isOver(state)) return []
  for (const chore of state.chores) {
    const invite = inviteOf(state, chore.secret)
    if (chore.cancel && invite?.state === "open") return [draftCancel(tools, invite.ref)]
  }
  return []
}

/** The invite; and when both said "same", the admit, or, where others are here too, the question to them. */
async function invited(deps: InviteDeps, state: State, day: Day): Promise<readonly AnyDraft[]> {
  const { shared, inviting } = state
  const { tools } = deps
  if (shared === null || inviting === null || isOver(state)) return []
  const invite = inviteOf(state, inviting.secret)
  if (invite === null) return [draftInvite(tools, { ...inviting, logId: shared.state.logId })]
  const isAgreed = inviting.mine?.answer === "same" && inviting.theirs === "same"
  if (!isAgreed || inviting.chosen === null || invite.state !== "open") return []
  const request = await readRequest(deps, state, invite, inviting.secret, inviting.chosen)
  const ref = decodeRef(invite.ref)
  if (request === null || ref === null) return []
  const act = { op: "admit" as const, invite: concat(ref.device, ref.uid), ...request, nA: inviting.nA }
  if (presentMembers(shared.state).length === 1) return [{ uid: tools.random(16), control: act }]
  if (isProposed(shared, act)) return []
  const named = introduction(deps, state, shared, { act, called: inviting.called ?? "", day })
  return [...named, { uid: tools.random(16), control: { op: "propose", act } }]
}

/** What the inviter calls them goes right before the question: those who are asked read a name. */
function introduction(
  { tools }: InviteDeps,
  { house }: State,
  book: Book,
  of: { readonly act: Omit<Admit, "epoch">; readonly called: string; readonly day: Day },
): readonly AnyDraft[] {
  const { called, day } = of
  const member = toBase64url(of.act.member)
  if (called === "" || introducedName(house, member, toBase64url(book.member)) === called) return []
  const body = { member, name: called }
  const draft = createDraft(tools, { kind: 1, name: "home.introduced", body, day, basis: book.state.head })
  return draft.ok ? [...owedBefore(tools, book), draft.value] : []
}
