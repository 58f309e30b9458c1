import { sealSpaceKeys, SPACE_KEYS_MAX } from "#ledger"
import type { AnyDraft, Tools } from "#ledger"
import type { Day } from "#practices"
import {
  checkEd25519Key,
  checkX25519Key,
  deviceId,
  DEVICES_MAX,
  equalBytes,
  fromBase64url,
  fromHex,
  isActive,
  popDeviceBytes,
  signedMessage,
  toBase64url,
  toHex,
} from "#wire"
import type { Bytes, DeviceAdd, Verify } from "#wire"
import type { Book } from "../keeping/book.ts"
import { whyAnew } from "../earlier/earlier.ts"
import { isOver, mine } from "../people/here.ts"
import { isTogether } from "../sending/queue.ts"
import { otherDevices } from "../recovery/sets.ts"
import type { State } from "../keeping/state.ts"
import { keepingIn } from "../sending/writing.ts"
import type { Place } from "../sending/writing.ts"
import { isMine, isOfNow, isOthers, laterIn, pairsIn, saidBy } from "./later.ts"
import type { Asks } from "./later.ts"

// The side of the device that is in what is shared (spec/ledger.md §21): its person is asked about each other device of theirs, and nothing is done before they say yes.

export interface LettingDeps {
  readonly tools: Tools
  readonly place: Place
  readonly verify: Verify
}
/** A device of this person that does not see what is shared. `asked`: the person said that it shall, and it has not come yet. */
export interface Absent {
  /** Hex, in the private log. */
  readonly id: string
  /** On which it was last spoken of there; null: never. */
  readonly day: Day | null
  readonly asked: boolean
}

interface Both {
  readonly own: Book
  readonly shared: Book
}

/** Both logs, where this device may let another one in. */
function bothIn(state: State): Both | null {
  const { private: own, shared, alarm, isAway, recovery } = state
  if (own === null || shared === null || alarm !== null || isAway || recovery.returning !== null) return null
  if (!isTogether(state) || isOver(state) || whyAnew(state) !== null) return null
  const isHere = isActive(own.state, own.device.id) && isActive(shared.state, shared.device.id)
  return isHere && mine(shared)?.left === null ? { own, shared } : null
}

/** In the order of seniority. One that came with a sheet and has not said which it is in what is shared may be there already: then nobody is asked. */
export function absentIn(state: State): readonly Absent[] {
  const both = bothIn(state)
  if (both === null || otherDevices(both.own).length === 0) return []
  const pairs = pairsIn(state)
  const leaving = new Set(state.recovery.removingOwn ?? [])
  const absent = otherDevices(both.own).flatMap((id): readonly Absent[] => {
    const own = toBase64url(id)
    const pair = pairs.find((one) => one.own === own)
    const there = pair?.there == null ? null : fromBase64url(pair.there)
    if (leaving.has(toHex(id)) || (there !== null && isActive(both.shared.state, there))) return []
    return [{ id: toHex(id), day: pair?.day ?? null, asked: isSaid(state, own) }]
  })
  const known = new Set(pairs.map(({ there }) => there))
  const unknown = otherDevices(both.shared).filter((id) => !known.has(toBase64url(id))).length
  return unknown >= absent.length ? absent.filter(({ asked }) => asked) : absent
}

/** This device said that the other one may come into the log of now. */
function isSaid(state: State, own: string): boolean {
  return laterIn(state).spaces.some(
    (space) => space.own === own && isOfNow(state, space) && isMine(state, space),
  )
}

/** Asked for with the passphrase (ATTACKS 41). */
export async function letting(deps: LettingDeps, state: State, hex: string, day: Day): Promise<State> {
  const both = bothIn(state)
  const id = fromHex(hex)
  if (both === null || id === null || !absentIn(state).some((one) => one.id === hex && !one.asked))
    return state
  const { shared } = both
  const body = {
    log: toBase64url(shared.state.logId),
    member: toBase64url(shared.member),
    by: toBase64url(shared.device.id),
    own: toBase64url(id),
  }
  return (await keepingIn(deps.tools, deps.place, state, { kind: "home.space", body, day })).state
}

interface Proof extends Pick<DeviceAdd, "ed" | "x" | "nonce" | "popDevice"> {
  readonly id: Bytes
}

function proofIn({ ed, x, nonce, pop }: Asks): Proof | null {
  const [edBytes, xBytes, nonceBytes] = [fromBase64url(ed), fromBase64url(x), fromBase64url(nonce)]
  const popDevice = fromBase64url(pop)
  if (edBytes === null || xBytes === null || nonceBytes === null || popDevice === null) return null
  const passes = checkEd25519Key(edBytes) && checkX25519Key(xBytes) && popDevice.length === 64
  return passes
    ? { id: deviceId(edBytes, xBytes), ed: edBytes, x: xBytes, nonce: nonceBytes, popDevice }
    : null
}

/** Asked of this device, by one of whom its person said here that it may come; and only as long as that one is a device of theirs. */
function isHeard(state: State, { shared }: Both, asks: Asks): boolean {
  const isToMe = isOfNow(state, asks) && asks.by === toBase64url(shared.device.id)
  const isLeaving = (state.recovery.removingOwn ?? []).includes(toHex(saidBy(asks)))
  return isToMe && !isLeaving && isOthers(state, asks) && isSaid(state, toBase64url(saidBy(asks)))
}

/** In the shared log, decided on the state as it is. One device for one yes: the last it asked with, and none where one of its stands or stood there already. */
export async function lettingNow(
  deps: Pick<LettingDeps, "tools" | "verify">,
  state: State,
): Promise<readonly AnyDraft[]> {
  const both = bothIn(state)
  if (both === null || (mine(both.shared)?.devices.length ?? 0) >= DEVICES_MAX) return []
  const { own, shared } = both
  const heard = laterIn(state).asks.filter((asks) => isHeard(state, both, asks))
  for (const asks of heard) {
    const by = saidBy(asks)
    const all = heard.filter((one) => equalBytes(saidBy(one), by))
    const proof = asks === all.at(-1) ? proofIn(asks) : null
    if (proof === null || all.some((one) => wasThere(shared, proofIn(one)))) continue
    const { id: _, ...of } = proof
    const covered = popDeviceBytes(shared.state.logId, shared.device.id, { member: shared.member, ...of })
    const isHeld = await deps.verify(of.ed, of.popDevice, signedMessage("pop-device", covered))
    if (!isHeld || shared.state.keysSeen.has(toHex(of.ed))) continue
    const rank = isBefore(own, by) ? 1 : 0
    const add = { op: "device.add", member: shared.member, rank, bundle: new Uint8Array(32), ...of } as const
    return [
      { uid: deps.tools.random(16), control: add },
      { uid: deps.tools.random(16), control: { op: "epoch" } },
    ]
  }
  return []
}

function wasThere({ state }: Book, proof: Proof | null): boolean {
  return proof !== null && state.devices.has(toHex(proof.id))
}

/** Whether that device stands before this one in its person's own log. */
function isBefore(own: Book, id: Bytes): boolean {
  const devices = mine(own)?.devices ?? []
  const at = (one: Bytes): number => devices.findIndex((device) => equalBytes(device, one))
  return at(id) >= 0 && at(id) < at(own.device.id)
}

/** Once it stands there: what it needs to read what was said before, for it alone. Where who let it in is gone, another device of this person says it. */
export async function opening(deps: LettingDeps, state: State, day: Day): Promise<State> {
  const both = bothIn(state)
  if (both === null) return state
  let next = state
  for (const asks of laterIn(state).asks) {
    const proof = isOfNow(state, asks) && isOthers(state, asks) ? proofIn(asks) : null
    const device = proof === null ? undefined : both.shared.state.devices.get(toHex(proof.id))
    if (proof === null || device?.state !== "active" || !equalBytes(device.member, both.shared.member))
      continue
    const by = fromBase64url(asks.by) ?? new Uint8Array(16)
    const isMineToSay = equalBytes(by, both.shared.device.id) || !isActive(both.shared.state, by)
    if (isMineToSay && !isOpened(state, proof)) next = await opened(deps, next, both, proof, day)
  }
  return next
}

function isOpened(state: State, { id }: Proof): boolean {
  const there = toBase64url(id)
  return laterIn(state).opens.some(
    (opens) =>
      opens.there === there && isOfNow(state, opens) && (isMine(state, opens) || isOthers(state, opens)),
  )
}

async function opened(
  deps: LettingDeps,
  state: State,
  { own, shared }: Both,
  to: Proof,
  day: Day,
): Promise<State> {
  const { logId, head } = shared.state
  const of = { privateLog: own.state.logId, log: logId, member: shared.member }
  const keys = [...shared.epochs].map(([epoch, key]) => ({ epoch, key }))
  let next = state
  for (let at = 0; at === 0 || at < keys.length; at += SPACE_KEYS_MAX) {
    const body = {
      log: toBase64url(logId),
      there: toBase64url(to.id),
      seq: head?.seq ?? 0,
      hash: toBase64url(head?.hash ?? new Uint8Array(32)),
      keys: await sealSpaceKeys(of, to, keys.slice(at, at + SPACE_KEYS_MAX)),
    }
    next = (await keepingIn(deps.tools, deps.place, next, { kind: "home.opens", body, day })).state
  }
  return next
}

/** Which of its person's devices this one is in what is shared: said once, where several write the private log. */
export async function sayingPair(deps: LettingDeps, state: State, day: Day): Promise<State> {
  const both = bothIn(state)
  if (both === null || otherDevices(both.own).length === 0) return state
  const there = toBase64url(both.shared.device.id)
  if (pairsIn(state).some((pair) => pair.there === there)) return state
  const log = toBase64url(both.shared.state.logId)
  const body = { devices: [{ own: toBase64url(both.own.device.id), log, there }] }
  return (await keepingIn(deps.tools, deps.place, state, { kind: "home.device", body, day })).state
}
