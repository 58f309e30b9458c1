import { matters, promises, stateOf } from "#practices"
import type { Session } from "../session/session.ts"
import { looks, together } from "./duo.ts"
import type { Duo } from "./duo.ts"
import { doing } from "./mortal.ts"
import type { Doing, World } from "./mortal.ts"

// What one does every day. Tests only.

type Pair = Pick<Duo, "ana" | "ben">
export interface Said {
  readonly name: string
  readonly does: string
  readonly also?: readonly string[]
  /** What must be there first; gives what the doing is about. */
  readonly before?: (d: Pair, n: number) => Promise<string>
  /** What Ben does right before; not twice. */
  readonly meanwhile?: (ben: Session, about: string, n: number) => Promise<unknown>
  readonly act: (ana: Session, about: string, n: number) => Promise<unknown>
  /** How often it has happened, for both. */
  readonly times: (d: Pair, about: string, n: number) => number
  /** Afterwards nothing more can be done here: each kill needs two new people. */
  readonly last?: true
}

const titles = (session: Session): readonly string[] =>
  stateOf(session.snapshot().house, matters).shared.matters.map((m) => m.title)
const count = <T>(all: readonly T[], one: T): number => all.filter((each) => each === one).length
const said = (session: Session, title: string, holdMinutes = 0): Promise<string> =>
  session.queue("matters.opened", { title }, { holdMinutes }).then(({ ref }) => ref)
const promise = { when: "", will: "Call", due: "2026-05-04T18:00", zone: "Europe/Berlin", repeat: "once" }
const bothHave = (d: Pair, title: string): number => {
  const [ana, ben] = [count(titles(d.ana), title), count(titles(d.ben), title)]
  return ana === ben ? ana : -1
}

export const sayings: readonly Said[] = [
  {
    name: "keeping a page",
    does: "session.keep",
    act: (ana, _, n) => ana.keep("matters.kept", { title: `Kept ${String(n)}`, mine: "unsure", what: "" }),
    times: (d, _, n) =>
      stateOf(d.ana.snapshot().house, matters).own.matters.filter((m) => m.title === `Kept ${String(n)}`)
        .length,
  },
  {
    name: "sending something",
    does: "session.queue",
    act: (ana, _, n) => said(ana, `Sent ${String(n)}`),
    times: (d, _, n) => bothHave(d, `Sent ${String(n)}`),
  },
  {
    name: "letting it go now",
    does: "session.sendNow",
    before: (d, n) => said(d.ana, `Held ${String(n)}`, 60),
    act: (ana, ref) => ana.sendNow(ref),
    times: (d, _, n) => bothHave(d, `Held ${String(n)}`),
  },
  {
    name: "taking back what waits",
    does: "session.takeBack",
    before: (d, n) => said(d.ana, `Never ${String(n)}`, 60),
    act: (ana, ref) => ana.takeBack(ref),
    times: (d, ref) => (d.ana.snapshot().waiting.some((w) => w.ref === ref) ? 0 : 1),
  },
  {
    name: "taking back what went",
    does: "session.takeBack",
    before: async (d, n) => {
      const ref = await said(d.ana, `Gone ${String(n)}`)
      await looks(d)
      return ref
    },
    act: (ana, ref) => ana.takeBack(ref),
    times: (d, _, n) => (bothHave(d, `Gone ${String(n)}`) === 0 ? 1 : 0),
  },
  {
    name: "letting kept words go together",
    does: "session.takeOut",
    before: async (d) => {
      const { ref } = await d.ana.queue("promises.made", promise, { holdMinutes: 0 })
      await looks(d)
      await d.ben.takeOut(ref)
      await looks(d)
      return ref
    },
    act: (ana, ref) => ana.takeOut(ref),
    times: (d, ref) =>
      stateOf(d.ben.snapshot().house, promises).shared.promises.some((p) => p.ref === ref) ? 0 : 1,
  },
  {
    name: "reading what the other sent",
    does: "session.sync",
    meanwhile: async (ben, _, n) => {
      const title = `Ben's ${String(n)}`
      const { waiting } = ben.snapshot()
      const waits = waiting.some(({ body }) => JSON.stringify(body).includes(`${title}"`))
      if (!waits && !titles(ben).includes(title)) await said(ben, title)
      await ben.sync()
    },
    act: (ana) => ana.sync(),
    times: (d, _, n) => bothHave(d, `Ben's ${String(n)}`),
  },
  {
    name: "reading that the other took something back",
    does: "session.sync",
    before: async (d, n) => {
      const ref = await said(d.ben, `Taken ${String(n)}`)
      await looks(d)
      return ref
    },
    meanwhile: async (ben, ref) => {
      await ben.takeBack(ref)
      await ben.sync()
    },
    act: (ana) => ana.sync(),
    times: (d, _, n) => (bothHave(d, `Taken ${String(n)}`) === 0 ? 1 : 0),
  },
  {
    name: "writing a draft",
    does: "session.setDraft",
    also: ["session.flush"],
    act: async (ana, _, n) => {
      ana.setDraft("another", `Words ${String(n)}`)
      await ana.flush()
    },
    times: (d, _, n) => (d.ana.draft("another") === `Words ${String(n)}` ? 1 : 0),
  },
  {
    name: "stepping out",
    does: "session.going.stepOut",
    before: async (d) => {
      await d.ana.going.stepOut(false)
      return ""
    },
    act: (ana) => ana.going.stepOut(true),
    times: (d) => (d.ana.snapshot().going?.away === true ? 1 : 0),
  },
  {
    name: "coming back",
    does: "session.going.stepOut",
    before: async (d) => {
      await d.ana.going.stepOut(true)
      return ""
    },
    act: (ana) => ana.going.stepOut(false),
    times: (d) => (d.ana.snapshot().going?.away === false ? 1 : 0),
  },
  {
    name: "taking everything back",
    does: "session.takeAllBack",
    before: async (d, n) => {
      await said(d.ana, `All ${String(n)}`)
      await looks(d)
      return said(d.ana, `All held ${String(n)}`, 60)
    },
    act: (ana) => ana.takeAllBack(),
    times: (d, _, n) =>
      bothHave(d, `All ${String(n)}`) === 0 && d.ana.shared().every((thing) => thing.kept) ? 1 : 0,
  },
  {
    name: "leaving",
    does: "session.going.choose",
    act: (ana) => ana.going.choose("leave"),
    times: (d) => (d.ana.snapshot().going?.here === false && d.ben.snapshot().going?.others === 0 ? 1 : 0),
    last: true,
  },
  {
    name: "ending it",
    does: "session.going.choose",
    act: (ana) => ana.going.choose("close"),
    times: (d) =>
      d.ana.snapshot().going?.closed === true && d.ben.snapshot().going?.closed === true ? 1 : 0,
    last: true,
  },
]

interface About extends World {
  readonly about: string
}

/** Each with new people, for a device that is killed but once. */
export const everyday: readonly Doing[] = sayings.map((one) =>
  doing<About>({
    ...one,
    world: async () => {
      const d = await together()
      const about = (await one.before?.(d, 1)) ?? ""
      d.phones.ana.store.kill()
      return { disk: d.disks.ana, relay: d.relay, clock: d.clock, asked: d.asked, others: [d.ben], about }
    },
    act: async ({ session }, { about, others: [ben] }) => {
      if (ben !== undefined) await one.meanwhile?.(ben, about, 1)
      await one.act(session, about, 1)
    },
    isDone: ({ session: ana }, { about, others: [ben] }) =>
      ben !== undefined && one.times({ ana, ben }, about, 1) === 1,
  }),
)
