import { place } from "#ledger"
import { expect, test } from "vitest"
import { begun, t } from "../testing/long-log.ts"
import { clockFrom, noRelay, relayOrigin, verify } from "../testing/people.ts"
import { createRelayClient } from "../server/relay-client.ts"
import { comeOnce } from "./once.ts"

test("a look takes the ground once for all three: each turn reads the disk, and other tabs wait for it", async () => {
  const { ana } = await begun(new Map(), t.random(32))
  let turns = 0
  const ground = {
    ...ana.ground,
    turn: (...of: Parameters<typeof ana.ground.turn>) => {
      turns += 1
      return ana.ground.turn(...of)
    },
  }
  const relay = createRelayClient(noRelay, relayOrigin, t, () => null)
  const deps = { tools: t, verify, place, relay, relayOrigin, ground, clock: clockFrom().now }
  expect(await comeOnce(deps, false)).toBe(false)
  expect(turns).toBe(1)
})
