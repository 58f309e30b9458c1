import { expect, test } from "vitest"
import { home, matters, stateOf } from "#practices"
import type { Session } from "../session/session.ts"
import { stepOf } from "../testing/duo.ts"
import { allLook, benAsksForMira, three, trio } from "../testing/trio.ts"
import { posted } from "../testing/transcript.ts"

// Three and more (spec/ledger.md §7.3): one asks, each of the others says yes on their own device, or it does not come to be.

const say = async (session: Session, title: string): Promise<string> =>
  (await session.queue("matters.opened", { title }, { holdMinutes: 0 })).ref
const titles = (session: Session): readonly string[] =>
  stateOf(session.snapshot().house, matters).shared.matters.map((m) => m.title)
const nobody = (session: Session): boolean => session.snapshot().proposed === undefined

test("Ben would like Mira to come in; Ana is asked by name, says yes, and Mira reads from then on and nothing of before", async () => {
  const t = await trio()
  const { d } = t
  await say(d.ana, "Before Mira")
  await allLook(t)
  await benAsksForMira(t)
  expect(d.ana.snapshot().proposed).toMatchObject([
    { what: "admit", name: "Mira", agreed: false, mine: false },
  ])
  expect(stepOf(d.ben)).toBe("agreeing")
  expect(d.ben.snapshot().proposed).toMatchObject([{ agreed: true, mine: true }])
  expect(t.mira.snapshot().invite).toMatchObject({ step: "waiting-for-other", among: 2 })
  expect(t.mira.snapshot().together).toBe(false)
  await d.ana.proposals.agree(d.ana.snapshot().proposed?.[0]?.ref ?? "")
  await allLook(t)
  await say(d.ana, "With Mira")
  await allLook(t)
  expect(titles(t.mira)).toEqual(["With Mira"])
  expect(titles(d.ben)).toEqual(["Before Mira", "With Mira"])
  for (const one of [d.ana, d.ben, t.mira]) {
    expect(one.snapshot()).toMatchObject({ alarm: null, together: true, invite: { step: "joined" } })
    expect(nobody(one)).toBe(true)
  }
})

test("the names of three: a name said before Mira came is said to her again, with the yes or with the next words, and never by itself", async () => {
  const t = await trio()
  const { d } = t
  await d.ben.queue("home.named", { name: "Ben" }, { holdMinutes: 0 })
  await allLook(t)
  await benAsksForMira(t)
  await d.ana.proposals.agree(d.ana.snapshot().proposed?.[0]?.ref ?? "")
  await allLook(t)
  const before = posted(d.asked).length
  for (let n = 0; n < 3; n += 1) await allLook(t)
  expect(posted(d.asked)).toHaveLength(before)
  expect(t.mira.snapshot().people.others).toEqual(["", "Ana"])
  await say(d.ben, "The first words")
  await say(d.ben, "And more")
  await allLook(t)
  // His name once, and the two things.
  expect(posted(d.asked)).toHaveLength(before + 3)
  expect(t.mira.snapshot().people.other).toBe("Ben and Ana")
  expect(d.ana.snapshot().people.other).toBe("Ben and Mira")
  const { names } = stateOf(d.ana.snapshot().house, home).shared
  expect(names.map((n) => n.name).toSorted()).toEqual(["Ana", "Ben", "Mira"])
  for (const { writer, name } of names)
    for (const one of [d.ana, d.ben, t.mira]) expect(one.snapshot().people.nameOf(writer)).toBe(name)
  expect(t.mira.snapshot().house.unreadable).toEqual([])
})

test("an answer that is not given changes nothing for anybody; the invitation taken back ends the asking, and Mira is told", async () => {
  const t = await trio()
  const { d } = t
  await benAsksForMira(t)
  const before = posted(d.asked).length
  for (let n = 0; n < 5; n += 1) await allLook(t)
  expect(posted(d.asked)).toHaveLength(before)
  await d.ben.invite.cancel()
  await allLook(t)
  expect(nobody(d.ana)).toBe(true)
  expect(t.mira.snapshot().invite).toEqual({ step: "stopped", because: "cancelled" })
  await say(d.ana, "Still two")
  await allLook(t)
  expect(titles(d.ben)).toEqual(["Still two"])
  expect(d.ana.snapshot().going).toMatchObject({ others: 1 })
})

test("a yes said without a connection goes with the next one, and only if it is still asked", async () => {
  let away = false
  const t = await trio({
    between: (relay, side) => ({
      fetch: (r) => (away && side === "ana" ? Promise.reject(new Error("offline")) : relay.fetch(r)),
    }),
  })
  const { d } = t
  await benAsksForMira(t)
  const { ref = "" } = d.ana.snapshot().proposed?.[0] ?? {}
  away = true
  await d.ana.proposals.agree(ref)
  expect(d.ana.snapshot().proposed).toMatchObject([{ agreed: true }])
  await d.restart("ana")
  await d.ben.invite.cancel()
  away = false
  const before = posted(d.asked).length
  await allLook(t)
  // Ben's end of the invitation, and nothing of Ana's.
  expect(posted(d.asked).length - before).toBeLessThanOrEqual(1)
  expect(nobody(d.ana)).toBe(true)
  expect(t.mira.snapshot().together).toBe(false)
})

test("three end it by agreement: two asked is not ended, taken back is not asked; the third yes ends it for all", async () => {
  const t = await three()
  const { d } = t
  await d.ana.going.choose("close")
  await allLook(t)
  expect(d.ana.snapshot().going).toMatchObject({ closed: false, chosen: null })
  expect(d.ben.snapshot().proposed).toMatchObject([{ what: "close", mine: false, agreed: false }])
  await d.ana.proposals.withdraw(d.ana.snapshot().proposed?.[0]?.ref ?? "")
  await allLook(t)
  expect([d.ana, d.ben, t.mira].map(nobody)).toEqual([true, true, true])
  await d.ben.going.choose("close")
  await allLook(t)
  const { ref = "" } = d.ana.snapshot().proposed?.[0] ?? {}
  await d.ana.proposals.agree(ref)
  await say(t.mira, "Not ended yet")
  await allLook(t)
  expect(titles(d.ana)).toEqual(["Not ended yet"])
  // To choose the same is to agree.
  await t.mira.going.choose("close")
  await allLook(t)
  for (const one of [d.ana, d.ben, t.mira]) {
    expect(one.snapshot().going).toMatchObject({ closed: true, here: true })
    expect(nobody(one)).toBe(true)
    await expect(say(one, "More")).rejects.toThrow("house.over")
  }
})

test("one of three leaves: what is asked lapses, the others go on under a key the one who left has not, and nothing of it is shown to them", async () => {
  const t = await three()
  const { d } = t
  await d.ben.going.choose("close")
  await allLook(t)
  await say(t.mira, "Mira's own")
  await allLook(t)
  await t.mira.going.choose("leave")
  await allLook(t)
  expect([d.ana, d.ben].map(nobody)).toEqual([true, true])
  expect(d.ben.snapshot().going).toMatchObject({ others: 1, closed: false, chosen: null })
  await say(d.ana, "After Mira")
  await allLook(t)
  expect(titles(d.ben)).toEqual(["Mira's own", "After Mira"])
  expect(titles(t.mira)).toEqual(["Mira's own"])
  const { house, alarm, going } = t.mira.snapshot()
  expect(house.unreadable).toEqual([])
  expect({ alarm, here: going?.here }).toEqual({ alarm: null, here: false })
  // Who left is on nobody's list of who is here, and on their own there are the others still.
  for (const one of [d.ana, d.ben, t.mira]) expect(one.snapshot().here).toHaveLength(2)
  // Two are still here, and go on; who left says nothing more among them.
  expect(t.mira.may("matters.opened", { title: "More" })).toEqual({ ok: false, because: "house.over" })
  await expect(say(t.mira, "More")).rejects.toThrow("house.over")
  await t.restartMira()
  await t.mira.sync()
  expect(t.mira.snapshot().house.unreadable).toEqual([])
  // Two are left: either ends it alone.
  await d.ana.going.choose("close")
  await allLook(t)
  expect(d.ben.snapshot().going).toMatchObject({ closed: true })
})

test("what was chosen for two is asked again when there are three: nobody ends it by a word said before", async () => {
  let away = false
  const t = await trio({
    between: (relay, side) => ({
      fetch: (r) => (away && side === "ben" ? Promise.reject(new Error("offline")) : relay.fetch(r)),
    }),
  })
  const { d } = t
  await benAsksForMira(t)
  away = true
  await d.ben.going.choose("close")
  await d.ana.proposals.agree(d.ana.snapshot().proposed?.[0]?.ref ?? "")
  away = false
  await allLook(t)
  expect(d.ben.snapshot().going).toMatchObject({ others: 2, closed: false, chosen: null })
  expect([d.ana, d.ben, t.mira].map(nobody)).toEqual([true, true, true])
})
