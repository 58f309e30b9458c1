import { expect, test } from "vitest"
import { matters, promises, stateOf } from "#practices"
import type { Session } from "./session/session.ts"
import { looks, rest, settle, together } from "./testing/duo.ts"
import type { Duo } from "./testing/duo.ts"

// Every write of everything a person can do, found by counting, and Ana's phone killed at each: before the disk has it and right after. Afterwards she does it again if
// it was not done, as a person would. Nothing is lost, and nothing happens twice.

interface Doing {
  readonly name: string
  /** What must be there first; gives what the doing is about. */
  readonly before?: (d: Duo, n: number) => Promise<string>
  readonly act: (ana: Session, about: string, n: number) => Promise<unknown>
  /** How often it has happened, for both. */
  readonly times: (d: Duo, about: string, n: number) => number
  /** Afterwards nothing more can be done here: each kill needs two new people. */
  readonly last?: true
}

const titles = (session: Session): readonly string[] =>
  stateOf(session.snapshot().house, matters).shared.matters.map((m) => m.title)
const count = <T>(all: readonly T[], one: T): number => all.filter((each) => each === one).length
const said = (session: Session, title: string, holdMinutes = 0): Promise<string> =>
  session.queue("matters.opened", { title }, { holdMinutes }).then(({ ref }) => ref)
const promise = { when: "", will: "Call", due: "2026-05-04T18:00", zone: "Europe/Berlin", repeat: "once" }
const bothHave = (d: Duo, title: string): number => {
  const [ana, ben] = [count(titles(d.ana), title), count(titles(d.ben), title)]
  return ana === ben ? ana : -1
}

const doings: readonly Doing[] = [
  {
    name: "keeping a page",
    act: (ana, _, n) => ana.keep("matters.kept", { title: `Kept ${String(n)}`, mine: "unsure", what: "" }),
    times: (d, _, n) =>
      stateOf(d.ana.snapshot().house, matters).own.matters.filter((m) => m.title === `Kept ${String(n)}`)
        .length,
  },
  {
    name: "sending something",
    act: (ana, _, n) => said(ana, `Sent ${String(n)}`),
    times: (d, _, n) => bothHave(d, `Sent ${String(n)}`),
  },
  {
    name: "letting it go now",
    before: (d, n) => said(d.ana, `Held ${String(n)}`, 60),
    act: (ana, ref) => ana.sendNow(ref),
    times: (d, _, n) => bothHave(d, `Held ${String(n)}`),
  },
  {
    name: "taking back what waits",
    before: (d, n) => said(d.ana, `Never ${String(n)}`, 60),
    act: (ana, ref) => ana.takeBack(ref),
    times: (d, ref) => (d.ana.snapshot().waiting.some((w) => w.ref === ref) ? 0 : 1),
  },
  {
    name: "taking back what went",
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
    before: (d, n) => said(d.ben, `Ben's ${String(n)}`),
    act: (ana) => ana.sync(),
    times: (d, _, n) => bothHave(d, `Ben's ${String(n)}`),
  },
  {
    name: "reading that the other took something back",
    before: async (d, n) => {
      const ref = await said(d.ben, `Taken ${String(n)}`)
      await looks(d)
      await d.ben.takeBack(ref)
      await d.ben.sync()
      return ref
    },
    act: (ana) => ana.sync(),
    times: (d, _, n) => (bothHave(d, `Taken ${String(n)}`) === 0 ? 1 : 0),
  },
  {
    name: "writing a draft",
    act: async (ana, _, n) => {
      ana.setDraft("apology.letter", `Words ${String(n)}`)
      await ana.flush()
    },
    times: (d, _, n) => (d.ana.draft("apology.letter") === `Words ${String(n)}` ? 1 : 0),
  },
  {
    name: "stepping out",
    before: async (d) => {
      await d.ana.going.stepOut(false)
      return ""
    },
    act: (ana) => ana.going.stepOut(true),
    times: (d) => (d.ana.snapshot().going?.away === true ? 1 : 0),
  },
  {
    name: "coming back",
    before: async (d) => {
      await d.ana.going.stepOut(true)
      return ""
    },
    act: (ana) => ana.going.stepOut(false),
    times: (d) => (d.ana.snapshot().going?.away === false ? 1 : 0),
  },
  {
    name: "taking everything back",
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
    act: (ana) => ana.going.choose("leave"),
    times: (d) => (d.ana.snapshot().going?.here === false && d.ben.snapshot().going?.others === 0 ? 1 : 0),
    last: true,
  },
  {
    name: "ending it",
    act: (ana) => ana.going.choose("close"),
    times: (d) =>
      d.ana.snapshot().going?.closed === true && d.ben.snapshot().going?.closed === true ? 1 : 0,
    last: true,
  },
]

/** Does it once with nothing in the way, and counts what the disk was asked to write meanwhile. */
async function writesOf(d: Duo, doing: Doing, n: number): Promise<number> {
  const about = (await doing.before?.(d, n)) ?? ""
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

async function killedAt(d: Duo, doing: Doing, n: number, at: number, after: boolean): Promise<boolean> {
  const about = (await doing.before?.(d, n)) ?? ""
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

test.each(doings)(
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
