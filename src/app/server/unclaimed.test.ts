import { openMemoryStore } from "#relay"
import { fromBase64url, toHex } from "#wire"
import { expect, test } from "vitest"
import { clockFrom } from "../testing/people.ts"
import { duo, joined, linkFrom, looks, stepOf } from "../testing/duo.ts"

// spec/relay.md §8 and §12: a relay lets go of a log nobody came into. Whoever began it is alone there and lacks nothing.

const day = 86_400_000

/** Ben invited somebody, nobody came, and the relay's time for it is over. */
async function letGo() {
  const clock = clockFrom()
  const relayStore = openMemoryStore()
  const d = await duo({ clock, relayStore })
  await linkFrom(d.ben)
  const name = d.asked.findLast(({ path }) => path.startsWith("/api/log/"))?.path.slice(9, 52) ?? ""
  const logId = fromBase64url(name) ?? new Uint8Array(0)
  expect((await relayStore.head(logId))?.seq).toBe(1)
  // Ben's phone lies in a drawer; others use this relay.
  for (let days = 0; days < 70; days += 7) {
    clock.forward(7 * day)
    const hour = Math.floor(clock.now().at / 3_600_000)
    await relayStore.sweepLogs(hour, hour - 720)
    await relayStore.sweepMail(hour - 720)
  }
  expect(await relayStore.head(logId)).toBeNull()
  return { d, clock, relayStore, logId }
}

test("its beginner is not told that the server forgot anything, gives nothing back for opening the app, and can go on alone", async () => {
  const { d, relayStore, logId } = await letGo()
  for (let i = 0; i < 3; i += 1) await d.ben.sync()
  expect(d.ben.snapshot()).toMatchObject({ alarm: null, connection: "on", together: false })
  expect([d.ben.snapshot().server, stepOf(d.ben)]).toEqual([undefined, "stopped"])
  const from = d.asked.length
  await d.restart("ben")
  await d.ben.sync()
  expect(await relayStore.head(logId)).toBeNull()
  expect(d.asked.slice(from).filter((a) => a.path.startsWith("/api/log/") && a.method === "POST")).toEqual([])
})

test("inviting again gives it back, under a raised incarnation, and somebody comes in", async () => {
  const { d, relayStore, logId } = await letGo()
  await d.ben.sync()
  await d.ben.invite.leaveWaiting()
  await linkFrom(d.ben)
  expect((await relayStore.head(logId))?.seq).toBeGreaterThan(1)
  const incarnation = await relayStore.facts.get(`incarnation ${toHex(logId)}`)
  expect([...(incarnation ?? [])]).toEqual([0, 0, 0, 2])
  await joined(d)
  await d.ben.queue("matters.opened", { title: "After all" }, { holdMinutes: 0 })
  await looks(d)
  expect(d.ana.snapshot()).toMatchObject({ together: true, alarm: null })
  expect(JSON.stringify(d.ana.snapshot().house.shared)).toContain("After all")
  expect([d.ben.snapshot().server, d.ben.snapshot().alarm]).toEqual([undefined, null])
})

test("joining somebody else afterwards works as well", async () => {
  const { d } = await letGo()
  await d.ben.sync()
  const link = await linkFrom(d.ana)
  await d.ben.invite.leaveWaiting()
  await d.ben.invite.join(link, "Ben")
  for (let round = 0; round < 12; round += 1) {
    await looks(d)
    if (stepOf(d.ana) === "request") await d.ana.invite.accept()
    for (const side of [d.ana, d.ben]) if (stepOf(side) === "compare") await side.invite.answer("same")
  }
  await looks(d)
  expect([d.ana.snapshot().together, d.ben.snapshot().together]).toEqual([true, true])
})
