import type { DatabaseSync } from "node:sqlite"
import { equalBytes } from "#wire"
import type { Bytes } from "#wire"
import { blob } from "./blob.ts"
import { fitting, lastHours } from "./batches.ts"
import type { Batch, BatchStore, StoreSize } from "./batches.ts"
import type { Commits } from "./commit.ts"

export const batchSchema = `
  CREATE TABLE IF NOT EXISTS batches (name BLOB NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL, hour INTEGER NOT NULL, UNIQUE (name, n));
  CREATE TABLE IF NOT EXISTS slots (name BLOB PRIMARY KEY, bytes BLOB NOT NULL, hour INTEGER NOT NULL);
`

export function batchesOver(db: DatabaseSync, { inOneCommit, erased }: Commits): BatchStore {
  const sql = {
    size: db.prepare("SELECT count(*) AS count, sum(length(bytes)) AS bytes FROM batches WHERE name = ?"),
    hours: db.prepare("SELECT hour FROM batches WHERE name = ? ORDER BY n DESC LIMIT ?"),
    read: db.prepare("SELECT n, bytes FROM batches WHERE name = ? AND n >= ? ORDER BY n"),
    one: db.prepare("SELECT bytes FROM batches WHERE name = ? AND n = ?"),
    add: db.prepare("INSERT INTO batches (name, n, bytes, hour) VALUES (?, ?, ?, ?)"),
    drop: db.prepare("DELETE FROM batches WHERE name = ?"),
    slot: db.prepare("SELECT bytes FROM slots WHERE name = ?"),
    putSlot: db.prepare(
      "INSERT INTO slots (name, bytes, hour) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, hour = excluded.hour",
    ),
  }
  const countOf = (name: Bytes): number => Number(sql.size.get(name)?.["count"] ?? 0)
  const rowsFrom = function* (name: Bytes, from: number): Iterable<Batch> {
    for (const row of sql.read.iterate(name, from)) yield { n: Number(row["n"]), bytes: blob(row["bytes"]) }
  }
  const addNow = (name: Bytes, { n, bytes }: Batch, hour: number): "stored" | "taken" | "ahead" => {
    const there = sql.one.get(name, n)
    if (there !== undefined) return equalBytes(blob(there["bytes"]), bytes) ? "stored" : "taken"
    if (n !== countOf(name)) return "ahead"
    sql.add.run(name, n, bytes, hour)
    return "stored"
  }
  return {
    size: async (name): Promise<StoreSize | null> => {
      const count = countOf(name)
      if (count === 0) return null
      const hours = sql.hours.all(name, lastHours).map((row) => Number(row["hour"]))
      return { count, bytes: Number(sql.size.get(name)?.["bytes"] ?? 0), hours }
    },
    readBatches: async (name, from, most) => fitting(rowsFrom(name, from), most),
    addBatch: (name, batch, hour) => inOneCommit(() => addNow(name, batch, hour)),
    dropBatches: (name) =>
      inOneCommit(() => {
        if (sql.drop.run(name).changes > 0) erased()
        return "stored" as const
      }),
    readSlot: async (name) => {
      const row = sql.slot.get(name)
      return row === undefined ? null : blob(row["bytes"])
    },
    putSlot: (name, bytes, hour) =>
      inOneCommit(() => {
        if (sql.slot.get(name) !== undefined) erased()
        sql.putSlot.run(name, bytes, hour)
        return "stored" as const
      }),
  }
}
