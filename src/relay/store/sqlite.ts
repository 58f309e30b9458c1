import { statSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { concat, copy, equalBytes, HEADER_LENGTH } from "#wire"
import type { Bytes, Entry, Head, Slot } from "#wire"
import { batchesOver, batchSchema } from "./batches-sqlite.ts"
import { blob } from "./blob.ts"
import { createCommits, erase, patience } from "./commit.ts"
import { factsOver } from "./facts-sqlite.ts"
import { fileSchema, filesOver } from "./files-sqlite.ts"
import { sameHead } from "./same-head.ts"
import type { Append, Mail, Mailbox, Room, Store } from "./store.ts"
import { unclaimedOver, unclaimedSchema } from "./unclaimed-sqlite.ts"

const version = 1
export const newerVersion = "the database is of a newer Goldseam"
// Rowid tables: WITHOUT ROWID is three to four times slower at these sizes. Bodies stand apart, so that a redaction is a delete.
const schema = `
  CREATE TABLE IF NOT EXISTS heads (log BLOB PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS entries (log BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, head BLOB NOT NULL, hour INTEGER NOT NULL, UNIQUE (log, seq));
  CREATE TABLE IF NOT EXISTS bodies (log BLOB NOT NULL, seq INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (log, seq));
  CREATE TABLE IF NOT EXISTS mailboxes (h BLOB PRIMARY KEY, log BLOB NOT NULL, hour INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS mail (h BLOB NOT NULL, slot TEXT NOT NULL, bytes BLOB NOT NULL, hour INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS mail_by_box ON mail (h);
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, bytes BLOB NOT NULL);
  ${batchSchema}
  ${fileSchema}
  ${unclaimedSchema}
  PRAGMA user_version = ${String(version)};
`

/** Opens or makes the database. Throws when the file cannot be opened or written, or is not ours, or would not be durable. */
export function openSqliteStore(path: string): Store {
  const db = new DatabaseSync(path)
  try {
    prepare(db, path)
    return storeOver(db, placeOf(path))
  } catch (error) {
    db.close()
    throw error
  }
}

/** Whether the file is still the one that was opened. */
function placeOf(path: string): () => boolean {
  if (path === ":memory:") return () => true
  const opened = statSync(path).ino
  return () => statSync(path, { throwIfNoEntry: false })?.ino === opened
}

function prepare(db: DatabaseSync, path: string): void {
  const pragma = (name: string): unknown => db.prepare(`PRAGMA ${name}`).get()?.[name]
  db.exec(
    `${patience}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY`,
  )
  const isDurable = pragma("synchronous") === 2 && (path === ":memory:" || pragma("journal_mode") === "wal")
  if (!isDurable || pragma("secure_delete") !== 1)
    throw new Error("this file system does not keep what it promises")
  if (Number(pragma("user_version")) > version) throw new Error(newerVersion)
  db.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`)
  // What a kill left in the log beside the file, deleted words among it.
  erase(db)
}

function storeOver(db: DatabaseSync, isInPlace: () => boolean): Store {
  const sql = {
    head: db.prepare("SELECT seq, hash FROM heads WHERE log = ?"),
    read: db.prepare(
      "SELECT e.head, b.body FROM entries e LEFT JOIN bodies b ON b.log = e.log AND b.seq = e.seq WHERE e.log = ? AND e.seq >= ? ORDER BY e.seq LIMIT ?",
    ),
    setHead: db.prepare(
      "INSERT INTO heads (log, seq, hash) VALUES (?, ?, ?) ON CONFLICT (log) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
    ),
    entry: db.prepare("INSERT INTO entries (log, seq, hash, head, hour) VALUES (?, ?, ?, ?, ?)"),
    body: db.prepare("INSERT INTO bodies (log, seq, body) VALUES (?, ?, ?)"),
    redact: db.prepare(
      "DELETE FROM bodies WHERE log = ?1 AND seq IN (SELECT seq FROM entries WHERE log = ?1 AND hash = ?2)",
    ),
    openBox: db.prepare("INSERT INTO mailboxes (h, log, hour) VALUES (?, ?, ?) ON CONFLICT (h) DO NOTHING"),
    box: db.prepare("SELECT log, hour FROM mailboxes WHERE h = ?"),
    mail: db.prepare("SELECT slot, bytes FROM mail WHERE h = ? ORDER BY rowid"),
    clearSlot: db.prepare("DELETE FROM mail WHERE h = ? AND slot = ?"),
    putMail: db.prepare("INSERT INTO mail (h, slot, bytes, hour) VALUES (?, ?, ?, ?)"),
    sweepBoxes: db.prepare(
      "DELETE FROM mailboxes WHERE hour < ?1 AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.h = mailboxes.h AND mail.slot = 'request' AND mail.hour >= ?1)",
    ),
    sweepMail: db.prepare("DELETE FROM mail WHERE h NOT IN (SELECT h FROM mailboxes)"),
  }
  const commits = createCommits(db, isInPlace)
  const { inOneCommit, erased, drain } = commits
  const files = filesOver(db, commits)
  const unclaimed = unclaimedOver(db, files)
  const headOf = (log: Bytes): Head | null => {
    const row = sql.head.get(log)
    return row === undefined ? null : { seq: Number(row["seq"]), hash: blob(row["hash"]) }
  }
  const mailIn = (H: Bytes): readonly Mail[] =>
    sql.mail.all(H).map((row) => ({ slot: String(row["slot"]) as Slot, bytes: blob(row["bytes"]) }))
  const appendNow = (write: Append): "stored" | "moved" => {
    if (!sameHead(headOf(write.log), write.expected)) return "moved"
    for (const { seq, hash, entry } of write.entries) {
      sql.entry.run(write.log, seq, hash, concat(entry.header, entry.sig), write.hour)
      if (entry.body !== null) sql.body.run(write.log, seq, entry.body)
    }
    const last = write.entries.at(-1)
    if (last !== undefined) sql.setHead.run(write.log, last.seq, last.hash)
    for (const hash of write.redacted) if (sql.redact.run(write.log, hash).changes > 0) erased()
    for (const H of write.opened) sql.openBox.run(H, write.log, write.hour)
    for (const letGo of write.letGo) if (files.dropNow(write.log, letGo)) erased()
    unclaimed.note(write.log, write.isUnclaimed ? write.hour : null)
    return "stored"
  }
  const putNow = (H: Bytes, one: Mail, room: Room, hour: number): "stored" | "taken" => {
    const there = mailIn(H).filter((m) => m.slot === one.slot)
    if (there.some((m) => equalBytes(m.bytes, one.bytes))) return "stored"
    if (there.length >= room.most) {
      if (room.beyond === "refuse") return "taken"
      sql.clearSlot.run(H, one.slot)
      erased()
    }
    sql.putMail.run(H, one.slot, one.bytes, hour)
    return "stored"
  }
  const sweepNow = (before: number): "stored" => {
    sql.sweepBoxes.run(before)
    if (sql.sweepMail.run().changes > 0) erased()
    return "stored"
  }
  return {
    head: async (log) => headOf(log),
    // First the entries, then the head: were another process to write between the two, the head is only further on.
    read: async (log, from, max) => {
      const entries = sql.read.all(log, from, max).map(entryOf)
      return { entries, head: headOf(log) }
    },
    append: (write) => inOneCommit(() => appendNow(write)),
    mailbox: async (H): Promise<Mailbox | null> => {
      const row = sql.box.get(H)
      return row === undefined ? null : { log: blob(row["log"]), hour: Number(row["hour"]) }
    },
    readMail: async (H) => mailIn(H),
    putMail: (H, one, room, hour) => inOneCommit(() => putNow(H, one, room, hour)),
    sweepMail: (before) => inOneCommit(() => sweepNow(before)),
    sweepLogs: (hour, before) =>
      inOneCommit(() => {
        if (unclaimed.sweep(hour, before)) erased()
        return "stored" as const
      }),
    facts: factsOver(db, commits),
    batches: batchesOver(db, commits),
    files,
    close: () => {
      drain()
      erase(db)
      db.close()
    },
  }
}

function entryOf(row: Record<string, unknown>): Entry {
  const head = blob(row["head"])
  return {
    header: copy(head, 0, HEADER_LENGTH),
    sig: copy(head, HEADER_LENGTH, head.length),
    body: row["body"] === null ? null : blob(row["body"]),
  }
}
