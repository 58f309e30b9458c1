import type { DatabaseSync } from "node:sqlite"
import { blob } from "./blob.ts"
import type { Commits } from "./commit.ts"
import type { Facts } from "./store.ts"

export function factsOver(db: DatabaseSync, { inOneCommit }: Commits): Facts {
  const get = db.prepare("SELECT bytes FROM facts WHERE name = ?")
  const first = db.prepare("INSERT INTO facts (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
  const put = db.prepare(
    "INSERT INTO facts (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes",
  )
  return {
    get: async (name) => {
      const row = get.get(name)
      return row === undefined ? null : blob(row["bytes"])
    },
    put: (name, bytes, how) =>
      inOneCommit(() => {
        ;(how === "first" ? first : put).run(name, bytes)
        return "stored" as const
      }),
  }
}
