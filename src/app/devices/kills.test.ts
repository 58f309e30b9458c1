import { expect, test } from "vitest"
import { anaOn, chainOn, keep, meet, titlesOn } from "../testing/own-devices.ts"
import type { Ana, Device } from "../testing/own-devices.ts"
import { settle } from "../testing/duo.ts"

// Every write of what a device does beside others of its person, found by counting, and the device killed at each: before the disk has it and right after. Nothing is
// lost, nothing is there twice, and all of them hold the same.

interface Doing {
  readonly name: string
  readonly before?: (ana: Ana, b: Device, n: string) => Promise<unknown>
  readonly act: (b: Device, n: string) => Promise<unknown>
  /** Titles that must be there in the end, each once. */
  readonly typed: (n: string) => readonly string[]
  /** Afterwards it cannot be done again: each kill needs devices of its own. */
  readonly last?: true
  readonly done?: (ana: Ana, b: Device) => boolean
}

const bring = (device: Device): Promise<unknown> => device.session.recovery.bringTogether()
const first = (ana: Ana): Device => {
  const [a] = ana.devices
  if (a === undefined) throw new Error("no device")
  return a
}

const doings: readonly Doing[] = [
  { name: "writing what waits", act: (b, n) => keep(b, `Waits ${n}`), typed: (n) => [`Waits ${n}`] },
  {
    name: "placing what waits",
    before: (_, b, n) => keep(b, `Placed ${n}`),
    act: bring,
    typed: (n) => [`Placed ${n}`],
  },
  {
    name: "reading, and placing behind it",
    before: async (ana, b, n) => {
      await keep(b, `B ${n}`)
      await keep(first(ana), `A ${n}`)
      await bring(first(ana))
    },
    act: bring,
    typed: (n) => [`A ${n}`, `B ${n}`],
  },
  {
    name: "losing a place",
    before: async (ana, b, n) => {
      // Signed and stored, and not sent: then the other one is first.
      ana.between((relay) => ({
        fetch: (request) =>
          request.method === "PUT" ? Promise.reject(new Error("offline")) : relay.fetch(request),
      }))
      await keep(b, `Lost ${n}`)
      await bring(b)
      ana.between((relay) => relay)
      await keep(first(ana), `First ${n}`)
      await bring(first(ana))
    },
    act: bring,
    typed: (n) => [`First ${n}`, `Lost ${n}`],
  },
  {
    name: "letting the other device go",
    before: (_, b, n) => keep(b, `Mine ${n}`),
    act: (b) => b.session.recovery.removeLost(),
    typed: (n) => [`Mine ${n}`],
    last: true,
    done: (ana, b) => {
      const [of, gone] = [b, first(ana)].map(({ session }) => session.snapshot().recovery?.copying)
      return of?.devices === 1 && gone?.isGone === true
    },
  },
  {
    name: "making a new sheet, which the other device follows",
    before: (ana, b, n) => Promise.all([keep(b, `Mine ${n}`), keep(first(ana), `Hers ${n}`)]),
    act: async (b) => {
      const made = await b.keeper.makeSheet(null)
      if (!made.ok) throw new Error(made.because)
    },
    typed: (n) => [`Hers ${n}`, `Mine ${n}`],
    last: true,
    done: (_, b) => b.session.snapshot().recovery?.sheet?.ready === true,
  },
]

async function rest(ana: Ana, doing: Doing, b: Device, n: string, where: string): Promise<void> {
  await ana.restart(b)
  await meet(ana)
  if (doing.done?.(ana, b) === false || !doing.typed(n).every((title) => titlesOn(b).includes(title))) {
    // Nothing of it was done, or a part: then a person does it again.
    await doing.act(b, n)
    await meet(ana)
  }
  const there = titlesOn(b).filter((title) => doing.typed(n).includes(title))
  expect({ where, there: there.toSorted() }).toEqual({ where, there: doing.typed(n) })
  expect({ where, done: doing.done?.(ana, b) ?? true }).toEqual({ where, done: true })
  expect({ where, twice: await ana.signedTwice() }).toEqual({ where, twice: null })
  const others = ana.devices.filter((d) => d.session.snapshot().recovery?.copying?.isGone !== true)
  for (const other of others) expect(await chainOn(other)).toEqual(await chainOn(b))
}

test.each(doings)(
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
