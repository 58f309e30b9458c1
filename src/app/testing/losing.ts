import { openMemoryStore } from "#relay"
import { entryHash, fromBase64url } from "#wire"
import type { Bytes } from "#wire"
import type { RelayPort } from "../server/relay-port.ts"
import { looks, settle, together } from "./duo.ts"
import type { Duo, Side } from "./duo.ts"
import { clockFrom } from "./people.ts"
import type { TestClock } from "./people.ts"
import { honestRelay, noting } from "./relays.ts"
import type { Asked } from "./relays.ts"

type Store = ReturnType<typeof openMemoryStore>
/** A relay that loses everything, its key too, once for each `n`. */
export interface Losing {
  /** What stands before the relay that had it all. */
  readonly port: (relay: RelayPort) => RelayPort
  /** False: it lost that already. */
  readonly loses: (n: number) => boolean
  /** That it has now. */
  readonly files: () => Store["files"]
}

export function losing(clock: TestClock): Losing {
  const limits = { appendsPerMinute: 1e9, entriesPerDay: 1e9 }
  let now: { readonly n: number; readonly store: Store; readonly relay: RelayPort | null } = {
    n: -1,
    store: openMemoryStore(),
    relay: null,
  }
  return {
    port: (relay) => ({ fetch: (request) => (now.relay ?? relay).fetch(request) }),
    loses: (n) => {
      if (n === now.n) return false
      const store = openMemoryStore()
      now = { n, store, relay: honestRelay(clock, { store, limits }) }
      return true
    },
    files: () => now.store.files,
  }
}

/** A pair whose relay is put in the place of another one, and what was asked of that one. */
export async function losingWorld() {
  const clock = clockFrom()
  const first = openMemoryStore()
  const [asked, off, puts]: [Asked[], Set<Side>, string[]] = [[], new Set(), []]
  let other: RelayPort | null = null
  let wire = (request: Request, on: RelayPort["fetch"]): Promise<Response> => on(request)
  const through = (relay: RelayPort): RelayPort => ({
    fetch: async (request) => {
      const { method, url } = request
      const answer = await wire(request, (other ?? relay).fetch)
      // Not those for which a relay that begins anew first wants to be shown a key again.
      if (other !== null && method === "PUT" && url.includes("/files/") && answer.status !== 401)
        puts.push(new URL(url).pathname)
      return answer
    },
  })
  const d = await together({
    clock,
    relayStore: first,
    between: (relay, side) => ({
      fetch: (request) =>
        off.has(side) ? Promise.reject(new TypeError("no connection")) : through(relay).fetch(request),
    }),
  })
  return {
    d,
    clock,
    first,
    asked,
    off,
    port: through(d.relay),
    puts,
    put: (store: Store): void => void (other = noting(honestRelay(clock, { store }), asked)),
    on: (next: typeof wire): void => void (wire = next),
  }
}

/** The other's device without a byte of any picture, as after its browser cleared up. */
export async function dropped(d: Duo, side: Side): Promise<void> {
  d.phones[side].store.kill()
  for (const [table, rows] of d.disks[side])
    if (table.endsWith("/parts") || table.endsWith("/files")) rows.clear()
  await d.restart(side)
  await settle()
}

export const rounds = async (d: Duo, n = 3): Promise<void> => {
  for (let i = 0; i < n; i += 1) await looks(d)
}

export function logOf(d: Pick<Duo, "asked">): Bytes {
  const name = d.asked.findLast(({ path }) => path.startsWith("/api/log/"))?.path.slice(9, 52) ?? ""
  return fromBase64url(name) ?? new Uint8Array(32)
}

/** The relay's store as it was `less` entries ago, with its key, and the files it had then. */
export async function older(
  store: Store,
  log: Bytes,
  less: number,
  without: readonly Bytes[],
): Promise<Store> {
  const copy = { ...openMemoryStore(), facts: store.facts, files: store.files }
  const { entries } = await store.read(log, 0, 1000)
  await copy.append({
    log,
    expected: null,
    entries: entries.slice(0, -less).map((entry, seq) => ({ seq, hash: entryHash(entry), entry })),
    redacted: [],
    opened: [],
    letGo: [],
    isUnclaimed: false,
    hour: 1,
  })
  for (const id of without)
    await store.files.drop(log, { devices: await devicesIn(store, log, id), ids: [id] })
  return copy
}

async function devicesIn(store: Store, log: Bytes, id: Bytes): Promise<readonly Bytes[]> {
  const file = await store.files.whole(log, id)
  return file === null ? [] : [file.device]
}
