import { encodeRedact } from "#wire"
import { expect, test } from "vitest"
import { admit, firstEntry, invite, noLog, writeAll } from "../../tools/vectors/chain.ts"
import { targetOf } from "../../tools/vectors/log-redacts.ts"
import { ana, ben } from "../../tools/vectors/people.ts"
import { control } from "../../tools/vectors/record-parts.ts"
import { openMemoryStore } from "./store/memory.ts"
import { openSqliteStore } from "./store/sqlite.ts"
import { appending, testRelay } from "./testing/asking.ts"
import { filing, sealedBy } from "./testing/filing.ts"
import { origin } from "./testing/signing.ts"

// ATTACKS 55: Ana takes back words of her own, and in the same breath lists Ben's pictures among the files that are to go. Hers go, his stay.

for (const [name, open] of [
  ["in memory", openMemoryStore],
  ["in SQLite", () => openSqliteStore(":memory:")],
] as const)
  test(`row 55: ${name}, a taking back lets go of one's own files, and of nobody else's`, async () => {
    const log = await writeAll(noLog, [
      firstEntry,
      control(invite(), { uid: "invite" }),
      control(await admit(), { uid: "admit", epochAfter: 2 }),
      { by: ana, uid: "anas" },
      { uid: "bens" },
    ])
    const relay = testRelay({ origins: [origin], store: open() })
    await relay.fetch(appending(log.logId, log.entries))
    const w = filing((request) => relay.fetch(request), log.logId)
    const [hers, other, his] = [sealedBy(ana), sealedBy(ana), sealedBy(ben)]
    for (const [who, file] of [
      [ana, hers],
      [ana, other],
      [ben, his],
    ] as const)
      expect(await w.stores(who, file)).toEqual([200])
    const targets = [targetOf(log.entries[3], ana, "anas")]
    const body = encodeRedact({ targets, blobs: [his.id, hers.id] })
    const after = await writeAll(log, [{ by: ana, kind: 3, body, uid: "back" }])
    expect((await relay.fetch(appending(log.logId, after.entries.slice(-1)))).status).toBe(200)
    // By name, too, she takes away only what is hers.
    await w.drops(ana, his.id)
    const left = await Promise.all([hers, other, his].map((file) => w.gets(ben, file.id)))
    expect(left.map((answer) => answer.status)).toEqual([404, 200, 200])
    relay.close()
  })
