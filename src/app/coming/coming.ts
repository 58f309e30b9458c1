import { createDevice, makeDeviceAdd, openSpaceKeys } from "#ledger"
import type { DeviceKeys, Tools } from "#ledger"
import type { Day } from "#practices"
import { equalBytes, fromBase64url, isActive, toBase64url } from "#wire"
import type { Bytes, Verify } from "#wire"
import type { Book } from "../keeping/book.ts"
import { puttingAway, whyAnew } from "../earlier/earlier.ts"
import { goesOnFromHere } from "../earlier/going-on.ts"
import type { Ground } from "../keeping/ground.ts"
import { bookAt } from "../linking/moving-in.ts"
import type { RelayClient } from "../server/relay-client.ts"
import { chainOf } from "../recovery/served.ts"
import type { State } from "../keeping/state.ts"
import { keepingIn } from "../sending/writing.ts"
import type { Place } from "../sending/writing.ts"
import { isMine, isOthers, laterIn, saidBy } from "./later.ts"
import type { Opens, Space } from "./later.ts"

// The side of the device that comes into a log its person shares on another one (spec/ledger.md §21). Its keys are stored in the same turn in which it asks with them;
// the log comes in whole, in one write, or not at all.

/** On its way into what another device shares. */
export interface Coming {
  readonly logId: Bytes
  readonly member: Bytes
  /** Who adds this device there. */
  readonly by: Bytes
  /** Its keys in that log. */
  readonly device: DeviceKeys
}
export interface ComeDeps {
  readonly tools: Tools
  readonly verify: Verify
  readonly place: Place
  readonly relay: RelayClient
  readonly relayOrigin: string
  readonly ground: Ground
}

/** What was chosen here to be sent to whoever would come, before this came from another device: it goes to nobody by itself. */
const notSentCame = "came"

/** The last that names this device, by one that may say so, and whether its keys were drawn already. */
function spaceFor(state: State): Space | null {
  const { private: own } = state
  if (own === null || !isActive(own.state, own.device.id)) return null
  const me = toBase64url(own.device.id)
  return laterIn(state).spaces.findLast((space) => space.own === me && isOthers(state, space)) ?? null
}

function isHere({ shared, earlier }: State, log: string): boolean {
  const held = [shared?.state.logId, ...earlier.map(({ part }) => part.state.logId)]
  return held.some((id) => id !== undefined && toBase64url(id) === log)
}

/** Draws keys, and asks with them: one turn. */
export async function asking(
  deps: Pick<ComeDeps, "tools" | "place">,
  state: State,
  day: Day,
): Promise<State> {
  const space = spaceFor(state)
  if (space === null || state.private === null || state.alarm === "private-damaged") return state
  const [logId, member, by] = [space.log, space.member, space.by].map((text) => fromBase64url(text))
  if (logId == null || member == null || by == null || isHere(state, space.log)) return state
  const { coming, private: own } = state
  if (coming !== null && equalBytes(coming.logId, logId) && equalBytes(coming.by, by)) return state
  const device = await createDevice(deps.tools)
  const { ed, x, nonce, popDevice } = await makeDeviceAdd(deps.tools, device, {
    logId,
    member,
    adder: by,
    rank: 0,
  })
  const pair = { own: toBase64url(own.device.id), log: space.log, there: toBase64url(device.id) }
  const asks = {
    log: space.log,
    by: space.by,
    ed: toBase64url(ed),
    x: toBase64url(x),
    nonce: toBase64url(nonce),
    pop: toBase64url(popDevice),
  }
  let next: State = { ...state, coming: { logId, member, by, device } }
  for (const [kind, body] of [
    ["home.device", { devices: [pair] }],
    ["home.asks", asks],
  ] as const)
    next = (await keepingIn(deps.tools, deps.place, next, { kind, body, day })).state
  return next
}

/** What was said for this device's keys: by who let it in; where that one is no device any more, by any other. */
function opensFor(state: State, { logId, by, device }: Coming): readonly Opens[] {
  const [log, there] = [toBase64url(logId), toBase64url(device.id)]
  const all = laterIn(state).opens.filter(
    (opens) => opens.log === log && opens.there === there && isOthers(state, opens),
  )
  const space = laterIn(state).spaces.findLast((one) => one.log === log && one.by === toBase64url(by))
  return space !== undefined && isOthers(state, space)
    ? all.filter((opens) => equalBytes(saidBy(opens), saidBy(space)))
    : all
}

/** Whether there is room for it, as far as can be said before it was read. A space that goes on with others is put away only for one that goes on from it. */
function mayHaveRoom({ shared, inviting, joining, signed, chores, alarm }: State): boolean {
  if (shared !== null && shared.state.members.length > 1) return joining === null
  return (
    inviting === null &&
    joining === null &&
    signed === null &&
    alarm === null &&
    !chores.some((c) => c.cancel)
  )
}

function hasRoom(state: State, book: Book): boolean {
  const { shared } = state
  if (!mayHaveRoom(state)) return false
  if (shared === null || shared.state.members.length < 2 || whyAnew(state) !== null) return true
  return goesOnFromHere(book.entries, [shared.state.logId])
}

/** It was let in, and waits here until what is shared here is over. */
export function waitsForRoom(state: State): boolean {
  const { coming } = state
  if (coming === null || opensFor(state, coming).length === 0) return false
  return state.shared !== null && state.shared.state.members.length > 1 && whyAnew(state) === null
}

/** This device said something and waits for the others' answer. */
export function waitsForAnswer(state: State, day: Day): boolean {
  const { spaces, asks, opens } = laterIn(state)
  if (state.coming !== null && opensFor(state, state.coming).length === 0)
    return asks.some((one) => one.day === day && isMine(state, one))
  return spaces.some(
    (space) =>
      space.day === day &&
      isMine(state, space) &&
      !asks.some((one) => one.log === space.log && toBase64url(saidBy(one)) === space.own) &&
      !opens.some((one) => one.log === space.log && isMine(state, one)),
  )
}

/** Reads the log with this device's own key, and takes it whole. Whether anything came of it. */
export async function comeIn(deps: ComeDeps, day: Day): Promise<boolean> {
  const state = deps.ground.now()
  const { coming, private: own } = state
  if (coming === null || own === null || !mayHaveRoom(state)) return false
  const opens = opensFor(state, coming)
  const last = opens.at(-1)
  const hash = last === undefined ? null : fromBase64url(last.hash)
  if (last === undefined || hash === null) return false
  const chain = await chainOf(deps, coming.logId, coming.device)
  if (!chain.ok) return false
  const of = { privateLog: own.state.logId, log: coming.logId, member: coming.member }
  const keys = (await Promise.all(opens.map((one) => openSpaceKeys(coming.device, of, one)))).flat()
  const { logId, member, by, device } = coming
  const at = { log: "shared", by: { logId, member, id: by }, device, head: { seq: last.seq, hash } } as const
  const book = await bookAt(deps, at, chain.value, keys)
  if (!book.ok) return false
  const after = await deps.ground.turn(async (now) =>
    now.coming !== null && equalBytes(now.coming.device.id, device.id) && hasRoom(now, book.value)
      ? cameIn(now, book.value, last, day)
      : now,
  )
  return after.coming === null
}

function cameIn(now: State, book: Book, { ref }: Opens, day: Day): State {
  const isWith = now.shared !== null && now.shared.state.members.length > 1
  const state = isWith ? puttingAway(now, whyAnew(now) ?? "moved", day) : now
  const { recovery } = state
  const use = { id: ref, writer: toBase64url(book.member), mine: true, day, by: "space" } as const
  return {
    ...state,
    shared: book,
    device: book.device,
    queue: state.queue.flatMap((q) =>
      q.is === "content" ? [{ ...q, notSent: q.notSent ?? notSentCame }] : [],
    ),
    coming: null,
    inviting: null,
    stopped: null,
    vouched: null,
    heard: null,
    goesOn: null,
    going: null,
    recovery: { ...recovery, uses: [...recovery.uses, use] },
  }
}
