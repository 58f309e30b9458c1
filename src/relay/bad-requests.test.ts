import { describe, expect, test } from "vitest"
import { relayErrors } from "#wire"
import { statusOf } from "./answers.ts"
import { openMemoryStore } from "./store/memory.ts"
import { appending, entriesOf, reading, testRelay, typeOf } from "./testing/asking.ts"
import { badRequests } from "./testing/bad-requests.ts"
import { laidOut } from "./testing/bad-world.ts"

describe("each bad request gets its one answer, and the log is as it was", () => {
  test.each(badRequests.map((bad) => [bad.what, bad] as const))("%s", async (_, bad) => {
    const relay = testRelay()
    const world = await laidOut(relay.fetch)
    const answer = await relay.fetch(await bad.ask(world))
    expect(answer.status).toBe(bad.status)
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get("cache-control")).toBe("no-store")
    if (bad.type === "conflict") expect(answer.headers.get("goldseam-head")).toMatch(/^2\./)
    else expect(await answer.text()).toBe(`{"type":"${bad.type}"}`)
    expect(await entriesOf(await relay.fetch(reading(world.log.id)))).toEqual(world.stored)
    expect((await relay.fetch(appending(world.log.id, [await world.log.content(world.ben)]))).status).toBe(
      200,
    )
  })
})

test("every type in the table is one of the stable list, with the status the list gives it", () => {
  expect(badRequests.length).toBeGreaterThan(50)
  for (const bad of badRequests) {
    expect(relayErrors).toContain(bad.type)
    expect(bad.status, bad.what).toBe(statusOf[bad.type])
  }
})

test("too much in a minute is 'too-many', a store that cannot write is 'full', and our own defect is 'internal' and names nobody", async () => {
  const few = testRelay({ limits: { appendsPerMinute: 1 } })
  const world = await laidOut(few.fetch)
  const over = await few.fetch(appending(world.log.id, [await world.next()]))
  expect([over.status, await typeOf(over)]).toEqual([429, "too-many"])

  const written = openMemoryStore()
  const full = testRelay({ store: { ...written, append: async () => "full", putMail: async () => "full" } })
  const refused = await full.fetch(appending(world.log.id, [world.log.genesis]))
  expect([refused.status, await typeOf(refused)]).toEqual([507, "full"])

  const told: string[] = []
  const broken = testRelay({
    clock: () => {
      throw new Error("Ana's clock from 192.0.2.7 has stopped")
    },
    onDefect: (reference) => told.push(reference),
  })
  const answer = await broken.fetch(appending(world.log.id, [world.log.genesis]))
  expect([answer.status, await answer.text()]).toEqual([500, '{"type":"internal"}'])
  expect(told.length).toBe(1)
  expect(told[0]).toMatch(/^Error bad-requests\.test\.ts:\d+$/)
})
