import { matters, stateOf } from "#practices"
import { expect, test } from "vitest"
import { looks } from "../testing/duo.ts"
import { linked } from "../testing/linked.ts"
import { agreed, arrives, copyOf, movers, opened, passphrase, writesAgain } from "../testing/movers.ts"
import { enter } from "../testing/people.ts"
import type { Disk } from "../testing/disks.ts"
import { sheetOf } from "../testing/sheets.ts"
import type { Session } from "../session/session.ts"

// What a linked device had written for its person alone and not placed yet, in a copy, and where that copy is written on.

const own = (who: Session): readonly string[] =>
  stateOf(who.snapshot().house, matters).own.matters.map((m) => m.title)
const kept = (title: string) => ({ title, mine: "unsure", what: "" })

async function copyWithWaiting() {
  const m = await movers()
  await m.ana.keep("matters.kept", kept("Ana's own"))
  const keeper = m.browserAt(m.old)
  const { laptop } = await linked({ phone: m.keepers.ana, ana: m.ana, laptop: keeper })
  const { ref } = await laptop.keep("matters.kept", kept("L waits"))
  await laptop.keep("matters.rewritten", { ...kept("L waits again"), matter: ref })
  const { ref: second } = await laptop.keep("matters.kept", kept("L second"))
  await agreed(m)
  return { m, ref: second, file: await copyOf(keeper) }
}

test("what waited in a copy is read before what is written where it is opened, so that it can be rewritten there", async () => {
  const { m, ref, file } = await copyWithWaiting()
  const disk: Disk = new Map()
  const first = await opened(m.browserAt(m.next, { disk }), file)
  expect(own(first)).toEqual(["Ana's own", "L waits again", "L second"])
  await first.keep("matters.rewritten", { ...kept("L second, here"), matter: ref })
  for (const here of [first, await enter(m.browserAt(m.next, { disk }), passphrase)]) {
    expect(own(here)).toEqual(["Ana's own", "L waits again", "L second, here"])
    expect(here.snapshot().house.setAside).toEqual([])
  }
})

test("written on with the sheet's code, all of it stands: it can be rewritten, is in a new sheet's way back, and on a device linked there", async () => {
  const { m, file } = await copyWithWaiting()
  const keeper = m.browserAt(m.next)
  const here = await opened(keeper, file)
  await writesAgain(here, m.codes.ana)
  expect(own(here)).toEqual(["Ana's own", "L waits again", "L second"])
  const ref = stateOf(here.snapshot().house, matters).own.matters[2]?.ref ?? ""
  await here.keep("matters.rewritten", { ...kept("L second, here"), matter: ref })
  const all = ["Ana's own", "L waits again", "L second, here"]
  expect(own(here)).toEqual(all)
  expect(here.snapshot().house.setAside).toEqual([])
  await looks({ ana: here, ben: await arrives(m, "ben") })
  const { code } = await sheetOf(keeper, passphrase)
  const { laptop } = await linked(
    { phone: keeper, ana: here, laptop: m.browserAt(m.next) },
    { own: passphrase },
  )
  expect(own(laptop)).toEqual(all)
  const brought = await m.browserAt(m.next).returnWith(code)
  if (!brought.ok) throw new Error(brought.because)
  expect(own(brought.session)).toEqual(all)
  await laptop.keep("matters.kept", kept("On the laptop there"))
  for (let n = 0; n < 2; n += 1)
    for (const who of [laptop, here, brought.session]) await who.recovery.bringTogether()
  for (const who of [laptop, here, brought.session]) expect(own(who)).toEqual([...all, "On the laptop there"])
})
