import { createDraft, place } from "#ledger"
import { matters, practices, stateOf } from "#practices"
import { checkEntries } from "#wire"
import { expect, test } from "vitest"
import { taking } from "../keeping/book.ts"
import { back, copyOf, pairWithCopy } from "../testing/copies.ts"
import { looks, together } from "../testing/duo.ts"
import type { Duo } from "../testing/duo.ts"
import { empty } from "../keeping/ground-rows.ts"
import { houseOf } from "../keeping/house-of.ts"
import { sharedThings } from "./shared-things.ts"
import type { State } from "../keeping/state.ts"
import { takenBack } from "../sending/taking-back.ts"
import { toolsOf, verify } from "../testing/people.ts"
import { sharedPair } from "../testing/shared-pair.ts"
import { allLook, benAsksForMira, trio } from "../testing/trio.ts"
import { en } from "../words/en.ts"

// CARE B7, B8: the list of what is shared is the record itself; stopping all of it leaves nothing of one's own.

const said = (d: Duo, who: "ana" | "ben"): string => JSON.stringify(d[who].snapshot().house.shared)
const refs = (d: Duo): readonly string[] => d.ana.shared().map((thing) => thing.ref)

async function anaShares(): Promise<{ readonly d: Duo; readonly all: readonly string[] }> {
  const d = await together()
  const named = d.ana.shared().map((thing) => thing.ref)
  const one = await d.ana.queue("matters.opened", { title: "The marmalade" }, { holdMinutes: 0 })
  const promise = { when: "", will: "Call", due: "2026-05-04T18:00", zone: "Europe/Berlin", repeat: "once" }
  const kept = await d.ana.queue("promises.made", promise, { holdMinutes: 0 })
  await looks(d)
  const held = await d.ana.queue("matters.opened", { title: "Held" }, { holdMinutes: 60 })
  return { d, all: [...named, one.ref, kept.ref, held.ref] }
}

test("the list is what stands and was not taken back, and what waits; nothing of the other's", async () => {
  const { d, all } = await anaShares()
  expect(refs(d)).toEqual(all)
  // The record is gone through once for each state, however often a page is drawn.
  expect(d.ana.shared()).toBe(d.ana.shared())
  await d.ben.queue("matters.opened", { title: "Ben's" }, { holdMinutes: 0 })
  await looks(d)
  expect(refs(d)).toEqual(all)
  const [, one = ""] = all
  await d.ana.takeBack(one)
  expect(refs(d)).not.toContain(one)
  await looks(d)
  expect(refs(d)).toEqual(all.filter((ref) => ref !== one))
})

test("taking everything back leaves only what is kept together; what waited never was; nothing else is told", async () => {
  const { d, all } = await anaShares()
  await d.ana.takeAllBack()
  await looks(d)
  expect(d.ana.shared().map(({ ref, kept }) => ({ ref, kept }))).toEqual([{ ref: all[2], kept: true }])
  for (const who of ["ana", "ben"] as const) {
    expect(said(d, who)).not.toContain("marmalade")
    expect(said(d, who)).not.toContain("Held")
  }
  expect(d.ben.snapshot().waiting).toEqual([])
  expect(d.ben.snapshot().alarm).toBeNull()
})

test("with whom: who belonged when it came; who came later has it only once it is said again, and who left keeps what they had", async () => {
  const t = await trio()
  const { d } = t
  const say = async (title: string): Promise<string> => {
    const { ref } = await d.ana.queue("matters.opened", { title }, { holdMinutes: 0 })
    await allLook(t)
    return ref
  }
  const withWhom = (ref: string): readonly string[] =>
    d.ana
      .shared()
      .find((thing) => thing.ref === ref)
      ?.with.map((one) => d.ana.snapshot().people.nameOf(one)) ?? []
  const [ben, mira] = [d.ben, t.mira].map((one) => one.snapshot)
  await d.ben.queue("home.named", { name: "Ben" }, { holdMinutes: 0 })
  const first = await say("Before Mira")
  await benAsksForMira(t)
  await d.ana.proposals.agree(d.ana.snapshot().proposed?.[0]?.ref ?? "")
  await allLook(t)
  const second = await say("With Mira")
  await d.ben.going.choose("leave")
  await allLook(t)
  const third = await say("Without Ben")
  const held = await d.ana.queue("matters.opened", { title: "Held" }, { holdMinutes: 60 })
  expect([first, second, third, held.ref].map(withWhom)).toEqual([
    ["Ben"],
    ["Ben", "Mira"],
    ["Mira"],
    ["Mira"],
  ])
  // And so it is: nobody reads more or less than the list says.
  const reads = (who: typeof ben): string => JSON.stringify(who?.().house.shared)
  expect(["Before Mira", "With Mira", "Without Ben"].map((title) => reads(ben).includes(title))).toEqual([
    true,
    true,
    false,
  ])
  expect(["Before Mira", "With Mira", "Without Ben"].map((title) => reads(mira).includes(title))).toEqual([
    false,
    true,
    true,
  ])
})

test("what does not open here, and what this version does not know, is on the list too, and is taken back like the rest", async () => {
  const t = toolsOf()
  const { ana, ben } = await sharedPair(t)
  const draft = (name: string) => {
    const made = createDraft(t, { kind: 1, name, body: { x: "y" }, day: "2026-11-26", basis: null })
    if (!made.ok) throw new Error(made.error.type)
    return made.value
  }
  const names = ["matters.opened", "checkins.answered", "record.gives", "matters.taken-back"]
  const placed = await place(t, ana.device, ana, names.map(draft))
  const bare = placed.entries.map((entry, n) => (n === 0 ? { ...entry, body: null } : entry))
  const shared = await taking(t, ana, bare, await checkEntries(verify, ana.state, bare))
  const books = { private: null, shared }
  const state: State = { ...empty, ...books, house: houseOf(books, null) }
  const things = sharedThings(state)
  expect(things.map(({ kind, day, with: who }) => [kind, day, who.length])).toEqual([
    [null, null, 1],
    [null, "2026-11-26", 1],
  ])
  const after = things.reduce<State>((now, { ref }) => takenBack(t, now, ref, "2026-11-27"), state)
  expect(after.queue.flatMap((q) => (q.is === "redact" ? [q.target] : []))).toEqual(
    things.map(({ ref }) => ref),
  )
  expect(sharedThings(after)).toEqual([])
  // Somebody else's is nothing of one's own to take back.
  const his = await place(t, ben.device, { state: shared.state, epochs: ben.epochs }, [
    draft("matters.opened"),
  ])
  const both = {
    ...state,
    shared: await taking(t, shared, his.entries, await checkEntries(verify, shared.state, his.entries)),
  }
  expect(sharedThings(both)).toEqual(things)
})

test("where what is shared came with a copy, the list says all the same what stands there", async () => {
  const { d, keepers, empty: browser } = await pairWithCopy()
  await d.ana.queue("matters.opened", { title: "What Ana opened" }, { holdMinutes: 0 })
  await d.ana.sync()
  const stands = d.ana.shared().filter(({ waits }) => !waits)
  const session = await back(browser(), await copyOf(keepers.ana))
  expect(session.snapshot().copied?.onlyRead).toBe(true)
  expect(stands.length).toBeGreaterThan(1)
  expect(session.shared()).toEqual(stands)
})

test("where three are, each thing says who of them can read it: not who came later, nor who had left; and whose words it was said to", async () => {
  const t = await trio()
  const { d } = t
  const say = async (title: string): Promise<string> =>
    (await d.ana.queue("matters.opened", { title }, { holdMinutes: 0 })).ref
  const before = await say("Before Mira")
  await allLook(t)
  await benAsksForMira(t)
  await d.ana.proposals.agree(d.ana.snapshot().proposed?.[0]?.ref ?? "")
  await allLook(t)
  const all = await say("To both")
  await allLook(t)
  const [told] = stateOf(d.ana.snapshot().house, matters).shared.matters.slice(-1)
  if (told === undefined) throw new Error("nothing was opened")
  const seen = { target: { ref: told.ref, version: told.version }, remark: "did-not-know", note: "" }
  await t.mira.queue("matters.remarked", seen, { holdMinutes: 0 })
  await allLook(t)
  await t.mira.going.choose("leave")
  await allLook(t)
  const after = await say("After Mira")
  await allLook(t)
  const { people, here = [] } = d.ana.snapshot()
  const [ben = ""] = here.flatMap(({ isMe, writer }) => (isMe ? [] : [writer]))
  const readersOf = (ref: string): readonly string[] =>
    d.ana.shared().find((thing) => thing.ref === ref)?.with ?? []
  expect(people.gone).toEqual(["Mira"])
  expect(readersOf(before)).toEqual([ben])
  expect(readersOf(all).map(people.nameOf)).toEqual([people.nameOf(ben), "Mira"])
  expect(readersOf(all).map((writer) => people.hasLeft?.(writer))).toEqual([false, true])
  expect(readersOf(after)).toEqual([ben])
  const { ana } = { ana: d.ana.snapshot().reader.shared }
  expect(t.mira.shared().find(({ kind }) => kind === "matters.remarked")?.to).toBe(ana)
  expect(d.ana.shared().find((thing) => thing.ref === all)?.to).toBeNull()
})

test("whatever can be shared has a name on that page", () => {
  const kinds = practices.flatMap((practice) =>
    Object.entries(practice.entries)
      .filter(([kind, shape]) => shape.log === "shared" && !kind.endsWith(".taken-back"))
      .map(([kind]) => kind),
  )
  expect(kinds.length).toBeGreaterThan(10)
  for (const kind of kinds) expect(en).toHaveProperty([`app.shared-is-${kind.replace(".", "-")}`])
})
