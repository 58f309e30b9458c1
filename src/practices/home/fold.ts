import type { BodyOf, Day, EntryIn, Ref, Relation, States, Writer } from "../practice.ts"
import type { HomeEntries } from "./entries.ts"

export interface HomeShared {
  /** The latest name of each, in the order they were first given. */
  readonly names: readonly { readonly writer: Writer; readonly name: string }[]
  /** What those who are here called somebody they would like to let in; the latest of each. Not there before the first. */
  readonly introduced?: readonly { readonly member: Writer; readonly by: Writer; readonly name: string }[]
  /** Addresses of servers that somebody would like to go to, in the order they were last said. Not there before the first. */
  readonly moving?: readonly string[]
}
export interface HomeOwn {
  readonly start: BodyOf<HomeEntries, "home.started">["start"] | null
  readonly relation: Relation | null
  readonly name: string
  readonly other: string
  /** The latest answer; null while it was not asked. */
  readonly inTouch: "yes" | "no" | null
  readonly safetySeen: boolean
  readonly serverSeen: boolean
  readonly shared: readonly { readonly was: Ref; readonly is: Ref }[]
  /** Devices of mine, by their id in my own log, each with the id it has in what is shared; the latest word of each. Not there before the first. */
  readonly devices?: readonly { readonly own: string; readonly there: string | null; readonly day: Day }[]
  /** What is shared later, and devices of mine that may come into it. Not there before the first. */
  readonly later?: Later
}
type Said<K extends keyof HomeEntries> = BodyOf<HomeEntries, K> & { readonly ref: Ref; readonly day: Day }
export interface Later {
  readonly spaces: readonly Said<"home.space">[]
  readonly asks: readonly Said<"home.asks">[]
  readonly opens: readonly Said<"home.opens">[]
}

export const empty: States<HomeShared, HomeOwn> = {
  shared: { names: [] },
  own: {
    start: null,
    relation: null,
    name: "",
    other: "",
    inTouch: null,
    safetySeen: false,
    serverSeen: false,
    shared: [],
  },
}

export function foldShared(state: HomeShared, entry: EntryIn<HomeEntries, "shared">): HomeShared {
  if (entry.kind === "home.introduced") {
    const { member, name } = entry.body
    const others = (state.introduced ?? []).filter((i) => i.member !== member || i.by !== entry.writer)
    return { ...state, introduced: [...others, { member, by: entry.writer, name }] }
  }
  if (entry.kind === "home.moving") {
    const { address } = entry.body
    return { ...state, moving: [...(state.moving ?? []).filter((known) => known !== address), address] }
  }
  const named = { writer: entry.writer, name: entry.body.name }
  const known = state.names.some((n) => n.writer === entry.writer)
  return {
    ...state,
    names: known ? state.names.map((n) => (n.writer === entry.writer ? named : n)) : [...state.names, named],
  }
}

export function foldOwn(state: HomeOwn, entry: EntryIn<HomeEntries, "private">): HomeOwn {
  switch (entry.kind) {
    case "home.started": {
      const { start, relation, name, other } = entry.body
      return { ...state, start, relation, name: name ?? state.name, other: other ?? state.other }
    }
    case "home.in-touch":
      return { ...state, inTouch: entry.body.answer }
    case "home.shared":
      return { ...state, shared: [...state.shared, entry.body] }
    case "home.safety-seen":
      return { ...state, safetySeen: true }
    case "home.server-seen":
      return { ...state, serverSeen: true }
    case "home.device":
      return entry.body.devices.reduce((now, { own, there }) => withPair(now, own, there, entry.day), state)
    case "home.space":
    case "home.asks":
    case "home.opens":
      return { ...state, later: laterWith(state.later ?? { spaces: [], asks: [], opens: [] }, entry) }
    // For the day on which this device is lost, for this person's other devices, and for who shows an answer: no page says anything of it.
    case "home.held":
    case "home.sheet":
    case "home.store":
      return state
  }
}

/** A device in what is shared belongs to the one of mine it was said of first: who says later that it is another one of mine cannot have it let go with that one. */
function withPair(state: HomeOwn, own: string, there: string | undefined, day: Day): HomeOwn {
  const before = state.devices ?? []
  if (there !== undefined && before.some((d) => d.there === there && d.own !== own)) return state
  return {
    ...state,
    devices: [...before.filter((d) => d.own !== own), { own, there: there ?? null, day }],
  }
}

function laterWith(
  { spaces, asks, opens }: Later,
  {
    kind,
    body,
    ref,
    day,
  }: Extract<EntryIn<HomeEntries, "private">, { kind: `home.${"space" | "asks" | "opens"}` }>,
): Later {
  switch (kind) {
    case "home.space":
      return { spaces: [...spaces, { ...body, ref, day }], asks, opens }
    case "home.asks":
      return { spaces, asks: [...asks, { ...body, ref, day }], opens }
    case "home.opens":
      return { spaces, asks, opens: [...opens, { ...body, ref, day }] }
  }
}
