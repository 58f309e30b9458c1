import { encodeRedact, entryHash } from "#wire"
import type { Entry } from "#wire"
import { expect, test } from "vitest"
import { admit, firstEntry, invite, noLog, writeAll } from "../../tools/vectors/chain.ts"
import { targetOf } from "../../tools/vectors/log-redacts.ts"
import { ana } from "../../tools/vectors/people.ts"
import { control } from "../../tools/vectors/record-parts.ts"
import { appending, entriesOf, reading, testRelay } from "./testing/asking.ts"

// ATTACKS 55: Ana takes back words of her own, and in the same breath lists what is Ben's among the ids of files. There are no files yet: no id in that list reaches
// anything that anybody left.

const hashOf = (entry: Entry | undefined): Uint8Array<ArrayBuffer> => {
  if (entry === undefined) throw new Error("no entry")
  return entryHash(entry)
}

test("row 55: ids of files in a taking back reach nothing of the other's", async () => {
  const log = await writeAll(noLog, [
    firstEntry,
    control(invite(), { uid: "invite" }),
    control(await admit(), { uid: "admit", epochAfter: 2 }),
    { by: ana, uid: "anas" },
    { uid: "bens" },
    { uid: "bens kept", kind: 4 },
  ])
  const body = encodeRedact({
    targets: [targetOf(log.entries[3], ana, "anas")],
    blobs: [hashOf(log.entries[4]), hashOf(log.entries[5]), hashOf(log.entries[2])],
  })
  const after = await writeAll(log, [{ by: ana, kind: 3, body, uid: "back" }])
  const relay = testRelay()
  expect((await relay.fetch(appending(log.logId, after.entries))).status).toBe(200)
  const served = await entriesOf(await relay.fetch(reading(log.logId)))
  expect(served.map((entry) => entry.body !== null)).toEqual([true, true, true, false, true, true, true])
})
