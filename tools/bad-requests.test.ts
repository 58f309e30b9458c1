import { expect, test } from "vitest"
import { encodeRun } from "#wire"
import { laidOut } from "../src/relay/testing/bad-world.ts"
import { appending, entriesOf, reading, testRelay } from "../src/relay/testing/asking.ts"
import { answered, diceFrom, faultOf, randomRequest } from "./bad-requests.ts"

test("a thousand random requests change nothing and find no defect; then a good append is stored", async () => {
  const told: string[] = []
  const relay = testRelay({ onDefect: (reference) => told.push(reference) })
  const world = await laidOut(relay.fetch)
  const good = encodeRun([await world.next()])
  const dice = diceFrom(7)
  const faults: string[] = []
  for (let i = 0; i < 1000; i += 1) {
    const request = randomRequest(dice, world, good)
    const fault = faultOf(request, await answered(relay.fetch, request))
    if (fault !== null) faults.push(`${fault}: ${request.method} ${request.url}`)
  }
  expect(faults).toEqual([])
  expect(told).toEqual([])
  expect(await entriesOf(await relay.fetch(reading(world.log.id)))).toEqual(world.stored)
  expect((await relay.fetch(appending(world.log.id, [await world.log.content(world.ben)]))).status).toBe(200)
})

test("the look is a real one: a defect, a yes and a type nobody knows are each told", () => {
  expect(faultOf({ method: "POST" }, { status: 500, type: "internal" })).not.toBeNull()
  expect(faultOf({ method: "POST" }, { status: 200, type: "answer" })).not.toBeNull()
  expect(faultOf({ method: "GET" }, { status: 418, type: "teapot" })).not.toBeNull()
  expect(faultOf({ method: "GET" }, { status: 404, type: "unknown" })).toBeNull()
})
