import { openMemoryStore } from "#relay"
import { entryHash, fromBase64url } from "#wire"
import type { Bytes } from "#wire"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import type { Disk } from "../store/memory.ts"
import { joined, looks } from "./duo.ts"
import type { Side } from "./duo.ts"
import { clockFrom, enter, phone } from "./people.ts"
import type { PhoneOptions } from "./people.ts"
import { honestRelay, noting } from "./relays.ts"
import type { Asked } from "./relays.ts"

// Two people whom a server tells different things: one key, two histories behind one beginning. Tests only.

const quota = { appendsPerMinute: 1e9, entriesPerDay: 1e9 }

export async function pairOnRelays() {
  const clock = clockFrom()
  const store = openMemoryStore()
  const asked: Record<Side, Asked[]> = { ana: [], ben: [] }
  const first = honestRelay(clock, { limits: quota, store })
  const at: Record<Side, RelayPort> = { ana: first, ben: first }
  const disks: Record<Side, Disk> = { ana: new Map(), ben: new Map() }
  const portOf = (side: Side): RelayPort =>
    noting({ fetch: (request) => at[side].fetch(request) }, asked[side])
  const open = async (side: Side, phrase: string | null = null, more: PhoneOptions = {}) => {
    const keeper = phone({ relay: portOf(side), clock, disk: disks[side], ...more })
    return { keeper, session: await enter(keeper, phrase) }
  }
  const phones = { ana: await open("ana"), ben: await open("ben") }
  const d = {
    get ana(): Session {
      return phones.ana.session
    },
    get ben(): Session {
      return phones.ben.session
    },
  }
  const meet = (): Promise<void> => joined(d)
  await meet()
  const name = asked.ana.findLast(({ path }) => path.startsWith("/api/log/"))?.path.slice(9, 52) ?? ""
  const logId = fromBase64url(name) ?? new Uint8Array(32)
  return {
    clock,
    disks,
    asked,
    phones,
    d,
    at,
    first,
    store,
    logId,
    meet,
    /** The same phone after a kill. */
    reopen: async (side: Side, phrase: string | null = null, more: PhoneOptions = {}) => {
      phones[side] = await open(side, phrase, more)
      return phones[side]
    },
  }
}

/** The server's own store up to a place, with its key: what is written from here on, only those hear who are led here. */
export async function splitAt(
  of: Awaited<ReturnType<typeof pairOnRelays>>,
  upTo: number,
): Promise<RelayPort> {
  const copy = { ...openMemoryStore(), facts: of.store.facts }
  const { entries } = await of.store.read(of.logId, 0, upTo)
  const stored = entries.map((entry, seq) => ({ seq, hash: entryHash(entry), entry }))
  await copy.append({
    log: of.logId,
    expected: null,
    entries: stored,
    redacted: [],
    opened: [],
    letGo: [],
    hour: 1,
    isUnclaimed: false,
  })
  return honestRelay(of.clock, { limits: quota, store: copy })
}

export async function lengthOf({
  store,
  logId,
}: {
  readonly store: ReturnType<typeof openMemoryStore>
  readonly logId: Bytes
}): Promise<number> {
  return (await store.read(logId, 0, 1000)).entries.length
}

/** Both wrote on, each on a history of their own; then Ana is led to Ben's. */
export async function forkedPair() {
  const p = await pairOnRelays()
  await p.d.ben.queue("matters.opened", { title: "Before" }, { holdMinutes: 0 })
  await looks(p.d)
  const upTo = await lengthOf(p)
  p.at.ben = await splitAt(p, upTo)
  await p.d.ana.queue("matters.opened", { title: "Ana wrote on" }, { holdMinutes: 0 })
  await p.d.ana.sync()
  await p.d.ana.queue("matters.opened", { title: "And again" }, { holdMinutes: 0 })
  await p.d.ana.sync()
  await p.d.ben.queue("matters.opened", { title: "Ben wrote on" }, { holdMinutes: 0 })
  await p.d.ben.sync()
  const split = p.at.ben
  return {
    ...p,
    upTo,
    split,
    join: async () => {
      p.at.ana = split
      await p.d.ana.sync()
    },
  }
}
