// The real relay, wrapped by one that does not keep its word, in a process of its own. It listens on two ports: so it can tell Ben from Ana, as a real one can
// by their addresses. It can also stand still at a given letter, so that a test may kill somebody at exactly that moment.
import { createHost, createRelay, filesFrom, openMemoryStore, openSqliteStore, serve } from "#relay"
import type { Relay } from "#relay"
import { createVerify, decodeRun } from "#wire"
import type { SubtleLike } from "#wire"
import { evils } from "../../src/app/testing/between-two.ts"
import { relayOrigin } from "../../src/app/testing/people.ts"
import type { Side } from "../../src/app/testing/duo.ts"
import type { Begin, FromRelay, Hold, Letter, ToRelay } from "./messages.ts"

const tell = (message: FromRelay): void => void process.send?.(message)
const clock = (): number => Date.now()
const verify = createVerify(crypto.subtle as unknown as SubtleLike)
const host = createHost({ operator: null, publicUrl: null, exitUrl: null })

let holds: Hold[] = []
let still: { readonly until: Promise<void>; readonly goOn: () => void } | null = null

/** While one letter is held, nothing else moves. */
async function standsStill(letter: Letter | null, when: Hold["when"]): Promise<void> {
  const hold = holds.find((h) => h.letter === letter && h.when === when)
  if (hold === undefined) return
  holds = holds.filter((h) => h !== hold)
  const { promise: until, resolve: goOn } = Promise.withResolvers<void>()
  still = { until, goOn }
  tell({ is: "held", hold })
  await until
}

const slotLetters: readonly string[] = ["request", "reveal", "answer-inviter", "answer-joiner"]
function letterOf(request: Request, body: Uint8Array): Letter | null {
  const slot = new URL(request.url).pathname.split("/")[4] ?? ""
  if (request.method === "PUT" && slotLetters.includes(slot)) return slot as Letter
  const run = request.method === "POST" ? decodeRun(body, 1000) : null
  const isAdmit = run?.ok === true && run.value.some((e) => e.header[93] === 2 && e.body?.[0] === 3)
  return isAdmit ? "admit" : null
}

let overhears: (link: string) => Promise<string> = (link) => Promise.resolve(link)

async function begin(o: Begin): Promise<void> {
  holds = [...o.holds]
  const real = createRelay({
    store: openSqliteStore(o.dataFile),
    clock,
    verify,
    host,
    // What a dishonest one asks for itself.
    origins: [relayOrigin],
  })
  const evil = evils[o.evil]({ fetch: real.fetch }, (box) => real.live.mail(box))
  overhears = evil.overhears
  const wrapped = (side: Side): Relay => {
    const pages = createRelay({
      store: openMemoryStore(),
      clock,
      verify,
      host,
      files: filesFrom(o.apps[side], { publicUrl: null }),
    })
    const api = evil.between(side)
    return {
      ...real,
      fetch: async (request) => {
        const path = new URL(request.url).pathname
        if (!path.startsWith("/api/")) return pages.fetch(request)
        const body = new Uint8Array(await request.clone().arrayBuffer())
        const letter = letterOf(request, body)
        await still?.until
        tell({ is: "asked", side, method: request.method, path, letter })
        await standsStill(letter, "before")
        const response = await api.fetch(request)
        await standsStill(letter, "after")
        return response
      },
    }
  }
  const ports: Record<Side, number> = { ben: 0, ana: 0 }
  for (const side of ["ben", "ana"] as const) {
    const serving = await serve({ port: o.ports[side], host: "127.0.0.1", relay: wrapped(side) })
    ports[side] = Number(new URL(serving.url).port)
  }
  tell({ is: "ready", ports })
}

process.on("message", (message: ToRelay) => {
  switch (message.is) {
    case "begin":
      return void begin(message)
    case "hold":
      holds = [...holds, message.hold]
      return undefined
    case "go-on":
      still?.goOn()
      still = null
      return undefined
    case "link":
      return void overhears(message.link).then((link) => tell({ is: "link", link }))
  }
})
process.on("disconnect", () => process.exit(0))
