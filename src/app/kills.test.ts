import { expect, test } from "vitest"
import { rest, settle, together } from "./testing/duo.ts"
import type { Duo } from "./testing/duo.ts"
import { sayings } from "./testing/mortal-words.ts"
import type { Said } from "./testing/mortal-words.ts"

// Every write of everything a person can do, found by counting, and Ana's phone killed at each: before the disk has it and right after. Afterwards she does it again if
// it was not done, as a person would. Nothing is lost, and nothing happens twice.

/** Does it once with nothing in the way, and counts what the disk was asked to write meanwhile. */
async function writesOf(d: Duo, doing: Said, n: number): Promise<number> {
  const about = (await doing.before?.(d, n)) ?? ""
  await doing.meanwhile?.(d.ben, about, n)
  await d.restart("ana")
  await settle()
  const before = d.phones.ana.store.writes()
  await doing.act(d.ana, about, n)
  await d.ana.sync()
  const writes = d.phones.ana.store.writes() - before
  await rest(d)
  expect({ doing: doing.name, times: doing.times(d, about, n) }).toEqual({ doing: doing.name, times: 1 })
  return writes
}

async function killedAt(d: Duo, doing: Said, n: number, at: number, after: boolean): Promise<boolean> {
  const about = (await doing.before?.(d, n)) ?? ""
  await doing.meanwhile?.(d.ben, about, n)
  await d.restart("ana")
  await settle()
  const opening = d.phones.ana.store.writes()
  await d.restart("ana", { at: opening + at, after })
  await settle()
  let killed = await d.survive("ana", (ana) => doing.act(ana, about, n))
  killed = (await d.survive("ana", (ana) => ana.sync())) || killed
  await rest(d)
  if (doing.times(d, about, n) === 0) {
    await d.survive("ana", (ana) => doing.act(ana, about, n))
    await rest(d)
  }
  const where = `${doing.name}, killed ${after ? "after" : "at"} write ${String(at)}`
  expect({ where, times: doing.times(d, about, n) }).toEqual({ where, times: 1 })
  expect({ where, ana: d.ana.snapshot().alarm, ben: d.ben.snapshot().alarm }).toEqual({
    where,
    ana: null,
    ben: null,
  })
  return killed
}

test.each(sayings)(
  "$name: killed at every write of it, nothing is lost and nothing happens twice",
  async (doing) => {
    let d = await together()
    let n = 0
    const writes = await writesOf(d, doing, n)
    expect(writes).toBeGreaterThan(0)
    let kills = 0
    for (let at = 1; at <= writes; at += 1)
      for (const after of [false, true]) {
        n += 1
        if (doing.last === true) d = await together()
        if (await killedAt(d, doing, n, at, after)) kills += 1
      }
    // It really died, at most of the places: what is written in the background may come a write sooner or later.
    expect(kills).toBeGreaterThanOrEqual(writes)
    if (doing.last !== true) expect(d.ana.snapshot().house.shared).toEqual(d.ben.snapshot().house.shared)
  },
  120_000,
)
