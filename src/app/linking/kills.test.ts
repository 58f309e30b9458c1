import { expect, test } from "vitest"
import type { Session } from "../session/session.ts"
import { looks, together } from "../testing/duo.ts"
import type { Disk } from "../testing/disks.ts"
import { driven, laptopOn } from "../testing/link-kills.ts"
import type { Links } from "../testing/link-kills.ts"
import { says, titles } from "../testing/sheets.ts"

// Both devices of a link, each killed at every write: before the disk has it and right after. It goes on from there with the same link, the same keys and the same words.

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

/** Ana left what she shared, and put it away: it goes along. */
async function beginsWithEarlier(): Promise<Links> {
  const l = await begins()
  await says(l.d.ben, "From before")
  await looks(l.d)
  await l.d.ana.going.choose("leave")
  await l.d.ana.sync()
  await l.d.ana.elsewhere.begin({ again: false })
  return l
}

/** It is read there as here, once, and both go on. */
async function standsWithEarlier(l: Links, laptop: Session): Promise<void> {
  await laptop.sync()
  for (const who of [l.d.ana, laptop]) {
    const [at] = [who.elsewhere.at(0)]
    expect(at === null ? null : titles(at)).toEqual(["From before"])
    expect(who.elsewhere.earlier()).toMatchObject([{ why: "left", isWhole: true }])
    expect(who.snapshot().alarm).toBeNull()
  }
}

async function writesOf(side: "phone" | "laptop", from: typeof begins): Promise<number> {
  const l = await from()
  const before = l.d.phones.ana.store.writes()
  await driven(l)
  return side === "phone" ? l.d.phones.ana.store.writes() - before : l.laptop.store.writes()
}

const ways = {
  alone: [begins, stands],
  "with what was put away": [beginsWithEarlier, standsWithEarlier],
} as const
test.each([
  ["phone", "alone"],
  ["laptop", "alone"],
  ["phone", "with what was put away"],
  ["laptop", "with what was put away"],
] as const)(
  "the %s is killed at every write of a link, %s: it goes on, and a device comes once",
  async (side, way) => {
    const [from, to] = ways[way]
    const writes = await writesOf(side, from)
    expect(writes).toBeGreaterThan(2)
    let kills = 0
    for (let at = 1; at <= writes; at += 1)
      for (const after of [false, true]) {
        const l = await from()
        if (side === "laptop") l.laptop = laptopOn(l, { at, after })
        else {
          await l.d.restart("ana")
          const opening = l.d.phones.ana.store.writes()
          await l.d.restart("ana", { at: opening + at, after })
        }
        const was = side === "laptop" ? l.laptop.store : l.d.phones.ana.store
        const laptop = await driven(l)
        if (was.isDead()) kills += 1
        await to(l, laptop)
      }
    expect(kills).toBeGreaterThanOrEqual(writes)
  },
  240_000,
)
