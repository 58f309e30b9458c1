import { createRelay, openMemoryStore } from "#relay"
import type { RelayOptions } from "#relay"
import { matters, stateOf } from "#practices"
import { encodeServerLine } from "#wire"
import type { Bytes } from "#wire"
import type { Keeper } from "../door/door.ts"
import type { KeeperDeps } from "../door/keeper.ts"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import type { Disk } from "../store/memory.ts"
import { joined, looks } from "./duo.ts"
import { clockFrom, enter, phone, verify } from "./people.ts"
import type { PhoneOptions } from "./people.ts"
import { noting } from "./relays.ts"
import type { Asked } from "./relays.ts"
import { sheetOf } from "./sheets.ts"

// Two real relays at two addresses; Ana and Ben at the first of them, each with a sheet. Tests only.

export const passphrase = "three warm plums"
export const [oldHome, newHome] = ["https://old.test", "https://new.test"]
export type Side = "ana" | "ben"

export interface Server {
  readonly origin: string
  readonly store: RelayOptions["store"]
  readonly asked: Asked[]
  readonly port: RelayPort
  readonly line: string
  /** How many listen for news just now. */
  readonly ears: () => number
  /** What stands before it from now on. */
  readonly between: (how: (relay: RelayPort) => RelayPort) => void
}

export async function server(
  origin: string,
  clock = clockFrom(),
  store: RelayOptions["store"] = openMemoryStore(),
): Promise<Server> {
  const asked: Asked[] = []
  const limits = { appendsPerMinute: 1e9, entriesPerDay: 1e9 }
  const of = { store, clock: () => clock.now().at, verify, origins: [origin], limits }
  const relay = createRelay({ ...of, batchLimits: { batchesPerDay: 1e9 } })
  let ears = 0
  const live: RelayPort["live"] = () => {
    ears += 1
    return { wake: () => undefined, stop: () => void (ears -= 1) }
  }
  let how = (real: RelayPort): RelayPort => real
  return {
    origin,
    store,
    asked,
    port: { ...noting({ fetch: (request) => how({ fetch: relay.fetch }).fetch(request) }, asked), live },
    ears: () => ears,
    line: encodeServerLine({ origin, ed: await relay.key() }),
    between: (next) => (how = next),
  }
}

export interface Movers {
  readonly clock: ReturnType<typeof clockFrom>
  readonly old: Server
  readonly next: Server
  readonly disks: Readonly<Record<Side, Disk>>
  readonly keepers: Record<Side, Keeper>
  readonly codes: Readonly<Record<Side, string>>
  readonly ana: Session
  readonly ben: Session
  /** The app closed, and opened again on the same disk. */
  readonly restart: (side: Side) => Promise<void>
  /** An empty browser at this server. */
  readonly browserAt: (at: Server, more?: PhoneOptions) => Keeper
}

/** The same server, with its key and nothing else: a new disk, and an old backup of the key. */
export async function withKeyOf(of: Server, clock = clockFrom()): Promise<Server> {
  const store = openMemoryStore()
  const key = await of.store.facts.get("key")
  if (key === null) throw new Error("a server without a key")
  await store.facts.put("key", key, "first")
  return server(of.origin, clock, store)
}

export async function movers(
  withSheets: readonly Side[] = ["ana", "ben"],
  more: Partial<Record<Side, Partial<KeeperDeps>>> = {},
): Promise<Movers> {
  const clock = clockFrom()
  const [old, next] = [await server(oldHome, clock), await server(newHome, clock)]
  const disks: Record<Side, Disk> = { ana: new Map(), ben: new Map() }
  const browserAt = (at: Server, more: PhoneOptions = {}): Keeper =>
    phone({ relay: at.port, clock, ...more, more: { relayOrigin: at.origin, ...more.more } })
  const at = (side: Side): Keeper => browserAt(old, { disk: disks[side], more: more[side] ?? {} })
  const keepers = { ana: at("ana"), ben: at("ben") }
  const sessions = { ana: await enter(keepers.ana), ben: await enter(keepers.ben) }
  await joined(sessions)
  const codes = { ana: "", ben: "" }
  for (const side of withSheets) codes[side] = (await sheetOf(keepers[side])).code
  await looks(sessions)
  return {
    clock,
    old,
    next,
    disks,
    keepers,
    codes,
    browserAt,
    get ana() {
      return sessions.ana
    },
    get ben() {
      return sessions.ben
    },
    restart: async (side) => {
      keepers[side].lock()
      keepers[side] = at(side)
      sessions[side] = await enter(keepers[side])
      await sessions[side].sync()
    },
  }
}

export async function proposes(who: Keeper, line: string, own: string | null = null): Promise<void> {
  const chosen = await who.move(own, { line })
  if (!chosen.ok) throw new Error(chosen.because)
}

/** Says yes to the one thing that is asked. */
export async function agrees(keeper: Keeper, who: Session): Promise<void> {
  const { ref = "" } = who.snapshot().proposed?.[0] ?? {}
  const said = await keeper.move(null, { ref })
  if (!said.ok) throw new Error(said.because)
}

/** Ana proposes, Ben says yes, and both have read it. */
export async function agreed(m: Movers): Promise<void> {
  await proposes(m.keepers.ana, m.next.line)
  await looks(m)
  await agrees(m.keepers.ben, m.ben)
  await looks(m)
}

export async function copyOf(keeper: Keeper): Promise<Bytes> {
  const made = await keeper.keepCopy(passphrase)
  if (!made.ok) throw new Error(made.because)
  return made.file
}

export async function opened(keeper: Keeper, file: Bytes): Promise<Session> {
  const brought = await keeper.bringBack(file, passphrase)
  if (!brought.ok) throw new Error(brought.because)
  return brought.session
}

/** With a copy made now and the sheet, at the next server. */
export async function arrives(m: Movers, side: Side, at = m.next): Promise<Session> {
  const session = await opened(m.browserAt(at), await copyOf(m.keepers[side]))
  await writesAgain(session, m.codes[side])
  return session
}

export async function writesAgain(session: Session, code: string, givesUp = false): Promise<void> {
  const again = await session.recovery.writeAgain(code, givesUp)
  if (!again.ok) throw new Error(again.because)
}

export const titles = (who: Session): readonly string[] =>
  stateOf(who.snapshot().house, matters).shared.matters.map((m) => m.title)

export async function says(who: Session, title: string, holdMinutes = 0): Promise<string> {
  const { ref } = await who.queue("matters.opened", { title }, { holdMinutes })
  await who.sync()
  return ref
}
