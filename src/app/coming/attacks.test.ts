import { createDevice, makeDeviceAdd } from "#ledger"
import { home, stateOf } from "#practices"
import { fromBase64url, toBase64url } from "#wire"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import type { Session } from "../session/session.ts"
import { joined, looks } from "../testing/duo.ts"
import { carried, goesTo, letIn } from "../testing/later.ts"
import { linked } from "../testing/linked.ts"
import { serving } from "../testing/malice.ts"
import { toolsOf } from "../testing/people.ts"
import { alone, kept, says, titles } from "../testing/sheets.ts"
import type { SheetPair } from "../testing/sheets.ts"

// ATTACKS 19, 22, 41, 46, where a log comes to another device of the same person through their private log (spec/ledger.md §21): a device of hers that is in other
// hands, one that was let go, whoever picks up the open phone, and whoever runs the relay.

const t = toolsOf()
const own = "three warm plums"
const mine = (of: Session) => of.snapshot().here?.find(({ isMe }) => isMe)?.devices ?? []
const later = (of: Session) => stateOf(of.snapshot().house, home).own.later
const linkTo = async (pair: SheetPair, asked: string | null = null) => {
  const keeper = pair.empty()
  const session = (await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: keeper }, { own: asked }))
    .laptop
  return { keeper, session }
}
async function shares(asked: string | null = null) {
  const pair = await alone()
  if (asked !== null) await pair.keepers.ana.setPassphrase(asked)
  await pair.ana.keep("matters.kept", kept)
  const laptop = await linkTo(pair, asked)
  return { pair, laptop }
}

/** Asks as the app would, with what the private log says of the space; `how`: what is wrong about it. */
async function asksUnasked(who: Session, how: (pop: Bytes) => Bytes = (pop) => pop): Promise<void> {
  const space = later(who)?.spaces.at(-1)
  const [logId, member, by] = [space?.log, space?.member, space?.by].map((s) => fromBase64url(s ?? ""))
  if (space === undefined || logId == null || member == null || by == null) throw new Error("no space")
  const add = await makeDeviceAdd(t, await createDevice(t), { logId, member, adder: by, rank: 0 })
  await who.keep("home.asks", {
    log: space.log,
    by: space.by,
    ed: toBase64url(add.ed),
    x: toBase64url(add.x),
    nonce: toBase64url(add.nonce),
    pop: toBase64url(how(add.popDevice)),
  })
}

test("row 46: a laptop in other hands reads of a yes that was for the tablet, and asks: it is not heard, and the tablet comes", async () => {
  const { pair, laptop } = await shares()
  const tablet = await linkTo(pair)
  await joined(pair)
  const [first, second] = pair.ana.snapshot().absent ?? []
  expect([first?.asked, second?.asked]).toEqual([false, false])
  await pair.keepers.ana.letSee(null, second?.id ?? "")
  await pair.ana.sync()
  await laptop.session.recovery.bringTogether()
  await asksUnasked(laptop.session)
  await carried(laptop.session, pair.ana, tablet.session)
  expect(laptop.session.snapshot().together).toBe(false)
  expect(tablet.session.snapshot().together).toBe(true)
  expect(mine(pair.ana)).toHaveLength(2)
})

test("row 46: one yes is one device: what asks again with other keys, once it is in, is not heard", async () => {
  const { pair, laptop } = await shares()
  await joined(pair)
  await letIn(pair.keepers.ana, pair.ana)
  await carried(pair.ana, laptop.session)
  expect(mine(pair.ana)).toHaveLength(2)
  await asksUnasked(laptop.session)
  await carried(laptop.session, pair.ana)
  expect(mine(pair.ana)).toHaveLength(2)
})

test("row 46: a laptop that is let go between the yes and its asking is added by nobody", async () => {
  const { pair, laptop } = await shares()
  await joined(pair)
  await letIn(pair.keepers.ana, pair.ana)
  const [gone] = pair.ana.snapshot().absent ?? []
  // It asks in the very moment in which it is let go.
  await laptop.session.recovery.bringTogether()
  await laptop.session.sync()
  await pair.keepers.ana.letGo(null, gone?.id ?? "")
  await carried(pair.ana, laptop.session)
  await looks(pair)
  expect(mine(pair.ana)).toHaveLength(1)
  expect(pair.ben.snapshot().here?.flatMap(({ devices }) => devices)).toHaveLength(2)
  // Not even for a moment: nobody was told of a device that came.
  expect(pair.ben.snapshot().recovery?.uses ?? []).toEqual([])
  expect(laptop.session.snapshot().together).toBe(false)
})

test("row 46: a laptop that asks for what it was never let in is read by nobody, and a space it makes up takes the place of nothing", async () => {
  const { pair, laptop } = await shares()
  await joined(pair)
  await says(pair.ben, "With Ben")
  await looks(pair)
  const mallory = await goesTo(pair, laptop.session)
  await says(mallory, "Made up")
  await letIn(laptop.keeper, laptop.session)
  await carried(laptop.session, pair.ana)
  expect(titles(pair.ana)).toEqual(["With Ben"])
  expect(pair.ana.snapshot()).toMatchObject({ alarm: null, comes: "waits" })
})

test("row 22: a proof that does not stand lets nobody in, and holds nothing up", async () => {
  const { pair, laptop } = await shares()
  await joined(pair)
  await letIn(pair.keepers.ana, pair.ana)
  // Whoever has the laptop has changed what it says.
  await laptop.session.recovery.bringTogether()
  await asksUnasked(laptop.session, (pop) => pop.with(40, (pop[40] ?? 0) ^ 1))
  await laptop.session.recovery.bringTogether()
  await pair.ana.recovery.bringTogether()
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  expect(mine(pair.ana)).toHaveLength(1)
  await says(pair.ana, "Goes on")
  await looks(pair)
  expect(titles(pair.ben)).toEqual(["Goes on"])
})

test("row 41: five minutes in the open app: without the passphrase no device is let in, and nothing is said to it", async () => {
  const { pair, laptop } = await shares(own)
  await joined(pair)
  const { id = "" } = pair.ana.snapshot().absent?.[0] ?? {}
  for (const tried of [null, "", "three cold plums"])
    expect(await pair.keepers.ana.letSee(tried, id)).toMatchObject({ ok: false })
  expect(pair.ana.snapshot().absent).toMatchObject([{ asked: false }])
  await carried(pair.ana, laptop.session)
  expect(later(laptop.session)).toBeUndefined()
  pair.clock.forward(3_600_000)
  expect(await pair.keepers.ana.letSee(own, id)).toEqual({ ok: true })
  await carried(pair.ana, laptop.session)
  expect(laptop.session.snapshot().together).toBe(true)
})

test("row 19: an older beginning of the log is not taken by the laptop; it takes all of it once it is served", async () => {
  const { pair, laptop } = await shares()
  await joined(pair)
  await says(pair.ben, "From before")
  await looks(pair)
  await letIn(pair.keepers.ana, pair.ana)
  await laptop.session.recovery.bringTogether()
  await laptop.session.sync()
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  pair.between((relay) => serving(relay, (entries, from) => entries.slice(0, Math.max(0, 4 - from))))
  await laptop.session.recovery.bringTogether()
  await laptop.session.sync()
  expect(laptop.session.snapshot().together).toBe(false)
  pair.between((relay) => relay)
  await carried(pair.ana, laptop.session)
  expect(titles(laptop.session)).toEqual(["From before"])
})
