import * as fc from "fast-check"
import { expect, test } from "vitest"
import { equalBytes, toHex } from "#wire"
import { decideRelease, makeRelease, readRelease } from "./index.ts"
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
import type { Told } from "./testing/rounds.ts"

// Row 53: a held answer is looked at early, by changed programs, by chance of order, or because somebody else was first.

const decides = async (told: Told, by: number) => {
  const view = await viewOf(told, by)
  const kept = told.stores[by]?.get(view.mine?.ref ?? "")
  return decideRelease(t, { state: told.group.state(), view, kept, name: names.release, day })
}
const bodyIn = (data: Uint8Array) => {
  const { body } = JSON.parse(new TextDecoder().decode(data)) as { readonly body: never }
  return readRelease(body)?.wraps.map(({ id }) => toHex(id)) ?? []
}
const idOf = (told: Told, by: number): string => toHex(told.group.members[by]?.device.id ?? new Uint8Array(0))

test("row 53: somebody else was first: showing is decided again, on who stands there now, under a fresh uid", async () => {
  const told = await roundOf(3)
  await answers(told, ana, "Ana's.")
  await answers(told, ben, "Ben's.")
  const first = await decides(told, ana)
  if (first === null) throw new Error("nothing to show")
  expect(bodyIn(first.data)).toEqual([idOf(told, ben)])
  // It never stood: Ben took his back, and Mira answered, before it came to the relay.
  await takesBack(told, ben, (await viewOf(told, ben)).own)
  expect(await decides(told, ana)).toBeNull()
  await answers(told, mira, "Mira's.")
  const second = await decides(told, ana)
  if (second === null) throw new Error("nothing to show")
  expect(bodyIn(second.data)).toEqual([idOf(told, mira)])
  expect(equalBytes(first.uid, second.uid)).toBe(false)
  await told.group.write(ana, [second])
  expect(await reads(told, mira)).toEqual(['{"words":"Ana\'s."}'])
  expect(await reads(told, ben)).toEqual([])
})

test("row 53: a device that came meanwhile is given the key, one that was removed is not", async () => {
  const told = await roundOf(2)
  const tablet = await told.group.addDevice(ben)
  await answers(told, ana, "Ana's.")
  await answers(told, ben, "Ben's.")
  const before = await decides(told, ana)
  expect(bodyIn(before?.data ?? new Uint8Array(0)).toSorted()).toEqual(
    [idOf(told, ben), idOf(told, tablet)].toSorted(),
  )
  const target = told.group.members[tablet]?.device.id ?? new Uint8Array(16)
  const removal = { op: "device.remove" as const, target, kept: [] }
  await told.group.write(ben, [{ uid: t.random(16), control: removal }])
  const after = await decides(told, ana)
  expect(bodyIn(after?.data ?? new Uint8Array(0))).toEqual([idOf(told, ben)])
})

test("row 53: nothing of the own view says whether another has answered, until one has answered oneself", async () => {
  const [alone, both] = [await roundOf(2), await roundOf(2)]
  await answers(both, ana, "Ana's.")
  const seen = async (told: Told) => viewOf(told, ben)
  expect(await seen(both)).toEqual(await seen(alone))
  expect(await decides(both, ben)).toBeNull()
})

test("row 53: an answer in a box of another size than its round's is none: its writer is shown nothing, and nobody anything of them", async () => {
  for (const size of [512, 2048]) {
    const told = await roundOf(2)
    await answers({ ...told, round: { ...told.round, size } }, ana, "In a box of my own.")
    await answers(told, ben, "Ben's.")
    expect((await viewOf(told, ana)).mine).toBeNull()
    expect((await viewOf(told, ben)).to).toEqual([])
    expect([await shows(told, ben), await shows(told, ana)]).toEqual([false, false])
    await lies(told, ben, "show everybody")
    await lies(told, ana, "show everybody")
    expect([await reads(told, ana), await reads(told, ben)]).toEqual([[], []])
  }
})

test("row 53: another's key, or none, shows nothing", async () => {
  const told = await roundOf(2)
  await answers(told, ana, "Ana's.")
  await answers(told, ben, "Ben's.")
  const view = await viewOf(told, ana)
  const at = { state: told.group.state(), view, name: names.release, day }
  const [bens] = told.stores[ben]?.values() ?? []
  expect(await decideRelease(t, { ...at, kept: undefined })).toBeNull()
  expect(await decideRelease(t, { ...at, kept: bens })).toBeNull()
  expect(await decideRelease(t, { ...at, kept: told.stores[ana]?.get(view.mine?.ref ?? "") })).not.toBeNull()
})

type Does = "answer" | "again" | "show" | "show everybody" | "forge" | "take back"
interface Step {
  readonly by: number
  readonly does: Does
}
/** What must come out, worked out from the steps alone: who answered first when, who took theirs back, what was shown to whom when. */
interface Model {
  readonly answered: Map<number, number>
  readonly back: Set<number>
  readonly shown: { readonly by: number; readonly to: readonly number[]; readonly at: number }[]
}
const all = [ben, ana, mira] as const

function readable(model: Model, by: number): readonly string[] {
  const mine = model.answered.get(by)
  const others = model.shown
    .filter((one) => one.to.includes(by) && mine !== undefined && mine < one.at && !model.back.has(one.by))
    .map((one) => `{"words":"first of ${String(one.by)}"}`)
  return [...new Set(others)].toSorted()
}

/** A changed program: wraps its answer's key to everybody, whoever has answered; or says to release another's answer. */
async function lies(told: Told, by: number, does: "show everybody" | "forge"): Promise<void> {
  const { group } = told
  const { logId } = group.state()
  const forged = all.find((other) => other !== by) ?? by
  const { mine } = await viewOf(told, does === "forge" ? forged : by)
  const kept = told.stores[by]?.get(mine?.ref ?? "")
  const others = group.members.slice(0, 3).filter((_, other) => other !== by)
  const to = others.map(({ device }) => ({ id: device.id, x: device.x.publicKey }))
  if (mine === null) return
  const body = await makeRelease({ logId, target: mine, k: kept?.k ?? t.random(32), to })
  await group.write(by, [content(names.release, body)])
}

async function run(told: Told, model: Model, { by, does }: Step, at: number): Promise<void> {
  const has = model.answered.has(by)
  switch (does) {
    case "answer":
      if (has) return
      await answers(told, by, `first of ${String(by)}`)
      model.answered.set(by, at)
      return
    case "again":
      if (has) await answers(told, by, `again of ${String(by)}`, new Map())
      return
    case "show": {
      const to = all.filter((other) => other !== by && model.answered.has(other) && !model.back.has(other))
      const mayShow = has && !model.back.has(by) && to.length > 0
      expect(await shows(told, by)).toBe(mayShow)
      if (mayShow) model.shown.push({ by, to, at })
      return
    }
    case "take back":
      if (!has) return
      await takesBack(told, by, (await viewOf(told, by)).own)
      model.back.add(by)
      return
    case "forge":
    case "show everybody":
      await lies(told, by, does)
      if (does === "show everybody" && has)
        model.shown.push({ by, to: all.filter((other) => other !== by), at })
  }
}

test("row 53: in any order of honest and changed steps among three, each reads exactly what was shown behind their own answer", async () => {
  const step = fc.record({
    by: fc.constantFrom(...all),
    does: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<Does>("answer", "show") },
      { weight: 2, arbitrary: fc.constantFrom<Does>("again", "show everybody", "forge", "take back") },
    ),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const told = await roundOf(3)
      const model: Model = { answered: new Map(), back: new Set(), shown: [] }
      for (const [at, one] of steps.entries()) await run(told, model, one, at)
      for (const by of all)
        expect([...new Set(await reads(told, by))].toSorted(), String(by)).toEqual(readable(model, by))
    }),
    { numRuns: 30, seed: 53 },
  )
}, 120_000)
