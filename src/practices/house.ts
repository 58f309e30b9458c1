import type {
  Day,
  Entries,
  LogName,
  Moment,
  Nudge,
  Practice,
  Reader,
  Ref,
  Standing,
  States,
  Verdict,
  Version,
  Writer,
} from "./practice.ts"
import { standingAfterOne, standingMatters } from "./matters/standing.ts"
import { matters } from "./matters/practice.ts"
import { practices } from "./registry.ts"
import { no } from "./standing.ts"

/** An entry as it was opened, in chain order. `recordKind` is the kind in its header: 1 content, 4 kept content. */
export interface HouseEntry {
  readonly log: LogName
  readonly kind: string
  readonly body: unknown
  readonly ref: Ref
  readonly version: Version
  readonly writer: Writer
  readonly day: Day
  readonly recordKind: 1 | 4
}
export interface SetAside {
  readonly log: LogName
  readonly ref: Ref
  readonly writer: Writer
  readonly day: Day
  /** A key into words: the room's own refusal, or one of "house.*". */
  readonly because: string
}
/** An entry this device holds and cannot open. What its header shows, no more. */
export interface Unreadable {
  readonly log: LogName
  readonly ref: Ref
  readonly writer: Writer
}
/** What two people (or one) have here, folded from their entries. A value: every telling makes a new one. */
export interface House {
  /** By room name. The same on both phones. */
  readonly shared: Readonly<Record<string, unknown>>
  /** By room name. This person's alone. */
  readonly own: Readonly<Record<string, unknown>>
  readonly standing: Standing
  readonly setAside: readonly SetAside[]
  readonly unreadable: readonly Unreadable[]
  /** Entries of a kind this version does not know: told in their places once an update knows them. */
  readonly later: readonly HouseEntry[]
}

type AnyRoom = Practice<string, Entries, unknown, unknown>
/** An entry that passed its room's schema; only here is it known which room's. */
type Checked = Parameters<AnyRoom["fold"]["shared"]>[1] & Parameters<AnyRoom["fold"]["own"]>[1]

/**
 * [Note: The one cast] The registry is a union of differently typed practices, and a house keeps their states side by side, so
 * TypeScript can no longer say which state belongs to which room. It is safe: a state is put under a room's name only by that room's
 * own `empty` and `fold`, and an entry reaches a fold only after that room's own schema took it.
 */
function asTyped<T>(value: unknown): T {
  return value as T
}

const rooms = asTyped<readonly AnyRoom[]>(practices)

export function emptyHouse(): House {
  return {
    shared: Object.fromEntries(rooms.map((room) => [room.name, room.empty.shared])),
    own: Object.fromEntries(rooms.map((room) => [room.name, room.empty.own])),
    standing: { phase: "together", matters: {}, devices: {} },
    setAside: [],
    unreadable: [],
    later: [],
  }
}

/** The house after one more entry. Pure and total: no entry whatever makes it throw, and none is lost. */
export function tell(house: House, entry: HouseEntry, devices: Standing["devices"]): House {
  const at =
    house.standing.devices === devices ? house : { ...house, standing: { ...house.standing, devices } }
  const room = roomOf(entry.kind)
  if (room === null) return { ...at, later: [...at.later, entry] }
  const judged = judge(at, room, entry)
  if (!judged.ok) {
    const { log, ref, writer, day } = entry
    return { ...at, setAside: [...at.setAside, { log, ref, writer, day, because: judged.because }] }
  }
  if (entry.log === "private")
    return { ...at, own: { ...at.own, [room.name]: room.fold.own(at.own[room.name], judged.checked) } }
  const shared = { ...at.shared, [room.name]: room.fold.shared(at.shared[room.name], judged.checked) }
  if (room.name !== matters.name) return { ...at, shared }
  return { ...at, shared, standing: standingAfter(house, at.standing, shared) }
}

/** The house of these entries, from the beginning. After a redaction it is told again so, without the redacted bodies. */
export function tellAll(entries: readonly HouseEntry[], devices: Standing["devices"]): House {
  const begun = emptyHouse()
  return entries.reduce((house, entry) => tell(house, entry, devices), {
    ...begun,
    standing: { ...begun.standing, devices },
  })
}

/** An entry that could not be opened here: it is named and changes nothing else. */
export function tellUnreadable(house: House, entry: Unreadable): House {
  const { log, ref, writer } = entry
  return { ...house, unreadable: [...house.unreadable, { log, ref, writer }] }
}

/** What is asked before writing: the very same rules, and the room's record kind taken as given. */
export function mayWrite(
  house: House,
  log: LogName,
  entry: Omit<HouseEntry, "log" | "recordKind">,
  standing: Standing = house.standing,
): Verdict {
  const room = roomOf(entry.kind)
  const recordKind = recordKindOf(entry.kind)
  if (room === null || recordKind === null) return no("house.unknown-kind")
  const judged = judge({ ...house, standing }, room, { ...entry, log, recordKind })
  return judged.ok ? { ok: true } : judged
}

/** The state of one room, typed as that room types it. */
export function stateOf<P extends { readonly name: string; readonly empty: States<unknown, unknown> }>(
  house: House,
  practice: P,
): P["empty"] {
  return asTyped<P["empty"]>({ shared: house.shared[practice.name], own: house.own[practice.name] })
}

/** What every room says deserves gentle attention, in the order of the registry. */
export function attended(house: House, reader: Reader, now: Moment): readonly Nudge[] {
  return rooms.flatMap((room) => room.attend?.(stateOf(house, room), reader, now, house.standing) ?? [])
}

/** 4 for what only both together may take out of the record, else 1; null for a kind this version does not know. */
export function recordKindOf(kind: string): 1 | 4 | null {
  const shape = shapeOf(kind)
  return shape === null ? null : shape.kept === true ? 4 : 1
}

export function logOf(kind: string): LogName | null {
  return shapeOf(kind)?.log ?? null
}

type Judged =
  { readonly ok: true; readonly checked: Checked } | { readonly ok: false; readonly because: string }

function judge(house: House, room: AnyRoom, entry: HouseEntry): Judged {
  const shape = shapeOf(entry.kind)
  if (shape === null) return refused("house.unknown-kind")
  if (shape.log !== entry.log) return refused("house.wrong-log")
  if (recordKindOf(entry.kind) !== entry.recordKind) return refused("house.wrong-record-kind")
  const taken = take(shape.schema, entry.body)
  if (taken === null) return refused("house.shape")
  const { kind, ref, version, writer, day } = entry
  const checked = asTyped<Checked>({ kind, body: taken.body, ref, version, writer, day })
  const verdict =
    entry.log === "shared"
      ? room.may.shared(checked, house.shared[room.name], house.standing)
      : room.may.own(checked, house.own[room.name])
  return verdict.ok ? { ok: true, checked } : verdict
}

function refused(because: string): Judged {
  return { ok: false, because }
}

/** The body as the schema yields it. A schema that throws, or wants to wait, has not taken it. */
function take(schema: Entries[string]["schema"], body: unknown): { readonly body: unknown } | null {
  try {
    const answer = schema["~standard"].validate(body)
    if (typeof answer !== "object" || answer === null || !("value" in answer)) return null
    return "issues" in answer && answer.issues !== undefined ? null : { body: answer.value }
  } catch {
    return null
  }
}

function roomOf(kind: string): AnyRoom | null {
  const room = rooms.find((r) => kind.startsWith(`${r.name}.`))
  return room !== undefined && Object.hasOwn(room.entries, kind) ? room : null
}

function shapeOf(kind: string): Entries[string] | null {
  return roomOf(kind)?.entries[kind] ?? null
}

/** Standing is folded from `matters` alone (and, once it is there, `leaving`): nothing else crosses between rooms. */
function standingAfter(before: House, standing: Standing, shared: House["shared"]): Standing {
  const [was, is] = [before.shared[matters.name], shared[matters.name]]
  const isSame = before.standing.devices === standing.devices
  const known = isSame
    ? standingAfterOne(asTyped(was), asTyped(is), standing)
    : standingMatters(asTyped(is), standing)
  return known === standing.matters ? standing : { ...standing, matters: known }
}
