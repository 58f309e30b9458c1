import { openMemoryStore } from "#relay"
import type { Keeper } from "../door/door.ts"
import type { KeeperDeps } from "../door/keeper.ts"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import { mortalPort, mortalStore } from "./disks.ts"
import type { Disk, MortalStore } from "./disks.ts"
import { clockFrom, enter, phone } from "./people.ts"
import type { TestClock } from "./people.ts"
import { honestRelay, noting } from "./relays.ts"
import type { Asked } from "./relays.ts"

export type Side = "ana" | "ben"
export interface Kill {
  readonly at: number
  readonly after: boolean
}
export interface Phone {
  readonly keeper: Keeper
  readonly session: Session
  readonly store: MortalStore
}

/** Ana's and Ben's phones on one relay, each of which can be killed and started again. */
export interface Duo {
  readonly clock: TestClock
  readonly asked: Asked[]
  /** As everybody reaches it who dies of nothing. */
  readonly relay: RelayPort
  readonly disks: Readonly<Record<Side, Disk>>
  readonly ana: Session
  readonly ben: Session
  readonly phones: Record<Side, Phone>
  /** Kills a phone, now, and starts it again; it dies at the given write. */
  readonly restart: (side: Side, kill?: Kill | null) => Promise<void>
  /** Does it, and starts the phone again if it was killed meanwhile. True when it was. */
  readonly survive: (side: Side, act: (session: Session) => Promise<unknown>) => Promise<boolean>
}

export interface DuoOptions {
  /** What stands between the phones and the relay. */
  readonly between?: (relay: RelayPort, side: Side) => RelayPort
  readonly more?: Partial<KeeperDeps>
  readonly clock?: TestClock
  /** What the relay keeps, when a test looks at it. */
  readonly relayStore?: ReturnType<typeof openMemoryStore>
}

export async function duo(options: DuoOptions = {}): Promise<Duo> {
  const clock = options.clock ?? clockFrom()
  const asked: Asked[] = []
  const limits = { appendsPerMinute: 1e9, entriesPerDay: 1e9 }
  const store = options.relayStore ?? openMemoryStore()
  const relay = noting(honestRelay(clock, { limits, store }), asked)
  const disks: Record<Side, Disk> = { ana: new Map(), ben: new Map() }
  const open = async (side: Side, kill: Kill | null): Promise<Phone | null> => {
    const disk = mortalStore(disks[side], kill)
    const line = mortalPort(options.between?.(relay, side) ?? relay, disk)
    const keeper = phone({
      relay: line,
      store: disk,
      clock,
      more: { persist: () => undefined, ...options.more },
    })
    const session = await Promise.race([enter(keeper), disk.died])
    return session === "died" ? null : { keeper, session, store: disk }
  }
  const reopen = async (side: Side, kill: Kill | null): Promise<Phone> =>
    (await open(side, kill)) ?? reopen(side, null)
  const phones = { ana: await reopen("ana", null), ben: await reopen("ben", null) }
  const restart: Duo["restart"] = async (side, kill = null) => {
    phones[side].store.kill()
    phones[side] = await reopen(side, kill)
  }
  return {
    clock,
    asked,
    relay,
    disks,
    phones,
    restart,
    get ana() {
      return phones.ana.session
    },
    get ben() {
      return phones.ben.session
    },
    survive: async (side, act) => {
      const { session, store } = phones[side]
      // What a turn of the background began before the kill belongs to it too.
      const done = await Promise.race([act(session).then(() => "done" as const), store.died])
      if (done === "done" && !store.isDead()) return false
      await restart(side)
      return true
    },
  }
}

export async function settle(): Promise<void> {
  await new Promise((done) => setTimeout(done, 0))
}

export function stepOf(session: Session): string {
  return session.snapshot().invite.step
}

export async function linkFrom(session: Session): Promise<string> {
  await session.invite.start()
  await settle()
  const { invite } = session.snapshot()
  if (invite.step !== "link") throw new Error(invite.step)
  return invite.link
}

/** Two sessions, and what brings a phone back that was killed meanwhile; left out where nobody dies of anything. */
export type Two = Pick<Duo, "ana" | "ben"> & Partial<Pick<Duo, "survive">>

/** One step of the invitation at a time, from wherever both phones stand. Returns false when both are together. */
export async function driveInvite(d: Two, known: { link: string }): Promise<boolean> {
  const survive = d.survive ?? ((side, act) => act(d[side]))
  if (d.ana.snapshot().together && d.ben.snapshot().together) return false
  await survive("ben", (s) => s.sync())
  await settle()
  const ben = d.ben.snapshot().invite
  if (ben.step === "none") await survive("ben", (s) => s.invite.start())
  if (ben.step === "link") known.link = ben.link
  if (ben.step === "request") await survive("ben", (s) => s.invite.accept())
  if (ben.step === "compare") await survive("ben", (s) => s.invite.answer("same"))
  await survive("ana", (s) => s.sync())
  const ana = d.ana.snapshot().invite
  if (ana.step === "none" && known.link !== "") await survive("ana", (s) => s.invite.join(known.link, "Ana"))
  if (ana.step === "compare") await survive("ana", (s) => s.invite.answer("same"))
  for (const { invite } of [d.ana.snapshot(), d.ben.snapshot()])
    if (invite.step === "stopped") throw new Error(`stopped: ${invite.because}`)
  return true
}

/** The whole invitation, until both are together and have looked. */
export async function joined(d: Two): Promise<void> {
  const known = { link: "" }
  for (let round = 0; round < 20; round += 1) if (!(await driveInvite(d, known))) break
  await looks(d)
  if (!d.ana.snapshot().together) throw new Error("never together")
}

/** Both phones after the whole invitation. */
export async function together(options: DuoOptions = {}): Promise<Duo> {
  const d = await duo(options)
  await joined(d)
  return d
}

/** Both look twice: enough for what is due to reach the other. */
export async function looks(d: Pick<Duo, "ana" | "ben">): Promise<void> {
  for (let i = 0; i < 2; i += 1) {
    await d.ben.sync()
    await d.ana.sync()
  }
}

/** Both look until Ana's phone stays alive through it. */
export async function rest(d: Duo): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await d.survive("ana", (s) => s.sync())
    await settle()
    await d.ben.sync()
  }
  await d.survive("ana", (s) => s.sync())
}
