import { matters, stateOf } from "#practices"
import { decodeHeader } from "#wire"
import { expect, test } from "vitest"
import type { Session } from "../session/session.ts"
import { looks } from "../testing/duo.ts"
import { agreed, arrives, movers, says, titles } from "../testing/movers.ts"
import type { Movers, Server } from "../testing/movers.ts"
import { posted } from "../testing/transcript.ts"

// Ana and Ben go to another server together: two real relays, real clients, spec/relay.md §13.

const own = (who: Session): readonly string[] =>
  stateOf(who.snapshot().house, matters).own.matters.map((m) => m.title)
const rowsOf = async ({ store }: Server, m: Movers): Promise<readonly string[]> => {
  const log = logOf(m)
  const { entries } = await store.read(log, 0, 1000)
  return entries.map(({ header, sig, body }) =>
    Buffer.concat([header, sig, body ?? Buffer.of()]).toString("hex"),
  )
}
function logOf(m: Movers): Uint8Array<ArrayBuffer> {
  const [entry] = posted(m.old.asked)
  const header = entry === undefined ? null : decodeHeader(entry.header)
  if (header?.ok !== true) throw new Error("nothing was ever sent")
  return header.value.logId
}

test("Ana and Ben move with something waiting in each queue: nothing is lost, nothing comes twice, and the old server is asked for nothing more", async () => {
  const m = await movers()
  await m.ana.keep("matters.kept", { title: "Ana's own", mine: "unsure", what: "" })
  await says(m.ben, "From before")
  await looks(m)
  await says(m.ana, "Ana's, still to go", 600)
  await says(m.ben, "Ben's, still to go", 600)
  await agreed(m)
  expect(m.ana.snapshot().move).toMatchObject({ to: m.next.origin, chosen: false })
  expect(m.ben.snapshot().move).toMatchObject({ to: m.next.origin })
  const stood = await rowsOf(m.old, m)
  const before = m.old.asked.length
  m.clock.forward(48 * 3_600_000)
  for (const side of ["ana", "ben"] as const) {
    await says(m[side], `Only here, by ${side}`)
    await m[side].keep("matters.kept", { title: `Own, by ${side}`, mine: "unsure", what: "" })
    await m.restart(side)
    await m[side].sync()
  }
  expect(m.old.asked.slice(before)).toEqual([])
  const ana = await arrives(m, "ana")
  expect(ana.snapshot()).toMatchObject({ alarm: null, connection: "on", move: { to: null, waiting: 2 } })
  expect(ana.snapshot().server).toBeUndefined()
  expect(own(ana)).toEqual(["Ana's own", "Own, by ana"])
  // The entries are those that stood, byte for byte, and Ana's own device right behind them.
  const moved = await rowsOf(m.next, m)
  expect(moved.slice(0, stood.length)).toEqual(stood)
  expect(moved.length).toBe(stood.length + 1)
  await ana.recovery.sendAgain()
  await says(ana, "Written at the new one")
  expect(titles(ana)).toEqual([
    "From before",
    "Ana's, still to go",
    "Only here, by ana",
    "Written at the new one",
  ])
  const ben = await arrives(m, "ben")
  await ben.recovery.sendAgain()
  await looks({ ana, ben })
  const all = [
    "From before",
    "Ana's, still to go",
    "Only here, by ana",
    "Written at the new one",
    "Ben's, still to go",
    "Only here, by ben",
  ]
  expect([titles(ana), titles(ben)]).toEqual([all, all])
  for (const one of [ana, ben]) {
    expect(one.snapshot()).toMatchObject({ alarm: null, waiting: [] })
    await says(one, "And on")
  }
  await looks({ ana, ben })
  expect(titles(ben)).toEqual(titles(ana))
  expect(titles(ana).length).toBe(all.length + 2)
  expect(m.old.asked.slice(before)).toEqual([])
})
