import { inviteKeys } from "#ledger"
import type { Moment } from "#practices"
import { checkEntries, emptyLog } from "#wire"
import type { Bytes, Slot } from "#wire"
import type { Ground } from "../keeping/ground.ts"
import { isOver } from "../people/here.ts"
import { ending, heard, inviteOf, isChanged } from "../inviting/invite.ts"
import type { InviteDeps } from "../inviting/invite.ts"
import { heardAsJoiner, inviteIn, isTooOld, metChain, stoppingJoin } from "../inviting/join.ts"
import type { Chain } from "../inviting/join.ts"
import type { Appended } from "./relay-answers.ts"
import type { RelayClient } from "./relay-client.ts"
import { byLink } from "./signing-in.ts"
import type { Chore, Inviting, Joining, Left, Said, State } from "../keeping/state.ts"

// Carries an invitation's letters to and from the mailbox. What they mean is invite.ts and join.ts.

export interface ExchangeDeps extends InviteDeps {
  readonly ground: Ground
  readonly relay: RelayClient
  readonly clock: () => Moment
}
export type Reached = "on" | "off"
/** Why there is no news, although the relay answers. "removed": it says that these keys belong there no more. "misnamed": it does not know its own address.
 * "went-back": it lost something, has it back, and waits for the others to show what they hold.
 * "stranger": it is not the one everybody agreed on. */
export type Unheard = "forgot" | "went-back" | "removed" | "misnamed" | "stranger"

/** One look at everything that is open between two people who do not share a log yet. */
export async function exchange(deps: ExchangeDeps): Promise<Reached | Unheard> {
  for (const step of [stepInviting, stepJoining, stepChores]) {
    const reached = await step(deps)
    if (reached !== "on") return reached
  }
  return "on"
}

function boxOf(secret: Bytes): { readonly H: Bytes; readonly inviteId: Bytes } {
  const { H, inviteId } = inviteKeys(secret)
  return { H, inviteId }
}

async function stepInviting(deps: ExchangeDeps): Promise<Reached> {
  const { ground, relay, clock } = deps
  const { inviting } = ground.now()
  if (inviting === null || inviteOf(ground.now(), inviting.secret) === null) return "on"
  let mail = await relay.mail(boxOf(inviting.secret))
  // A changed request ends the invitation; so it is read once more before it is believed.
  if (mail.ok && (await isChanged(deps, ground.now(), mail.value)))
    mail = await relay.mail(boxOf(inviting.secret))
  if (!mail.ok) return "off"
  const { value } = mail
  await ground.turn((state) =>
    same(state.inviting, inviting) ? heard(deps, state, value, clock().at) : stay(state),
  )
  const now = ground.now().inviting
  if (now === null) return "on"
  if ((await sendAsInviter(deps, now, "reveal", now.reveal)) === "off") return "off"
  return sendAsInviter(deps, now, "answer-inviter", now.mine)
}

const same = (a: { readonly secret: Bytes } | null, b: { readonly secret: Bytes }): boolean =>
  a !== null && a.secret.join() === b.secret.join()
const stay = (state: State): Promise<State> => Promise.resolve(state)

async function sendAsInviter(
  deps: ExchangeDeps,
  of: Inviting,
  slot: Slot,
  left: Left | Said | null,
): Promise<Reached> {
  if (left === null || left.sent) return "on"
  const put = await deps.relay.put(boxOf(of.secret), slot, left.bytes)
  if (!isTaken(put)) return "off"
  await deps.ground.turn(async (state) => {
    if (!same(state.inviting, of) || state.inviting === null) return state
    if (put.is === "refused")
      return ending(deps, state, put.because === "invite-over" ? "too-old" : "changed-on-the-way")
    const key = slot === "reveal" ? "reveal" : "mine"
    return state.inviting[key]?.bytes.join() === left.bytes.join()
      ? { ...state, inviting: { ...state.inviting, [key]: { ...left, sent: true } } }
      : state
  })
  return "on"
}

function isTaken(put: Appended): put is Extract<Appended, { is: "stored" | "refused" }> {
  return put.is === "stored" || put.is === "refused"
}

async function stepJoining(deps: ExchangeDeps): Promise<Reached | Unheard> {
  const { ground, relay, clock } = deps
  const { joining } = ground.now()
  if (joining === null) return "on"
  const chain = await chainOf(deps, joining)
  if (chain === "off" || chain === "misnamed") return chain
  if (chain === "broken") {
    await ground.turn(async (state) =>
      same(state.joining, joining) ? stoppingJoin(state, "changed-on-the-way") : state,
    )
    return "on"
  }
  // It stood there when the request was made: the relay no longer has it, and nothing ends by that.
  const isGone = joining.inviteHash !== null && inviteIn(chain, joining.secret) === null
  if (isGone && !isTooOld(joining, clock().at)) return "forgot"
  await ground.turn((state) =>
    same(state.joining, joining) ? metChain(deps, state, chain, clock()) : stay(state),
  )
  const met = ground.now().joining
  if (met === null) return "on"
  if ((await sendAsJoiner(deps, met, "request", met.request)) === "off") return "off"
  const mail = await relay.mail(boxOf(joining.secret))
  if (!mail.ok) return "off"
  await ground.turn((state) =>
    same(state.joining, joining) ? heardAsJoiner(deps, state, chain, mail.value) : stay(state),
  )
  const now = ground.now().joining
  return now === null ? "on" : sendAsJoiner(deps, now, "answer-joiner", now.mine)
}

async function sendAsJoiner(
  deps: ExchangeDeps,
  of: Joining,
  slot: Slot,
  left: Left | Said | null,
): Promise<Reached> {
  if (left === null || left.sent) return "on"
  const put = await deps.relay.put(boxOf(of.secret), slot, left.bytes)
  if (!isTaken(put)) return "off"
  await deps.ground.turn(async (state) => {
    if (!same(state.joining, of) || state.joining === null) return state
    if (put.is === "refused")
      return stoppingJoin(state, put.because === "invite-over" ? "too-old" : "link-unusable")
    const key = slot === "request" ? "request" : "mine"
    return state.joining[key]?.bytes.join() === left.bytes.join()
      ? { ...state, joining: { ...state.joining, [key]: { ...left, sent: true } } }
      : state
  })
  return "on"
}

/** The whole chain of a log we hold no book of. What does not check is read once more before it is believed: the wire may have cut it. */
async function chainOf(deps: ExchangeDeps, joining: Joining): Promise<ReadChain> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const chain = await readChain(deps, joining)
    if (chain !== "broken") return chain
  }
  return "broken"
}

type ReadChain = Chain | "off" | "broken" | "misnamed"

async function readChain(deps: ExchangeDeps, { logId, secret }: Joining): Promise<ReadChain> {
  let chain: Chain = { entries: [], verdicts: [], state: emptyLog(logId) }
  for (;;) {
    const served = await deps.relay.read(logId, chain.entries.length, byLink(secret))
    // Nothing under this link: never, or not any more, or a relay that lost it. What stands then is an empty log.
    if (!served.ok && served.error.type === "nothing") return chain
    if (!served.ok && served.error.type === "misnamed") return served.error.type
    if (!served.ok) return served.error.type === "away" ? "off" : "broken"
    if (served.value.entries.length === 0) return chain
    const checked = await checkEntries(deps.verify, chain.state, served.value.entries)
    if (checked.fault !== null) return "broken"
    const entries = [...chain.entries, ...served.value.entries]
    chain = { entries, verdicts: [...chain.verdicts, ...checked.verdicts], state: checked.state }
  }
}

/** Tells what ended, until it is told; the invite's end in the log is decided with the next signing. */
async function stepChores(deps: ExchangeDeps): Promise<Reached> {
  for (const chore of deps.ground.now().chores) {
    for (const left of chore.ended.filter((e) => !e.sent)) {
      const put = await deps.relay.put(boxOf(chore.secret), "ended", left.bytes)
      if (!isTaken(put)) return "off"
      await deps.ground.turn(async (state) => ({
        ...state,
        chores: state.chores.map((c) => (same(c, chore) ? told(c, left) : c)),
      }))
    }
  }
  if (deps.ground.now().chores.some((c) => isDone(deps.ground.now(), c)))
    await deps.ground.turn(async (state) => ({
      ...state,
      chores: state.chores.filter((c) => !isDone(state, c)),
    }))
  return "on"
}

function told(chore: Chore, left: Left): Chore {
  const is = (e: Left): boolean => e.bytes.join() === left.bytes.join()
  return { ...chore, ended: chore.ended.map((e) => (is(e) ? { ...e, sent: true } : e)) }
}

function isDone(state: State, chore: Chore): boolean {
  const invite = inviteOf(state, chore.secret)
  const isOpen = invite === null ? state.signed !== null : invite.state === "open" && !isOver(state)
  return chore.ended.every((e) => e.sent) && !(chore.cancel && isOpen)
}
