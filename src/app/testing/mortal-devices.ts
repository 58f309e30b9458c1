import type { Session } from "../session/session.ts"
import { linked, linkOf, stepIn } from "./linked.ts"
import type { Doing, Me, World } from "./mortal.ts"
import { back, pairOfTwo, sheetOf } from "./sheets.ts"
import type { SheetPair } from "./sheets.ts"

// What one can do with a sheet and with further devices, and no other test kills at every write of it. Tests only.

function anasOfPair(pair: SheetPair, others: readonly Session[] = [pair.ben]): World {
  pair.keepers.ana.lock()
  const { disk, relay, clock, asked } = pair
  return { disk, relay, clock, asked, others }
}
const mine = ({ session }: Me) => session.snapshot().here?.find(({ isMe }) => isMe)?.devices ?? []

/** Ana came back with her sheet on this disk, and the old phone is lost. */
async function returned(): Promise<World> {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  pair.keepers.ana.lock()
  const disk = new Map()
  const keeper = pair.empty({ disk })
  await back(keeper, code)
  await pair.ben.sync()
  keeper.lock()
  return { ...anasOfPair(pair), disk }
}

/** Ana's phone, with a laptop beside it. */
async function withLaptop(): Promise<World> {
  const pair = await pairOfTwo()
  const of = { phone: pair.keepers.ana, ana: pair.ana, laptop: pair.empty() }
  const { laptop } = await linked(of)
  await pair.ana.sync()
  return anasOfPair(pair, [pair.ben, laptop])
}

/** Ana's phone, on which a link for another device is open. */
async function withLink(): Promise<World> {
  const pair = await pairOfTwo()
  await linkOf(pair.keepers.ana, pair.ana)
  return anasOfPair(pair)
}

export const deviceDoings: readonly Doing[] = [
  {
    name: "making a sheet",
    does: "keeper.makeSheet",
    world: async () => anasOfPair(await pairOfTwo()),
    act: ({ keeper }) => sheetOf(keeper),
    isDone: ({ session }) => session.snapshot().recovery?.sheet?.ready === true,
  },
  {
    name: "comparing the words after coming back",
    does: "session.recovery.confirm",
    world: returned,
    act: ({ session }) => session.recovery.confirm(),
    isDone: ({ session }) => session.snapshot().recovery?.returned?.confirmed === true,
  },
  {
    name: "putting away that a sheet was used",
    does: "session.recovery.putAway",
    world: async () => {
      const pair = await pairOfTwo()
      const { code } = await sheetOf(pair.keepers.ana)
      const again = await back(pair.empty(), code)
      await pair.ana.sync()
      return anasOfPair(pair, [pair.ben, again])
    },
    act: async ({ session }) => {
      for (const { id } of session.snapshot().recovery?.uses ?? []) await session.recovery.putAway(id)
    },
    isDone: ({ session }) => session.snapshot().recovery?.uses.length === 0,
  },
  {
    name: "letting the lost phone go",
    does: "keeper.letOthersGo",
    world: returned,
    act: ({ keeper }) => keeper.letOthersGo(null),
    isDone: (me) => mine(me).length === 1 && me.session.snapshot().recovery?.removing === false,
  },
  {
    name: "letting the laptop go",
    does: "keeper.letGo",
    world: withLaptop,
    act: (me) => me.keeper.letGo(null, mine(me).find(({ isThis }) => !isThis)?.id ?? ""),
    isDone: (me) => mine(me).length === 1,
  },
  {
    name: "giving a link for another device up",
    does: "session.linking.end",
    world: withLink,
    act: ({ session }) => session.linking.end("given-up"),
    isDone: ({ session }) => stepIn(session) !== "link",
  },
  {
    name: "putting away that another device came",
    does: "session.linking.putAway",
    world: withLaptop,
    act: ({ session }) => session.linking.putAway(),
    isDone: ({ session }) => stepIn(session) === "none",
  },
]
