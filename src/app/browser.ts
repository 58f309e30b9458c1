import { createVerify } from "#wire"
import { millis, now } from "./clock.ts"
import type { Later } from "./drafts/drafts.ts"
import type { Exclusive } from "./keeping/ground.ts"
import type { KeeperDeps } from "./door/keeper.ts"
import { createPace } from "./keeping/pace.ts"
import { browserRelay } from "./server/relay-port.ts"
import type { Address } from "./session/around.ts"
import { deleteIndexedDb, openIndexedDb } from "./store/indexed-db.ts"
import { stretchInWorker } from "./door/stretch.ts"
import { browserTools, hasKeys } from "./tools.ts"

// Everything the core asks of a browser, in one place.

/** Says nothing of what it is for (CARE A9). */
const database = "app"

const later: Later = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

export function browserDeps(): KeeperDeps {
  const tools = browserTools()
  const tabs = createTabs()
  return {
    tools,
    later,
    verify: createVerify(tools.subtle),
    clock: now,
    pace: createPace(millis),
    relay: browserRelay(location.origin, later, tools.random),
    exclusive: tabs.exclusive,
    onWritten: tabs.tellOthers,
    wake: tabs.wake,
    relayOrigin: location.origin,
    address,
    openStore: () => openIndexedDb(database),
    stretch: stretchInWorker,
    lacks: async () => {
      if (!isSecureContext || globalThis.crypto?.subtle === undefined) return "not-secure"
      return (await hasKeys(tools)) ? null : "no-ed25519"
    },
    wipe,
    usage: async () => {
      const { storage } = navigator
      if (storage === undefined) return { bytes: null, persisted: null }
      return { bytes: (await storage.estimate()).usage ?? null, persisted: await storage.persisted() }
    },
    persist: () => void navigator.storage?.persist().catch(() => false),
  }
}

interface Tabs {
  readonly exclusive: Exclusive
  readonly tellOthers: () => void
  readonly wake: NonNullable<KeeperDeps["wake"]>
}

/** The other tabs of this browser. Where a browser has no locks across tabs, turns are taken within this one. */
function createTabs(): Tabs {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("tabs")
  const turns = new Map<string, Promise<unknown>>()
  const here: Exclusive = (name, act) => {
    const turn = (turns.get(name) ?? Promise.resolve()).catch(() => undefined).then(act)
    turns.set(name, turn)
    return turn
  }
  const locks = navigator.locks as LockManager | undefined
  return {
    exclusive: locks === undefined ? here : (name, act) => locks.request(name, act) as ReturnType<typeof act>,
    // A channel reaches this origin only; it takes no address.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tellOthers: () => channel?.postMessage("written"),
    wake: (onWake) => {
      const onSeen = (): void => {
        if (document.visibilityState === "visible") onWake("look")
      }
      const onLook = (): void => onWake("look")
      const onWritten = (): void => onWake("written")
      document.addEventListener("visibilitychange", onSeen)
      document.addEventListener("resume", onLook)
      const stopWatching = onSleepOver(onLook)
      addEventListener("focus", onLook)
      addEventListener("online", onLook)
      channel?.addEventListener("message", onWritten)
      return () => {
        document.removeEventListener("visibilitychange", onSeen)
        document.removeEventListener("resume", onLook)
        stopWatching()
        removeEventListener("focus", onLook)
        removeEventListener("online", onLook)
        channel?.removeEventListener("message", onWritten)
      }
    },
  }
}

/** A lid that was shut says nothing of it: timers stand still meanwhile, and the clock has jumped afterwards. */
function onSleepOver(act: () => void): () => void {
  const every = 5000
  let last = now().at
  const watch = setInterval(() => {
    const at = now().at
    if (at - last > 4 * every) act()
    last = at
  }, every)
  return () => clearInterval(watch)
}

/** What an invite link begins with: the server's public address where it has one. */
async function address(): Promise<Address> {
  const { origin, hostname } = location
  const isLocal = /^(localhost|127\..*|\[::1\])$/.test(hostname)
  const publicUrl = isLocal ? await publicAddress() : null
  if (publicUrl !== null) return { app: `${publicUrl}/`, relay: origin, usableElsewhere: true }
  return { app: `${origin}/`, relay: origin, usableElsewhere: !isLocal }
}

async function publicAddress(): Promise<string | null> {
  try {
    const response = await fetch("/host.json", { signal: AbortSignal.timeout(3000) })
    const told: unknown = await response.json()
    const url: unknown = typeof told === "object" && told !== null ? Reflect.get(told, "publicUrl") : null
    return typeof url === "string" && url.startsWith("https://") ? new URL(url).origin : null
  } catch {
    return null
  }
}

/** Rows, marks, kept files, the worker that keeps them: everything of this site on this device. Works without a connection. */
async function wipe(): Promise<void> {
  await deleteIndexedDb(database)
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) await one.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
  // The mark of having left, the only thing there is, goes too.
  // oxlint-disable-next-line no-restricted-globals
  for (const marks of [localStorage, sessionStorage]) marks.clear()
  await askBrowserToClear()
}

/** The server's word to the browser to clear what it holds of this site, for whatever this page cannot name. Out of reach, all that is known of is gone already. */
async function askBrowserToClear(): Promise<void> {
  await fetch("/api/forget", { method: "POST", signal: AbortSignal.timeout(3000) }).catch(() => null)
}
