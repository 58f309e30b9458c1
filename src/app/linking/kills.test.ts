import { expect, test } from "vitest"
import type { Keeper, LinkedHere } from "../door.ts"
import type { Session } from "../session.ts"
import { looks, together } from "../testing/duo.ts"
import type { Duo } from "../testing/duo.ts"
import { mortalPort, mortalStore } from "../testing/disks.ts"
import type { Disk, MortalStore } from "../testing/disks.ts"
import { enter, phone } from "../testing/people.ts"
import { says, titles } from "../testing/sheets.ts"

// Both devices of a link, each killed at every write: before the disk has it and right after. It goes on from there with the same link, the same keys and the same words.

interface Laptop {
  readonly keeper: Keeper
  readonly store: MortalStore
}
interface Links {
  readonly d: Duo
  readonly disk: Disk
  laptop: Laptop
}
type Kill = { readonly at: number; readonly after: boolean } | null

function laptopOn({ d, disk }: Pick<Links, "d" | "disk">, kill: Kill): Laptop {
  const store = mortalStore(disk, kill)
  return { keeper: phone({ relay: mortalPort(d.relay, store), store, clock: d.clock }), store }
}

/** One step on the laptop; started again where it died. */
async function steps(l: Links, link: string | null): Promise<LinkedHere> {
  const { keeper, store } = l.laptop
  const here = await Promise.race([keeper.linkHere(link), store.died])
  if (here !== "died" && !store.isDead()) return here
  l.laptop = laptopOn(l, null)
  const again = l.laptop.keeper
  // All of it came in with the write it died at.
  if ((await again.state()) !== "fresh") return { is: "here", session: await enter(again) }
  return { is: "none" }
}

/** From wherever both stand until the laptop is here. The words never change on the way. */
async function driven(l: Links): Promise<Session> {
  const { d } = l
  const words = new Set<string>()
  let link: string | null = null
  for (let round = 0; round < 40; round += 1) {
    const { linking } = d.ana.snapshot()
    if (linking?.step === "stopped") throw new Error(linking.because)
    if (linking === undefined) await d.survive("ana", () => d.phones.ana.keeper.linkDevice(null, false))
    if (linking?.step === "link") ({ link } = linking)
    if (linking?.step === "compare") {
      words.add(linking.words.join())
      await d.survive("ana", () => d.phones.ana.keeper.addLinked(null))
    }
    await d.survive("ana", (s) => s.sync())
    const here = await steps(l, link)
    if (here.is === "stopped") throw new Error(here.because)
    if (here.is === "waits" && here.words !== null) words.add(here.words.join())
    if (here.is === "here") {
      expect(words.size).toBe(1)
      return here.session
    }
  }
  throw new Error("never here")
}

/** Afterwards everybody has the same two devices of Ana's, and all three go on. */
async function stands(l: Links, laptop: Session): Promise<void> {
  const { d } = l
  await laptop.sync()
  await says(laptop, "From the laptop")
  for (let n = 0; n < 2; n += 1) await looks({ ana: d.ana, ben: d.ben })
  await laptop.sync()
  const devices = [d.ana, d.ben, laptop].map((who) =>
    who.snapshot().here?.map((person) => person.devices.map(({ id }) => id)),
  )
  expect(devices[0]?.map((ids) => ids.length).toSorted()).toEqual([1, 2])
  expect(devices[1]).toEqual(devices[0])
  expect(devices[2]).toEqual(devices[0])
  for (const who of [d.ana, d.ben, laptop]) {
    expect(who.snapshot().alarm).toBeNull()
    expect(titles(who)).toEqual(["From the laptop"])
  }
}

async function begins(): Promise<Links> {
  const d = await together()
  const disk: Disk = new Map()
  return { d, disk, laptop: laptopOn({ d, disk }, null) }
}

async function writesOf(side: "phone" | "laptop"): Promise<number> {
  const l = await begins()
  const before = l.d.phones.ana.store.writes()
  await driven(l)
  return side === "phone" ? l.d.phones.ana.store.writes() - before : l.laptop.store.writes()
}

test.each(["phone", "laptop"] as const)(
  "the %s is killed at every write of a link: it goes on, and a device comes once",
  async (side) => {
    const writes = await writesOf(side)
    expect(writes).toBeGreaterThan(2)
    let kills = 0
    for (let at = 1; at <= writes; at += 1)
      for (const after of [false, true]) {
        const l = await begins()
        if (side === "laptop") l.laptop = laptopOn(l, { at, after })
        else {
          await l.d.restart("ana")
          const opening = l.d.phones.ana.store.writes()
          await l.d.restart("ana", { at: opening + at, after })
        }
        const was = side === "laptop" ? l.laptop.store : l.d.phones.ana.store
        const laptop = await driven(l)
        if (was.isDead()) kills += 1
        await stands(l, laptop)
      }
    expect(kills).toBeGreaterThanOrEqual(writes)
  },
  240_000,
)
