import { expect, test } from "vitest"
import { first, ownDoings } from "../testing/mortal-own.ts"
import type { OwnDoing } from "../testing/mortal-own.ts"
import { anaOn, chainOn, meet, titlesOn } from "../testing/own-devices.ts"
import type { Ana, Device } from "../testing/own-devices.ts"
import { settle } from "../testing/duo.ts"

// Every write of what a device does beside others of its person, found by counting, and the device killed at each: before the disk has it and right after. Nothing is
// lost, nothing is there twice, and all of them hold the same.

async function rest(ana: Ana, doing: OwnDoing, b: Device, n: string, where: string): Promise<void> {
  await ana.restart(b)
  await meet(ana)
  if (
    doing.done?.(first(ana), b) === false ||
    !doing.typed(n).every((title) => titlesOn(b).includes(title))
  ) {
    // Nothing of it was done, or a part: then a person does it again.
    await doing.act(b, n)
    await meet(ana)
  }
  const there = titlesOn(b).filter((title) => doing.typed(n).includes(title))
  expect({ where, there: there.toSorted() }).toEqual({ where, there: doing.typed(n) })
  expect({ where, done: doing.done?.(first(ana), b) ?? true }).toEqual({ where, done: true })
  expect({ where, twice: await ana.signedTwice() }).toEqual({ where, twice: null })
  const others = ana.devices.filter((d) => d.session.snapshot().recovery?.copying?.isGone !== true)
  for (const other of others) expect(await chainOn(other)).toEqual(await chainOn(b))
}

test.each(ownDoings)(
  "$name: killed at every write of it, nothing is lost, nothing is there twice",
  async (doing) => {
    let ana = await anaOn()
    const world = async (n: string): Promise<Device> => {
      if (doing.last === true) ana = await anaOn()
      const b = ana.devices[1]
      if (b === undefined) throw new Error("no device")
      await doing.before?.(ana, b, n)
      await ana.restart(b)
      await b.session.sync()
      await settle()
      return b
    }
    const counted = await world("0")
    const opening = counted.store.writes()
    await doing.act(counted, "0")
    const writes = counted.store.writes() - opening
    await rest(ana, doing, counted, "0", "not killed")
    expect(writes).toBeGreaterThan(0)
    let kills = 0
    for (let at = 1; at <= writes; at += 1)
      for (const after of [false, true]) {
        const n = `${String(at)}${after ? "b" : "a"}`
        const b = await world(n)
        const before = b.store.writes()
        await ana.restart(b, { at: before + at, after })
        await Promise.race([b.session.sync(), b.store.died])
        const done = await Promise.race([doing.act(b, n).catch(() => "threw"), b.store.died])
        if (done === "died" || b.store.isDead()) kills += 1
        await rest(ana, doing, b, n, `${doing.name}, killed ${after ? "after" : "at"} write ${String(at)}`)
      }
    expect(kills).toBeGreaterThanOrEqual(writes)
  },
  120_000,
)
