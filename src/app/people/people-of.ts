import { home, stateOf } from "#practices"
import type { Writer } from "#practices"
import { equalBytes, toBase64url } from "#wire"
import type { People } from "../../practices/view.ts"
import { sharedSeen } from "../copy/copied.ts"
import { othersHere } from "./here.ts"
import type { State } from "../keeping/state.ts"
import { tongue } from "../tongue.ts"
import { sharedWriter } from "../sending/writing.ts"

/** Two people stand in what is shared, as far as it can be seen from here. */
export function isTogetherHere(state: State): boolean {
  return (sharedSeen(state)?.state.members.length ?? 0) > 1
}

/** Who is here, who was, and what they are called. */
export function peopleOf(state: State): People {
  const { own, shared } = stateOf(state.house, home)
  const mine = sharedWriter(state)
  const named = (writer: Writer): string =>
    shared.names.find((n) => n.writer === writer)?.name ??
    shared.introduced?.findLast((i) => i.member === writer)?.name ??
    ""
  const toBeNamed = state.queue.findLast((q) => q.is === "content" && q.entry.kind === "home.named")
  const queued = toBeNamed?.is === "content" ? nameIn(toBeNamed.entry.body) : ""
  const me = [queued, named(mine), state.joining?.name ?? "", own.name].find((name) => name !== "") ?? ""
  const others = othersOf(state)
  // Of one other there may be a name of one's own; of several, each has said theirs, and so has whoever left.
  const isOnlyOther = others.length < 2 && goneOf(state).length === 0
  const called = (writer: Writer): string => named(writer) || (isOnlyOther ? own.other : "")
  const names = others.length === 0 ? [own.other] : others.map(called)
  const other = new Intl.ListFormat(tongue.locale).format(names.filter((name) => name !== ""))
  const ownId = state.private === null ? null : toBase64url(state.private.member)
  const nameOf = (writer: Writer): string => (writer === mine || writer === ownId ? me : called(writer))
  const gone = goneOf(state).map(named)
  const left = new Set(leftIn(state))
  const hasLeft = (writer: Writer): boolean => left.has(writer)
  return { me, other, others: names, gone, hasLeft, nameOf, together: isTogetherHere(state) }
}

/** The others who are here; when nobody is any more, those who were. */
function othersOf(state: State): readonly Writer[] {
  const book = sharedSeen(state)
  if (book === null) return []
  const here = othersHere(book)
  const all = here.length > 0 ? here : book.state.members.filter((m) => !equalBytes(m.id, book.member))
  return all.map((m) => toBase64url(m.id))
}

/** Those who left while somebody else is still here. */
function goneOf(state: State): readonly Writer[] {
  const book = sharedSeen(state)
  return book === null || othersHere(book).length === 0 ? [] : leftIn(state)
}

function leftIn(state: State): readonly Writer[] {
  const book = sharedSeen(state)
  const left = book?.state.members.filter((m) => m.left !== null && !equalBytes(m.id, book.member)) ?? []
  return left.map((m) => toBase64url(m.id))
}

function nameIn(body: unknown): string {
  const name: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "name") : ""
  return typeof name === "string" ? name : ""
}
