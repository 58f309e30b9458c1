import type { House } from "#practices"
import { checkEntries, createVerify, decodeRun, limits } from "#wire"
import { taking } from "../../src/app/keeping/book.ts"
import { houseOf } from "../../src/app/keeping/house-of.ts"
import { browserTools } from "../../src/app/tools.ts"
import { bookFor, bytes, told } from "./log-of-pair.ts"
import type { Loaded } from "./log-of-pair.ts"
import type { PairLog } from "./pair-log.ts"
import { disk } from "./reading-disk.ts"

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
const tools = browserTools()
const verify = createVerify(tools.subtle)

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
  heap: (): Promise<number | null> => Promise.resolve(heap()),
  sync: async (): Promise<number> => disk.sync(await load()),
  rebuild: disk.open,
  remember: disk.remember,
  reopen: disk.open,
  append: disk.append,
}
export type Steps = typeof steps
