// The real relay in a process of its own. Only the limits for one device and one member are lifted: a benchmark is nobody's day.
import { createHost, createRelay, filesFrom, openSqliteStore, serve } from "#relay"
import { createVerify } from "#wire"
import type { SubtleLike } from "#wire"
import { answerCosts } from "./children.ts"

const [, , file = "", app = ""] = process.argv
const most = Number.MAX_SAFE_INTEGER
const relay = createRelay({
  store: openSqliteStore(file),
  clock: () => Date.now(),
  verify: createVerify(crypto.subtle as unknown as SubtleLike),
  isOpen: true,
  limits: { appendsPerMinute: most, entriesPerDay: most, bytesPerDay: most },
  ...(app === "" ? {} : { files: filesFrom(app, { publicUrl: null }) }),
  host: createHost({ operator: null, publicUrl: null, exitUrl: null }),
})
const serving = await serve({ port: 0, host: "127.0.0.1", relay })
process.send?.({ url: serving.url })
answerCosts()
