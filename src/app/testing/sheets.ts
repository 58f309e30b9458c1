import { openMemoryStore } from "#relay"
import { matters, stateOf } from "#practices"
import type { RelayPort } from "../server/relay-port.ts"
import type { MadeSheet } from "../recovery/making.ts"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import type { Disk } from "../store/memory.ts"
import { joined, looks } from "./duo.ts"
import { clockFrom, enter, phone } from "./people.ts"
import type { PhoneOptions } from "./people.ts"
import { honestRelay, noting } from "./relays.ts"
import type { Asked } from "./relays.ts"

// Ana and Ben on one relay; Ana makes a sheet, and loses her phone. Tests only.

export const kept = { title: "The loan", mine: "unsure", what: "What I never said aloud" }

export interface SheetPair {
  readonly keepers: { readonly ana: Keeper; readonly ben: Keeper }
  readonly ana: Session
  readonly ben: Session
  readonly clock: ReturnType<typeof clockFrom>
  readonly store: ReturnType<typeof openMemoryStore>
  readonly disk: Disk
  readonly asked: Asked[]
  readonly relay: RelayPort
  /** An empty browser on the same relay. */
  readonly empty: (more?: PhoneOptions) => Keeper
  /** What stands between anybody and the relay from now on. */
  readonly between: (how: (relay: RelayPort) => RelayPort) => void
}

export async function alone(store = openMemoryStore()): Promise<SheetPair> {
  const clock = clockFrom()
  const limits = { appendsPerMinute: 1e9, entriesPerDay: 1e9 }
  const asked: Asked[] = []
  const real = honestRelay(clock, { limits, store, batchLimits: { batchesPerDay: 1e9 } })
  let how = (relay: RelayPort): RelayPort => relay
  const relay = noting({ fetch: (request) => how(real).fetch(request) }, asked)
  const disk: Disk = new Map()
  const keepers = { ana: phone({ relay, clock, disk }), ben: phone({ relay, clock }) }
  const [ana, ben] = [await enter(keepers.ana), await enter(keepers.ben)]
  return {
    keepers,
    ana,
    ben,
    clock,
    store,
    disk,
    asked,
    relay,
    empty: (more = {}) => phone({ relay, clock, ...more }),
    between: (next) => (how = next),
  }
}

export async function pairOfTwo(store?: SheetPair["store"]): Promise<SheetPair> {
  const pair = await alone(store)
  await joined(pair)
  await pair.ana.keep("matters.kept", kept)
  await says(pair.ben, "What Ben opened")
  await looks(pair)
  return pair
}

export async function sheetOf(keeper: Keeper, own: string | null = null): Promise<MadeSheet> {
  const made = await keeper.makeSheet(own)
  if (!made.ok) throw new Error(made.because)
  return made.sheet
}

export async function back(keeper: Keeper, code: string): Promise<Session> {
  const brought = await keeper.returnWith(code)
  if (!brought.ok) throw new Error(brought.because)
  await brought.session.sync()
  return brought.session
}

export async function says(who: Session, title: string): Promise<string> {
  const { ref } = await who.queue("matters.opened", { title }, { holdMinutes: 0 })
  await who.sync()
  return ref
}

export const titles = (who: Session): readonly string[] =>
  stateOf(who.snapshot().house, matters).shared.matters.map((m) => m.title)
export const ownTitles = (who: Session): readonly string[] =>
  stateOf(who.snapshot().house, matters).own.matters.map((m) => m.title)
/** All rooms, names and people, as this person sees them: not which of their devices is which, which each says of itself. */
export function read(who: Session): string {
  const { house, people, together, reader } = who.snapshot()
  const { standing, ...rest } = house
  const seen = { rest, me: people.me, other: people.other, together, reader, now: typeof standing }
  return JSON.stringify(seen, (name, value: unknown) => (name === "devices" ? undefined : value))
}
