import { createHost, createRelay, filesFrom, openMemoryStore, serve } from "#relay"
import type { Serving } from "#relay"
import { createVerify } from "#wire"
import type { SubtleLike } from "#wire"
import { buildApp, builtApp } from "./build.ts"

// npm run demo: the app, begun at the made-up pair. No data folder is read or made: what the relay keeps, it keeps in memory.

await buildApp()
const relay = createRelay({
  store: openMemoryStore(),
  clock: () => Date.now(),
  // WebCrypto's own types say more than the floor asks for.
  verify: createVerify(crypto.subtle as unknown as SubtleLike),
  files: filesFrom(builtApp, { publicUrl: null }),
  host: createHost({ operator: null, publicUrl: null, exitUrl: null }),
})
const host = process.env["HOST"] ?? "127.0.0.1"

/** The usual port, or any other when that one is taken. */
async function listen(): Promise<Serving> {
  const port = Number(process.env["PORT"] ?? "4700")
  try {
    return await serve({ port, host, relay })
  } catch {
    return serve({ port: 0, host, relay })
  }
}

const serving = await listen()
let isStopping = false
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const)
  process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    void serving.close().then(() => process.exit(0))
  })
console.log(`A made-up pair: ${new URL("#look", serving.url).href}`)
console.log("Ana and Ben are made up, and nothing is kept. Stop it with Ctrl+C.")
