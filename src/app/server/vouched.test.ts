import { openMemoryStore } from "#relay"
import { expect, test } from "vitest"
import { admit, firstEntry, invite, noLog, writeAll } from "../../../tools/vectors/chain.ts"
import { control } from "../../../tools/vectors/record-parts.ts"
import { ana, ben, bytesOf } from "../../../tools/vectors/people.ts"
import { difference, empty, load } from "../keeping/ground-rows.ts"
import { houseOf } from "../keeping/house-of.ts"
import { unhurried } from "../keeping/pace.ts"
import { createRelayClient } from "./relay-client.ts"
import { usual } from "../remember/index-row.ts"
import { clockFrom, relayOrigin, toolsOf, verify } from "../testing/people.ts"
import { honestRelay } from "../testing/relays.ts"
import { memoryStore } from "../store/memory.ts"
import { openVault } from "../keeping/vault.ts"
import { noted, stands, wordsForFile } from "./vouched.ts"
import type { Said, Vouched } from "./vouched.ts"

// What a relay signs, as a device keeps it: spec/relay.md §11.

const start = await writeAll(noLog, [
  firstEntry,
  control(invite(), { uid: "invite" }),
  control(await admit(), { uid: "admit", epochAfter: 2 }),
])
const one = await writeAll(start, [{ by: ana, uid: "one" }])
const other = await writeAll(start, [{ by: ana, uid: "other" }])
const { logId } = start

/** One relay with its key; `facts` of another makes it the same one with other entries. */
function relayWith(facts = openMemoryStore().facts) {
  const clock = clockFrom()
  const store = { ...openMemoryStore(), facts }
  const client = createRelayClient(honestRelay(clock, { store }), relayOrigin, toolsOf())
  return {
    facts,
    clock,
    store,
    append: async (run: typeof start.entries): Promise<Said | null> => {
      const appended = await client.append(logId, run, ben)
      if (appended.is !== "stored") throw new Error(appended.is)
      return appended.receipt
    },
    head: async (): Promise<Said> => {
      const served = await client.read(logId, 0, { is: "keys", keys: ben })
      if (!served.ok || served.value.said === null) throw new Error("nothing said")
      return served.value.said
    },
  }
}

test("heads and receipts are signed by the relay, name place, hour and incarnation, and hold for this log alone", async () => {
  const relay = relayWith()
  const receipt = await relay.append(start.entries)
  const head = await relay.head()
  if (receipt === null) throw new Error("no receipt")
  const hour = Math.floor(relay.clock.now().at / 3_600_000)
  for (const said of [head, receipt]) {
    expect(said).toMatchObject({ seq: 2, hour, incarnation: 1 })
    expect(await stands(verify, logId, said)).toBe(true)
    expect(await stands(verify, bytesOf("another log", 32), said)).toBe(false)
    expect(await stands(verify, logId, { ...said, seq: 1 })).toBe(false)
    expect(await stands(verify, logId, { ...said, hour: hour + 1 })).toBe(false)
    expect(await stands(verify, logId, { ...said, incarnation: 2 })).toBe(false)
    expect(await stands(verify, logId, { ...said, as: said.as === "head" ? "receipt" : "head" })).toBe(false)
  }
  expect(receipt.relay).toEqual(head.relay)
})

test("the relay's key is kept with its data: the same after a restart, another where there is none", async () => {
  const [relay, unrelated] = [relayWith(), relayWith()]
  for (const each of [relay, unrelated]) await each.append(start.entries)
  const again = relayWith(relay.facts)
  await again.append(start.entries)
  expect((await again.head()).relay).toEqual((await relay.head()).relay)
  expect((await unrelated.head()).relay).not.toEqual((await relay.head()).relay)
})

test("two heads of one relay for one place are kept as the proof they are; a head and a receipt too", async () => {
  const relay = relayWith()
  const split = relayWith(relay.facts)
  await relay.append(start.entries)
  await split.append(start.entries)
  const receipt = await relay.append(one.entries.slice(-1))
  await split.append(other.entries.slice(-1))
  const [left, right] = [await relay.head(), await split.head()]
  const first = noted(null, left, null)
  expect(first.proof).toBeNull()
  expect(noted(first, right, null).proof).toEqual([left, right])
  if (receipt === null) throw new Error("no receipt")
  expect(noted(noted(null, receipt, null), right, null).proof).toEqual([receipt, right])
  // Kept for good, whatever is said later.
  expect(noted(noted(first, right, null), left, null).proof).toEqual([left, right])
})

test("what was signed for a later place is signed for all before it", async () => {
  const relay = relayWith()
  await relay.append(start.entries)
  await relay.append(one.entries.slice(-1))
  const longer = await writeAll(one, [{ by: ben, uid: "two" }])
  await relay.append(longer.entries.slice(-1))
  const split = relayWith(relay.facts)
  await split.append(start.entries)
  await split.append(other.entries.slice(-1))
  const [later, said] = [await relay.head(), await split.head()]
  expect(noted(noted(null, later, null), said, one.head).proof).toEqual([later, said])
})

test("honest heads prove nothing: one that rises, one of a relay that went back, one of another relay", async () => {
  const relay = relayWith()
  await relay.append(start.entries)
  const low = await relay.head()
  await relay.append(one.entries.slice(-1))
  const high = await relay.head()
  const another = relayWith()
  await another.append(start.entries)
  await another.append(other.entries.slice(-1))
  const all = [low, high, low, await another.head()]
  let vouched: Vouched | null = null
  for (const said of all.slice(0, 3)) vouched = noted(vouched, said, null)
  // The higher one is what it is held to.
  expect(vouched?.head).toEqual(high)
  expect(noted(vouched, all[3] ?? low, null)).toMatchObject({ proof: null, relay: all[3]?.relay })
})

test("into a file go the proof, the highest head and the last receipts, each once, at most sixty-four, and none that does not stand", async () => {
  const relay = relayWith()
  const first = await relay.append(start.entries)
  const low = await relay.head()
  await relay.append(one.entries.slice(-1))
  const high = await relay.head()
  if (first === null) throw new Error("no receipt")
  const false1: Said = { ...first, hour: first.hour + 1 }
  const all: Vouched = { relay: low.relay, head: high, receipts: [first, false1, first], proof: [low, high] }
  expect(await wordsForFile(verify, logId, all)).toEqual([low, high, first])
  expect(await wordsForFile(verify, bytesOf("another log", 32), all)).toEqual([])
  // The proof and the head have their places before all receipts; of those the last ones are kept.
  const many = Array.from({ length: 80 }, (_, n): Said => ({
    ...first,
    sig: bytesOf(`sig ${String(n)}`, 64),
  }))
  const chosen = await wordsForFile(async () => true, logId, { ...all, receipts: many })
  expect(chosen).toEqual([low, high, ...many.slice(-62).toReversed()])
})

test("it is kept over a restart, byte for byte", async () => {
  const relay = relayWith()
  const receipt = await relay.append(start.entries)
  if (receipt === null) throw new Error("no receipt")
  const vouched = noted(noted(null, await relay.head(), null), receipt, null)
  const tools = toolsOf()
  const vault = await openVault(tools, memoryStore(), "p", tools.random(32))
  const nothing = { ...empty, house: houseOf(empty, null) }
  await vault.write([...difference(nothing, { ...nothing, vouched })])
  expect((await load({ tools, vault, pace: unhurried, sizes: usual })).state.vouched).toEqual(vouched)
})
