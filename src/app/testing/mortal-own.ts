import { doing } from "./mortal.ts"
import type { Doing, World } from "./mortal.ts"
import { anaOn, chainOn, keep, titlesOn } from "./own-devices.ts"
import type { Ana, Device } from "./own-devices.ts"

// What a device does beside others of its person. Tests only.

/** A device as far as one acts on it. */
type On = Pick<Device, "keeper" | "session">
export interface OwnDoing {
  readonly name: string
  readonly does: string
  readonly before?: (ana: Ana, b: Device, n: string) => Promise<unknown>
  readonly act: (b: On, n: string) => Promise<unknown>
  /** Titles that must be there in the end, each once. */
  readonly typed: (n: string) => readonly string[]
  /** Afterwards it cannot be done again: each kill needs devices of its own. */
  readonly last?: true
  readonly done?: (a: On, b: On) => boolean
}

const bring = (device: On): Promise<unknown> => device.session.recovery.bringTogether()
export const first = (ana: Ana): Device => {
  const [a] = ana.devices
  if (a === undefined) throw new Error("no device")
  return a
}

export const ownDoings: readonly OwnDoing[] = [
  {
    name: "writing what waits",
    does: "session.keep",
    act: (b, n) => keep(b, `Waits ${n}`),
    typed: (n) => [`Waits ${n}`],
  },
  {
    name: "placing what waits",
    does: "session.recovery.bringTogether",
    before: (_, b, n) => keep(b, `Placed ${n}`),
    act: bring,
    typed: (n) => [`Placed ${n}`],
  },
  {
    name: "reading, and placing behind it",
    does: "session.recovery.bringTogether",
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
    does: "session.recovery.bringTogether",
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
    does: "session.recovery.removeLost",
    before: (_, b, n) => keep(b, `Mine ${n}`),
    act: (b) => b.session.recovery.removeLost(),
    typed: (n) => [`Mine ${n}`],
    last: true,
    done: (a, b) => {
      const [of, gone] = [b, a].map(({ session }) => session.snapshot().recovery?.copying)
      return of?.devices === 1 && gone?.isGone === true
    },
  },
  {
    name: "making a new sheet, which the other device follows",
    does: "keeper.makeSheet",
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

interface Beside extends World {
  readonly first: Device
}
/** Both hold the same, unless one of them was let go. */
async function isSame(a: On, b: On): Promise<boolean> {
  for (let round = 0; round < 2; round += 1)
    for (const device of [a, b]) {
      await device.session.sync()
      await bring(device)
    }
  if (a.session.snapshot().recovery?.copying?.isGone === true) return true
  return (await chainOn(a)).join() === (await chainOn(b)).join()
}

/** Each with new devices, for one that is killed but once. */
export const besideDoings: readonly Doing[] = ownDoings.map((one) =>
  doing<Beside>({
    ...one,
    name: `on one of two: ${one.name}`,
    world: async () => {
      const ana = await anaOn()
      const [, b] = ana.devices
      if (b === undefined) throw new Error("no device")
      await one.before?.(ana, b, "1")
      b.store.kill()
      const { relay, clock, asked } = ana
      const a = first(ana)
      return { disk: b.disk, relay, clock, asked, others: [a.session], first: a }
    },
    act: (me) => one.act(me, "1"),
    isDone: async (me, { first: a }) => {
      const same = await isSame(a, me)
      const there = titlesOn(me).filter((title) => one.typed("1").includes(title))
      const isDone = one.done?.(a, me) ?? true
      return same && isDone && there.toSorted().join() === one.typed("1").join()
    },
  }),
)
