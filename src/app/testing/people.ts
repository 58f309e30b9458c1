import type { Tools } from "#ledger"
import type { Moment } from "#practices"
import { createVerify, good } from "#wire"
import type { SubtleLike, Verify } from "#wire"
import { createKeeper } from "../door/keeper.ts"
import type { KeeperDeps } from "../door/keeper.ts"
import type { RelayPort } from "../server/relay-port.ts"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import type { Store } from "../store/store.ts"

/** Node's WebCrypto, and real dice unless a seed is given. */
export function toolsOf(seed?: number): Tools {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  const next = seed === undefined ? null : dice(seed)
  return {
    subtle: crypto.subtle as unknown as SubtleLike,
    random: (n) =>
      next === null
        ? crypto.getRandomValues(new Uint8Array(n))
        : Uint8Array.from({ length: n }, () => next() & 255),
    decodeUtf8: (bytes) => decoder.decode(bytes),
  }
}

/** 32-bit numbers from a seed; the same seed throws the same ones (splitmix32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
}

export const verify: Verify = createVerify(crypto.subtle as unknown as SubtleLike)

/** A clock that a test moves. */
export interface TestClock {
  readonly now: () => Moment
  readonly forward: (ms: number) => void
}
export function clockFrom(start = Date.UTC(2026, 10, 24, 9)): TestClock {
  let at = start
  return {
    now: () => ({ at, day: new Date(at).toISOString().slice(0, 10), zone: "Europe/Berlin" }),
    forward: (ms) => {
      at += ms
    },
  }
}

export const relayOrigin = "http://relay.test"

/** A relay that is not there. */
export const noRelay: RelayPort = { fetch: () => Promise.reject(new Error("offline")) }

export interface PhoneOptions {
  readonly relay?: RelayPort
  readonly disk?: Disk
  readonly store?: Store
  readonly clock?: TestClock
  readonly tools?: Tools
  readonly more?: Partial<KeeperDeps>
}

/** Stretching that costs nothing; the real one is tried once, in lock.test.ts. */
export const quickStretch: KeeperDeps["stretch"] = async (passphrase, salt) => {
  const bytes = new TextEncoder().encode(`${passphrase}|${[...salt].join()}`)
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
}

/** One start of the app on a phone: give the same disk again and it is the same phone after a kill. Nothing happens by itself: a test says when to look. */
export function phone(o: PhoneOptions = {}): Keeper {
  const turns = new Map<string, Promise<unknown>>()
  const clock = o.clock ?? clockFrom()
  return createKeeper({
    tools: o.tools ?? toolsOf(),
    verify,
    clock: clock.now,
    // Only the pause between a key and the disk passes; every other wait is the test's to end.
    later: (ms, act) => {
      if (ms > 500) return () => undefined
      const timer = setTimeout(act, 0)
      return () => clearTimeout(timer)
    },
    wait: () => Promise.resolve(),
    relay: o.relay ?? noRelay,
    relayOrigin,
    exclusive: (name, act) => {
      const turn = (turns.get(name) ?? Promise.resolve()).catch(() => undefined).then(act)
      turns.set(name, turn)
      return turn
    },
    address: async () => {
      const relay = o.more?.relayOrigin ?? relayOrigin
      return { app: `${relay}/`, relay, usableElsewhere: true }
    },
    openStore: async () => good(o.store ?? memoryStore(o.disk)),
    stretch: quickStretch,
    lacks: async () => null,
    wipe: async () => {
      o.disk?.clear()
    },
    usage: async () => ({ bytes: null, persisted: null }),
    ...o.more,
  })
}

/** Opens what is there, or begins. */
export async function enter(keeper: Keeper, passphrase: string | null = null): Promise<Session> {
  if ((await keeper.state()) === "fresh") return keeper.begin()
  const answer = await keeper.unlock(passphrase)
  if (!answer.ok) throw new Error(answer.because)
  return answer.session
}
