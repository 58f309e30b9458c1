import { expect } from "vitest"
import { matters, stateOf } from "#practices"
import type { Keeper } from "../door/door.ts"
import type { KeeperDeps } from "../door/keeper.ts"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import { mortalPort, mortalStore } from "./disks.ts"
import type { Disk, MortalStore } from "./disks.ts"
import { settle } from "./duo.ts"
import { enter, phone } from "./people.ts"
import type { TestClock } from "./people.ts"
import type { Asked } from "./relays.ts"
import { doubleSignatures } from "./transcript.ts"

// One device that is killed at each write of one thing done on it, and whoever else is there. Tests only.

export interface World {
  readonly disk: Disk
  readonly relay: RelayPort
  readonly clock: TestClock
  readonly others: readonly Session[]
  readonly asked?: readonly Asked[]
  readonly more?: Partial<KeeperDeps>
}
export interface Me {
  readonly keeper: Keeper
  readonly session: Session
  readonly store: MortalStore
}
export interface Doing {
  readonly name: string
  /** What of the session, or of the keeper, is done. */
  readonly does: string
  /** New people for each kill. */
  readonly world: () => Promise<World>
  readonly act: (me: Me, world: World) => Promise<unknown>
  readonly isDone: (me: Me, world: World) => boolean
}

export async function open({ disk, relay, clock, more = {} }: World): Promise<Me> {
  const store = mortalStore(disk, null)
  const keeper = phone({ relay: mortalPort(relay, store), store, clock, more })
  return { keeper, store, session: await enter(keeper) }
}

async function reopen(world: World, me: Me): Promise<Me> {
  me.store.kill()
  return open(world)
}

const typed = { title: "Typed before", mine: "unsure", what: "Nothing of it may be lost" }
const thereOf = ({ session }: Me) => ({
  kept: stateOf(session.snapshot().house, matters).own.matters.filter(({ title }) => title === typed.title)
    .length,
  draft: session.draft("apology.letter"),
  alarm: session.snapshot().alarm,
})

async function rest(me: Me, { others }: World): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const one of [me.session, ...others]) {
      await one.sync()
      await settle()
    }
}

/** Does it, and dies at the write that is said; goes on as a person would. Gives how many writes there were, and whether it died. */
async function through(
  doing: Doing,
  kill: { readonly at: number; readonly after: boolean } | null,
): Promise<{ readonly writes: number; readonly died: boolean }> {
  const world = await doing.world()
  const where =
    kill === null ? "not killed" : `killed ${kill.after ? "after" : "at"} write ${String(kill.at)}`
  let me = await open(world)
  await me.session.keep("matters.kept", typed)
  me.session.setDraft("apology.letter", "Half a sentence")
  await me.session.flush()
  await me.session.sync()
  await settle()
  const before = me.store.writes()
  if (kill !== null) me.store.killAt(kill)
  await Promise.race([doing.act(me, world).then(() => me.session.sync()), me.store.died])
  const [writes, died] = [me.store.writes() - before, me.store.isDead()]
  me = await reopen(world, me)
  await rest(me, world)
  if (!doing.isDone(me, world)) {
    expect({ where, died }).toEqual({ where, died: true })
    await doing.act(me, world)
    await rest(me, world)
  }
  expect({ where, done: doing.isDone(me, world), ...thereOf(me) }).toEqual({
    where,
    done: true,
    kept: 1,
    draft: "Half a sentence",
    alarm: null,
  })
  for (const { snapshot } of world.others)
    expect({ where, alarm: snapshot().alarm }).toEqual({ where, alarm: null })
  expect({ where, twice: doubleSignatures(world.asked ?? []) }).toEqual({ where, twice: null })
  me.store.kill()
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
