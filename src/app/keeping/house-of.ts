import { emptyHouse, tell, tellUnreadable } from "#practices"
import type { House } from "#practices"
import { encodeRef, toBase64url } from "#wire"
import { devicesIn, toldOf, writerIn } from "./book.ts"
import type { Book, Held } from "./book.ts"
import { sharedSeen } from "../copy/copied.ts"
import type { Unplaced } from "../devices/unplaced.ts"
import { mine } from "../people/here.ts"
import { atOnce } from "./pace.ts"
import type { State } from "./state.ts"

type Books = Pick<State, "private" | "shared"> & Partial<Pick<State, "copied" | "unplaced">>

/** The house these books tell. What was told before is not told again, unless an entry lost its words or found them. */
export function houseOf(now: Books, before: (Books & { readonly house: House }) | null): House {
  return atOnce(telling(now, before))
}

/** The same, a few entries at a time. */
export function* telling(
  now: Books,
  before: (Books & { readonly house: House }) | null,
): Generator<void, House> {
  const grown = before === null ? null : grownSince(before, now)
  if (grown !== null && before !== null) return yield* told(before.house, now, grown)
  const bare = emptyHouse()
  const seen = sharedSeen(now)
  const devices = seen === null ? {} : devicesIn(seen.state)
  const begun = yield* earlier({ ...bare, standing: { ...bare.standing, devices } }, now)
  const all = { own: now.private?.entries ?? [], waits: now.unplaced ?? [], shared: seen?.entries ?? [] }
  return yield* told(begun, now, all)
}

type Read = Pick<Book, "log" | "member" | "state">

/** Earlier private logs, as the beginning of the one of here: the same person wrote them. */
function* earlier(from: House, { private: own, copied }: Books): Generator<void, House> {
  const writer = own === null ? null : toBase64url(own.member)
  let house = from
  for (const replica of copied?.own ?? []) house = yield* addingAll(house, replica, replica.entries, writer)
  // What waited where the copy was made: whatever is written here may name it.
  for (const { entry } of copied?.unplaced ?? [])
    house = tell(house, { ...entry, writer: writer ?? "" }, house.standing.devices)
  return house
}

interface Added {
  readonly own: readonly Held[]
  /** What stands in no place yet is read behind what does, in the order it was written. */
  readonly waits: readonly Unplaced[]
  readonly shared: readonly Held[]
}

function* told(from: House, books: Books, { own, waits, shared }: Added): Generator<void, House> {
  let house = yield* addingAll(from, books.private, own)
  for (const { entry } of waits) house = tell(house, entry, house.standing.devices)
  return yield* addingAll(house, sharedSeen(books), shared)
}

const atATime = 16

function* addingAll(
  from: House,
  book: Read | null,
  all: readonly Held[],
  as: string | null = null,
): Generator<void, House> {
  let house = from
  for (const [n, held] of all.entries()) {
    if (n % atATime === 0) yield
    house = adding(house, book, held, as)
  }
  return house
}

function adding(house: House, book: Read | null, held: Held, as: string | null = null): House {
  if (book === null) return house
  const { devices } = house.standing
  if (held.shut === "unreadable" && !isOfMyTime(book, held.seq)) return house
  if (held.shut === "unreadable") {
    const { device, uid } = held.header
    const writer = as ?? writerIn(book, held)
    return tellUnreadable(house, { log: book.log, ref: encodeRef(device, uid), writer })
  }
  const entry = toldOf(book, held)
  return entry === null ? house : tell(house, as === null ? entry : { ...entry, writer: as }, devices)
}

/** Between one's coming and one's leave: what others said before or since is not for this person, and not theirs to count either. */
function isOfMyTime(book: Read, seq: number): boolean {
  const member = mine(book)
  return member === undefined || (seq > member.since && seq < (member.left ?? Infinity))
}

function grownSince(before: Books, now: Books): Added | null {
  const own = added(before.private, now.private)
  const [old, all] = [before.unplaced ?? [], now.unplaced ?? []]
  const isBehind = old.every((u, i) => u === all[i]) && (old.length === 0 || own?.length === 0)
  const waits = all.slice(old.length)
  const [was, is] = [sharedSeen(before), sharedSeen(now)]
  const shared = added(was, is)
  const isSame =
    (was?.state.devices ?? null) === (is?.state.devices ?? null) &&
    (before.copied ?? null) === (now.copied ?? null)
  return own === null || shared === null || !isSame || !isBehind ? null : { own, waits, shared }
}

type Entries = Pick<Book, "entries">

function added(before: Entries | null, now: Entries | null): readonly Held[] | null {
  const [old, all] = [before?.entries ?? [], now?.entries ?? []]
  if (old === all) return []
  return old.every((held, i) => held === all[i]) ? all.slice(old.length) : null
}
