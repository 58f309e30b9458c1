import type { Session } from "../session/session.ts"
import { driveInvite, duo, together } from "./duo.ts"
import type { Duo, Side } from "./duo.ts"
import { doing } from "./mortal.ts"
import type { Doing, Me, World } from "./mortal.ts"
import { agreed, copyOf, movers, newHome, opened, passphrase, says, titles as titlesAt } from "./movers.ts"
import { ownTitles, pairOfTwo, sheetOf, titles } from "./sheets.ts"

// Beginning, coming back, coming in and going: what is done on a browser that was empty, or that is empty in the end. Tests only.

const before = async (d: Duo, side: Side): Promise<World> => {
  d.phones[side].store.kill()
  const { relay, clock, asked } = d
  return { disk: d.disks[side], relay, clock, asked, others: [side === "ana" ? d.ben : d.ana] }
}
const nobodyYet = async (): Promise<World> => {
  const { relay, clock } = await together()
  return { disk: new Map(), relay, clock, others: [] }
}
/** Both take part from wherever they stand; `me` is the one whose browser is killed. */
async function comeTogether(me: Session, other: Session, side: Side): Promise<void> {
  const d = side === "ana" ? { ana: me, ben: other } : { ana: other, ben: me }
  const survive = async (which: Side, act: (of: Session) => Promise<unknown>): Promise<boolean> => {
    await act(d[which])
    return false
  }
  const known = { link: "" }
  for (let round = 0; round < 20; round += 1) if (!(await driveInvite({ ...d, survive }, known))) return
  throw new Error("never together")
}
const comesIn = (side: Side, name: string, does: string, also: readonly string[]): Doing => ({
  name,
  does,
  also,
  world: async () => before(await duo(), side),
  act: async ({ session }, { others: [other] }) =>
    other === undefined ? undefined : comeTogether(session, other, side),
  isDone: ({ session }, { others: [other] }) =>
    [session, other].every(
      (one) => one?.snapshot().together === true && (one.snapshot().here ?? []).length === 2,
    ),
})

/** A copy of what Ana has, kept with a passphrase. */
async function kept(): Promise<World & { readonly file: Awaited<ReturnType<typeof copyOf>> }> {
  const pair = await pairOfTwo()
  await pair.ana.queue("matters.opened", { title: "Still to go" }, { holdMinutes: 600 })
  pair.ana.setDraft("apology.letter", "still unsaid")
  await pair.ana.flush()
  const file = await copyOf(pair.keepers.ana)
  pair.keepers.ana.lock()
  const { relay, clock, asked, ben } = pair
  return { disk: new Map(), relay, clock, asked, others: [ben], passphrase, file }
}

/** All have agreed to go on at another server; Ana's copy is open there, and still only read. */
async function arrived(): Promise<World & { readonly code: string }> {
  const m = await movers()
  await m.ana.keep("matters.kept", { title: "Ana's own", mine: "unsure", what: "" })
  await says(m.ben, "From before")
  await says(m.ana, "Still to go", 600)
  await agreed(m)
  const disk = new Map()
  const keeper = m.browserAt(m.next, { disk })
  await opened(keeper, await copyOf(m.keepers.ana))
  keeper.lock()
  const { port: relay, asked } = m.next
  const more = { relayOrigin: newHome }
  return { disk, relay, clock: m.clock, asked, others: [], more, passphrase, code: m.codes.ana }
}
const devicesOf = ({ session }: Me): number =>
  session.snapshot().here?.find(({ isMe }) => isMe)?.devices.length ?? 0

export const comingDoings: readonly Doing[] = [
  comesIn("ben", "inviting somebody", "session.invite.start", [
    "session.invite.accept",
    "session.invite.answer",
  ]),
  comesIn("ana", "coming in with an invitation", "session.invite.join", ["session.invite.answer"]),
  doing<World & { readonly code: string }>({
    name: "coming back with a sheet",
    does: "keeper.returnWith",
    world: async () => {
      const pair = await pairOfTwo()
      const { code } = await sheetOf(pair.keepers.ana)
      pair.keepers.ana.lock()
      const { relay, clock, asked, ben } = pair
      return { disk: new Map(), relay, clock, asked, others: [ben], code }
    },
    act: async ({ keeper }, { code }) => {
      const back = await keeper.returnWith(code)
      if (!back.ok) throw new Error(back.because)
      await back.session.sync()
    },
    isDone: (me) =>
      ownTitles(me.session).join() === "The loan" &&
      titles(me.session).join() === "What Ben opened" &&
      me.session.snapshot().recovery?.returned?.here === true,
  }),
  doing<Awaited<ReturnType<typeof kept>>>({
    name: "coming back with a copy",
    does: "keeper.bringBack",
    world: kept,
    act: async ({ keeper }, { file }) => {
      const back = await keeper.bringBack(file, passphrase)
      if (!back.ok) throw new Error(back.because)
      await back.session.sync()
    },
    isDone: ({ session }) =>
      ownTitles(session).join() === "The loan" &&
      titles(session).join() === "What Ben opened" &&
      session.draft("apology.letter") === "still unsaid",
  }),
  doing<Awaited<ReturnType<typeof arrived>>>({
    name: "writing on at another server",
    does: "session.recovery.writeAgain",
    also: ["session.recovery.sendAgain"],
    world: arrived,
    act: async ({ session }, { code }) => {
      if (session.snapshot().copied?.onlyRead === true) {
        const again = await session.recovery.writeAgain(code, false)
        if (!again.ok) throw new Error(again.because)
      }
      await session.recovery.sendAgain()
    },
    isDone: (me) =>
      titlesAt(me.session).join() === "From before,Still to go" &&
      ownTitles(me.session).join() === "Ana's own,Typed before" &&
      me.session.snapshot().waiting.length === 0 &&
      devicesOf(me) === 2,
  }),
  {
    name: "setting a passphrase",
    does: "keeper.setPassphrase",
    world: async () => ({ ...(await before(await together(), "ana")), passphrase }),
    act: ({ keeper }) => keeper.setPassphrase(passphrase),
    isDone: async ({ keeper }) => (await keeper.state()) === "locked",
  },
]

/** One write, and no other test kills it. */
export const firstDoings: readonly Doing[] = [
  {
    name: "trying a wrong passphrase",
    does: "keeper.unlock",
    world: async () => {
      const d = await together()
      await d.phones.ana.keeper.setPassphrase(passphrase)
      return { ...(await before(d, "ana")), passphrase }
    },
    act: ({ keeper }) => keeper.unlock("three other plums"),
    isDone: async ({ keeper }) => (await keeper.state()) === "locked",
  },
  {
    name: "beginning",
    does: "keeper.begin",
    world: nobodyYet,
    act: ({ keeper }) => keeper.begin(),
    isDone: ({ session }) => !session.snapshot().together,
  },
  {
    name: "giving up on the laptop that a link was begun",
    does: "keeper.leaveLinking",
    endsFresh: true,
    world: async () => {
      const pair = await pairOfTwo()
      const disk = new Map()
      const laptop = pair.empty({ disk })
      await pair.keepers.ana.linkDevice(null, false)
      await pair.ana.sync()
      const { linking } = pair.ana.snapshot()
      if (linking?.step !== "link") throw new Error("no link")
      await laptop.linkHere(linking.link)
      const { relay, clock, asked } = pair
      return { disk, relay, clock, asked, others: [pair.ana, pair.ben] }
    },
    act: ({ keeper }) => keeper.leaveLinking(),
    isDone: async ({ keeper }) => !(await keeper.isLinking()),
  },
]

/** The browser takes it away as a whole: in memory there is no write of it to be killed at. */
export const onlyInABrowser: readonly Doing[] = [
  {
    name: "forgetting everything",
    does: "keeper.forgetEverything",
    endsFresh: true,
    world: async () => before(await together(), "ana"),
    act: ({ keeper }) => keeper.forgetEverything(null),
    isDone: () => true,
  },
]
