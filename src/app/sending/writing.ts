import { createDraft, fileNamesIn } from "#ledger"
import type { DeviceKeys, place, Tools } from "#ledger"
import { logOf, mayWrite, recordKindOf, tell } from "#practices"
import type { Day, House, HouseEntry, Ref, Target, Verdict } from "#practices"
import { decodeRef, encodeRef, equalBytes, toBase64url, versionHash } from "#wire"
import type { Bytes, Head } from "#wire"
import { taking } from "../keeping/book.ts"
import { isOnlyRead, sharedSeen } from "../copy/copied.ts"
import { behind, isAlone } from "../devices/unplaced.ts"
import type { Unplaced } from "../devices/unplaced.ts"
import { seenHere } from "../devices/seen.ts"
import { isOver } from "../people/here.ts"
import type { Book, Held } from "../keeping/book.ts"
import type { Queued, QueuedContent, QueuedRedact, State } from "../keeping/state.ts"
import { asData } from "../words-in.ts"

/** Seals and signs at a head: the ledger's own, passed in so that a law can plant one that forgets to sign again. */
export type Place = typeof place

const nobody = new Uint8Array(16)

/** The id this person has in the shared log, or a stand-in for it while there is none. */
export function sharedWriter(state: State): string {
  const seen = sharedSeen(state)
  if (seen !== null) return toBase64url(seen.member)
  return toBase64url(state.joining?.member ?? state.device?.id ?? nobody)
}

const expected = new WeakMap<State, House>()

/** The house as it will be once what waits has gone: what may be written next is asked of this one. */
export function expectedHouse(state: State): House {
  const known = expected.get(state) ?? foreseen(state)
  expected.set(state, known)
  return known
}

function foreseen(state: State): House {
  const writer = sharedWriter(state)
  const own = state.shared?.device ?? state.device
  const devices = own === null ? {} : { [toBase64url(own.id)]: writer }
  const from = { ...state.house.standing.devices, ...devices }
  const begun = { ...state.house, standing: { ...state.house.standing, devices: from } }
  return state.queue.reduce<House>(
    (house, q) =>
      q.is === "content" && q.notSent === null && !q.unwanted
        ? tell(house, { ...q.entry, writer }, from)
        : house,
    begun,
  )
}

export function mayBeWritten(state: State, kind: string, body: unknown, day: Day): Verdict {
  const log = logOf(kind)
  if (log === null) return { ok: false, because: "house.unknown-kind" }
  if (log === "shared" && isOnlyRead(state)) return { ok: false, because: "house.only-read" }
  if (log === "shared" && isOver(state)) return { ok: false, because: "house.over" }
  const device = log === "private" ? state.private?.device : (state.shared?.device ?? state.device)
  const ref = encodeRef(device?.id ?? nobody, nobody)
  const version = toBase64url(new Uint8Array(32))
  const writer = log === "private" ? toBase64url(state.private?.member ?? nobody) : sharedWriter(state)
  // Asked of the body as it would be signed: made whole, it may be longer than it was typed.
  return mayWrite(expectedHouse(state), log, { kind, body: asData(body), ref, version, writer, day })
}

interface Written {
  readonly uid: Bytes
  readonly data: Bytes
  readonly target: Target
  readonly body: unknown
}

/** DATA of a new entry of this device. Throws when it cannot be said in the record's grammar: the view's limits should have said so before. */
function written(
  t: Tools,
  device: DeviceKeys,
  of: {
    readonly kind: string
    readonly body: unknown
    readonly day: Day
    readonly basis: Head | null
    readonly blind?: ((uid: Bytes) => Bytes) | null
  },
): Written {
  const { kind, day, basis } = of
  const body = asData(of.body)
  const says = of.blind == null ? {} : { blind: of.blind }
  const draft = createDraft(t, { kind: recordKindOf(kind) ?? 1, name: kind, body, day, basis, ...says })
  if (!draft.ok) throw new Error(draft.error.type)
  const { uid, data } = draft.value
  const version = toBase64url(versionHash(device.id, uid, data))
  return { uid, data, body, target: { ref: encodeRef(device.id, uid), version } }
}

/** As the house is told of it before it stands. */
function toBeTold(
  { body, target }: Written,
  of: Pick<HouseEntry, "log" | "kind" | "day" | "writer">,
): HouseEntry {
  return { ...of, body, ...target, recordKind: recordKindOf(of.kind) ?? 1 }
}

/** The private book with one more entry, signed and sealed; nothing is stored yet. */
export async function keeping(
  t: Tools,
  sign: Place,
  book: Book,
  of: { readonly kind: string; readonly body: unknown; readonly day: Day },
): Promise<{ readonly book: Book; readonly target: Target }> {
  const made = written(t, book.device, { ...of, basis: book.state.head })
  const draft = { uid: made.uid, kind: recordKindOf(of.kind) ?? 1, data: made.data }
  const placed = await sign(t, book.device, book, [draft])
  const verdicts = placed.entries.map(() => ({ verdict: "ok" as const }))
  return {
    book: await taking(t, book, placed.entries, { state: placed.state, verdicts }),
    target: made.target,
  }
}

/** The state with one more page of one's own: signed here and now where this device writes alone, else waiting for a place. */
export async function keepingIn(
  t: Tools,
  sign: Place,
  state: State,
  of: { readonly kind: string; readonly body: unknown; readonly day: Day },
): Promise<{ readonly state: State; readonly target: Target }> {
  const { private: book, unplaced } = state
  if (book === null) throw new Error("no private log")
  if (isAlone({ ...state, private: book })) {
    const kept = await keeping(t, sign, book, of)
    return { state: { ...state, private: kept.book }, target: kept.target }
  }
  const made = written(t, book.device, { ...of, basis: book.state.head })
  const { uid, data, target } = made
  const entry = toBeTold(made, { ...of, log: "private", writer: toBase64url(book.member) })
  const waits: Unplaced = { ref: target.ref, n: behind(unplaced), uid, data, entry }
  return { state: { ...state, unplaced: [...unplaced, waits] }, target }
}

export function queuing(
  t: Tools,
  state: State,
  device: DeviceKeys,
  of: {
    readonly kind: string
    readonly body: unknown
    readonly day: Day
    readonly notBefore: number | null
    readonly hold: number
    readonly from: Ref | null
  },
  n = nextN(state.queue),
): QueuedContent {
  const { kind, day, notBefore, hold, from } = of
  const basis = state.shared?.state.head ?? null
  const made = written(t, device, { kind, day, body: of.body, basis, blind: seenHere(state) })
  const entry = toBeTold(made, { kind, day, log: "shared", writer: "" })
  const common = {
    ref: made.target.ref,
    n,
    uid: made.uid,
    recordKind: entry.recordKind,
    data: made.data,
    entry,
  }
  return { is: "content", ...common, notBefore, hold, from, notSent: null, unwanted: false }
}

export function nextN(queue: readonly Queued[]): number {
  return queue.reduce((most, q) => Math.max(most, q.n), 0) + 1
}

/** A redaction of this target, in this place among what waits. */
export function redacting(t: Tools, device: DeviceKeys, n: number, target: Ref): QueuedRedact {
  const uid = t.random(16)
  return { is: "redact", ref: encodeRef(device.id, uid), n, uid, target, notSent: null }
}

/**
 * What waits, drawn anew for another device: the person began a log of their own and joined the other's instead. Refs and versions they name among themselves
 * go along; nothing of it was ever signed.
 */
export function drawnAnew(t: Tools, state: State, device: DeviceKeys): readonly Queued[] {
  const names = new Map<string, string>()
  const renamed = (value: unknown): unknown => {
    if (typeof value === "string") return names.get(value) ?? value
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, renamed(v)]))
  }
  const queue: Queued[] = []
  for (const q of state.queue) {
    if (q.is !== "content") continue
    if (q.notSent !== null) {
      // It stays as it is, to be read: nothing of it goes.
      queue.push(q)
      continue
    }
    if (fileNamesIn(q.entry.body).length > 0) {
      // Its file was sealed for the log that is left: it stays with its words, and can be put anew.
      queue.push({ ...q, notSent: "house.file-elsewhere" })
      continue
    }
    const { kind, day, ref, version } = q.entry
    const body = renamed(q.entry.body)
    const made = queuing(t, { ...state, shared: null, queue }, device, { ...q, kind, day, body })
    names.set(ref, made.entry.ref)
    names.set(version, made.entry.version)
    queue.push(made)
  }
  return queue
}

/** The entry behind a ref, as the shared book holds it. */
export function heldAs(state: State, target: Ref): Held | null {
  const named = decodeRef(target)
  if (named === null) return null
  const { device, uid } = named
  const isIt = ({ header }: Held): boolean => equalBytes(header.uid, uid) && equalBytes(header.device, device)
  return sharedSeen(state)?.entries.find(isIt) ?? null
}
