import { expect, test, vi } from "vitest"
import type { Session } from "../session/session.ts"
import { looks, rest, settle, together } from "../testing/duo.ts"
import type { Duo, Side } from "../testing/duo.ts"
import { logOf, losing } from "../testing/losing.ts"
import { clockFrom } from "../testing/people.ts"
import { blobOf, pictureOf, sees, sendBeside, show, shownIn } from "../testing/pictures.ts"

// Every write of what is done with a picture, found by counting, and Ana's phone killed at each: before the disk has it and right after. Nothing is lost, nothing is
// there twice, and no part of a file lies there without the row that says whose it is.

vi.mock(import("../../practices/registry.ts"), async (original) => {
  const { practices } = await original()
  const { pictures } = await import("../testing/pictures.ts")
  return { practices: [...practices, pictures] as unknown as typeof practices }
})

const picture = pictureOf(400_000)
const large = pictureOf(1_100_000, 1)
const wordsOf = (n: number): string => `Picture ${String(n)}`
const draftOf = (n: number): string => `pictures:${wordsOf(n)}`
const type = "image/jpeg"

interface Doing {
  readonly name: string
  readonly before?: (d: Duo, n: number) => Promise<unknown>
  readonly act: (ana: Session, n: number, d: Duo) => Promise<unknown>
  readonly times: (d: Duo, n: number) => Promise<number>
}

const bothSee = async (d: Duo, n: number, bytes = picture): Promise<number> => {
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

const clock = clockFrom()
let lost = losing(clock)

/** So that nothing is left to be noted when the counting begins. */
const shownTo = async (d: Duo, n: number): Promise<void> => {
  await show(d.ana, wordsOf(n), [picture])
  for (let i = 0; i < 2; i += 1) await looks(d)
}
/** How often the relay has the picture, where both see it. */
const isThereAgain = async (d: Duo, n: number): Promise<number> => {
  const [shown] = shownIn(d.ana).filter((one) => one.words === wordsOf(n))
  const log = logOf(d)
  const whole = shown === undefined ? null : await lost.files().whole(log, blobOf(shown.pictures[0]))
  return whole === null ? 0 : bothSee(d, n)
}

const doings: readonly Doing[] = [
  {
    name: "putting a picture beside a draft",
    act: (ana, n) => ana.files.put(draftOf(n), { bytes: picture, type }),
    times: async (d, n) => {
      const beside = d.ana.files.beside(draftOf(n))
      const looked = await Promise.all(beside.map(({ id }) => d.ana.files.look(id)))
      return looked.every((one) => one.ok && one.value.join() === picture.join()) ? beside.length : -1
    },
  },
  {
    name: "taking it away from there",
    before: (d, n) => d.ana.files.put(draftOf(n), { bytes: picture, type }),
    act: async (ana, n) => {
      for (const { id } of ana.files.beside(draftOf(n))) await ana.files.take(id)
    },
    times: async (d, n) => (d.ana.files.beside(draftOf(n)).length === 0 ? 1 : 0),
  },
  {
    name: "sending it",
    before: (d, n) => d.ana.files.put(draftOf(n), { bytes: picture, type }),
    act: sending,
    times: (d, n) => bothSee(d, n),
  },
  {
    name: "taking back what went",
    before: async (d, n) => {
      await show(d.ana, wordsOf(n), [picture])
      await looks(d)
    },
    act: async (ana, n) => {
      const shown = shownIn(ana).find((one) => one.words === wordsOf(n))
      if (shown !== undefined) await ana.takeBack(shown.ref)
    },
    times: async (d, n) => (shownIn(d.ben).some((one) => one.words === wordsOf(n)) ? 0 : 1),
  },
  {
    name: "being shown one, which comes by itself",
    act: async (ana, n, { ben }) => {
      if (!shownIn(ben).some((one) => one.words === wordsOf(n))) await show(ben, wordsOf(n), [picture])
      for (let i = 0; i < 2; i += 1) await ben.sync()
      await ana.sync()
    },
    times: (d, n) => bothSee(d, n),
  },
  {
    name: "looking at a large one",
    before: async (d, n) => {
      await show(d.ben, wordsOf(n), [large])
      await looks(d)
    },
    act: (ana, n) => sees(ana, wordsOf(n), large),
    times: (d, n) => bothSee(d, n, large),
  },
  {
    name: "reading that the other took one back",
    before: async (d, n) => {
      const ref = await show(d.ben, wordsOf(n), [picture])
      await looks(d)
      await d.ben.takeBack(ref)
      await d.ben.sync()
    },
    act: (ana) => ana.sync(),
    times: async (d, n) => (shownIn(d.ana).some((one) => one.words === wordsOf(n)) ? 0 : 1),
  },
  {
    name: "giving it again to a relay that lost it, and was given the entries by the other",
    before: shownTo,
    act: async (ana, n, { ben }) => {
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
    before: shownTo,
    act: async (ana, n, { ben }) => {
      lost.loses(n)
      await ana.sync()
      await ben.sync()
      await ana.sync()
    },
    times: isThereAgain,
  },
]

/** Rows of parts on a disk, and how many bytes they say there are. */
function parts(d: Duo, side: Side): number {
  return [...d.disks[side]].reduce((n, [table, rows]) => n + (table.endsWith("/parts") ? rows.size : 0), 0)
}
function partsTold(session: Session): number {
  return Math.ceil(session.files.bytes() / 262_144)
}

/** Everything of this doing gone again, so that what is left over is seen. */
async function cleared(d: Duo): Promise<void> {
  for (const side of ["ana", "ben"] as const) await d[side].takeAllBack()
  await rest(d)
}

test.each(doings)(
  "$name: killed at every write of it, nothing is lost, nothing is there twice, and nothing is left lying about",
  async (doing) => {
    lost = losing(clock)
    const d = await together({ clock, between: lost.port })
    const done = async (n: number, where: string): Promise<void> => {
      await rest(d)
      if ((await doing.times(d, n)) === 0) {
        await doing.act(d.ana, n, d)
        await rest(d)
      }
      expect({ where, times: await doing.times(d, n) }).toEqual({ where, times: 1 })
      expect({ where, alarms: [d.ana.snapshot().alarm, d.ben.snapshot().alarm] }).toEqual({
        where,
        alarms: [null, null],
      })
      for (const { id } of d.ana.files.beside(draftOf(n))) await d.ana.files.take(id)
      await cleared(d)
      expect({ where, ana: parts(d, "ana"), ben: parts(d, "ben"), told: partsTold(d.ana) }).toEqual({
        where,
        ana: 0,
        ben: 0,
        told: 0,
      })
    }
    await doing.before?.(d, 0)
    await d.restart("ana")
    await settle()
    const opening = d.phones.ana.store.writes()
    await doing.act(d.ana, 0, d)
    await d.ana.sync()
    const writes = d.phones.ana.store.writes() - opening
    await done(0, "not killed")
    expect(writes).toBeGreaterThan(0)
    let [kills, n] = [0, 0]
    for (let at = 1; at <= writes; at += 1)
      for (const after of [false, true]) {
        n += 1
        await doing.before?.(d, n)
        await d.restart("ana")
        await settle()
        await d.restart("ana", { at: d.phones.ana.store.writes() + at, after })
        await settle()
        let killed = await d.survive("ana", (ana) => doing.act(ana, n, d))
        killed = (await d.survive("ana", (ana) => ana.sync())) || killed
        if (killed) kills += 1
        else await d.restart("ana")
        await done(n, `${doing.name}, killed ${after ? "after" : "at"} write ${String(at)}`)
      }
    expect(kills).toBeGreaterThanOrEqual(writes)
  },
  180_000,
)
