import { DatabaseSync } from "node:sqlite"
import { concat, copy, HEADER_LENGTH } from "#wire"
import type { Bytes, Entry, Head, Slot } from "#wire"
import { sameHead } from "./memory.ts"
import type { Append, Mail, Mailbox, Store } from "./store.ts"

// Rowid tables: WITHOUT ROWID is three to four times slower at these sizes. Bodies stand apart, so that a redaction is a delete; secure_delete then
// overwrites them in the file. One commit for all that was asked in one turn of the event loop, and no answer before it.
const schema = `
  CREATE TABLE IF NOT EXISTS heads (log BLOB PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS entries (log BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, head BLOB NOT NULL, hour INTEGER NOT NULL, UNIQUE (log, seq));
  CREATE TABLE IF NOT EXISTS bodies (log BLOB NOT NULL, seq INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (log, seq));
  CREATE TABLE IF NOT EXISTS mailboxes (h BLOB PRIMARY KEY, log BLOB NOT NULL, hour INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS mail (h BLOB NOT NULL, slot TEXT NOT NULL, bytes BLOB NOT NULL, hour INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS mail_by_box ON mail (h);
`

interface Waiting {
  readonly run: () => unknown
  readonly done: (value: unknown) => void
  readonly failed: (error: unknown) => void
}

/** Opens or makes the database. Throws when the file cannot be opened or written. */
export function openSqliteStore(path: string): Store {
  const db = new DatabaseSync(path)
  db.exec(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=2000;",
  )
  db.exec(schema)
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
    sweep: db.prepare("DELETE FROM mail WHERE h IN (SELECT h FROM mailboxes WHERE hour < ?)"),
    sweepBoxes: db.prepare("DELETE FROM mailboxes WHERE hour < ?"),
  }
  const headOf = (log: Bytes): Head | null => {
    const row = sql.head.get(log)
    return row === undefined ? null : { seq: Number(row["seq"]), hash: blob(row["hash"]) }
  }
  const appendNow = (write: Append): boolean => {
    if (!sameHead(headOf(write.log), write.expected)) return false
    for (const { seq, hash, entry } of write.entries) {
      sql.entry.run(write.log, seq, hash, concat(entry.header, entry.sig), write.hour)
      if (entry.body !== null) sql.body.run(write.log, seq, entry.body)
    }
    const last = write.entries.at(-1)
    if (last !== undefined) sql.setHead.run(write.log, last.seq, last.hash)
    for (const hash of write.redacted) sql.redact.run(write.log, hash)
    for (const H of write.opened) sql.openBox.run(H, write.log, write.hour)
    return true
  }
  const { inOneCommit, drain } = groupCommit(db)
  return {
    head: async (log) => headOf(log),
    read: async (log, from, max) => sql.read.all(log, from, max).map(entryOf),
    append: (write) => inOneCommit(() => appendNow(write)),
    mailbox: async (H): Promise<Mailbox | null> => {
      const row = sql.box.get(H)
      return row === undefined ? null : { log: blob(row["log"]), hour: Number(row["hour"]) }
    },
    readMail: async (H): Promise<readonly Mail[]> =>
      sql.mail.all(H).map((row) => ({ slot: String(row["slot"]) as Slot, bytes: blob(row["bytes"]) })),
    putMail: (H, one, replace, hour) =>
      inOneCommit(() => {
        if (replace) sql.clearSlot.run(H, one.slot)
        sql.putMail.run(H, one.slot, one.bytes, hour)
      }),
    sweepMail: (before) =>
      inOneCommit(() => {
        sql.sweep.run(before)
        sql.sweepBoxes.run(before)
      }),
    close: () => {
      drain()
      db.close()
    },
  }
}

/** Collects what is asked in one turn and commits it once. What one request did wrong is its own failure; a commit that fails fails them all. */
function groupCommit(db: DatabaseSync): {
  readonly inOneCommit: <T>(run: () => T) => Promise<T>
  readonly drain: () => void
} {
  let waiting: Waiting[] = []
  let planned = false
  const drain = (): void => {
    planned = false
    const now = waiting
    waiting = []
    if (now.length === 0) return
    const ends: (() => void)[] = []
    try {
      db.exec("BEGIN IMMEDIATE")
      for (const one of now) {
        db.exec("SAVEPOINT one")
        try {
          const value = one.run()
          db.exec("RELEASE one")
          ends.push(() => one.done(value))
        } catch (error) {
          db.exec("ROLLBACK TO one; RELEASE one")
          ends.push(() => one.failed(error))
        }
      }
      db.exec("COMMIT")
    } catch (error) {
      if (db.isTransaction) db.exec("ROLLBACK")
      for (const one of now) one.failed(error)
      return
    }
    for (const end of ends) end()
  }
  return {
    drain,
    inOneCommit: <T>(run: () => T) =>
      new Promise<T>((done, failed) => {
        waiting.push({ run, done: (value) => done(value as T), failed })
        if (planned) return
        planned = true
        setImmediate(drain)
      }),
  }
}

function blob(value: unknown): Bytes {
  if (!(value instanceof Uint8Array)) throw new Error("the database holds something else than bytes")
  return Uint8Array.from(value)
}

function entryOf(row: Record<string, unknown>): Entry {
  const head = blob(row["head"])
  return {
    header: copy(head, 0, HEADER_LENGTH),
    sig: copy(head, HEADER_LENGTH, head.length),
    body: row["body"] === null ? null : blob(row["body"]),
  }
}
