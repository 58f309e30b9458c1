import type { Tools } from "#ledger"
import type { Moment } from "#practices"
import { checkEntries, concat, decodeHeader, encodeRun, equalBytes, fromHex } from "#wire"
import type { Entry, Head, Structural, Verify } from "#wire"
import { absorbing } from "../keeping/absorb.ts"
import { otherBranch } from "../apart/fetch-branch.ts"
import type { Book } from "../keeping/book.ts"
import { exchange } from "./exchange.ts"
import type { Reached, Unheard } from "./exchange.ts"
import type { Ground } from "../keeping/ground.ts"
import { bookOf, checkedRun, refusing, signedNext } from "../sending/placing.ts"
import { withFairHolds } from "../sending/queue.ts"
import { elsewhere, isMoved, keyAgreed, upToTheMove } from "../moving/agreed.ts"
import { isStranger } from "../moving/stranger.ts"
import { handingOver, showing } from "./handing-over.ts"
import { isLetGo } from "./let-go.ts"
import { missing } from "./missing.ts"
import { note } from "./noting.ts"
import { keysFor } from "../recovery/sets.ts"
import type { Away, Turned } from "./relay-answers.ts"
import type { RelayClient } from "./relay-client.ts"
import type { Signed, State } from "../keeping/state.ts"
import type { Place } from "../sending/writing.ts"

// Looks for news, verifies it, and lets go what is due. It knows no browser: relay, clock, dice, waiting and cryptography are passed in, so that the same module
// runs in the app, in the laws and in every test. Nothing here decides that something is sent; it carries out what a person chose.

export interface SyncDeps {
  readonly ground: Ground
  readonly relay: RelayClient
  readonly tools: Tools
  readonly verify: Verify
  readonly place: Place
  readonly clock: () => Moment
  readonly wait: (ms: number) => Promise<void>
  /** Under which this device reaches the relay. */
  readonly relayOrigin: string
}
/**
 * "idle": nothing of this profile lives on this relay, or not any more, and no relay was asked. "full": it is there and can keep nothing more. "forgot": it no longer has what stood
 * there; until that is given back, nothing is signed (LEDGER, RELAY: behind is not forked).
 */
export type Synced = Reached | "idle" | "full" | Unheard

const attempts = 10

export async function syncOnce(deps: SyncDeps): Promise<Synced> {
  await deps.ground.refresh()
  const isElsewhere = (): boolean => isMoved(deps.ground.now(), deps.relayOrigin)
  if (isElsewhere() || !hasBusiness(deps.ground.now())) return "idle"
  await deps.ground.turn(async (state) => withFairHolds(state, deps.clock().at))
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = deps.ground.now()
    const pulled = await pull(deps)
    // Nobody ever came in, and the relay let it go: nothing is lost, and nothing is signed there until somebody is invited again.
    if (pulled === "unclaimed") return exchange(deps)
    if (pulled !== "on") return pulled
    if (isElsewhere()) return "idle"
    const exchanged = await exchange(deps)
    if (exchanged !== "on") return exchanged
    const pushed = await push(deps)
    if (isElsewhere()) return "idle"
    if (pushed === "off" || pushed === "full" || pushed === "went-back") return pushed
    if (pushed === "conflict") await deps.wait(jitter(deps.tools, attempt))
    else if (deps.ground.now() === before) break
  }
  return (await missing(deps)) === "off" ? "off" : "on"
}

function hasBusiness(s: State): boolean {
  if (s.isAway) return false
  return (
    s.shared !== null || s.signed !== null || s.inviting !== null || s.joining !== null || s.chores.length > 0
  )
}

/** Milliseconds; two phones that collided do not collide again at the next step. */
function jitter(t: Tools, attempt: number): number {
  const [high = 0, low = 0] = t.random(2)
  return Math.floor(((high * 256 + low) / 65_536) * Math.min(5000, 100 * 2 ** attempt))
}

/** Everything after our own verified head. A fault is believed only when it is served twice: the wire may have done it once. */
async function pull(deps: SyncDeps): Promise<Reached | Unheard | "unclaimed"> {
  const { ground, relay, verify } = deps
  let [faults, isHandedOver] = [0, false]
  for (;;) {
    const { shared: book, alarm } = ground.now()
    if (book === null || alarm !== null || isMoved(ground.now(), deps.relayOrigin)) return "on"
    const by = { is: "keys", keys: await keysFor(deps.tools, ground.now(), book) } as const
    const served = await relay.read(book.state.logId, (book.state.head?.seq ?? -1) + 1, by)
    const unheard = served.ok ? null : unheardIn(served.error.type)
    if (unheard === "forgot" && isLetGo(ground.now(), book, deps.clock().at)) return "unclaimed"
    if (unheard !== null && (unheard !== "forgot" || isHandedOver)) return unheard
    const entries = served.ok ? served.value.entries : []
    const agreed = keyAgreed(ground.now(), deps.relayOrigin, book.state.logId)
    if (served.ok && (await isStranger(verify, agreed, book.state.logId, served.value.said)))
      return "stranger"
    if (served.ok) await note(deps, book, served.value.said)
    const whole = await checkEntries(verify, book.state, entries)
    const checked = await upToTheMove(
      verify,
      book.state,
      entries,
      whole,
      elsewhere(ground.now(), deps.relayOrigin),
    )
    const fault = served.ok ? (checked.fault?.error.type ?? null) : served.error.type
    if (checked.verdicts.length > 0) await take(deps, book, entries, checked)
    if (fault !== null && unheard === null) {
      faults += 1
      if (faults > 1) await raise(deps, book, fault)
      continue
    }
    if (entries.length > 0) continue
    const met = served.ok ? await compare(deps, book, served.value.head) : (unheard ?? "on")
    if (met === "on" && served.ok && served.value.isBack) return showing(deps, book)
    if (met !== "forgot" || isHandedOver) return met
    const handed = await handingOver(deps, book)
    if (handed !== "on") return handed
    isHandedOver = true
  }
}

/** A log that is not there for who wrote in it: the relay has lost it. */
function unheardIn(type: (Away | Turned | Structural)["type"]): Reached | Unheard | null {
  if (type === "away") return "off"
  if (type === "nothing") return "forgot"
  return type === "removed" || type === "misnamed" || type === "stranger" ? type : null
}

function take(
  deps: SyncDeps,
  book: Book,
  entries: readonly Entry[],
  checked: Awaited<ReturnType<typeof checkEntries>>,
): Promise<State> {
  // Another tab may have taken them first; then this one looks again.
  return deps.ground.turn((state) =>
    bookIs(state, book)
      ? absorbing(deps, state, bookOf(state) ?? book, entries, checked, deps.clock().day)
      : Promise.resolve(state),
  )
}

function bookIs(state: State, book: Book): boolean {
  const now = bookOf(state)
  return (
    now !== null &&
    now.entries.length === book.entries.length &&
    equalBytes(now.state.logId, book.state.logId)
  )
}

/**
 * Writing in the shared log stops; what is here stays readable, and the private log goes on. What is served in its place is fetched first, and kept: with another
 * entry at a verified place it is a fork, whatever it was noticed by.
 */
async function raise(deps: SyncDeps, book: Book, fault: string): Promise<void> {
  const keys = await keysFor(deps.tools, deps.ground.now(), book)
  const branch = await otherBranch(deps, book, { is: "keys", keys }, deps.clock().day).catch(() => null)
  const alarm = branch === null || branch.at >= book.entries.length ? fault : "fork"
  await deps.ground.turn(async (state) =>
    state.alarm === null && bookIs(state, book) ? { ...state, alarm, branch } : state,
  )
}

/** No entry came: then the relay's head must be ours. Another hash at a place we verified is a fork; a lower place is a relay that went back, and accuses nobody. */
async function compare(deps: SyncDeps, book: Book, head: Head | null): Promise<Reached | Unheard> {
  const own = book.state.head
  if (own === null) return "on"
  if (head !== null && head.seq > own.seq) return "off"
  const ours = head === null ? null : (fromHex(book.entries[head.seq]?.hash ?? "") ?? concat())
  if (head !== null && ours !== null && !equalBytes(head.hash, ours)) {
    await raise(deps, book, "fork")
    return "on"
  }
  return head !== null && head.seq === own.seq ? "on" : "forgot"
}

/** Sends what is signed; signs what is due, if nothing is. */
async function push(deps: SyncDeps): Promise<Reached | "conflict" | "full" | "went-back"> {
  const { ground, relay } = deps
  const answered = await answers(deps)
  if (answered === "off") return "off"
  const { signed, alarm } = await ground.turn((state) => signedNext(deps, state, deps.clock()))
  const book = bookOf(ground.now())
  if (signed === null || alarm !== null || book === null) return "on"
  const run = signed.entries.slice(0, signed.together)
  const appended = await relay.append(book.state.logId, run, await keysFor(deps.tools, ground.now(), book))
  switch (appended.is) {
    case "away":
      return "off"
    case "full":
      return "full"
    case "conflict":
      return "conflict"
    case "waits":
      return "went-back"
    case "refused":
      await ground.turn(async (state) =>
        isSame(state.signed, signed) ? refusing(state, signed, appended.because) : state,
      )
      // A refused operation is decided again, with fresh keys, but not in the same breath.
      return run.some(isOperation) ? "off" : "on"
    case "stored":
      await note(deps, book, appended.receipt)
      return stored(deps, book, run)
  }
}

/** A log that does not stand yet has no head to ask for; so ask for anything: no signature before a relay answers. */
async function answers(deps: SyncDeps): Promise<Reached> {
  const { shared, signed, inviting } = deps.ground.now()
  if (shared !== null || signed !== null || inviting === null) return "on"
  return (await deps.relay.answers()) ? "on" : "off"
}

function isOperation(entry: Entry): boolean {
  const header = decodeHeader(entry.header)
  return header.ok && (header.value.kind === 0 || header.value.kind === 2)
}

function isSame(a: Signed | null, b: Signed): boolean {
  return a !== null && equalBytes(encodeRun(a.entries), encodeRun(b.entries)) && a.together === b.together
}

/** The relay has it: it is taken into the book the same way as anybody's entry. */
async function stored(deps: SyncDeps, book: Book, run: readonly Entry[]): Promise<Reached> {
  const checked = await checkedRun(deps, book, run)
  if (checked !== null) await take(deps, book, run, checked)
  return "on"
}
