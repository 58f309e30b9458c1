import { practices } from "#practices"
import type { Session } from "../session/session.ts"
import { looks, together } from "./duo.ts"
import type { Duo } from "./duo.ts"
import { logOf, losing } from "./losing.ts"
import type { Losing } from "./losing.ts"
import { doing } from "./mortal.ts"
import type { Doing, World } from "./mortal.ts"
import { clockFrom } from "./people.ts"
import { blobOf, pictureOf, pictures, sees, sendBeside, show, shownIn } from "./pictures.ts"

// What one does with a picture, in a room that whoever imports this has beside the others. Tests only.

const rooms = practices as unknown as { readonly name: string }[]
if (!rooms.some(({ name }) => name === pictures.name)) rooms.push(pictures)

const picture = pictureOf(400_000)
const large = pictureOf(1_100_000, 1)
const wordsOf = (n: number): string => `Picture ${String(n)}`
export const draftOf = (n: number): string => `pictures:${wordsOf(n)}`
const type = "image/jpeg"

/** Ana and Ben, on a relay that can lose all it has. */
export interface Showing extends Pick<Duo, "ana" | "ben" | "asked"> {
  readonly lost: Losing
}
export interface ShowDoing {
  readonly name: string
  readonly does: string
  readonly also?: readonly string[]
  readonly before?: (d: Showing, n: number) => Promise<unknown>
  /** What Ben does right before; not twice. */
  readonly meanwhile?: (ben: Session, n: number) => Promise<unknown>
  readonly act: (d: Showing, n: number) => Promise<unknown>
  readonly times: (d: Showing, n: number) => Promise<number>
}

const bothSee = async (d: Showing, n: number, bytes = picture): Promise<number> => {
  const words = wordsOf(n)
  const times = [d.ana, d.ben].map((s) => shownIn(s).filter((one) => one.words === words).length)
  if (times[0] !== times[1]) return -1
  if (times[0] === 0) return 0
  const seen = [await sees(d.ana, words, bytes), await sees(d.ben, words, bytes)]
  return seen.every((one) => one === "same") ? (times[0] ?? 0) : -2
}
/** Words that were written are never lost: what is not shown to both waits, with its picture. */
const sending = async (s: Session, n: number): Promise<void> => {
  if (s.files.beside(draftOf(n)).length === 0 || s.snapshot().waiting.length > 0) return
  await sendBeside(s, wordsOf(n))
}

/** So that nothing is left to be noted when the counting begins. */
const shownTo = async (d: Showing, n: number): Promise<void> => {
  await show(d.ana, wordsOf(n), [picture])
  for (let i = 0; i < 2; i += 1) await looks(d)
}
/** How often the relay has the picture, where both see it. */
const isThereAgain = async (d: Showing, n: number): Promise<number> => {
  const [shown] = shownIn(d.ana).filter((one) => one.words === wordsOf(n))
  const log = logOf(d)
  const whole = shown === undefined ? null : await d.lost.files().whole(log, blobOf(shown.pictures[0]))
  return whole === null ? 0 : bothSee(d, n)
}

export const showings: readonly ShowDoing[] = [
  {
    name: "putting a picture beside a draft",
    does: "session.files.put",
    act: ({ ana }, n) => ana.files.put(draftOf(n), { bytes: picture, type }),
    times: async (d, n) => {
      const beside = d.ana.files.beside(draftOf(n))
      const looked = await Promise.all(beside.map(({ id }) => d.ana.files.look(id)))
      return looked.every((one) => one.ok && one.value.join() === picture.join()) ? beside.length : -1
    },
  },
  {
    name: "taking it away from there",
    does: "session.files.take",
    before: (d, n) => d.ana.files.put(draftOf(n), { bytes: picture, type }),
    act: async ({ ana }, n) => {
      for (const { id } of ana.files.beside(draftOf(n))) await ana.files.take(id)
    },
    times: async (d, n) => (d.ana.files.beside(draftOf(n)).length === 0 ? 1 : 0),
  },
  {
    name: "sending it",
    does: "session.files.name",
    also: ["session.queue"],
    before: (d, n) => d.ana.files.put(draftOf(n), { bytes: picture, type }),
    act: ({ ana }, n) => sending(ana, n),
    times: (d, n) => bothSee(d, n),
  },
  {
    name: "taking back what went",
    does: "session.takeBack",
    before: async (d, n) => {
      await show(d.ana, wordsOf(n), [picture])
      await looks(d)
    },
    act: async ({ ana }, n) => {
      const shown = shownIn(ana).find((one) => one.words === wordsOf(n))
      if (shown !== undefined) await ana.takeBack(shown.ref)
    },
    times: async (d, n) => (shownIn(d.ben).some((one) => one.words === wordsOf(n)) ? 0 : 1),
  },
  {
    name: "being shown one, which comes by itself",
    does: "session.sync",
    act: async ({ ana, ben }, n) => {
      if (!shownIn(ben).some((one) => one.words === wordsOf(n))) await show(ben, wordsOf(n), [picture])
      for (let i = 0; i < 2; i += 1) await ben.sync()
      await ana.sync()
    },
    times: (d, n) => bothSee(d, n),
  },
  {
    name: "looking at a large one",
    does: "session.files.read",
    before: async (d, n) => {
      await show(d.ben, wordsOf(n), [large])
      await looks(d)
    },
    act: ({ ana }, n) => sees(ana, wordsOf(n), large),
    times: (d, n) => bothSee(d, n, large),
  },
  {
    name: "reading that the other took one back",
    does: "session.sync",
    before: async (d, n) => {
      await show(d.ben, wordsOf(n), [picture])
      await looks(d)
    },
    meanwhile: async (ben, n) => {
      const shown = shownIn(ben).find((one) => one.words === wordsOf(n))
      if (shown !== undefined) await ben.takeBack(shown.ref)
      await ben.sync()
    },
    act: ({ ana }) => ana.sync(),
    times: async (d, n) => (shownIn(d.ana).some((one) => one.words === wordsOf(n)) ? 0 : 1),
  },
  {
    name: "giving it again to a relay that lost it, and was given the entries by the other",
    does: "session.sync",
    before: shownTo,
    act: async ({ ana, ben, lost }, n) => {
      if (lost.loses(n)) {
        await ben.sync()
        await ben.goOn()
      }
      await ana.sync()
    },
    times: isThereAgain,
  },
  {
    name: "giving back the entries, and the picture after them",
    does: "session.sync",
    before: shownTo,
    act: async ({ ana, ben, lost }, n) => {
      lost.loses(n)
      await ana.sync()
      await ben.sync()
      await ana.sync()
    },
    times: isThereAgain,
  },
]

interface Shown extends World {
  readonly lost: Losing
  readonly asked: Duo["asked"]
}
const both = (ana: Session, { others: [ben], asked, lost }: Shown): Showing => {
  if (ben === undefined) throw new Error("nobody to show it to")
  return { ana, ben, asked, lost }
}

/** Each with new people, for a device that is killed but once. */
export const pictureDoings: readonly Doing[] = showings.map((one) =>
  doing<Shown>({
    ...one,
    name: `a picture: ${one.name}`,
    world: async () => {
      const clock = clockFrom()
      const lost = losing(clock)
      const d = await together({ clock, between: lost.port })
      await one.before?.({ ana: d.ana, ben: d.ben, asked: d.asked, lost }, 1)
      d.phones.ana.store.kill()
      return { disk: d.disks.ana, relay: lost.port(d.relay), clock, asked: d.asked, others: [d.ben], lost }
    },
    act: async ({ session }, world) => {
      const d = both(session, world)
      await one.meanwhile?.(d.ben, 1)
      await one.act(d, 1)
    },
    isDone: async ({ session }, world) => (await one.times(both(session, world), 1)) === 1,
  }),
)
