import { deviceFromBytes, place } from "#ledger"
import type { House } from "#practices"
import { checkEntries, createVerify, decodeRun, emptyLog, fromBase64url, limits, toBase64url } from "#wire"
import type { Bytes } from "#wire"
import { emptyBook, taking } from "../../src/app/book.ts"
import type { Book } from "../../src/app/book.ts"
import { openGround } from "../../src/app/ground.ts"
import type { Ground } from "../../src/app/ground.ts"
import { houseOf } from "../../src/app/house-of.ts"
import { createRelayClient } from "../../src/app/relay-client.ts"
import { deleteIndexedDb, openIndexedDb } from "../../src/app/store/indexed-db.ts"
import { syncOnce } from "../../src/app/sync.ts"
import { browserTools } from "../../src/app/tools.ts"
import { openVault } from "../../src/app/vault.ts"
import type { PairLog } from "./pair-log.ts"

// The app's own modules over one long log, once as they are called in a worker and once on the page. Runs in a browser.

/** Milliseconds: run by run in memory, verified and folded, opened, told to the house. */
export interface Cold {
  readonly all: number
  readonly verify: number
  readonly open: number
  readonly house: number
  /** Bytes of the page's heap with the whole log in it; Chromium says it rounded, and of a page only. */
  readonly heap: number | null
}
/** Milliseconds of the app's own doing with the browser's database. */
export interface OnDisk {
  /** Syncing: as cold, and every run sealed to the database. */
  readonly synced: number
  /** Opening the ground: rows unsealed, what was verified remembered. */
  readonly reopened: number
}

const tools = browserTools()
const verify = createVerify(tools.subtle)
const database = "bench"

function bytes(text: string): Bytes {
  const found = fromBase64url(text)
  if (found === null) throw new Error("no bytes")
  return found
}

function bookFor(log: PairLog): Book {
  const device = deviceFromBytes(bytes(log.device))
  if (device === null) throw new Error("no device")
  return emptyBook({ log: "shared", device, member: bytes(log.member), logId: bytes(log.logId) })
}

async function cold({ log, runs }: Loaded): Promise<Cold> {
  const parts = { verify: 0, open: 0, house: 0 }
  let shared = bookFor(log)
  let house: House = houseOf({ private: null, shared: null }, null)
  const began = performance.now()
  for (const bytesOfRun of runs) {
    const at = [performance.now()]
    const run = decodeRun(bytesOfRun, limits.runEntries)
    if (!run.ok) throw new Error(run.error.type)
    const checked = await checkEntries(verify, shared.state, run.value)
    at.push(performance.now())
    const next = await taking(tools, shared, run.value, checked)
    at.push(performance.now())
    house = houseOf({ private: null, shared: next }, { private: null, shared, house })
    shared = next
    at.push(performance.now())
    const [a = 0, b = 0, c = 0, d = 0] = at
    parts.verify += b - a
    parts.open += c - b
    parts.house += d - c
  }
  const all = performance.now() - began
  const aside = house.setAside.length + house.later.length + house.unreadable.length
  if (told(shared) !== log.count || aside > 0) throw new Error(`read ${String(told(shared))} of the log`)
  return { all, ...parts, heap: heap() }
}

/** How many entries of the book say what they should. */
function told(book: Book | null): number {
  return book?.entries.filter((held) => held.shut === null || held.shut === "none").length ?? 0
}

async function ground(key: Bytes): Promise<{ readonly ground: Ground; readonly close: () => void }> {
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
  })
  return { ground: made, close: () => store.close() }
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

async function disk({ log, runs }: Loaded): Promise<OnDisk> {
  await deleteIndexedDb(database)
  const key = tools.random(32)
  const first = await ground(key)
  await first.ground.turn(async (state) => ({ ...state, shared: bookFor(log) }))
  const head = await headOf(log, runs)
  const began = performance.now()
  await syncOnce({
    ground: first.ground,
    relay: relayOf(runs, head),
    tools,
    verify,
    place,
    clock: () => ({ at: 0, day: "2026-11-25", zone: "Europe/Berlin" }),
    wait: () => Promise.resolve(),
  })
  const synced = performance.now() - began
  const { shared, alarm } = first.ground.now()
  if (told(shared) !== log.count || alarm !== null) throw new Error(`synced ${String(told(shared))}`)
  first.close()
  const again = performance.now()
  const second = await ground(key)
  const reopened = performance.now() - again
  if (told(second.ground.now().shared) !== log.count) throw new Error("reopened less")
  second.close()
  await deleteIndexedDb(database)
  return { synced, reopened }
}

async function headOf(log: PairLog, runs: readonly Bytes[]): Promise<string> {
  let state = emptyLog(bytes(log.logId))
  for (const run of runs) {
    const decoded = decodeRun(run, limits.runEntries)
    if (!decoded.ok) throw new Error(decoded.error.type)
    ;({ state } = await checkEntries(() => Promise.resolve(true), state, decoded.value))
  }
  return `${String(state.head?.seq)}.${toBase64url(state.head?.hash ?? new Uint8Array(0))}`
}

/** As many signatures checked and as many 1 KiB opened by the platform, 64 at a time, and nothing else. */
async function floorOf(count: number): Promise<number> {
  const { subtle } = tools
  const pair = await subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"])
  const message = tools.random(160)
  const sig = new Uint8Array(await subtle.sign({ name: "Ed25519" }, pair.privateKey, message))
  const key = await subtle.importKey("raw", tools.random(32), { name: "AES-GCM" }, false, [
    "encrypt",
    "decrypt",
  ])
  const how = { name: "AES-GCM", iv: tools.random(12) }
  const sealed = new Uint8Array(await subtle.encrypt(how, key, tools.random(1024)))
  const one = async (): Promise<void> => {
    if (!(await subtle.verify({ name: "Ed25519" }, pair.publicKey, sig, message))) throw new Error("refused")
    await subtle.decrypt(how, key, sealed)
  }
  const began = performance.now()
  for (let done = 0; done < count; done += 64) await Promise.all(Array.from({ length: 64 }, one))
  return performance.now() - began
}

/** Chromium says how large the heap is; the number is its own and rounded. */
function heap(): number | null {
  const memory: unknown = Reflect.get(performance, "memory")
  const used: unknown =
    typeof memory === "object" && memory !== null ? Reflect.get(memory, "usedJSHeapSize") : null
  return typeof used === "number" ? used : null
}

interface Loaded {
  readonly log: PairLog
  readonly runs: readonly Bytes[]
}
let loaded: Loaded | null = null

/** Who reads asks for the log itself, so that handing it over costs the page nothing. */
async function load(): Promise<Loaded> {
  if (loaded !== null) return loaded
  const log = (await (await fetch(`${location.origin}/log.json`)).json()) as PairLog
  loaded = { log, runs: log.runs.map(bytes) }
  return loaded
}

/** One step after the other, so that what each costs can be read from outside. */
export const steps = {
  load: async (): Promise<number> => (await load()).log.count,
  cold: async (): Promise<Cold> => cold(await load()),
  floor: async (): Promise<number> => floorOf((await load()).log.count),
  disk: async (): Promise<OnDisk> => disk(await load()),
}
export type Steps = typeof steps
