import { expect, test } from "vitest"
import { createRelay, openMemoryStore, serve } from "#relay"
import { deviceToBytes } from "#ledger"
import { createVerify, encodeRun, toBase64url } from "#wire"
import type { SubtleLike } from "#wire"
import { admit, firstEntry, invite, noLog, writeAll } from "../tools/vectors/chain.ts"
import { ana, ben } from "../tools/vectors/people.ts"
import { control } from "../tools/vectors/record-parts.ts"
import type { FilesPage } from "../src/app/testing/files-page.ts"
import { person } from "./harness.ts"
import { servePage } from "./test-page.ts"

// A picture of 3 MB in a real Chromium: sealed by its own cryptography, carried part by part, read back by somebody else's keys.

test("a picture of 3 MB goes to the relay and comes back whole", async () => {
  const log = await writeAll(noLog, [
    firstEntry,
    control(invite(), { uid: "invite" }),
    control(await admit(), { uid: "admit", epochAfter: 2 }),
  ])
  const testPage = await servePage("src/app/testing/files-page.ts")
  const pageOrigin = new URL(testPage.url).origin
  const relay = createRelay({
    store: openMemoryStore(),
    clock: () => Date.now(),
    verify: createVerify(crypto.subtle as unknown as SubtleLike),
    isOpen: true,
    origins: [pageOrigin],
  })
  const serving = await serve({ port: 0, host: "127.0.0.1", relay })
  const begun = await fetch(`${serving.url}/api/log/${toBase64url(log.logId)}`, {
    method: "POST",
    body: encodeRun(log.entries),
  })
  expect(begun.status).toBe(200)
  const one = await person("Ana")
  await one.page.route("**/api/**", async (route) => {
    const { pathname, search } = new URL(route.request().url())
    await route.fulfill({ response: await route.fetch({ url: serving.url + pathname + search }) })
  })
  await one.page.goto(testPage.url)
  const given = {
    log: [...log.logId],
    ana: [...deviceToBytes(ana)],
    ben: [...deviceToBytes(ben)],
    length: 3_000_000,
  }
  const carried = await one.page.evaluate(
    (of) => (globalThis as unknown as { filesPage: FilesPage }).filesPage.carried(of),
    given,
  )
  process.stdout.write(`a picture of 3 MB: ${JSON.stringify(carried)} ms\n`)
  expect(carried.same).toBe(true)
  await one.close()
  await serving.close()
  testPage.close()
}, 60_000)
