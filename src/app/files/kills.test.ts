import { expect, test, vi } from "vitest"
import type { Session } from "../session/session.ts"
import { rest, settle, together } from "../testing/duo.ts"
import type { Duo, Side } from "../testing/duo.ts"
import { losing } from "../testing/losing.ts"
import { draftOf, showings } from "../testing/mortal-files.ts"
import type { Showing } from "../testing/mortal-files.ts"
import { clockFrom } from "../testing/people.ts"

// Every write of what is done with a picture, found by counting, and Ana's phone killed at each: before the disk has it and right after. Nothing is lost, nothing is
// there twice, and no part of a file lies there without the row that says whose it is.

vi.mock(import("../../practices/registry.ts"), async (original) => {
  const { practices } = await original()
  const { pictures } = await import("../testing/pictures.ts")
  return { practices: [...practices, pictures] as unknown as typeof practices }
})

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

test.each(showings)(
  "$name: killed at every write of it, nothing is lost, nothing is there twice, and nothing is left lying about",
  async (doing) => {
    const clock = clockFrom()
    const lost = losing(clock)
    const d = await together({ clock, between: lost.port })
    const now = (): Showing => ({ ana: d.ana, ben: d.ben, asked: d.asked, lost })
    const done = async (n: number, where: string): Promise<void> => {
      await rest(d)
      if ((await doing.times(now(), n)) === 0) {
        await doing.act(now(), n)
        await rest(d)
      }
      expect({ where, times: await doing.times(now(), n) }).toEqual({ where, times: 1 })
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
    await doing.before?.(now(), 0)
    await doing.meanwhile?.(d.ben, 0)
    await d.restart("ana")
    await settle()
    const opening = d.phones.ana.store.writes()
    await doing.act(now(), 0)
    await d.ana.sync()
    const writes = d.phones.ana.store.writes() - opening
    await done(0, "not killed")
    expect(writes).toBeGreaterThan(0)
    let [kills, n] = [0, 0]
    for (let at = 1; at <= writes; at += 1)
      for (const after of [false, true]) {
        n += 1
        await doing.before?.(now(), n)
        await doing.meanwhile?.(d.ben, n)
        await d.restart("ana")
        await settle()
        await d.restart("ana", { at: d.phones.ana.store.writes() + at, after })
        await settle()
        let killed = await d.survive("ana", () => doing.act(now(), n))
        killed = (await d.survive("ana", (ana) => ana.sync())) || killed
        if (killed) kills += 1
        else await d.restart("ana")
        await done(n, `${doing.name}, killed ${after ? "after" : "at"} write ${String(at)}`)
      }
    expect(kills).toBeGreaterThanOrEqual(writes)
  },
  180_000,
)
