import { expect, test } from "vitest"
import { practices } from "#practices"
import { looks, together } from "./testing/duo.ts"
import type { Duo } from "./testing/duo.ts"
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

test("whatever can be shared has a name on that page", () => {
  const kinds = practices.flatMap((practice) =>
    Object.entries(practice.entries)
      .filter(([kind, shape]) => shape.log === "shared" && !kind.endsWith(".taken-back"))
      .map(([kind]) => kind),
  )
  expect(kinds.length).toBeGreaterThan(10)
  for (const kind of kinds) expect(en).toHaveProperty([`app.shared-is-${kind.replace(".", "-")}`])
})
