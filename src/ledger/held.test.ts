import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { encodeRef } from "#wire"
import type { Bytes } from "#wire"
import { answerUid, makeRelease, openHeld, prepareAnswer, readHeld } from "./index.ts"
import {
  ana,
  answers,
  ben,
  content,
  day,
  mira,
  names,
  reads,
  roundOf,
  shows,
  t,
  takesBack,
  viewOf,
} from "./testing/rounds.ts"

// Held answers (spec/ledger.md §15), told as rooms will use them: Ana, Ben and, in some, Mira answer the same question, and nobody looks early.

describe("two people", () => {
  test("Ana and Ben answer; each shows it; both read, and neither could before", async () => {
    const told = await roundOf(2)
    await answers(told, ana, "I am still sad on Sundays.")
    expect(await shows(told, ana)).toBe(false)
    expect(await reads(told, ben)).toEqual([])
    await answers(told, ben, "I do not know what to say.")
    expect(await reads(told, ben)).toEqual([])
    expect(await shows(told, ben)).toBe(true)
    expect(await reads(told, ana)).toEqual(['{"words":"I do not know what to say."}'])
    // Ana has read and may stay silent: Ben sees nothing of it, as before.
    expect(await reads(told, ben)).toEqual([])
    expect(await shows(told, ana)).toBe(true)
    expect(await reads(told, ben)).toEqual(['{"words":"I am still sad on Sundays."}'])
  })

  test("never shown: nobody reads it, not even with the epoch's key and every entry", async () => {
    const told = await roundOf(2)
    const ref = await answers(told, ana, "Nobody shall read this.")
    await answers(told, ben, "Mine.")
    const entry = (await told.group.read(ben)).find(
      ({ header }) => encodeRef(header.device, header.uid) === ref,
    )
    expect(JSON.stringify(entry?.said)).not.toContain("Nobody")
    const held = entry?.said === null || entry === undefined ? null : readHeld(entry.said.body)
    if (held === null || entry === undefined) throw new Error("not held")
    const tried = await openHeld(t, t.random(32), entry.header, held)
    expect(tried).toEqual({ ok: false, error: { type: "held-commit" } })
  })

  test("taken back with its release: gone for both, and no second answer takes its place", async () => {
    const told = await roundOf(2)
    await answers(told, ana, "Too much.")
    await answers(told, ben, "Mine.")
    await shows(told, ana)
    expect(await reads(told, ben)).toHaveLength(1)
    const { own } = await viewOf(told, ana)
    expect(own).toHaveLength(2)
    await takesBack(told, ana, own)
    expect(await reads(told, ben)).toEqual([])
    expect((await viewOf(told, ana)).mine?.held).toBeNull()
    expect(await shows(told, ana)).toBe(false)
    // Nor does one from another device of hers.
    const tablet = await told.group.addDevice(ana)
    await answers(told, tablet, "Something milder.", new Map())
    expect((await viewOf(told, ana)).mine?.held).toBeNull()
    expect((await viewOf(told, ben)).to).toEqual([])
  })

  test("a lost phone: the key is gone with it; the answer stays closed, and nothing breaks", async () => {
    const told = await roundOf(2)
    await answers(told, ana, "On the old phone.")
    await answers(told, ben, "Mine.")
    told.stores[ana]?.clear()
    expect(await shows(told, ana)).toBe(false)
    expect(await shows(told, ben)).toBe(true)
    expect(await reads(told, ana)).toHaveLength(1)
    expect(await reads(told, ben)).toEqual([])
  })

  test("an answer that was not stored first cannot even be written", async () => {
    const { group, round } = await roundOf(2)
    const me = group.members[ana]
    if (me === undefined) throw new Error("nobody")
    const at = { logId: group.state().logId, member: me.member, device: me.device.id }
    const made = await prepareAnswer(t, { ...at, round, name: names.answer, answer: "x", day, basis: null })
    if (!made.ok) throw new Error(made.error.type)
    const { secret, draft } = made.value
    expect(() => draft({ ...secret, k: t.random(32) })).toThrow("not stored")
    const long = await prepareAnswer(t, {
      ...at,
      round,
      name: names.answer,
      answer: "x".repeat(2000),
      day,
      basis: null,
    })
    expect(long).toEqual({ ok: false, error: { type: "held-size" } })
  })
})

describe("row 53: who looks early, changes their mind or listens at the door", () => {
  test("row 53: answered twice, from one device and from two: the first counts, the second shows as nothing", async () => {
    const told = await roundOf(2)
    await answers(told, ana, "First.")
    await answers(told, ben, "Mine.")
    await shows(told, ben)
    // Ana has read Ben's, and writes another answer with a changed program: from this device, and from another of hers.
    await answers(told, ana, "Second, having read yours.", new Map())
    const tablet = await told.group.addDevice(ana)
    await answers(told, tablet, "Third, from the tablet.", new Map())
    await shows(told, ana)
    expect(await reads(told, ben)).toEqual(['{"words":"First."}'])
    expect((await viewOf(told, ben)).shown).toHaveLength(1)
  })

  test("row 53: shown to a third who has not answered: an unchanged app of theirs takes nothing from it", async () => {
    const told = await roundOf(3)
    await answers(told, ana, "For who answered.")
    await answers(told, ben, "Mine.")
    const { group, stores } = told
    const { mine, to } = await viewOf(told, ana)
    const [third] = group.members.slice(mira)
    const kept = stores[ana]?.get(mine?.ref ?? "")
    if (mine === null || kept === undefined || third === undefined) throw new Error("no answer")
    expect(to.map(({ id }) => Buffer.from(id).toString("hex"))).toEqual([
      Buffer.from(group.members[ben]?.device.id ?? third.device.id).toString("hex"),
    ])
    const all = [...to, { id: third.device.id, x: third.device.x.publicKey }]
    const body = await makeRelease({ logId: group.state().logId, target: mine, k: kept.k, to: all })
    await group.write(ana, [content(names.release, body)])
    expect(await reads(told, ben)).toHaveLength(1)
    expect(await reads(told, mira)).toEqual([])
    // Answering afterwards does not open what was shown before.
    await answers(told, mira, "Mine too.")
    expect(await reads(told, mira)).toEqual([])
    // Shown again by a deliberate act, it reaches her too.
    await shows(told, ana)
    expect(await reads(told, mira)).toEqual(['{"words":"For who answered."}'])
  })

  test("row 53: somebody else's release of an answer opens nothing; nor does one laid before it", async () => {
    const told = await roundOf(2)
    await answers(told, ana, "Ana's.")
    await answers(told, ben, "Ben's.")
    const { mine } = await viewOf(told, ana)
    if (mine === null) throw new Error("no answer")
    const device = told.group.members[ben]?.device
    if (device === undefined) throw new Error("nobody")
    const forged = await makeRelease({
      logId: told.group.state().logId,
      target: mine,
      k: t.random(32),
      to: [{ id: device.id, x: device.x.publicKey }],
    })
    await told.group.write(ben, [content(names.release, forged)])
    expect((await viewOf(told, ben)).shown).toEqual([])
  })

  test("row 53: a long answer and a short one look the same in the record", async () => {
    const told = await roundOf(2)
    await answers(told, ana, "No.")
    await answers(told, ben, "Yes, and I have thought about it for a long time. ".repeat(15))
    const lengths = told.group
      .entries()
      .slice(-2)
      .map(({ body }) => body?.length)
    expect(lengths[0]).toBe(lengths[1])
  })

  test("row 53: the key of one answer opens no other: other author, other round, other place, other bits", async () => {
    const told = await roundOf(2)
    await answers(told, ana, "Ana's.")
    const { mine } = await viewOf(told, ana)
    const k = told.stores[ana]?.get(mine?.ref ?? "")?.k
    if (mine?.held === null || mine === null || k === undefined) throw new Error("no answer")
    const { held, header } = mine
    const { logId } = told.group.state()
    const at = { logId, device: header.device, uid: header.uid }
    const flip = (bytes: Bytes): Bytes => Uint8Array.from(bytes, (byte, i) => (i === 5 ? byte ^ 4 : byte))
    const tried = [
      openHeld(t, k, { ...at, device: flip(at.device) }, held),
      openHeld(t, k, { ...at, uid: flip(at.uid) }, held),
      openHeld(t, k, { ...at, logId: flip(logId) }, held),
      openHeld(t, k, at, { ...held, salt: flip(held.salt) }),
      openHeld(t, k, at, { ...held, commit: flip(held.commit) }),
      openHeld(t, k, at, { ...held, box: flip(held.box) }),
      openHeld(t, k, at, { ...held, round: mine.ref }),
    ]
    for (const one of tried) expect((await one).ok).toBe(false)
    expect((await openHeld(t, k, at, held)).ok).toBe(true)
  })
})

test("row 53: something else in the place of an answer is none: its writer reads nothing, and answers no more", async () => {
  const told = await roundOf(2)
  const { group, round } = told
  const member = group.members[ana]?.member ?? new Uint8Array(16)
  const uid = answerUid(round, group.state().logId, member)
  await group.write(ana, [{ ...content("checkins.noted", { words: "No answer at all." }), uid }])
  await answers(told, ben, "Ben's.")
  await answers(told, await group.addDevice(ana), "And now one.", new Map())
  expect((await viewOf(told, ben)).to).toEqual([])
  expect((await viewOf(told, ana)).mine).toBeNull()
  // Shown to her by a changed program all the same, it opens nothing here.
  const { mine } = await viewOf(told, ben)
  const device = group.members[ana]?.device
  const k = told.stores[ben]?.get(mine?.ref ?? "")?.k
  if (mine === null || device === undefined || k === undefined) throw new Error("no answer")
  const to = [{ id: device.id, x: device.x.publicKey }]
  const body = await makeRelease({ logId: group.state().logId, target: mine, k, to })
  await group.write(ben, [content(names.release, body)])
  expect(await reads(told, ana)).toEqual([])
})

test("row 53: a second round asked with the first one's seed takes nobody's answer away: each round has a place of its own", async () => {
  const told = await roundOf(2)
  await answers(told, ana, "Of the first.")
  const again = await told.group.write(ben, [content("checkins.asked", { seed: "the old one" })])
  const second = { ...told, round: { ...told.round, ref: again[0] ?? "" } }
  await answers(second, ana, "Of the second.")
  expect((await viewOf(told, ana)).mine?.held).not.toBeNull()
  expect((await viewOf(second, ana)).mine?.held).not.toBeNull()
})

test("in any order of answering and showing among three, one reads exactly what was shown to them after their own answer", async () => {
  const step = fc.record({
    by: fc.integer({ min: 0, max: 2 }),
    does: fc.constantFrom("answer" as const, "show" as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const told = await roundOf(3)
      const answered = new Set<number>()
      const may = new Map<number, Set<number>>([ben, ana, mira].map((by) => [by, new Set<number>()]))
      for (const { by, does } of steps) {
        if (does === "answer") {
          if (!answered.has(by)) await answers(told, by, `of ${String(by)}`)
          answered.add(by)
        } else if (await shows(told, by))
          for (const other of answered) if (other !== by) may.get(other)?.add(by)
      }
      for (const by of [ben, ana, mira]) {
        const wanted = [...(may.get(by) ?? [])].map((other) => `{"words":"of ${String(other)}"}`).toSorted()
        expect([...new Set(await reads(told, by))].toSorted()).toEqual(wanted)
      }
    }),
    { numRuns: 12, seed: 15 },
  )
}, 60_000)
