import { checkLinkRequest, encodeLinkEnd, openLetter, readLinkEnd, sealLetter } from "#ledger"
import type { Letter, LinkEnd } from "#ledger"
import type { Day } from "#practices"
import type { Bytes } from "#wire"
import { copyAll } from "../recovery/copying.ts"
import type { State } from "../keeping/state.ts"
import { addedAlone, welcoming } from "./adding.ts"
import {
  canStandAlone,
  helloOf,
  isOpen,
  keysOf,
  LETTERS_DAYS,
  LINK_MINUTES,
  requestOf,
  standsAlone,
  standsThere,
} from "./linking.ts"
import type { Linking, LinkStopped } from "./linking.ts"
import { packed, packedStores, packing } from "./parcel.ts"
import type { GivingDeps } from "./starting.ts"

// The side of the device that is there (spec/ledger.md §20.3). Each step is a function of what is stored and of what lies in the letterbox.

/** The person looked at the words. "different" is final. */
export async function saying(
  deps: GivingDeps,
  state: State,
  said: "same" | "different" | "given-up",
): Promise<State> {
  const { linking } = state
  if (linking === null || !isOpen(linking) || linking.step === "adding") return state
  if (said !== "same") return stopping(deps, state, linking, said)
  if (linking.step !== "comparing" || !linking.out.sent) return state
  const bytes = await letter(deps, linking, 3, { kind: "same", content: new Uint8Array(0) })
  return { ...state, linking: { ...linking, step: "adding", out: { n: 3, bytes, sent: false } } }
}

function letter({ tools }: GivingDeps, of: Linking, n: number, said: Letter): Promise<Bytes> {
  return sealLetter(tools, keysOf(of), n, said)
}

/** It goes no further: nobody is added. The other side is told, where there is one. */
async function stopping(deps: GivingDeps, state: State, of: Linking, because: LinkStopped): Promise<State> {
  const n = of.out.sent ? of.out.n + 1 : of.out.n
  const end: LinkEnd = because === "different" || because === "taken" ? because : "given-up"
  const isTold = of.request !== null && n >= 2 && n <= 4
  const out = isTold
    ? { n, bytes: await letter(deps, of, n, { kind: "ended", content: encodeLinkEnd(end) }), sent: false }
    : { ...of.out, sent: true }
  return { ...withoutCopying(state, of), linking: { ...of, step: "stopped", because, out } }
}

/** What was turned on for this alone goes off again. */
function withoutCopying(state: State, of: Linking): State {
  const { recovery } = state
  if (!of.beganCopying || of.added || recovery.sheet !== null || recovery.copying === null) return state
  const old = [...recovery.old, { locator: null, store: recovery.copying.store }]
  return { ...state, recovery: { ...recovery, copying: null, old } }
}

type Act = (state: State, now: Linking) => State | Promise<State>
/** Another tab may have been there first; then nothing is changed here. */
async function turning({ ground }: GivingDeps, was: Linking, act: Act): Promise<void> {
  await ground.turn(async (state) => {
    const now = state.linking
    const isSame =
      now !== null && now.step === was.step && now.out.n === was.out.n && now.out.sent === was.out.sent
    return isSame && now.added === was.added ? act(state, now) : state
  })
}
const changing = (deps: GivingDeps, was: Linking, change: Partial<Linking>): Promise<void> =>
  turning(deps, was, (state, now) => ({ ...state, linking: { ...now, ...change } }))
const stop = (deps: GivingDeps, was: Linking, because: LinkStopped): Promise<void> =>
  turning(deps, was, (state, now) => stopping(deps, state, now, because))

/** As far as it goes now. Whether something was decided that the shared log is to be told at once. */
export async function linkOnce(deps: GivingDeps): Promise<boolean> {
  let isToSay = false
  for (;;) {
    const { linking } = deps.ground.now()
    if (linking === null || linking.gone) return isToSay
    await (isOpen(linking) ? going(deps, linking) : clearing(deps, linking))
    const { linking: now } = deps.ground.now()
    if (now === linking) return isToSay
    isToSay ||= now?.added === true && !linking.added
  }
}

async function going(deps: GivingDeps, of: Linking): Promise<void> {
  const isLate = deps.clock().at > of.since + LINK_MINUTES * 60_000
  if (isLate && of.step !== "adding") return stop(deps, of, "too-old")
  if (!of.out.sent) return sending(deps, of)
  const heard = await hearing(deps, of)
  if (heard === "away") return
  if (heard === "gone") return turning(deps, of, (state, now) => ended(state, now, "over"))
  if (heard !== null) return taking(deps, of, heard)
  if (of.step === "adding") return adding(deps, of)
}

async function sending(deps: GivingDeps, of: Linking): Promise<void> {
  // The link is shown when all of it can be fetched, and not before.
  if (of.out.n === 0 && !(await isCopied(deps))) return
  const { store } = keysOf(of)
  switch (await deps.client.add(store, of.out.n, of.out.bytes)) {
    case "stored":
      return changing(deps, of, {
        out: { ...of.out, sent: true },
        ...(of.out.n === 4 ? { step: "done" } : {}),
      })
    case "taken": {
      const heard = await hearing(deps, { ...of, out: { ...of.out, n: of.out.n - 1 } })
      if (heard === "away") return
      const end = heard === null || heard === "gone" || heard === "none" ? null : readLinkEnd(heard.content)
      return turning(deps, of, (state, now) => ended(state, now, end ?? "changed"))
    }
    case "ahead":
      return turning(deps, of, (state, now) => ended(state, now, "over"))
    case "away":
    case "full":
  }
}

/** Ended by the other side, or by nobody who is there: there is nobody to tell. */
function ended(state: State, of: Linking, because: LinkStopped): State {
  const out = { ...of.out, sent: true }
  return { ...withoutCopying(state, of), linking: { ...of, step: "stopped", because, out } }
}

/** Everybody agreed to go on at another server: the letterbox is at the one that was left, and that one is asked for nothing any more. */
export function endedByMove(state: State): State {
  const { linking } = state
  return linking === null || !isOpen(linking) ? state : ended(state, linking, "moved")
}

async function isCopied(deps: GivingDeps): Promise<boolean> {
  if ((await copyAll(deps)) !== "on") return false
  const { private: own, recovery } = deps.ground.now()
  const { copying } = recovery
  return own !== null && copying !== null && copying.upTo === own.entries.length
}

/** The next letter. "none": what lies there does not open. Null: nothing lies there yet. */
async function hearing(deps: GivingDeps, of: Linking): Promise<Letter | "none" | "away" | "gone" | null> {
  const n = of.out.n + 1
  const served = await deps.client.batches(keysOf(of).store, n)
  if (served === "away") return "away"
  if (served.count < n) return "gone"
  const there = served.batches[0]
  if (there === undefined) return null
  const opened = there.n === n ? await openLetter(deps.tools, keysOf(of), n, there.bytes) : null
  return opened?.ok === true ? opened.value : "none"
}

async function taking(deps: GivingDeps, of: Linking, heard: Letter | "none"): Promise<void> {
  const end = heard === "none" ? null : readLinkEnd(heard.content)
  if (heard !== "none" && heard.kind === "ended" && end !== null)
    return turning(deps, of, (state, now) => ended(state, now, end))
  const isRequest = heard !== "none" && heard.kind === "request" && of.step === "asking"
  const read = isRequest ? await checkLinkRequest(deps.verify, helloOf(of), heard.content) : null
  if (!isRequest || read?.ok !== true) {
    const said = { ...of, request: of.request ?? new Uint8Array(0), out: { ...of.out, n: of.out.n + 1 } }
    return turning(deps, of, (state) => stopping(deps, state, said, "changed"))
  }
  // The nonce goes to this one request, and is spent.
  const request = heard.content
  const bytes = await letter(deps, of, 2, { kind: "reveal", content: of.nA })
  return changing(deps, of, { request, step: "comparing", out: { n: 2, bytes, sent: false } })
}

/** "Same" stands in the letterbox, so the other side can end it no more. */
async function adding(deps: GivingDeps, of: Linking): Promise<void> {
  const { day } = deps.clock()
  const request = await requestOf(deps.verify, of)
  if (request === null || !canStandAlone(deps.ground.now(), request)) return stop(deps, of, "not-added")
  if (!of.added) return turning(deps, of, (state) => addedAlone(deps, state, day))
  if (!standsThere(deps.ground.now(), helloOf(of), request)) return
  if (!(await isCopied(deps))) return
  if (!(await isPacked(deps, of, day))) return
  // What was read meanwhile may have let this device go, and with it what it added.
  if (!standsAlone(deps.ground.now(), request)) return stop(deps, of, "not-added")
  return turning(deps, of, (state) => welcoming(deps, state))
}

/** What was put away lies there, for the new device alone. */
async function isPacked(deps: GivingDeps, of: Linking, day: Day): Promise<boolean> {
  const state = deps.ground.now()
  const parcel = of.parcel ?? packing(deps.tools, state, day)
  if (parcel === null || parcel.isThere) return true
  if (of.parcel === undefined) await changing(deps, of, { parcel })
  else if (await packed(deps, state, parcel))
    await changing(deps, of, { parcel: { ...parcel, isThere: true } })
  return false
}

/** It is over: the other side lets go of the letterbox when it has read it. What nobody fetches goes by itself after some days. */
async function clearing(deps: GivingDeps, of: Linking): Promise<void> {
  const { store } = keysOf(of)
  if (!of.out.sent) {
    const added = await deps.client.add(store, of.out.n, of.out.bytes)
    return added === "away" || added === "full"
      ? undefined
      : changing(deps, of, { out: { ...of.out, sent: true } })
  }
  const isNobody = of.step === "stopped" && of.request === null
  const isLate = deps.clock().at > of.since + LETTERS_DAYS * 86_400_000
  if (isNobody || isLate) return (await deps.client.drop(store)) ? over(deps, of) : undefined
  const served = await deps.client.batches(store, 0)
  if (served !== "away" && served.count === 0) return over(deps, of)
}

const over = (deps: GivingDeps, of: Linking): Promise<void> =>
  turning(deps, of, (state, now) => {
    const old = [...state.recovery.old, ...packedStores(now.parcel)]
    const { parcel: _, ...rest } = now
    return {
      ...state,
      linking: now.seen ? null : { ...rest, gone: true },
      recovery: { ...state.recovery, old },
    }
  })
