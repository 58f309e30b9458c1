import { existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, expect, test } from "vitest"
import { entryHash, toHex } from "#wire"
import type { Bytes } from "#wire"
import { filesOf, freshFolder, spawnHere, wholeOutput } from "../testing/processes.ts"
import { createKeys, noise, startLog } from "../testing/writer.ts"
import { openSqliteStore } from "./sqlite.ts"
import { storeContract } from "./store.contract.ts"
import type { Append, Store } from "./store.ts"

const folder = freshFolder()
let files = 0
const freshFile = (): string => join(folder, `${String((files += 1))}.db`)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

storeContract("SQLite in memory", () => openSqliteStore(":memory:"))
storeContract("SQLite on disk", () => openSqliteStore(freshFile()))

/** One entry of noise; the store looks at none. */
function oneEntry(log: Bytes, seq: number, expected: Bytes | null, body: Bytes): Append {
  const entry = { header: noise(148), sig: noise(64), body }
  return {
    log,
    expected: expected === null ? null : { seq: seq - 1, hash: expected },
    entries: [{ seq, hash: noise(32), entry }],
    redacted: [],
    opened: [],
    letGo: [],
    isUnclaimed: false,
    hour: 1,
  }
}

async function redactFirst(store: Store, log: Bytes, first: Append): Promise<void> {
  const hash = first.entries[0]?.hash ?? noise(32)
  await store.append({ ...oneEntry(log, 1, hash, noise(100)), redacted: [hash] })
}

/** Frames in the log beside the file that end a commit: those that name the size of the database after it (sqlite.org/fileformat2.html §4.1). */
function commitsIn(wal: Buffer): number {
  if (wal.length < 32) return 0
  const page = wal.readUInt32BE(8)
  let commits = 0
  for (let at = 32; at + 24 + page <= wal.length; at += 24 + page) {
    const isThisRound = wal.subarray(at + 8, at + 16).equals(wal.subarray(16, 24))
    if (isThisRound && wal.readUInt32BE(at + 4) !== 0) commits += 1
  }
  return commits
}

test("what was acknowledged is there after the store was opened again", async () => {
  const file = freshFile()
  const keys = await createKeys()
  const log = await startLog(keys)
  const content = await log.content(keys)
  const H = noise(32)
  const first = openSqliteStore(file)
  const entries = [log.genesis, content].map((entry, seq) => ({ seq, hash: entryHash(entry), entry }))
  await first.append({
    log: log.id,
    expected: null,
    entries,
    redacted: [],
    opened: [H],
    letGo: [],
    isUnclaimed: false,
    hour: 7,
  })
  const request = { slot: "request", bytes: noise(9) } as const
  await first.putMail(H, request, { most: 8, beyond: "refuse" }, 7)
  first.close()
  const again = openSqliteStore(file)
  expect((await again.read(log.id, 0, 64)).entries).toEqual([log.genesis, content])
  expect(await again.mailbox(H)).toEqual({ log: log.id, hour: 7 })
  expect(await again.readMail(H)).toEqual([request])
  again.close()
})

test("all that is asked in one turn is one commit, and who waits is answered only after it", async () => {
  const file = freshFile()
  const store = openSqliteStore(file)
  const other = new DatabaseSync(file)
  const before = commitsIn(existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0))
  const seen: number[] = []
  const counted = (): number => Number(other.prepare("SELECT count(*) AS n FROM entries").get()?.["n"])
  const asked = Array.from({ length: 20 }, () =>
    store.append(oneEntry(noise(32), 0, null, noise(336))).then(() => seen.push(counted())),
  )
  expect(counted()).toBe(0)
  await Promise.all(asked)
  expect(seen).toEqual(Array.from({ length: 20 }, () => 20))
  expect(commitsIn(readFileSync(`${file}-wal`)) - before).toBe(1)
  other.close()
  store.close()
})

test("the database is in write-ahead mode, with rowid tables and bodies in a table of their own", () => {
  const file = freshFile()
  openSqliteStore(file).close()
  const db = new DatabaseSync(file)
  expect(db.prepare("PRAGMA journal_mode").get()?.["journal_mode"]).toBe("wal")
  expect(db.prepare("PRAGMA integrity_check").get()?.["integrity_check"]).toBe("ok")
  const tables = db
    .prepare("PRAGMA table_list")
    .all()
    .filter((t) => !String(t["name"]).startsWith("sqlite_"))
  expect(tables.map((t) => String(t["name"])).toSorted()).toEqual([
    "batches",
    "bodies",
    "entries",
    "facts",
    "files",
    "heads",
    "mail",
    "mailboxes",
    "parts",
    "slots",
    "unclaimed",
  ])
  expect(tables.every((t) => t["wr"] === 0)).toBe(true)
  db.close()
})

test("a database of a newer version is not touched", () => {
  const file = freshFile()
  const db = new DatabaseSync(file)
  db.exec("PRAGMA user_version = 99")
  db.close()
  expect(() => openSqliteStore(file)).toThrow("newer")
})

test("words that were taken back are in no file any more when it is acknowledged, however the pages were moved about", async () => {
  const file = freshFile()
  const store = openSqliteStore(file)
  const taken: Bytes[] = []
  const kept: Bytes[] = []
  for (let round = 0; round < 6; round += 1) {
    const written = Array.from({ length: 40 }, (_, i) => {
      const body = noise([100, 336, 336, 592, 1104, 4176, 9000, 65_000][(i * 7 + round) % 8] ?? 336)
      return { log: noise(32), body }
    })
    const firsts = await Promise.all(
      written.map(async ({ log, body }) => {
        const first = oneEntry(log, 0, null, body)
        await store.append(first)
        return { log, body, first }
      }),
    )
    for (const [i, { log, body, first }] of firsts.entries()) {
      if (i % 3 === 0) kept.push(body)
      else {
        await redactFirst(store, log, first)
        taken.push(body)
      }
    }
  }
  const all = filesOf(file)
  const isThere = (body: Bytes): boolean =>
    [0, 0.3, 0.6, 0.9].some((part) => {
      const from = Math.floor(part * (body.length - 20))
      return all.includes(Buffer.from(body.subarray(from, from + 16)))
    })
  expect(taken.length).toBeGreaterThan(100)
  expect(kept.filter((body) => !isThere(body)).length).toBe(0)
  expect(taken.filter(isThere).length).toBe(0)
  expect(statSync(`${file}-wal`).size).toBe(0)
  store.close()
})

test("words taken back while another process was reading are gone after the next opening", async () => {
  const file = freshFile()
  const store = openSqliteStore(file)
  const [log, body] = [noise(32), noise(4096)]
  const first = oneEntry(log, 0, null, body)
  await store.append(first)
  const reader = new DatabaseSync(file)
  reader.exec("BEGIN")
  reader.prepare("SELECT count(*) FROM bodies").get()
  await redactFirst(store, log, first)
  expect((await store.read(log, 0, 1)).entries[0]?.body).toBeNull()
  expect(filesOf(file).includes(Buffer.from(body.subarray(40, 72)))).toBe(true)
  reader.exec("COMMIT")
  reader.close()
  store.close()
  openSqliteStore(file).close()
  expect(filesOf(file).includes(Buffer.from(body.subarray(40, 72)))).toBe(false)
})

test("two processes on one file write to one log without a gap and without overwriting each other", async () => {
  const file = freshFile()
  openSqliteStore(file).close()
  const log = toHex(noise(32))
  const said = await Promise.all(
    [0, 1].map(() => wholeOutput(spawnHere("store-process.ts", [file, log, "60"]))),
  )
  expect(said.map((line) => (JSON.parse(line) as { stored: number }).stored)).toEqual([60, 60])
  const db = new DatabaseSync(file)
  const rows = db.prepare("SELECT seq FROM entries ORDER BY seq").all()
  expect(rows.map((row) => row["seq"])).toEqual(Array.from({ length: 120 }, (_, i) => i))
  expect(db.prepare("SELECT seq FROM heads").all()).toEqual([{ seq: 119 }])
  db.close()
})

test("a database that is moved away while it is open answers 'full', and takes nothing", async () => {
  const file = freshFile()
  const store = openSqliteStore(file)
  const log = noise(32)
  const first = oneEntry(log, 0, null, noise(336))
  expect(await store.append(first)).toBe("stored")
  renameSync(file, `${file}.away`)
  const next = oneEntry(log, 1, first.entries[0]?.hash ?? null, noise(336))
  expect(await store.append(next)).toBe("full")
  expect(
    await store.putMail(noise(32), { slot: "ended", bytes: noise(9) }, { most: 1, beyond: "refuse" }, 1),
  ).toBe("full")
  expect((await store.head(log))?.seq).toBe(0)
  renameSync(`${file}.away`, file)
  expect(await store.append(next)).toBe("stored")
  store.close()
})
