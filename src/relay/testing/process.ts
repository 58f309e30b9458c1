// A relay in a process of its own, to be killed. node process.ts <file> <port>
import { createRelay } from "../relay.ts"
import { serve } from "../serve.ts"
import { openSqliteStore } from "../store/sqlite.ts"
import { verify } from "./writer.ts"

const [, , file = "", port = "0"] = process.argv
const relay = createRelay({
  store: openSqliteStore(file),
  clock: () => Date.now(),
  verify,
  isOpen: true,
  limits: { appendsPerMinute: 1_000_000, entriesPerDay: 1_000_000 },
})
const serving = await serve({ port: Number(port), host: "127.0.0.1", relay })
process.stdout.write(`${serving.url}\n`)
