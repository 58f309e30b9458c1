import { place } from "#ledger"
import { checkEntries, createVerify, decodeRun, encodeRun, limits, toBase64url } from "#wire"
import type { Bytes, Entry } from "#wire"
import { absorbing } from "../../src/app/keeping/absorb.ts"
import { openGround } from "../../src/app/keeping/ground.ts"
import type { Ground } from "../../src/app/keeping/ground.ts"
import { createPace } from "../../src/app/keeping/pace.ts"
import { createRelayClient } from "../../src/app/server/relay-client.ts"
import { deleteIndexedDb, openIndexedDb } from "../../src/app/store/indexed-db.ts"
import { syncOnce } from "../../src/app/server/sync.ts"
import { browserTools } from "../../src/app/tools.ts"
import { openVault } from "../../src/app/keeping/vault.ts"
import { bookFor, told } from "./log-of-pair.ts"
import type { Loaded } from "./log-of-pair.ts"

// The app's own keeping of the long log in the browser's database. One step after the other; each gives its milliseconds.

const tools = browserTools()
const verify = createVerify(tools.subtle)
const database = "bench"
const key = tools.random(32)
const moment = { at: 0, day: "2026-11-25", zone: "Europe/Berlin" }

interface Open {
  readonly ground: Ground
  readonly close: () => void
}
let open: Open | null = null
/** The one that comes when all the others are there. */
let last: Entry | null = null
let count = 0

async function ground(): Promise<Open> {
  const opened = await openIndexedDb(database)
  if (!opened.ok) throw new Error(opened.error.type)
  const store = opened.value
  const vault = await openVault(tools, store, "bench", key)
  const made = await openGround({
    tools,
    vault,
    exclusive: (_, act) => act(),
    profile: "bench",
    onWritten: () => undefined,
    isCurrent: () => Promise.resolve(true),
    pace: createPace(() => performance.now()),
  })
  return { ground: made, close: () => store.close() }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

/** A relay that answers from memory, byte for byte as the real one. */
function relayOf(runs: readonly Bytes[], head: string): ReturnType<typeof createRelayClient> {
  const fetch = (request: Request): Promise<Response> => {
    const nothing = toBase64url(new Uint8Array(32))
    if (new URL(request.url).pathname.startsWith("/api/sign-in"))
      return Promise.resolve(Response.json({ nonce: nothing, token: nothing, relay: nothing }))
    const from = Number(new URL(request.url).searchParams.get("from"))
    const body = runs[from / limits.runEntries] ?? new Uint8Array(0)
    return Promise.resolve(new Response(body, { headers: { "Goldseam-Head": head } }))
  }
  return createRelayClient({ fetch }, "http://relay.test", tools)
}

function withoutLast(runs: readonly Bytes[]): { readonly all: readonly Bytes[]; readonly last: Entry } {
  const run = decodeRun(runs.at(-1) ?? new Uint8Array(0), limits.runEntries)
  const entry = run.ok ? run.value.at(-1) : undefined
  if (!run.ok || entry === undefined) throw new Error("an empty log")
  return { all: [...runs.slice(0, -1), encodeRun(run.value.slice(0, -1))], last: entry }
}

export const disk = {
  /** All of the log but its last entry, by the app's own syncing. */
  sync: async ({ log, runs }: Loaded): Promise<number> => {
    await deleteIndexedDb(database)
    const cut = withoutLast(runs)
    last = cut.last
    count = log.count - 1
    const first = await ground()
    await first.ground.turn(async (state) => ({ ...state, shared: bookFor(log) }))
    const relay = relayOf(cut.all, log.headBeforeLast)
    const clock = (): typeof moment => moment
    const wait = (): Promise<void> => Promise.resolve()
    const took = await timed(() =>
      syncOnce({
        ground: first.ground,
        relay,
        tools,
        verify,
        place,
        clock,
        wait,
        relayOrigin: "http://relay.test",
      }),
    )
    const { shared, alarm } = first.ground.now()
    if (told(shared) !== count || alarm !== null) throw new Error(`synced ${String(told(shared))}`)
    first.close()
    return took
  },
  /** With whatever is remembered by now. */
  open: async (): Promise<number> => {
    open?.close()
    const took = await timed(async () => {
      open = await ground()
    })
    if (told(open?.ground.now().shared ?? null) !== count) throw new Error("opened less")
    return took
  },
  remember: (): Promise<number> =>
    timed(async () => {
      while ((await open?.ground.remember()) === true);
    }),
  /** One more entry of the other's: verified, opened, told, and on the disk. */
  append: async (): Promise<number> => {
    const [now, entry] = [open, last]
    if (now === null || entry === null) throw new Error("not opened")
    const took = await timed(() =>
      now.ground.turn(async (state) => {
        const book = state.shared
        if (book === null) throw new Error("no book")
        const checked = await checkEntries(verify, book.state, [entry])
        return absorbing({ tools, place }, state, book, [entry], checked, moment.day)
      }),
    )
    now.close()
    await deleteIndexedDb(database)
    return took
  },
}
