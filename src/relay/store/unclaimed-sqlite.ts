import type { DatabaseSync } from "node:sqlite"
import { toHex } from "#wire"
import type { Bytes } from "#wire"
import { blob } from "./blob.ts"
import { factsOfLog } from "./facts-of-log.ts"
import type { SqlFiles } from "./files-sqlite.ts"

// spec/relay.md §8: a log nobody came into does not stay for ever.
export const unclaimedSchema = `
  CREATE TABLE IF NOT EXISTS unclaimed (log BLOB PRIMARY KEY, hour INTEGER NOT NULL);
`

/** Each inside a commit that is under way. */
export interface Unclaimed {
  /** The hour in which something was written to a log of one member; null once somebody came in. */
  readonly note: (log: Bytes, hour: number | null) => void
  /** Whether anything went. */
  readonly sweep: (hour: number, before: number) => boolean
}

export function unclaimedOver(db: DatabaseSync, files: Pick<SqlFiles, "forgetNow">): Unclaimed {
  const put = db.prepare(
    "INSERT INTO unclaimed (log, hour) VALUES (?, ?) ON CONFLICT (log) DO UPDATE SET hour = excluded.hour",
  )
  const claimed = db.prepare("DELETE FROM unclaimed WHERE log = ?")
  const waits = db.prepare(
    "UPDATE unclaimed SET hour = ? WHERE EXISTS (SELECT 1 FROM mailboxes WHERE mailboxes.log = unclaimed.log)",
  )
  const old = db.prepare("SELECT log FROM unclaimed WHERE hour < ?")
  const gone = ["entries", "bodies", "heads", "unclaimed"].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE log = ?`),
  )
  const fact = db.prepare("DELETE FROM facts WHERE name = ?")
  return {
    note: (log, hour) => {
      if (hour === null) claimed.run(log)
      else put.run(log, hour)
    },
    sweep: (hour, before) => {
      waits.run(hour)
      const logs = old.all(before).map((row) => blob(row["log"]))
      for (const log of logs) {
        for (const each of gone) each.run(log)
        for (const name of factsOfLog(toHex(log))) fact.run(name)
        files.forgetNow(log)
      }
      return logs.length > 0
    },
  }
}
