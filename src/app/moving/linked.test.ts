import { expect, test } from "vitest"
import { looks } from "../testing/duo.ts"
import { linked, linkOf, stepIn, toWords } from "../testing/linked.ts"
import { agreed, movers } from "../testing/movers.ts"

// ATTACKS 38, where a person has several devices at the server that was left, or is just adding one.

test("row 38: a link that is open when everybody agrees ends, none is begun afterwards, and one's own pages are brought together nowhere", async () => {
  const m = await movers()
  const { laptop } = await linked({ phone: m.keepers.ana, ana: m.ana, laptop: m.browserAt(m.old) })
  const tablet = m.browserAt(m.old)
  await toWords(m.ana, tablet, await linkOf(m.keepers.ana, m.ana))
  await agreed(m)
  await laptop.sync()
  const before = m.old.asked.length
  expect(stepIn(m.ana)).toBe("stopped")
  expect((await m.keepers.ana.addLinked(null)).ok).toBe(true)
  await m.ana.sync()
  expect(stepIn(m.ana)).toBe("stopped")
  await m.ana.linking.putAway()
  expect(stepIn(m.ana)).toBe("none")
  expect(await m.keepers.ana.linkDevice(null, false)).toEqual({ ok: false, because: "moved" })
  for (const who of [m.ana, laptop]) {
    await who.keep("matters.kept", { title: "Own", mine: "unsure", what: "" })
    expect(await who.recovery.bringTogether()).toBe("off")
  }
  await looks(m)
  expect(m.old.asked.slice(before)).toEqual([])
})
