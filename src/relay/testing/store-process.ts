// A second process on the same database: adds entries to one log, each where the head stands then. node store-process.ts <file> <log in hex> <how many>
import { fromHex } from "#wire"
import { openSqliteStore } from "../store/sqlite.ts"
import { noise } from "./writer.ts"

const [, , file = "", hex = "", count = "0"] = process.argv
const log = fromHex(hex) ?? noise(32)
const store = openSqliteStore(file)
let stored = 0
let moved = 0
while (stored < Number(count)) {
  const expected = await store.head(log)
  const entry = { header: noise(148), sig: noise(64), body: noise(336) }
  const seq = (expected?.seq ?? -1) + 1
  const done = await store.append({
    log,
    expected,
    entries: [{ seq, hash: noise(32), entry }],
    redacted: [],
    opened: [],
    letGo: [],
    isUnclaimed: false,
    hour: 1,
  })
  if (done === "stored") stored += 1
  else moved += 1
  if (done === "full") break
}
store.close()
process.stdout.write(JSON.stringify({ stored, moved }))
