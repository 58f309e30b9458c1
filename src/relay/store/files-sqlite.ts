import type { DatabaseSync } from "node:sqlite"
import { toHex } from "#wire"
import type { Bytes, LetGo } from "#wire"
import { blob } from "./blob.ts"
import type { Commits } from "./commit.ts"
import type { FilePlace, FileStore } from "./files.ts"

// A part is a row of at most 256 KiB: what is deleted is overwritten page by page, as with bodies.
export const fileSchema = `
  CREATE TABLE IF NOT EXISTS files (log BLOB NOT NULL, device BLOB NOT NULL, id BLOB NOT NULL, size INTEGER NOT NULL, count INTEGER NOT NULL, whole INTEGER, hour INTEGER NOT NULL, UNIQUE (log, id, device));
  CREATE TABLE IF NOT EXISTS parts (log BLOB NOT NULL, device BLOB NOT NULL, id BLOB NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (log, id, device, n));
`

export interface SqlFiles extends FileStore {
  /** Inside a commit that is under way: whether anything went. */
  readonly dropNow: (log: Bytes, letGo: LetGo) => boolean
  readonly forgetNow: (log: Bytes) => void
}

export function filesOver(db: DatabaseSync, { inOneCommit, erased }: Commits): SqlFiles {
  const here = "log = ? AND device = ? AND id = ?"
  const sql = {
    begun: db.prepare(`SELECT size, count, whole FROM files WHERE ${here}`),
    whole: db.prepare("SELECT device, size, whole FROM files WHERE log = ? AND id = ? AND whole IS NOT NULL"),
    storedBy: db.prepare("SELECT device FROM files WHERE log = ? AND id = ?"),
    part: db.prepare(`SELECT bytes FROM parts WHERE ${here} AND n = ?`),
    addPart: db.prepare("INSERT INTO parts (log, device, id, n, bytes) VALUES (?, ?, ?, ?, ?)"),
    put: db.prepare(
      "INSERT INTO files (log, device, id, size, count, whole, hour) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (log, id, device) DO UPDATE SET count = excluded.count, whole = excluded.whole, hour = excluded.hour",
    ),
    dropFile: db.prepare(`DELETE FROM files WHERE ${here}`),
    dropParts: db.prepare(`DELETE FROM parts WHERE ${here}`),
    forgetFiles: db.prepare("DELETE FROM files WHERE log = ?"),
    forgetParts: db.prepare("DELETE FROM parts WHERE log = ?"),
    bytes: db.prepare("SELECT sum(size) AS bytes FROM files WHERE log = ? AND device = ?"),
    old: db.prepare("SELECT log, device, id FROM files WHERE whole IS NULL AND hour < ?"),
  }
  const dropOne = ({ log, device, id }: FilePlace): void => {
    sql.dropFile.run(log, device, id)
    sql.dropParts.run(log, device, id)
  }
  const dropNow: SqlFiles["dropNow"] = (log, { devices, ids }) => {
    // By name first: a list of a thousand names is a thousand look-ups, however many devices somebody ever had.
    const own = new Set(devices.map(toHex))
    const there = ids.flatMap((id) =>
      sql.storedBy.all(log, id).map((row) => ({ log, id, device: blob(row["device"]) })),
    )
    const gone = there.filter(({ device }) => own.has(toHex(device)))
    for (const at of gone) dropOne(at)
    return gone.length > 0
  }
  const begun = ({ log, device, id }: FilePlace) => {
    const row = sql.begun.get(log, device, id)
    return row === undefined
      ? null
      : { size: Number(row["size"]), count: Number(row["count"]), wholeAt: numberOf(row["whole"]) }
  }
  return {
    dropNow,
    forgetNow: (log) => {
      sql.forgetFiles.run(log)
      sql.forgetParts.run(log)
    },
    begun: async (at) => begun(at),
    whole: async (log, id) => {
      const row = sql.whole.get(log, id)
      if (row === undefined) return null
      return { device: blob(row["device"]), size: Number(row["size"]), wholeAt: Number(row["whole"]) }
    },
    part: async ({ log, device, id }, n) => {
      const row = sql.part.get(log, device, id, n)
      return row === undefined ? null : blob(row["bytes"])
    },
    addPart: (at, { n, bytes }, { size, wholeAt, hour }) =>
      inOneCommit(() => {
        if (n !== (begun(at)?.count ?? 0)) return "ahead"
        const { log, device, id } = at
        sql.addPart.run(log, device, id, n, bytes)
        sql.put.run(log, device, id, size, n + 1, wholeAt, hour)
        return "stored"
      }),
    drop: (log, letGo) =>
      inOneCommit(() => {
        if (dropNow(log, letGo)) erased()
        return "stored" as const
      }),
    bytesOf: async (log, devices) =>
      devices.reduce((sum, device) => sum + Number(sql.bytes.get(log, device)?.["bytes"] ?? 0), 0),
    sweepFiles: (before) =>
      inOneCommit(() => {
        for (const row of sql.old.all(before)) {
          dropOne({ log: blob(row["log"]), device: blob(row["device"]), id: blob(row["id"]) })
          erased()
        }
        return "stored" as const
      }),
  }
}

function numberOf(value: unknown): number | null {
  return value === null ? null : Number(value)
}
