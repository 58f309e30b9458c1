import { expect } from "vitest"
import { matters, stateOf } from "#practices"
import type { Keeper } from "../door/door.ts"
import type { KeeperDeps } from "../door/keeper.ts"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import { mortalPort, mortalStore } from "./disks.ts"
import type { Disk } from "./disks.ts"
import { settle } from "./duo.ts"
import type { Kill } from "./duo.ts"
import { enter, phone } from "./people.ts"
import type { TestClock } from "./people.ts"
import type { Asked } from "./relays.ts"
import { doubleSignatures } from "./transcript.ts"

// One device that is killed at each write of one thing done on it, and whoever else is there: in memory, or (e2e/kills) a real browser. Tests only.

export interface World {
  readonly disk: Disk
  readonly relay: RelayPort
  readonly clock: TestClock
  readonly others: readonly Session[]
  readonly asked?: readonly Asked[]
  readonly more?: Partial<KeeperDeps>
  /** What opens it, once there is a passphrase. */
  readonly passphrase?: string
}
export interface Me {
  readonly keeper: Keeper
  readonly session: Session
}
export interface Doing<W extends World = World> {
  readonly name: string
  /** What of the session, or of the keeper, is done; and what else on the way. */
  readonly does: string
  readonly also?: readonly string[]
  /** New people for each kill. */
  readonly world: () => Promise<W>
  readonly act: (me: Me, world: W) => Promise<unknown>
  /** Done, and once. */
  readonly isDone: (me: Me, world: W) => boolean | Promise<boolean>
  /** Afterwards nobody has begun there. */
  readonly endsFresh?: true
}
/** One start of a device, until it is killed or put away. */
export interface Life extends Me {
  /** Nobody has begun there: it has no session. */
  readonly isFresh: boolean
  readonly writes: () => number | Promise<number>
  readonly killAt: (kill: Kill) => unknown
  readonly died: Promise<"died">
  readonly isDead: () => boolean
  readonly end: () => void
}
export type Start = (world: World) => Promise<Life>

/** What a world of its own kind is asked with, it made itself. */
export function doing<W extends World>(of: Doing<W>): Doing {
  return of as unknown as Doing
}

export async function open({ disk, relay, clock, more = {}, passphrase }: World): Promise<Life> {
  const store = mortalStore(disk, null)
  const keeper = phone({ relay: mortalPort(relay, store), store, disk, clock, more })
  const state = await keeper.state()
  const isFresh = state === "fresh"
  const session = isFresh ? nobody : await enter(keeper, state === "locked" ? (passphrase ?? null) : null)
  const { writes, killAt, died, isDead, kill: end } = store
  return { keeper, session, isFresh, writes, killAt, died, isDead, end }
}
/** No session: whoever asks it for anything is told so. */
export const nobody = new Proxy({} as Session, {
  get: (_, name) => {
    throw new Error(`nobody has begun here, so there is no ${String(name)}`)
  },
})

const typed = { title: "Typed before", mine: "unsure", what: "Nothing of it may be lost" }
const thereOf = ({ session }: Me) => ({
  kept: stateOf(session.snapshot().house, matters).own.matters.filter(({ title }) => title === typed.title)
    .length,
  draft: session.draft("apology.letter"),
  alarm: session.snapshot().alarm,
})

async function rest(me: Life, { others }: World): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const one of [...(me.isFresh ? [] : [me.session]), ...others]) {
      await one.sync()
      await settle()
    }
}

/** Does it, and dies at the write that is said; goes on as a person would. Gives how many writes there were, and whether it died. */
export async function through(
  doing: Doing,
  kill: Kill | null,
  start: Start = open,
): Promise<{ readonly writes: number; readonly died: boolean }> {
  const world = await doing.world()
  const where = `${doing.name}, ${kill === null ? "not killed" : `killed ${kill.after ? "after" : "at"} write ${String(kill.at)}`}`
  let me = await start(world)
  const types = !me.isFresh
  if (types) {
    await me.session.keep("matters.kept", typed)
    me.session.setDraft("apology.letter", "Half a sentence")
    await me.session.flush()
    await me.session.sync()
    await settle()
  }
  const before = await me.writes()
  if (kill !== null) await me.killAt(kill)
  const acting = doing
    .act(me, world)
    .then(() => (types && doing.endsFresh !== true ? me.session.sync() : null))
  acting.catch(() => undefined)
  await Promise.race([acting, me.died])
  const writes = (await me.writes()) - before
  const died = me.isDead()
  me.end()
  const isDone = async (): Promise<boolean> =>
    me.isFresh === (doing.endsFresh === true) && doing.isDone(me, world)
  me = await start(world)
  await rest(me, world)
  if (!(await isDone())) {
    expect(died, where).toBe(true)
    await doing.act(me, world)
    if (me.isFresh || doing.endsFresh === true) {
      me.end()
      me = await start(world)
    }
    await rest(me, world)
  }
  expect(await isDone(), where).toBe(true)
  if (!me.isFresh)
    expect(thereOf(me), where).toEqual({
      kept: types ? 1 : 0,
      draft: types ? "Half a sentence" : me.session.draft("apology.letter"),
      alarm: null,
    })
  for (const { snapshot } of world.others) expect(snapshot().alarm, where).toBeNull()
  expect(doubleSignatures(world.asked ?? []), where).toBeNull()
  me.end()
  return { writes, died }
}

/** Every write of it, found by counting, before the disk has it and right after. Gives how many places there were, and at how many of them it died. */
export async function everyWriteOf(
  doing: Doing,
): Promise<{ readonly places: number; readonly died: number }> {
  const { writes } = await through(doing, null)
  let died = 0
  for (let at = 1; at <= writes; at += 1)
    for (const after of [false, true]) if ((await through(doing, { at, after })).died) died += 1
  return { places: writes * 2, died }
}
