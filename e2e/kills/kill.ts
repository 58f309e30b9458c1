import { deepEqual, equal } from "node:assert/strict"
import { doings } from "./doings.ts"
import type { Doing } from "./doings.ts"
import { startWorld } from "./world.ts"
import type { World } from "./world.ts"

/** One place to die: at the n-th write of a doing, while it is on its way or right after it. */
export interface Place {
  readonly doing: Doing
  readonly at: number
  readonly after: boolean
}

async function happened(w: World, doing: Doing, about: string, n: number): Promise<number> {
  return doing.times(await w.seen(), about, n)
}

/** Does it once with nothing in the way, and counts what the disk was asked to write meanwhile. */
async function writesOf(w: World, doing: Doing, n: number): Promise<number> {
  const about = (await doing.before?.(w, n)) ?? ""
  await w.arm(0, false)
  await doing.act(w, about, n)
  await w.ana((s) => s.sync())
  const writes = await w.writes()
  await w.rest()
  equal(await happened(w, doing, about, n), 1, doing.name)
  return writes
}

/** Every place where a browser can die, in one order: found by doing all of it once. */
export async function placesIn(files: string): Promise<readonly Place[]> {
  const places: Place[] = []
  let w = await startWorld(files)
  for (const [n, doing] of doings.entries()) {
    const writes = await writesOf(w, doing, n)
    for (let at = 1; at <= writes; at += 1)
      for (const after of [false, true]) places.push({ doing, at, after })
    if (doing.last !== true) continue
    await w.stop()
    w = await startWorld(files)
  }
  await w.stop()
  return places
}

/** Kills Ana's browser there; afterwards she does it again if it was not done, as a person would. False when it never came to that write. */
export async function killAt(w: World, { doing, at, after }: Place, n: number): Promise<boolean> {
  const about = (await doing.before?.(w, n)) ?? ""
  await w.arm(at, after)
  const killed = await w.survive(async () => {
    await doing.act(w, about, n)
    await w.ana((s) => s.sync())
  })
  await w.arm(0, false)
  await w.rest()
  if ((await happened(w, doing, about, n)) === 0) {
    await doing.act(w, about, n)
    await w.rest()
  }
  equal(await happened(w, doing, about, n), 1)
  const { ana, ben } = await w.seen()
  deepEqual([ana.alarm, ben.alarm], [null, null])
  deepEqual(ana.titles, ben.titles)
  return killed
}
