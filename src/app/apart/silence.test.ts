import { expect, test } from "vitest"
import type { RelayPort } from "../server/relay-port.ts"
import { looks, together } from "../testing/duo.ts"
import { clockFrom, noRelay } from "../testing/people.ts"

// A relay that answers and no longer puts its name to a head (ATTACKS 16, spec/relay.md §11).

const hour = 3_600_000

async function pair() {
  const clock = clockFrom()
  let change: (relay: RelayPort) => RelayPort = (relay) => relay
  const d = await together({
    clock,
    between: (relay) => ({ fetch: (request) => change(relay).fetch(request) }),
  })
  return { d, clock, turn: (how: typeof change) => (change = how) }
}

/** Each reading of a log as `how` leaves its signature: null for none. */
const signing =
  (how: (signed: string | null) => string | null) =>
  (relay: RelayPort): RelayPort => ({
    fetch: async (request) => {
      const answer = await relay.fetch(request)
      const response = new Response(answer.body, answer)
      if (request.method !== "GET") return response
      const signed = how(response.headers.get("Goldseam-Signed"))
      response.headers.delete("Goldseam-Signed")
      if (signed !== null) response.headers.set("Goldseam-Signed", signed)
      return response
    },
  })

test.each([
  ["signs none", () => null],
  [
    "shows an old one again and again",
    (() => {
      let first: string | null = null
      return (signed: string | null) => (first ??= signed)
    })(),
  ],
  [
    "signs with another name",
    (signed: string | null) => (signed === null ? null : signed.replace(/.{12}$/, "A".repeat(12))),
  ],
])(
  "row 16: a relay that answers and %s: it is said after a day, calmly, and ends with the next one that stands",
  async (_, how) => {
    const { d, clock, turn } = await pair()
    await looks(d)
    turn(signing(how))
    await d.ana.sync()
    for (let n = 0; n < 23; n += 1) {
      clock.forward(hour)
      await d.ana.sync()
      expect(d.ana.snapshot().noNews).toBeUndefined()
    }
    clock.forward(2 * hour)
    await d.ana.sync()
    expect(d.ana.snapshot()).toMatchObject({ noNews: "2026-11-24", alarm: null, connection: "on" })
    // Writing goes on: it is no alarm.
    await d.ana.queue("matters.opened", { title: "All the same" }, { holdMinutes: 0 })
    await d.ana.sync()
    expect(d.ana.snapshot().waiting).toEqual([])
    turn((relay) => relay)
    await d.ana.sync()
    expect(d.ana.snapshot().noNews).toBeUndefined()
  },
)

test("row 16: an idle pair never reads it: not after a month away, not without a connection, not after stepping out", async () => {
  const { d, clock, turn } = await pair()
  await looks(d)
  clock.forward(31 * 24 * hour)
  expect(d.ana.snapshot().noNews).toBeUndefined()
  await d.restart("ana")
  await d.ana.sync()
  expect(d.ana.snapshot()).toMatchObject({ connection: "on" })
  expect(d.ana.snapshot().noNews).toBeUndefined()
  turn(() => noRelay)
  clock.forward(31 * 24 * hour)
  await d.ana.sync()
  expect(d.ana.snapshot()).toMatchObject({ connection: "off" })
  expect(d.ana.snapshot().noNews).toBeUndefined()
  turn((relay) => relay)
  await d.ana.going.stepOut(true)
  clock.forward(31 * 24 * hour)
  await d.ana.sync()
  expect(d.ana.snapshot().noNews).toBeUndefined()
})
