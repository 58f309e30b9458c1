import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openSqliteStore } from "#relay"
import { afterAll, expect, test } from "vitest"
import { looks } from "../app/testing/duo.ts"
import { agrees, arrives, movers, newHome, proposes, says, server, titles } from "../app/testing/movers.ts"
import { restore } from "./restore.ts"

// spec/relay.md §13: who runs the new server may put there what one of them saved, before anybody comes.

const folder = mkdtempSync(join(tmpdir(), "goldseam-moving-"))
afterAll(() => rmSync(folder, { recursive: true }))

test("what one of them saved is put into the new server first: both come, and neither gives it anything that stood", async () => {
  const m = await movers()
  await says(m.ben, "From before")
  await looks(m)
  const data = join(folder, "relay.db")
  // It was started once: so it has its key, and its line is known.
  const first = openSqliteStore(data)
  const { line } = await server(newHome, m.clock, first)
  first.close()
  await proposes(m.keepers.ana, line)
  await looks(m)
  await agrees(m.keepers.ben, m.ben)
  await looks(m)
  const saved = await m.keepers.ana.saveCopy(null, null)
  if (!saved.ok) throw new Error(saved.because)
  const told = await restore(["notes", "--data", folder], () => saved.file)
  expect(told.code).toBe(0)
  const store = openSqliteStore(data)
  const next = await server(newHome, m.clock, store)
  expect(next.line).toBe(line)
  const ana = await arrives(m, "ana", next)
  const appends = next.asked.filter(({ method, path }) => method === "POST" && path.startsWith("/api/log/"))
  // Her own device, and nothing else.
  expect(appends.length).toBe(1)
  const ben = await arrives(m, "ben", next)
  await looks({ ana, ben })
  await says(ana, "And on")
  await looks({ ana, ben })
  expect([titles(ana), titles(ben)]).toEqual([
    ["From before", "And on"],
    ["From before", "And on"],
  ])
  store.close()
})
