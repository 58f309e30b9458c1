import { expect, test } from "vitest"
import type { Session } from "../session/session.ts"
import { looks } from "../testing/duo.ts"
import { linked } from "../testing/linked.ts"
import { agreed, agrees, arrives, copyOf, movers, opened, proposes, writesAgain } from "../testing/movers.ts"
import type { Movers } from "../testing/movers.ts"
import { says } from "../testing/sheets.ts"

// A device of one's own is let go after everybody agreed to go on elsewhere, or in that very moment (spec/ledger.md §20.5): it goes there, in every log.

const mine = (of: Session) => of.snapshot().here?.find(({ isMe }) => isMe)?.devices ?? []
const hers = (of: Session) => of.snapshot().here?.find(({ isMe }) => !isMe)?.devices ?? []

async function withLaptop(): Promise<{ m: Movers; laptop: Session; id: string }> {
  const m = await movers()
  await says(m.ben, "From before")
  const { laptop } = await linked({ phone: m.keepers.ana, ana: m.ana, laptop: m.browserAt(m.old) })
  await looks(m)
  const id = mine(m.ana).find(({ isThis }) => !isThis)?.id ?? ""
  return { m, laptop, id }
}

/** At the next server, with the copy and the sheet: the laptop is out of what is shared, and the phone is still her other device. */
async function goneThere(m: Movers, id: string): Promise<void> {
  const ana = await arrives(m, "ana")
  await looks({ ana, ben: m.ben })
  for (let n = 0; n < 3; n += 1) await ana.sync()
  expect(mine(ana).map((device) => device.id)).not.toContain(id)
  expect(mine(ana)).toHaveLength(2)
  const ben = await arrives(m, "ben")
  await looks({ ana, ben })
  expect(hers(ben).map((device) => device.id)).not.toContain(id)
  expect(hers(ben)).toHaveLength(2)
  // And she writes on, under a key the laptop has not.
  await says(ana, "Written there")
  await looks({ ana, ben })
  for (const one of [ana, ben]) expect(one.snapshot().alarm).toBeNull()
}

test("after the agreement: it is out of one's own pages at once, the old server is asked for nothing, and it goes at the new one", async () => {
  const { m, laptop, id } = await withLaptop()
  await agreed(m)
  await laptop.sync()
  const asked = m.old.asked.length
  expect(await m.keepers.ana.letGo(null, id)).toEqual({ ok: true })
  await looks(m)
  expect(mine(m.ana).find((device) => device.id === id)).toMatchObject({ isGoing: true, mayGo: false })
  expect(m.ana.snapshot().recovery?.removing).toBe(false)
  expect(m.old.asked.length).toBe(asked)
  await goneThere(m, id)
})

test("in the moment of it: what was chosen and had not gone when the agreement came is carried along", async () => {
  const { m, id } = await withLaptop()
  await proposes(m.keepers.ana, m.next.line)
  await looks(m)
  await agrees(m.keepers.ben, m.ben)
  await m.ben.sync()
  m.old.between(() => ({ fetch: () => Promise.reject(new Error("offline")) }))
  expect(await m.keepers.ana.letGo(null, id)).toEqual({ ok: true })
  expect(m.ana.snapshot().recovery?.removing).toBe(true)
  m.old.between((relay) => relay)
  await looks(m)
  expect(m.ana.snapshot().move?.to).toBe(m.next.origin)
  expect(m.ana.snapshot().recovery?.removing).toBe(false)
  expect(mine(m.ana).find((device) => device.id === id)).toMatchObject({ isGoing: true })
  await goneThere(m, id)
})

test("all of them after the agreement, by one tap: the same", async () => {
  const { m, id } = await withLaptop()
  await agreed(m)
  expect(await m.keepers.ana.letOthersGo(null)).toEqual({ ok: true })
  expect(mine(m.ana).find((device) => device.id === id)).toMatchObject({ isGoing: true })
  await goneThere(m, id)
})

test("once one writes at the new server, both the phone and the laptop are let go there like any device", async () => {
  const { m } = await withLaptop()
  await agreed(m)
  const keeper = m.browserAt(m.next)
  const ana = await opened(keeper, await copyOf(m.keepers.ana))
  await writesAgain(ana, m.codes.ana)
  await ana.sync()
  const others = mine(ana).filter(({ isThis }) => !isThis)
  expect(others.map(({ mayGo }) => mayGo)).toEqual([true, true])
  for (const { id } of others) {
    await keeper.letGo("three warm plums", id)
    await ana.sync()
  }
  expect(mine(ana)).toHaveLength(1)
})

test("what was let go only after the copy was kept is not known there, and nothing there says that it went", async () => {
  const { m, id } = await withLaptop()
  await agreed(m)
  const file = await copyOf(m.keepers.ana)
  await m.keepers.ana.letGo(null, id)
  const ana = await opened(m.browserAt(m.next), file)
  await writesAgain(ana, m.codes.ana)
  await ana.sync()
  expect(mine(ana).find((device) => device.id === id)).toMatchObject({ isGoing: false, mayGo: true })
})
