import { expect, test } from "vitest"
import { looks } from "../testing/duo.ts"
import { linked, linkOf } from "../testing/linked.ts"
import { enter } from "../testing/people.ts"
import { kept, pairOfTwo, says, sheetOf } from "../testing/sheets.ts"
import type { Session } from "../session/session.ts"
import type { Disk } from "../store/memory.ts"

// Whatever is going on, an app that is opened again shows what it showed before: told anew from the disk, and not step by step.

/** All that is shown, and what of it is put away. */
function seen(who: Session): unknown {
  const { house, people, together, reader, here, recovery, waiting, linking, alarm, copied, going } =
    who.snapshot()
  const { standing: _, ...rest } = house
  const earlier = who.elsewhere.earlier().map((part, n) => {
    const { house: there, people: them } = who.elsewhere.at(n)?.snapshot() ?? {}
    return {
      part,
      own: there?.own,
      shared: there?.shared,
      setAside: there?.setAside,
      them,
      said: who.elsewhere.own(n),
    }
  })
  const all = {
    rest,
    people,
    together,
    reader,
    here,
    recovery,
    waiting,
    linking,
    alarm,
    copied,
    going,
    earlier,
  }
  return JSON.parse(JSON.stringify(all))
}

test("two devices, things that wait and things that lost their place, a link that is open, and a space that was put away", async () => {
  const pair = await pairOfTwo()
  const disk: Disk = new Map()
  const keeper = pair.empty({ disk })
  const { laptop } = await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: keeper })
  const again = async (what: string): Promise<void> => {
    for (const [name, was, on] of [
      ["phone", pair.ana, pair.disk],
      ["laptop", laptop, disk],
    ] as const) {
      const opened = pair.empty({ disk: new Map([...on].map(([table, rows]) => [table, new Map(rows)])) })
      expect({ what, name, is: seen(await enter(opened)) }).toEqual({ what, name, is: seen(was) })
    }
  }
  await again("linked")
  const { ref } = await laptop.keep("matters.kept", { ...kept, title: "L" })
  await laptop.keep("matters.rewritten", { matter: ref, title: "L again", mine: "both", what: "" })
  await pair.ana.keep("matters.kept", { ...kept, title: "P" })
  await again("waiting on both")
  await pair.ana.recovery.bringTogether()
  await laptop.recovery.bringTogether()
  await again("placed behind another")
  await pair.ana.recovery.bringTogether()
  await sheetOf(pair.keepers.ana)
  await again("a sheet, and a store that is told of")
  await laptop.recovery.bringTogether()
  await laptop.keep("matters.kept", { ...kept, title: "L waits" })
  await again("in the new store")
  await linkOf(pair.keepers.ana, pair.ana)
  await says(pair.ana, "To both")
  await pair.ben.going.choose("leave")
  await looks(pair)
  await laptop.sync()
  await again("a link is open")
  for (const who of [pair.ana, laptop]) await who.elsewhere.begin({ again: false })
  await again("put away")
  await pair.ana.elsewhere.bring(
    0,
    pair.ana.elsewhere.own(0).map((one) => one.ref),
  )
  await pair.ana.keep("matters.kept", { ...kept, title: "P after" })
  await again("said again")
  for (const who of [laptop, pair.ana, laptop]) await who.recovery.bringTogether()
  await again("met")
})
