import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { filesOfExport, logsOfExport, stretchExport } from "#ledger"
import { openSqliteStore } from "#relay"
import { createVerify, equalBytes, partCount } from "#wire"
import { noLog } from "../../tools/vectors/chain.ts"
import { wholeOf } from "../../tools/vectors/files.ts"
import { readVectors } from "../../tools/vectors/read.ts"
import { giveFiles } from "./restore-files.ts"
import { restore } from "./restore.ts"
import { tools } from "./tools.ts"
import { verify } from "./verify.ts"

// A server that lost everything is given its files back, too, from what one of them saved.

const folder = mkdtempSync(join(tmpdir(), "goldseam-restore-files-"))
afterAll(() => rmSync(folder, { recursive: true }))
const vector = readVectors("export-files").vectors.find(({ name }) => name === "two files")
if (vector === undefined) throw new Error("no such vector")
const file = wholeOf(vector, noLog.logId)
const changed = Uint8Array.from(file, (byte, i) => (i === file.length - 1 ? byte ^ 1 : byte))
const read = (name: string): Uint8Array | null =>
  name === "notes" ? file : name === "changed" ? changed : null
const deps = { tools, verify: createVerify(tools.subtle), stretch: stretchExport }
const held = await filesOfExport(deps, file, null)

/** Which of the files lie with the server, byte for byte. */
async function lying(data: string): Promise<number> {
  const store = openSqliteStore(join(data, "relay.db"))
  let same = 0
  for (const one of held) {
    const whole = await store.files.whole(one.logId, one.blob)
    if (whole === null) continue
    const at = { log: one.logId, device: whole.device, id: one.blob }
    const parts = await Promise.all(
      Array.from({ length: partCount(whole.size) }, (_, n) => store.files.part(at, n)),
    )
    if (
      whole.wholeAt === one.seq &&
      equalBytes(Buffer.concat(parts.map((p) => p ?? new Uint8Array(0))), one.bytes)
    )
      same += 1
  }
  store.close()
  return same
}

test("the files go back with their entries, once; twice changes nothing", async () => {
  const data = join(folder, "one")
  const given = await restore(["notes", "--data", data], read)
  expect([given.code, given.lines.join("\n")]).toEqual([0, expect.stringContaining("2 files beside entries")])
  expect(given.lines.join("\n")).toContain("2 of them are new")
  expect(await lying(data)).toBe(2)
  // A process gives a folder back once.
  const copied = join(folder, "copied")
  mkdirSync(copied)
  cpSync(join(data, "relay.db"), join(copied, "relay.db"))
  const again = await restore(["notes", "--data", copied], read)
  expect([again.code, again.lines.join("\n")]).toEqual([0, expect.stringContaining("0 of them are new")])
  expect(await lying(copied)).toBe(2)
})

test("of a file that is not sound nothing is given back, and it is said which file is not the one its entry names", async () => {
  const data = join(folder, "two")
  const given = await restore(["changed", "--data", data], read)
  expect([given.code, given.lines.join("\n")]).toEqual([
    1,
    expect.stringContaining("File 2 beside the entries"),
  ])
  const told = await verify(["notes"], read)
  expect(told.lines.filter((line) => line.includes("here and as the entry says"))).toHaveLength(2)
})

test("what was taken back since does not come again", async () => {
  const store = openSqliteStore(join(folder, "three.db"))
  const [log] = await logsOfExport(deps, file, null)
  const there = (log?.entries ?? []).map(({ entry }) => entry)
  const taken = there.map((entry) => ({ ...entry, body: null }))
  expect(await giveFiles(store.files, taken, held, 1)).toEqual({ all: 0, fresh: 0 })
  expect(await giveFiles(store.files, there, held, 1)).toEqual({ all: 2, fresh: 2 })
  store.close()
})
