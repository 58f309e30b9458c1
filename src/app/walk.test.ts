import { expect, test } from "vitest"
import { home, matters, stateOf } from "#practices"
import { linkFrom, stepOf } from "./testing/duo.ts"
import { clockFrom, enter, phone } from "./testing/people.ts"
import type { Disk } from "./testing/disks.ts"
import { honestRelay } from "./testing/relays.ts"

test("Ben invites Ana, both compare seven words, and what waited goes", async () => {
  const clock = clockFrom()
  const relay = honestRelay(clock)
  const [bensDisk, anasDisk]: [Disk, Disk] = [new Map(), new Map()]
  const ben = await enter(phone({ relay, clock, disk: bensDisk }))
  const ana = await enter(phone({ relay, clock, disk: anasDisk }))
  const kept = await ben.keep("matters.kept", { title: "The money", mine: "i-did", what: "" })
  const opened = await ben.queue("matters.opened", { title: "The money" }, { holdMinutes: 0, from: kept.ref })
  expect(ben.whereIs(opened.ref)).toEqual({ at: "waiting", goes: null, for: "invite" })
  const link = await linkFrom(ben)
  expect(await ana.invite.join(link, "Ana")).toEqual({ ok: true })
  expect(stepOf(ana)).toBe("asked")
  await ben.sync()
  expect(stepOf(ben)).toBe("request")
  await ben.invite.accept()
  await ana.sync()
  const [bens, anas] = [ben.snapshot().invite, ana.snapshot().invite]
  if (bens.step !== "compare" || anas.step !== "compare") throw new Error(`${bens.step} ${anas.step}`)
  expect(anas.words).toEqual(bens.words)
  await ana.invite.answer("same")
  expect(stepOf(ana)).toBe("waiting-for-other")
  expect(ana.snapshot().together).toBe(false)
  await ben.invite.answer("same")
  await ben.sync()
  expect(ben.snapshot().together).toBe(true)
  await ana.sync()
  expect(ana.snapshot().together).toBe(true)
  await ana.sync()
  await ben.sync()
  expect(ben.whereIs(opened.ref)).toEqual({ at: "server" })
  expect(ben.sharedOf(kept.ref)).toBe(opened.ref)
  expect(stateOf(ana.snapshot().house, matters).shared.matters).toMatchObject([{ title: "The money" }])
  expect(stateOf(ben.snapshot().house, home).shared.names).toMatchObject([{ name: "Ana" }])
  expect(ben.snapshot().people.other).toBe("Ana")
  expect(ana.snapshot().house.shared).toEqual(ben.snapshot().house.shared)
  const benAgain = await enter(phone({ relay, clock, disk: bensDisk }))
  expect(benAgain.snapshot().house).toEqual(ben.snapshot().house)
})
