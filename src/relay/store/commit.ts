import type { DatabaseSync } from "node:sqlite"

interface Waiting {
  readonly run: () => unknown
  readonly done: (value: unknown) => void
  readonly failed: (error: unknown) => void
  readonly full: () => void
}

/** How long one process waits for another's commit. */
export const patience = "PRAGMA busy_timeout=2000"

export interface Commits {
  /** Runs it inside the next commit; resolves once that is on the disk, with "full" when the disk could not take it. */
  readonly inOneCommit: <T>(run: () => T) => Promise<T | "full">
  /** Something was deleted in this commit: it shall not stay readable in the log beside the file either. */
  readonly erased: () => void
  /** Commits what still waits. */
  readonly drain: () => void
}

/**
 * Collects what is asked in one turn of the event loop and commits it once. What one request did wrong is its own failure; a commit that fails fails them all.
 * SQLite itself would go on writing into a file that was moved or deleted, and acknowledge what nobody finds again: so its place is looked at each time.
 */
export function createCommits(db: DatabaseSync, isInPlace: () => boolean): Commits {
  const begin = db.prepare("BEGIN IMMEDIATE")
  const commit = db.prepare("COMMIT")
  const save = db.prepare("SAVEPOINT one")
  const release = db.prepare("RELEASE one")
  const runOne = (one: Waiting): (() => void) => {
    save.run()
    try {
      const value = one.run()
      release.run()
      return () => one.done(value)
    } catch (error) {
      // A full disk ends the whole transaction, and there is nothing left to go back to.
      if (!db.isTransaction) throw error
      db.exec("ROLLBACK TO one; RELEASE one")
      return () => one.failed(error)
    }
  }
  let waiting: Waiting[] = []
  let planned = false
  let mustErase = false
  const drain = (): void => {
    planned = false
    const now = waiting
    waiting = []
    if (now.length === 0) return
    const ends: (() => void)[] = []
    if (!isInPlace()) {
      for (const one of now) one.full()
      return
    }
    try {
      begin.run()
      for (const one of now) ends.push(runOne(one))
      commit.run()
    } catch (error) {
      if (db.isTransaction) db.exec("ROLLBACK")
      for (const one of now) one.failed(error)
      return
    }
    if (mustErase) mustErase = !erase(db)
    for (const end of ends) end()
  }
  return {
    drain,
    erased: () => {
      mustErase = true
    },
    inOneCommit: <T>(run: () => T) =>
      new Promise<T | "full">((done, failed) => {
        waiting.push({
          run,
          done: (value) => done(value as T),
          failed: (error) => (isFull(error) ? done("full") : failed(error)),
          full: () => done("full"),
        })
        if (planned) return
        planned = true
        setImmediate(drain)
      }),
  }
}

/**
 * Moves all into the file, where deleted bytes are overwritten with zeros, and empties the log beside it. False while another process still reads there; then it
 * is tried again with the next commit and when the file is opened.
 */
export function erase(db: DatabaseSync): boolean {
  try {
    // Nobody is to wait for a reader who takes his time, a backup perhaps.
    db.exec("PRAGMA busy_timeout=0")
    return Number(db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"] ?? 0) === 0
  } catch {
    return false
  } finally {
    db.exec(patience)
  }
}

// SQLite's own numbers: BUSY, READONLY, IOERR, FULL, CANTOPEN (sqlite.org/rescode.html); the low byte names the family.
const cannotWrite = [5, 8, 10, 13, 14]

function isFull(error: unknown): boolean {
  const code: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "errcode") : undefined
  return typeof code === "number" && cannotWrite.includes(code & 0xff)
}
