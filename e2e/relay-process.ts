// A real relay in a process of its own, with a clock that the test moves in one step. The product has no switch that changes time: this file makes the relay
// itself, through createRelay({ clock }).
import { createHost, createRelay, filesFrom, openSqliteStore, serve } from "#relay"
import { createVerify } from "#wire"
import type { SubtleLike } from "#wire"

const [, , dataFile = "", filesFolder = "", port = "0", startAt = "0", publicAddress = ""] = process.argv
const publicUrl = publicAddress === "" ? null : publicAddress
let shift = Number(startAt) === 0 ? 0 : Number(startAt) - Date.now()

const relay = createRelay({
  store: openSqliteStore(dataFile),
  clock: () => Date.now() + shift,
  verify: createVerify(crypto.subtle as unknown as SubtleLike),
  files: filesFrom(filesFolder, { publicUrl }),
  origins: publicUrl === null ? [] : [new URL(publicUrl).origin],
  host: createHost({ operator: null, publicUrl, exitUrl: null }),
})
const serving = await serve({ port: Number(port), host: "127.0.0.1", relay })
process.on("message", (message: unknown) => {
  if (typeof message === "object" && message !== null && "forward" in message)
    shift += Number(message.forward)
})
process.send?.({ url: serving.url })
