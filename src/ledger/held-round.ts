import {
  encodeRef,
  equalBytes,
  fromHex,
  isRedacted,
  memberOf,
  presentMembers,
  signerOf,
  toHex,
  writerOf,
} from "#wire"
import type { Bytes, Header, Json, LogState } from "#wire"
import { answerUid, heldIn } from "./held.ts"
import type { HeldAnswer, Round } from "./held.ts"
import { readRelease } from "./held-release.ts"
import type { Release } from "./held-release.ts"
import type { Recipient } from "./wrap.ts"

// spec/ledger.md §15.3: what the record says of one round. Nothing in it tells who has answered to anyone but the writer of an answer who is about to show it.

/** An entry of the verified chain that stands (is not void), in its order. `said`: what it says; null when it is redacted, missing or does not open. */
export interface RoundEntry {
  readonly header: Header
  /** Hex. */
  readonly hash: string
  readonly said: { readonly kind: string; readonly body: Json } | null
}
export interface RoundNames {
  readonly answer: string
  readonly release: string
}
/** A member's one answer: the first in the chain, whatever became of it. */
export interface StandingAnswer {
  readonly member: Bytes
  readonly header: Header
  readonly ref: string
  readonly hash: Bytes
  /** Null when it was taken back, or is not readable here. */
  readonly held: HeldAnswer | null
}
export interface RoundView {
  /** This member's own answer. */
  readonly mine: StandingAnswer | null
  /** To whom this member may show it now: devices of the others whose answers stand. Empty until then. */
  readonly to: readonly Recipient[]
  /** Answers of others that were shown to this member, with what opens them. */
  readonly shown: readonly { readonly answer: StandingAnswer; readonly release: Release }[]
  /** What taking back one's own answer names: the answer and every release of it. Refs, in the order of the chain. */
  readonly own: readonly string[]
}

/** Reads one round for one member. Pure: the same chain gives the same view on every device of theirs. */
export function viewRound(
  state: LogState,
  entries: readonly RoundEntry[],
  of: { readonly round: Round; readonly names: RoundNames; readonly member: Bytes },
): RoundView {
  const answers = answersIn(state, entries, of.round, of.names)
  const mine = answers.find((a) => equalBytes(a.member, of.member)) ?? null
  const releases = entries.flatMap((entry) => releaseIn(state, entry, of.names, answers))
  const shown = releases.filter(
    ({ answer, at }) =>
      mine !== null &&
      mine.header.seq < at &&
      !equalBytes(answer.member, of.member) &&
      answer.held !== null &&
      !isRedacted(state, toHex(answer.hash)),
  )
  const others = answers.filter((a) => !equalBytes(a.member, of.member) && a.held !== null)
  const ownReleases = releases.filter(({ answer }) => mine !== null && answer === mine)
  return {
    mine,
    to: mine === null || mine.held === null ? [] : devicesOf(state, others),
    shown: shown.map(({ answer, release }) => ({ answer, release })),
    own: mine === null ? [] : [mine.ref, ...ownReleases.map(({ ref }) => ref)],
  }
}

/** The first entry of each member under the uid this round gives them. One that was taken back keeps its place: nobody answers twice. */
function answersIn(
  state: LogState,
  entries: readonly RoundEntry[],
  round: Round,
  names: RoundNames,
): readonly StandingAnswer[] {
  return state.members.flatMap((member): readonly StandingAnswer[] => {
    const uid = answerUid(round, state.logId, member.id)
    const first = entries.find(
      ({ header }) =>
        header.kind === 1 && equalBytes(header.uid, uid) && isOf(state, header.device, member.id),
    )
    if (first === undefined) return []
    const { header, hash, said } = first
    const held = said === null || said.kind !== names.answer ? null : heldIn(round, said.body)
    // Something else under this uid is no answer, and keeps the place all the same.
    if (said !== null && held === null) return []
    const bytes = fromHex(hash) ?? new Uint8Array(0)
    return [{ member: member.id, header, ref: encodeRef(header.device, header.uid), hash: bytes, held }]
  })
}

function isOf(state: LogState, device: Bytes, member: Bytes): boolean {
  const writer = writerOf(state, device)
  return writer !== null && equalBytes(writer, member)
}

interface StandingRelease {
  readonly answer: StandingAnswer
  readonly release: Release
  readonly ref: string
  readonly at: number
}

/** A release counts when the answer's own member wrote it, behind the answer. */
function releaseIn(
  state: LogState,
  { header, said }: RoundEntry,
  names: RoundNames,
  answers: readonly StandingAnswer[],
): readonly StandingRelease[] {
  if (header.kind !== 1 || said === null || said.kind !== names.release) return []
  const release = readRelease(said.body)
  const answer = answers.find((a) => release !== null && equalBytes(a.hash, release.target))
  if (release === null || answer === undefined) return []
  if (!isOf(state, header.device, answer.member) || header.seq <= answer.header.seq) return []
  return [{ answer, release, ref: encodeRef(header.device, header.uid), at: header.seq }]
}

function devicesOf(state: LogState, answers: readonly StandingAnswer[]): readonly Recipient[] {
  const present = presentMembers(state)
  return answers.flatMap(({ member }) => {
    const there = memberOf(state, member)
    if (there === undefined || !present.includes(there)) return []
    return there.devices.flatMap((id): readonly Recipient[] => {
      const signer = signerOf(state, id)
      return signer === null ? [] : [{ id, x: signer.x }]
    })
  })
}
