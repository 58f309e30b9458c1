import { openMemoryStore } from "#relay"
import { entryHash } from "#wire"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import { duo, linkFrom, looks, stepOf, together } from "./duo.ts"
import type { Duo } from "./duo.ts"
import { lengthOf, pairOnRelays } from "./forked.ts"
import { open } from "./mortal.ts"
import type { Doing, Me, World } from "./mortal.ts"
import { movers, newHome, oldHome, proposes, server } from "./movers.ts"
import type { Movers } from "./movers.ts"
import { noRelay } from "./people.ts"
import { honestRelay } from "./relays.ts"
import { benAsksForMira, three, trio } from "./trio.ts"
import type { Trio } from "./trio.ts"

// What one can do and no other test kills at every write of it. Tests only.

function anas(d: Duo, relay: RelayPort = d.relay): World {
  d.phones.ana.store.kill()
  return { disk: d.disks.ana, relay, clock: d.clock, asked: d.asked, others: [d.ben] }
}
const anasOfThree = ({ d, mira }: Trio): World => ({ ...anas(d), others: [d.ben, mira] })

function anasOfMovers(m: Movers): World {
  m.keepers.ana.lock()
  const { port: relay, asked } = m.old
  return { disk: m.disks.ana, relay, clock: m.clock, asked, others: [m.ben], more: { relayOrigin: oldHome } }
}
const elsewhere = server(newHome).then(({ line }) => line)
const firstProposal = ({ session }: Me): string => session.snapshot().proposed?.[0]?.ref ?? ""
const isAsked = (session: Session): boolean => session.snapshot().proposed !== undefined

/** Ben left; Ana has words of her own there. */
async function left(): Promise<World> {
  const p = await pairOnRelays()
  await p.d.ana.queue("matters.opened", { title: "Mine" }, { holdMinutes: 0 })
  await looks(p.d)
  await p.d.ben.going.choose("leave")
  await looks(p.d)
  p.phones.ana.keeper.lock()
  return { disk: p.disks.ana, relay: p.first, clock: p.clock, others: [p.d.ben] }
}

/** The relay came back from an older copy, and Ana is told; only she has what it lacks, and Ben does not look. */
async function wentBack(): Promise<World> {
  const p = await pairOnRelays()
  await p.d.ben.queue("matters.opened", { title: "Before" }, { holdMinutes: 0 })
  await looks(p.d)
  const store = { ...openMemoryStore(), facts: p.store.facts }
  const { entries } = await p.store.read(p.logId, 0, (await lengthOf(p)) - 1)
  const stored = entries.map((entry, seq) => ({ seq, hash: entryHash(entry), entry }))
  const none = { redacted: [], opened: [], letGo: [], isUnclaimed: false }
  await store.append({ log: p.logId, expected: null, entries: stored, hour: 1, ...none })
  const limits = { appendsPerMinute: 1e9, entriesPerDay: 1e9 }
  p.at.ana = honestRelay(p.clock, { limits, store })
  await p.d.ana.sync()
  p.phones.ana.keeper.lock()
  return { disk: p.disks.ana, relay: p.at.ana, clock: p.clock, others: [] }
}

export const doings: readonly Doing[] = [
  {
    name: "setting when it locks",
    does: "keeper.setLockMinutes",
    world: async () => anas(await together()),
    act: ({ keeper }) => keeper.setLockMinutes(7),
    isDone: ({ session }) => session.snapshot().lockMinutes === 7,
  },
  {
    name: "putting a draft away",
    does: "session.dropDraft",
    world: async () => anas(await together()),
    act: async ({ session }) => {
      session.setDraft("another", "Not needed any more")
      await session.flush()
      session.dropDraft("another")
      await session.flush()
    },
    isDone: ({ session }) => session.draft("another") === "",
  },
  {
    name: "asking the browser to keep it",
    does: "keeper.askToStay",
    world: async () => anas(await together()),
    act: async ({ keeper, session }) => {
      await keeper.askToStay()
      await session.flush()
    },
    isDone: ({ session }) => session.draft("setting.asked-to-stay") === "1",
  },
  {
    name: "taking an invitation back",
    does: "session.invite.cancel",
    world: async () => {
      const d = await together()
      await linkFrom(d.ana)
      return anas(d)
    },
    act: ({ session }) => session.invite.cancel(),
    isDone: ({ session }) => stepOf(session) === "joined",
  },
  {
    name: "not waiting to come in any more",
    does: "session.invite.leaveWaiting",
    world: async () => {
      const d = await duo()
      await d.ana.invite.join(await linkFrom(d.ben), "Ana")
      return anas(d)
    },
    act: ({ session }) => session.invite.leaveWaiting(),
    isDone: ({ session }) => stepOf(session) === "none",
  },
  {
    name: "thinking it over before one has left",
    does: "session.going.choose",
    world: async () => {
      const d = await together()
      const world = anas(d, noRelay)
      const ana = await open(world)
      await ana.session.going.choose("leave")
      ana.keeper.lock()
      return world
    },
    act: ({ session }) => session.going.choose(null),
    isDone: ({ session }) => session.snapshot().going?.chosen === null,
  },
  {
    name: "saying yes to a third person",
    does: "session.proposals.agree",
    world: async () => {
      const t = await trio()
      await benAsksForMira(t)
      return anasOfThree(t)
    },
    act: (me) => me.session.proposals.agree(firstProposal(me)),
    isDone: (_, { others }) => others.every((one) => one.snapshot().together && !isAsked(one)),
  },
  {
    name: "asking all to end it",
    does: "session.going.choose",
    world: async () => anasOfThree(await three()),
    act: ({ session }) => session.going.choose("close"),
    isDone: (me, { others }) => isAsked(me.session) && others.every(isAsked),
  },
  {
    name: "taking back what all were asked",
    does: "session.proposals.withdraw",
    world: async () => {
      const t = await three()
      await t.d.ana.going.choose("close")
      for (const one of [t.d.ana, t.d.ben, t.mira]) await one.sync()
      return anasOfThree(t)
    },
    act: (me) => me.session.proposals.withdraw(firstProposal(me)),
    isDone: (me, { others }) => !isAsked(me.session) && !others.some(isAsked),
  },
  {
    name: "proposing another server",
    does: "session.proposals.move",
    world: async () => anasOfMovers(await movers()),
    act: async ({ keeper }) => keeper.move(null, { line: await elsewhere }),
    isDone: (_, { others }) => others[0]?.snapshot().proposed?.[0]?.what === "move",
  },
  {
    name: "saying yes to another server",
    does: "keeper.move",
    world: async () => {
      const m = await movers()
      await proposes(m.keepers.ben, m.next.line)
      await looks(m)
      return anasOfMovers(m)
    },
    act: (me) => me.keeper.move(null, { ref: firstProposal(me) }),
    isDone: ({ session }, { others }) =>
      [session, ...others].every((one) => one.snapshot().move?.to === newHome),
  },
  {
    name: "not waiting for a server that went back",
    does: "session.goOn",
    world: wentBack,
    act: ({ session }) => session.goOn(),
    isDone: ({ session }) => session.snapshot().server === undefined,
  },
  {
    name: "putting a space away and beginning anew",
    does: "session.elsewhere.begin",
    world: left,
    act: ({ session }) => session.elsewhere.begin({ again: true }),
    isDone: ({ session }) => session.snapshot().earlier === 1 && session.elsewhere.own(0).length === 1,
  },
  {
    name: "saying one's words again in a new space",
    does: "session.elsewhere.bring",
    world: async () => {
      const world = await left()
      const ana = await open(world)
      await ana.session.elsewhere.begin({ again: true })
      ana.keeper.lock()
      return world
    },
    act: ({ session }) => session.elsewhere.bring(0, [session.elsewhere.own(0)[0]?.ref ?? ""]),
    isDone: ({ session }) => session.snapshot().waiting.length === 1,
  },
]
