import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import { driveInvite, looks } from "./duo.ts"
import { linked } from "./linked.ts"
import { doing } from "./mortal.ts"
import type { Doing, Me, World } from "./mortal.ts"
import { enter } from "./people.ts"
import { alone, ownTitles, pairOfTwo, says, titles } from "./sheets.ts"
import type { SheetPair } from "./sheets.ts"

// A phone that links a laptop, and lets it come later into what is shared: both of them Ana's, and the one that is killed is this device. Tests only.

/** The one of her devices that is not killed, and Ben. */
interface Two extends World {
  readonly other: Keeper
  /** What the other one is open with. */
  readonly there: { session: Session | null }
  readonly ben: Session
}

const worldOf = (pair: SheetPair, of: Pick<Two, "disk" | "other" | "there">): Two => ({
  ...of,
  relay: pair.relay,
  clock: pair.clock,
  asked: pair.asked,
  ben: pair.ben,
  get others() {
    return of.there.session === null ? [pair.ben] : [pair.ben, of.there.session]
  },
})

/** Each of the three knows the same two devices of Ana's, and one of Ben's. */
function twoOfHers(me: Me, { there, ben }: Two): boolean {
  const all = [me.session, ben, there.session].map((who) =>
    who?.snapshot().here?.map((person) => person.devices.map(({ id }) => id)),
  )
  const counts = all[0]?.map((ids) => ids.length).toSorted()
  const [one] = all
  return counts?.join() === "1,2" && all.every((ids) => JSON.stringify(ids) === JSON.stringify(one))
}

/** From wherever both stand, until the laptop is here. */
async function links(
  phone: { readonly keeper: Keeper; readonly session: Session },
  laptop: Keeper,
  isThere: () => boolean,
): Promise<void> {
  let link: string | null = null
  for (let round = 0; round < 20; round += 1) {
    const { linking } = phone.session.snapshot()
    if (linking === undefined && !isThere()) await phone.keeper.linkDevice(null, false)
    if (linking?.step === "link") ({ link } = linking)
    if (linking?.step === "compare") await phone.keeper.addLinked(null)
    await phone.session.sync()
    if (isThere()) return
    const here = await laptop.linkHere(link)
    if (here.is === "stopped") throw new Error(here.because)
    if (here.is === "here") return here.session.sync()
  }
  throw new Error("never here")
}

const begins = async (): Promise<SheetPair> => {
  const pair = await pairOfTwo()
  await says(pair.ben, "And then this")
  await looks(pair)
  return pair
}

/** Ana left what she shared, and put it away: it goes along. */
const beginsWithEarlier = async (): Promise<SheetPair> => {
  const pair = await begins()
  await pair.ana.going.choose("leave")
  await pair.ana.sync()
  await pair.ana.elsewhere.begin({ again: false })
  return pair
}
/** It is read there as here, once. */
function bothRead(me: Me, { there }: Two): boolean {
  return [me.session, there.session].every((who) => {
    const all = who?.elsewhere.earlier() ?? []
    const at = who?.elsewhere.at(0) ?? null
    const isRead = at !== null && titles(at).join() === "What Ben opened,And then this"
    return all.length === 1 && all[0]?.isWhole === true && isRead
  })
}

/** Linked, and shared with Ben afterwards, on the phone alone. */
async function apart() {
  const pair = await alone()
  const disk = new Map()
  const keeper = pair.empty({ disk })
  const { laptop: session } = await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: keeper })
  await pair.ana.sync()
  await pair.ana.linking.putAway()
  const known = { link: "" }
  const survive = async (side: "ana" | "ben", act: (of: Session) => Promise<unknown>) => {
    await act(pair[side])
    return false
  }
  for (let round = 0; round < 20; round += 1) if (!(await driveInvite({ ...pair, survive }, known))) break
  await says(pair.ben, "From before")
  await looks(pair)
  return { pair, laptop: { disk, keeper, session } }
}

/** She says yes once; an hour passes between the looks. */
async function lets(phone: Me, laptop: Session, { clock }: World): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    const next = phone.session.snapshot().absent?.find(({ asked }) => !asked)
    if (next !== undefined) await phone.keeper.letSee(null, next.id)
    await phone.session.sync()
    await laptop.sync()
    if (laptop.snapshot().together) return
    clock.forward(3_600_000)
  }
  throw new Error("it never came")
}
const cameIn = (laptop: Session): boolean =>
  laptop.snapshot().together && titles(laptop).join() === "From before"

interface Way {
  readonly with: string
  readonly begins: () => Promise<SheetPair>
  readonly stands: (me: Me, world: Two) => boolean
}
const ways: readonly Way[] = [
  { with: "", begins, stands: twoOfHers },
  { with: " with what was put away", begins: beginsWithEarlier, stands: bothRead },
]
const hasAll = (laptop: Session | null): boolean => laptop !== null && ownTitles(laptop).includes("The loan")

const linkingOn = (way: Way): readonly Doing[] => [
  doing<Two>({
    name: `linking a laptop${way.with}, on the phone`,
    does: "keeper.linkDevice",
    also: ["keeper.addLinked"],
    world: async () => {
      const pair = await way.begins()
      pair.keepers.ana.lock()
      const other = pair.empty({ disk: new Map() })
      return worldOf(pair, { disk: pair.disk, other, there: { session: null } })
    },
    act: async (me, { other, there }) => {
      await links(me, other, () => there.session !== null)
      there.session ??= await enter(other)
    },
    isDone: (me, world) => hasAll(world.there.session) && way.stands(me, world),
  }),
  doing<Two>({
    name: `linking a laptop${way.with}, on the laptop`,
    does: "keeper.linkHere",
    world: async () => {
      const pair = await way.begins()
      return worldOf(pair, { disk: new Map(), other: pair.keepers.ana, there: { session: pair.ana } })
    },
    act: (me, { other, there: { session } }) =>
      session === null ? Promise.resolve() : links({ keeper: other, session }, me.keeper, () => false),
    isDone: (me, world) => hasAll(me.session) && way.stands(me, world),
  }),
]

export const linkDoings: readonly Doing[] = [
  ...ways.flatMap(linkingOn),
  doing<Two>({
    name: "letting the laptop come into what is shared, on the phone",
    does: "keeper.letSee",
    world: async () => {
      const { pair, laptop } = await apart()
      pair.keepers.ana.lock()
      return worldOf(pair, { disk: pair.disk, other: laptop.keeper, there: { session: laptop.session } })
    },
    act: (me, world) =>
      world.there.session === null ? Promise.resolve() : lets(me, world.there.session, world),
    isDone: (me, world) =>
      twoOfHers(me, world) && world.there.session !== null && cameIn(world.there.session),
  }),
  doing<Two>({
    name: "letting the laptop come into what is shared, on the laptop",
    does: "session.sync",
    world: async () => {
      const { pair, laptop } = await apart()
      laptop.keeper.lock()
      const { ana: keeper } = pair.keepers
      return worldOf(pair, { disk: laptop.disk, other: keeper, there: { session: pair.ana } })
    },
    act: (me, world) =>
      world.there.session === null
        ? Promise.resolve()
        : lets({ keeper: world.other, session: world.there.session }, me.session, world),
    isDone: (me, world) => twoOfHers(me, world) && cameIn(me.session),
  }),
]
