import { expect, test } from "vitest"
import { matters, practices, stateOf } from "#practices"
import { looks, together } from "./testing/duo.ts"
import type { Duo } from "./testing/duo.ts"
import { allLook, benAsksForMira, trio } from "./testing/trio.ts"
import { en } from "./words/en.ts"

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
    d.ana.shared().find((thing) => thing.ref === ref)?.readers ?? []
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
