import { expect, test } from "vitest"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import { mortalPort, mortalStore } from "../testing/disks.ts"
import type { Disk, MortalStore } from "../testing/disks.ts"
import { duo, joined, looks } from "../testing/duo.ts"
import type { Duo, Kill } from "../testing/duo.ts"
import { linked } from "../testing/linked.ts"
import { enter, phone } from "../testing/people.ts"
import { says, titles } from "../testing/sheets.ts"

// Both devices of one person, each killed at every write on the way of a log from the one to the other: before the disk has it and right after.

interface Laptop {
  readonly keeper: Keeper
  readonly session: Session
  readonly store: MortalStore
}
interface World {
  readonly d: Duo
  readonly disk: Disk
  laptop: Laptop
}

async function laptopOn({ d, disk }: Pick<World, "d" | "disk">, kill: Kill | null): Promise<Laptop> {
  const store = mortalStore(disk, kill)
  const keeper = phone({ relay: mortalPort(d.relay, store), store, clock: d.clock })
  const session = await Promise.race([enter(keeper), store.died])
  return session === "died" ? laptopOn({ d, disk }, null) : { keeper, session, store }
}

/** The phone and the laptop are linked; then the phone alone shares something, and Ben has said something there. */
async function begins(): Promise<World> {
  const d = await duo()
  await d.ana.keep("matters.kept", { title: "The loan", mine: "unsure", what: "" })
  const disk: Disk = new Map()
  const store = mortalStore(disk, null)
  const keeper = phone({ relay: mortalPort(d.relay, store), store, clock: d.clock })
  await linked({ phone: d.phones.ana.keeper, ana: d.ana, laptop: keeper })
  await d.ana.sync()
  await d.ana.linking.putAway()
  await joined(d)
  await says(d.ben, "From before")
  await looks(d)
  store.kill()
  return { d, disk, laptop: await laptopOn({ d, disk }, null) }
}

async function survives(w: World, act: (session: Session) => Promise<unknown>): Promise<void> {
  const { session, store } = w.laptop
  const done = await Promise.race([act(session).then(() => "done" as const), store.died])
  if (done === "died" || store.isDead()) w.laptop = await laptopOn(w, null)
}

/** An hour passes between the looks; nobody presses anything but the one yes. */
async function driven(w: World): Promise<void> {
  const { d } = w
  for (let round = 0; round < 12; round += 1) {
    const { absent = [] } = d.ana.snapshot()
    const next = absent.find(({ asked }) => !asked)
    if (next !== undefined) await d.survive("ana", () => d.phones.ana.keeper.letSee(null, next.id))
    await d.survive("ana", (s) => s.sync())
    await survives(w, (s) => s.sync())
    if (w.laptop.session.snapshot().together) return
    d.clock.forward(3_600_000)
  }
  throw new Error("it never came")
}

/** Everybody has the same two devices of hers, and all three go on. */
async function stands({ d, laptop: { session } }: World): Promise<void> {
  await says(session, "From the laptop")
  for (let n = 0; n < 2; n += 1) await looks(d)
  await session.sync()
  const devices = [d.ana, d.ben, session].map((who) =>
    who.snapshot().here?.map((person) => person.devices.map(({ id }) => id)),
  )
  expect(devices[0]?.map((ids) => ids.length).toSorted()).toEqual([1, 2])
  expect(devices[1]).toEqual(devices[0])
  expect(devices[2]).toEqual(devices[0])
  for (const who of [d.ana, d.ben, session]) {
    expect(who.snapshot().alarm).toBeNull()
    expect(titles(who)).toEqual(["From before", "From the laptop"])
  }
}

async function writesOf(side: "phone" | "laptop"): Promise<number> {
  const w = await begins()
  const store = (): MortalStore => (side === "phone" ? w.d.phones.ana.store : w.laptop.store)
  const before = store().writes()
  await driven(w)
  return store().writes() - before
}

test.each(["phone", "laptop"] as const)(
  "the %s is killed at every write on the way: it goes on, and one device comes, once",
  async (side) => {
    const writes = await writesOf(side)
    expect(writes).toBeGreaterThan(5)
    let kills = 0
    for (let at = 1; at <= writes; at += 1)
      for (const after of [false, true]) {
        const w = await begins()
        if (side === "phone") {
          await w.d.restart("ana")
          const opening = w.d.phones.ana.store.writes()
          await w.d.restart("ana", { at: opening + at, after })
        } else {
          const opening = w.laptop.store.writes()
          w.laptop.store.kill()
          w.laptop = await laptopOn(w, { at: opening + at, after })
        }
        const was = side === "phone" ? w.d.phones.ana.store : w.laptop.store
        await driven(w)
        if (was.isDead()) kills += 1
        // A kill that was not met on the way is met no more.
        else if (side === "phone") await w.d.restart("ana")
        else {
          was.kill()
          w.laptop = await laptopOn(w, null)
        }
        await stands(w)
      }
    expect(kills).toBeGreaterThanOrEqual(writes)
  },
  400_000,
)
