import { inviteKeys } from "#ledger"
import { toBase64url } from "#wire"
import type { Bytes } from "#wire"
import type { Listening } from "./live-socket.ts"
import { carriedAlong } from "../moving/carried.ts"
import { isMoved, keyAgreed } from "../moving/agreed.ts"
import { carryOn } from "../files/carrying-on.ts"
import { nextHoldEnd } from "../sending/queue.ts"
import type { RecoveryClient } from "../recovery/client.ts"
import { comeOnce, owesLetting } from "../coming/once.ts"
import { waitsForAnswer } from "../coming/coming.ts"
import { copyDaily } from "../recovery/copying.ts"
import { endedByMove, linkOnce } from "../linking/giving.ts"
import { isUnderWay } from "../linking/linking.ts"
import { createRelayClient } from "./relay-client.ts"
import type { RelayClient } from "./relay-client.ts"
import type { RelayPort, Topics } from "./relay-port.ts"
import { byLink } from "./signing-in.ts"
import type { AgreedOn, By } from "./signing-in.ts"
import type { State } from "../keeping/state.ts"
import { syncOnce } from "./sync.ts"
import type { Synced, SyncDeps } from "./sync.ts"
import type { Later } from "../drafts/drafts.ts"
import type { Vault } from "../keeping/vault.ts"

// When to look for news: now, when asked; a minute after the last look; when a hold is over; when the relay hints; sooner and then more slowly while it is away.

export interface Looking {
  /** Resolves after a look that began no earlier than this call. Never rejects: what fails is tried again. */
  readonly look: () => Promise<void>
  /** The page came back: from sleep, from behind, from another network. */
  readonly wake: () => void
  /** The state changed: what to wait for may have changed with it. */
  readonly plan: () => void
  readonly stop: () => void
}

const every = 60_000
const hour = 60 * every
/** While somebody stands there with two devices in their hands. */
const soon = 2000

export function createLooking(
  o: Omit<SyncDeps, "relay" | "wait"> & {
    readonly relay: RelayPort
    readonly later: Later
    readonly wait?: SyncDeps["wait"]
    readonly relayOrigin: string
    readonly copies: RecoveryClient
    readonly vault: Vault
    /** Why a file waits although the relay answers. */
    readonly onCarried: (why: "full" | "limit" | null) => void
    readonly onConnection: (synced: Exclude<Synced, "idle">) => void
  },
): Looking {
  const { ground, later, clock } = o
  const wait = o.wait ?? ((ms) => new Promise<void>((done) => void later(ms, done)))
  const agreedOn: AgreedOn = (log) => keyAgreed(ground.now(), o.relayOrigin, log)
  const relay = createRelayClient(o.relay, o.relayOrigin, o.tools, agreedOn)
  const deps: SyncDeps = { ...o, relay, wait }
  let stopped = false
  let running: Promise<void> | null = null
  let again = false
  let failures = 0
  // What one's other devices placed is asked for at the start, when the page comes back, and once an hour.
  const asked = new Set<string>()
  let isWoken = false
  let readAt: number | null = null
  let cancelNext: (() => void) | null = null
  let cancelHold: (() => void) | null = null
  let live: { readonly topics: string; readonly ear: Listening } | null = null

  const once = async (): Promise<void> => {
    const synced = await syncOnce(deps).catch(() => "off" as const)
    if (stopped) return
    cancelNext?.()
    cancelNext = null
    // What everybody agreed to take elsewhere is asked for here no more, and neither are the copies of one's own log.
    if (isMoved(ground.now(), o.relayOrigin)) {
      await ground.turn((state) => carriedAlong(deps, endedByMove(state)))
      return
    }
    // In requests of its own. Whatever becomes of it, it is tried again another time.
    const { at } = clock()
    const isAwaited = waitsForAnswer(ground.now(), clock().day)
    const reads = isWoken || readAt === null || at - readAt >= hour || isAwaited
    isWoken = false
    if (reads) readAt = at
    const owed = await owesLetting(deps).catch(() => true)
    await copyDaily({ ...deps, client: o.copies }, reads).catch(() => "off" as const)
    if (stopped) return
    // What was decided there goes at once.
    if (await comeOnce(deps, owed).catch(() => false)) again = true
    if (stopped) return
    if (await linkOnce({ ...deps, client: o.copies }).catch(() => false)) again = true
    if (stopped) return
    if (synced === "on") {
      const carried = await carryOn({ ...deps, vault: o.vault }, asked).catch(() => null)
      if (stopped) return
      again ||= carried?.more ?? false
      o.onCarried(carried?.why ?? null)
    }
    const isLinking = isUnderWay(ground.now().linking)
    failures = synced === "off" || synced === "full" ? failures + 1 : 0
    if (synced !== "idle") o.onConnection(synced)
    if (synced === "idle" && ground.now().recovery.copying === null && ground.now().linking === null) return
    const pause = isLinking
      ? soon
      : synced === "idle" && !waitsForAnswer(ground.now(), clock().day)
        ? hour
        : failures === 0
          ? every
          : Math.min(every, 1000 * 2 ** Math.min(failures, 6))
    cancelNext = later(pause, () => void look())
  }
  const runs = async (): Promise<void> => {
    do {
      again = false
      await once()
    } while (again)
    running = null
  }
  const look = (): Promise<void> => {
    if (stopped) return Promise.resolve()
    if (running === null) running = runs()
    else again = true
    return running
  }
  const plan = (): void => {
    if (stopped) return
    cancelHold?.()
    const at = clock().at
    const end = nextHoldEnd(ground.now(), at)
    cancelHold = end === null ? null : later(Math.min(end - at + 50, 2 ** 31 - 1), () => void look())
    const { watch, mail } = isMoved(ground.now(), o.relayOrigin) ? nothingHeard : heardBy(ground.now())
    const name = JSON.stringify([watch.map(nameOf), mail])
    if (o.relay.live === undefined || name === live?.topics) return
    live?.ear.stop()
    const isAny = watch.length + mail.length > 0
    const topics = async (): Promise<Topics> => ({ watch: await shownFor(deps.relay, watch), mail })
    live = isAny ? { topics: name, ear: o.relay.live(topics, () => void look()) } : null
  }
  return {
    look,
    plan,
    wake: () => {
      live?.ear.wake()
      isWoken = true
      void look()
    },
    stop: () => {
      stopped = true
      again = false
      cancelNext?.()
      cancelHold?.()
      live?.ear.stop()
    },
  }
}

function boxOf(secret: Bytes): string {
  const { H, inviteId } = inviteKeys(secret)
  return `${toBase64url(H)}.${toBase64url(inviteId)}`
}

interface Heard {
  readonly log: Bytes
  readonly by: By
}

const nothingHeard = { watch: [], mail: [] } as const

/** What this device listens to, and as whom. */
function heardBy({ shared, inviting, joining, isAway }: State): {
  readonly watch: readonly Heard[]
  readonly mail: readonly string[]
} {
  if (isAway) return nothingHeard
  const own: readonly Heard[] =
    shared === null ? [] : [{ log: shared.state.logId, by: { is: "keys", keys: shared.device } }]
  const asked: readonly Heard[] = joining === null ? [] : [{ log: joining.logId, by: byLink(joining.secret) }]
  const secrets = [inviting?.secret, joining?.secret].filter((secret) => secret !== undefined)
  return { watch: [...own, ...asked], mail: secrets.map(boxOf) }
}

/** Rejects when there is nothing to show for one of them just now. */
function shownFor(relay: RelayClient, watch: readonly Heard[]): Promise<readonly string[]> {
  return Promise.all(
    watch.map(async ({ log, by }) => {
      const text = await relay.toHear(log, by)
      if (text === null) throw new Error("not signed in")
      return `${toBase64url(log)}.${text}`
    }),
  )
}

function nameOf({ log, by }: Heard): string {
  return `${toBase64url(log)} ${by.is === "keys" ? toBase64url(by.keys.ed.publicKey) : by.is}`
}
