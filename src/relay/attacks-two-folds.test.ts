import { expect, test } from "vitest"
import { admit, firstEntry, invite, noLog, writeAll } from "../../tools/vectors/chain.ts"
import type { Writing } from "../../tools/vectors/chain.ts"
import { targetOf } from "../../tools/vectors/log-redacts.ts"
import { readLog } from "../../tools/vectors/logs.ts"
import { addDevice, laptop, removeDevice, tablet } from "../../tools/vectors/own-keys.ts"
import { ana, ben, bytesOf, mallory } from "../../tools/vectors/people.ts"
import { control, epochFor, going, proposing, redacting, turning } from "../../tools/vectors/record-parts.ts"
import { appending, entriesOf, reading, testRelay } from "./testing/asking.ts"

// ATTACKS 45: relay and reader run one fold. Random logs with much that is void, and now and then something that is no entry at all: they say the same of each.

const two = await writeAll(noLog, [
  firstEntry,
  control(invite(), { uid: "invite" }),
  control(await admit(), { uid: "admit", epochAfter: 2 }),
  { by: ana, uid: "anas" },
  { uid: "bens" },
])

/** Numbers from a seed (mulberry32). */
function diceFrom(seed: number): (below: number) => number {
  let a = seed >>> 0
  return (below) => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const added = { laptop: await addDevice(laptop), raised: await addDevice(tablet, { rank: 1 }) }
const anas = targetOf(two.entries[3], ana, "anas")
const bens = targetOf(two.entries[4], ben, "bens")

const choices: readonly ((uid: string) => Writing)[] = [
  () => ({}),
  () => ({ by: ana }),
  () => ({ kind: 4 }),
  () => ({ by: ana, kind: 4 }),
  () => ({ header: { epoch: 1 } }),
  () => ({ uid: "again" }),
  () => redacting([bens]),
  () => redacting([anas]),
  () => redacting([anas], { by: ana }),
  () => ({ ...turning(3, [ana, ben]), epochAfter: 2 }),
  () => control(added.laptop),
  () => control(added.raised),
  () => control(removeDevice(laptop, epochFor(3, ana, ben))),
  () => control(removeDevice(tablet, null), { by: tablet }),
  () => going("close"),
  () => going("leave", { by: ana }),
  () => control(proposing(Uint8Array.of(11))),
  () => control(Uint8Array.of(200, 1, 2, 3)),
  () => control(Uint8Array.of(3)),
  () => ({ by: laptop }),
  () => ({ by: mallory }),
  (uid) => ({ sig: (sig) => Uint8Array.from(sig, (byte, i) => (i === 40 ? byte ^ 1 : byte)), uid }),
  () => ({ instead: bytesOf("another body", 336) }),
]

test("row 45: relay and reader say the same of every entry of a hundred random logs", async () => {
  let [looked, refused, voids] = [0, 0, 0]
  for (let seed = 1; seed <= 100; seed += 1) {
    const dice = diceFrom(seed)
    const relay = testRelay()
    expect((await relay.fetch(appending(two.logId, two.entries))).status).toBe(200)
    let chain = two
    for (let n = 0; n < 6; n += 1) {
      const uid = `random ${String(seed)} ${String(n)}`
      const next = await writeAll(chain, [{ uid, ...choices[dice(choices.length)]?.(uid) }])
      const entry = next.entries.at(-1)
      if (entry === undefined) throw new Error("nothing written")
      const [said = ""] = (await readLog(chain.logId, chain.entries, [entry])).said
      const answer = await relay.fetch(appending(chain.logId, [entry]))
      looked += 1
      expect({ seed, n, said, taken: answer.status === 200 }).toEqual({
        seed,
        n,
        said,
        taken: !said.startsWith("fault"),
      })
      if (said.startsWith("fault")) refused += 1
      else chain = next
      if (said.startsWith("void")) voids += 1
    }
    const there = await entriesOf(await relay.fetch(reading(chain.logId)))
    expect(there.map((e) => e.header)).toEqual(chain.entries.map((e) => e.header))
  }
  expect(looked).toBe(600)
  expect(refused).toBeGreaterThan(30)
  expect(voids).toBeGreaterThan(100)
}, 120_000)
