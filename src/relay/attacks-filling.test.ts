import { expect, test } from "vitest"
import { admit, firstEntry, invite, noLog, writeAll } from "../../tools/vectors/chain.ts"
import type { Chain, Writing } from "../../tools/vectors/chain.ts"
import { targetOf } from "../../tools/vectors/log-redacts.ts"
import { addDevice, laptop, removeDevice } from "../../tools/vectors/own-keys.ts"
import { ana, ben } from "../../tools/vectors/people.ts"
import { control, epochFor, going, redacting, turning } from "../../tools/vectors/record-parts.ts"
import { openMemoryStore } from "./store/memory.ts"
import { appending, someTime, testRelay, typeOf } from "./testing/asking.ts"

// ATTACKS 51: Ana fills the log as fast as she may, for as long as she likes. Ben's places are his own, and the last of hers are kept.

const joined = await writeAll(noLog, [
  firstEntry,
  control(invite(), { uid: "invite" }),
  control(await admit(), { uid: "admit", epochAfter: 2 }),
  control(await addDevice(laptop), { uid: "laptop" }),
  { by: ben, uid: "bens" },
])
const bens = targetOf(joined.entries[4], ben, "bens")
const day = 86_400_000

/** A relay with few places, so that a log fills within a test. */
async function filling(limits: NonNullable<Parameters<typeof testRelay>[0]>["limits"]) {
  let now = someTime
  const relay = testRelay({ clock: () => now, ...(limits === undefined ? {} : { limits }) })
  let chain: Chain = joined
  expect((await relay.fetch(appending(joined.logId, joined.entries))).status).toBe(200)
  return {
    pass: (ms: number) => (now += ms),
    /** "ok", or why the relay does not take it. */
    says: async (of: Writing): Promise<string> => {
      const next = await writeAll(chain, [of])
      const answer = await relay.fetch(appending(chain.logId, next.entries.slice(-1)))
      if (answer.status !== 200) return typeOf(answer)
      chain = next
      return "ok"
    },
    chain: () => chain,
  }
}

test("row 51: whoever fills their own places fills nobody else's; with the last of them they still take back, remove and go", async () => {
  const at = await filling({ places: 30, keptPlaces: 6, entriesPerDay: 10 })
  let [taken, days, n] = [0, 0, 0]
  // Entries that count for nothing take their places too, also one and the same over and over.
  while (days < 40) {
    n += 1
    const how: Writing = n % 3 === 0 ? { by: ana, uid: "again" } : { by: ana, uid: `fill ${String(n)}` }
    if ((await at.says(how)) === "ok") taken += 1
    else {
      at.pass(day)
      days += 1
    }
  }
  expect(taken).toBe(24)
  expect(await at.says({ by: ana, uid: "more" })).toBe("too-many")
  expect(await at.says(control(Uint8Array.of(200), { by: ana, uid: "void" }))).toBe("too-many")
  const hers = targetOf(at.chain().entries[5], ana, "fill 1")
  expect(await at.says(redacting([hers], { by: ana, uid: "redact" }))).toBe("ok")
  // Ben writes, takes back, removes and ends it, as on the first day.
  expect(await at.says({ by: ben, uid: "bens more" })).toBe("ok")
  expect(await at.says(redacting([bens], { by: ben, uid: "bens redact" }))).toBe("ok")
  const removal = control(removeDevice(laptop, epochFor(3, ana, ben)), { uid: "removal", epochAfter: 3 })
  expect(await at.says(removal)).toBe("ok")
  expect(await at.says(going("leave", { by: ana, uid: "leaving" }))).toBe("ok")
  expect(await at.says(going("close", { by: ben, uid: "closing" }))).toBe("ok")
})

test("row 51: the places are counted anew after a restart, the void ones too", async () => {
  const limits = { places: 30, keptPlaces: 6 }

  const store = openMemoryStore()
  let chain = joined
  const say = async (of: Writing): Promise<string> => {
    const relay = testRelay({ store, limits })
    const next = await writeAll(chain, [of])
    const answer = await relay.fetch(appending(chain.logId, next.entries.slice(-1)))
    if (answer.status !== 200) return typeOf(answer)
    chain = next
    return "ok"
  }
  await testRelay({ store, limits }).fetch(appending(joined.logId, joined.entries))
  const said: string[] = []
  for (let n = 0; n < 26; n += 1) said.push(await say({ by: ana, uid: "again" }))
  expect(said.indexOf("too-many")).toBe(24)
  expect(await say({ by: ben, uid: "bens more" })).toBe("ok")
})

test("row 51: four times a day a member begins an epoch, and no more; a device is removed all the same", async () => {
  const at = await filling({})
  for (let n = 3; n < 7; n += 1)
    expect(
      await at.says(turning(n, [ana, ben, laptop], { by: ana, uid: `epoch ${String(n)}`, epochAfter: n })),
    ).toBe("ok")
  const fifth = turning(7, [ana, ben, laptop], { by: ana, uid: "fifth", epochAfter: 7 })
  expect(await at.says(fifth)).toBe("too-many")
  const removal = control(removeDevice(laptop, epochFor(7, ana, ben)), { uid: "removal", epochAfter: 7 })
  expect(await at.says(removal)).toBe("ok")
  at.pass(day)
  expect(await at.says(turning(8, [ana, ben], { by: ana, uid: "next day", epochAfter: 8 }))).toBe("ok")
})
