import { emptyHouse, tell, tellUnreadable } from "#practices"
import type { House } from "#practices"
import { encodeRef } from "#wire"
import { devicesIn, toldOf, writerIn } from "./book.ts"
import type { Book, Held } from "./book.ts"
import { mine } from "./here.ts"
import type { State } from "./state.ts"

type Books = Pick<State, "private" | "shared">

/** The house these books tell. What was told before is not told again, unless an entry lost its words or found them. */
export function houseOf(now: Books, before: (Books & { readonly house: House }) | null): House {
  const grown = before === null ? null : grownSince(before, now)
  if (grown !== null && before !== null) return told(before.house, now, grown.own, grown.shared)
  const bare = emptyHouse()
  const devices = now.shared === null ? {} : devicesIn(now.shared.state)
  const begun = { ...bare, standing: { ...bare.standing, devices } }
  return told(begun, now, now.private?.entries ?? [], now.shared?.entries ?? [])
}

function told(from: House, books: Books, own: readonly Held[], shared: readonly Held[]): House {
  const { devices } = from.standing
  const add = (house: House, book: Book | null, held: Held): House => {
    if (book === null) return house
    if (held.shut === "unreadable" && !isOfMyTime(book, held.seq)) return house
    if (held.shut === "unreadable") {
      const { device, uid } = held.header
      return tellUnreadable(house, {
        log: book.log,
        ref: encodeRef(device, uid),
        writer: writerIn(book, held),
      })
    }
    const entry = toldOf(book, held)
    return entry === null ? house : tell(house, entry, devices)
  }
  const withOwn = own.reduce((house, held) => add(house, books.private, held), from)
  return shared.reduce((house, held) => add(house, books.shared, held), withOwn)
}

/** Between one's coming and one's leave: what others said before or since is not for this person, and not theirs to count either. */
function isOfMyTime(book: Book, seq: number): boolean {
  const member = mine(book)
  return member === undefined || (seq > member.since && seq < (member.left ?? Infinity))
}

function grownSince(
  before: Books,
  now: Books,
): { readonly own: readonly Held[]; readonly shared: readonly Held[] } | null {
  const own = added(before.private, now.private)
  const shared = added(before.shared, now.shared)
  const sameDevices = (before.shared?.state.devices ?? null) === (now.shared?.state.devices ?? null)
  return own === null || shared === null || !sameDevices ? null : { own, shared }
}

function added(before: Book | null, now: Book | null): readonly Held[] | null {
  const [old, all] = [before?.entries ?? [], now?.entries ?? []]
  if (old === all) return []
  return old.every((held, i) => held === all[i]) ? all.slice(old.length) : null
}
