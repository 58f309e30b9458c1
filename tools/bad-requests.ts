import { rmSync } from "node:fs"
import { join } from "node:path"
import { createRelay, openSqliteStore, serve } from "#relay"
import { encodeRun, relayErrors, toBase64url } from "#wire"
import { appending, reading } from "../src/relay/testing/asking.ts"
import { badRequests } from "../src/relay/testing/bad-requests.ts"
import { laidOut } from "../src/relay/testing/bad-world.ts"
import type { Ask, World } from "../src/relay/testing/bad-world.ts"
import { freshFolder } from "../src/relay/testing/processes.ts"
import { verify } from "../src/relay/testing/writer.ts"

// npm run bad-requests [-- --times 10000 --seed 1]: every bad request of the table, then random ones, over a real port and a real file; then a good append.

export type Dice = (below: number) => number

export function diceFrom(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let z = Math.imul(state ^ (state >>> 15), state | 1)
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61)
    return ((z ^ (z >>> 14)) >>> 0) % below
  }
}

const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]
const types = [
  "application/octet-stream",
  "application/json",
  "text/plain",
  "",
  "multipart/form-data; boundary=x",
]

function pick<T>(dice: Dice, list: readonly T[]): T {
  const one = list[dice(list.length)]
  if (one === undefined) throw new Error("nothing to pick from")
  return one
}

/** Good bytes with something wrong: turned bits, a piece gone, a piece twice, or noise all through. */
function spoilt(dice: Dice, good: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(good)
  switch (dice(5)) {
    case 0:
      for (let i = 0; i <= dice(8); i += 1) bytes[dice(bytes.length)] = dice(256)
      // Were it by chance what it was, it would not be bad.
      bytes[1 + dice(148)] = (bytes[1 + dice(148)] ?? 0) ^ (1 << dice(8))
      return bytes.every((b, i) => b === good[i]) ? bytes.slice(1) : bytes
    case 1:
      return bytes.slice(0, dice(bytes.length))
    case 2:
      return bytes.slice(1 + dice(bytes.length - 1))
    case 3:
      return Uint8Array.from([...bytes, ...bytes.slice(dice(bytes.length))])
    default:
      return Uint8Array.from({ length: dice(2000) }, () => dice(256))
  }
}

function randomPath(dice: Dice, w: World): string {
  const noise = String.fromCharCode(...Array.from({ length: 1 + dice(60) }, () => 33 + dice(94)))
  const log = toBase64url(w.log.id)
  const box = toBase64url(w.invited.H)
  return pick(dice, [
    `/api/log/${log}`,
    `/api/log/${log}?from=${String(dice(2 ** 31))}${pick(dice, ["", "0000000000000000000", "x", "%00", "&from=1"])}`,
    `/api/log/${log.slice(dice(43))}`,
    `/api/log/${encodeURIComponent(noise)}`,
    `/api/mail/${box}`,
    `/api/mail/${box}/${pick(dice, ["request", "reveal", "ended", "answer-joiner", noise.replaceAll(/[#?%]/g, "")])}`,
    `/api/${encodeURIComponent(noise)}`,
    `/api/live`,
    `/api/${"../".repeat(dice(6))}api/log/${log}`,
  ])
}

/** Whatever comes out has no right to change anything. Every second one is a spoilt append, so that the record's own checks are reached. */
export function randomRequest(dice: Dice, w: World, good: Uint8Array): Request {
  if (dice(2) === 0) return w.post(spoilt(dice, good))
  const method = pick(dice, methods)
  const headers = new Headers()
  const type = pick(dice, types)
  if (type !== "") headers.set("Content-Type", type)
  if (dice(4) === 0)
    headers.set("Goldseam-Invite", pick(dice, ["", "x", toBase64url(w.log.id), "é", "A".repeat(43)]))
  if (dice(8) === 0) headers.set("Sec-Fetch-Site", pick(dice, ["cross-site", "same-site", "none", "%%"]))
  const body = method === "GET" || method === "HEAD" ? null : spoilt(dice, good)
  return new Request(w.origin + randomPath(dice, w), { method, headers, body })
}

export interface Answered {
  readonly status: number
  /** The refusal's type; "run" for entries, "read" for what a good reading would get, "" where HEAD has no body. */
  readonly type: string
}

export async function answered(ask: Ask, request: Request): Promise<Answered> {
  const response = await ask(request)
  const isRun = response.headers.has("Goldseam-Head")
  const text = isRun ? (await response.arrayBuffer(), "") : await response.text()
  if (isRun) return { status: response.status, type: response.status === 409 ? "conflict" : "read" }
  if (text === "") return { status: response.status, type: "" }
  const told: unknown = JSON.parse(text)
  const type: unknown = typeof told === "object" && told !== null ? Reflect.get(told, "type") : undefined
  return { status: response.status, type: typeof type === "string" ? type : "answer" }
}

/** What must not come back: a defect, a type nobody knows, or a yes to a write. */
export function faultOf(request: Pick<Request, "method">, { status, type }: Answered): string | null {
  if (status >= 500) return "a defect"
  if (type === "answer" || (status === 200 && request.method !== "GET" && request.method !== "HEAD"))
    return "a yes to a bad request"
  const known = ["read", "", ...relayErrors]
  return known.includes(type) ? null : `an unknown type: ${type}`
}

function argument(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

if (import.meta.main) {
  const [times, seed] = [argument("--times", 10_000), argument("--seed", 1)]
  const folder = freshFolder()
  const limits = { appendsPerMinute: 1_000_000, entriesPerDay: 1_000_000 }
  const told: string[] = []
  const relay = createRelay({
    store: openSqliteStore(join(folder, "relay.db")),
    clock: () => Date.now(),
    verify,
    isOpen: true,
    limits,
    onDefect: (reference) => told.push(reference),
  })
  const { url, close } = await serve({ port: 0, host: "127.0.0.1", relay })
  let wrong = 0
  for (const bad of badRequests) {
    const world = await laidOut(fetch, url)
    const { status, type } = await answered(fetch, await bad.ask(world))
    const isAsWritten = status === bad.status && type === bad.type
    if (!isAsWritten) wrong += 1
    console.log(
      `${String(status)}  ${type.padEnd(13)} ${bad.what}${isAsWritten ? "" : "   <- NOT AS WRITTEN"}`,
    )
  }
  console.log(`${String(badRequests.length)} bad requests, ${String(wrong)} not answered as written.`)

  const world = await laidOut(fetch, url)
  const dice = diceFrom(seed)
  const good = encodeRun([await world.next()])
  const counts = new Map<string, number>()
  const began = performance.now()
  for (let i = 0; i < times; i += 1) {
    const request = randomRequest(dice, world, good)
    const end = await answered(fetch, request)
    const fault = faultOf(request, end)
    if (fault !== null) {
      wrong += 1
      console.log(`${fault}: ${request.method} ${request.url} ${String(end.status)}`)
    }
    const name = `${String(end.status)} ${end.type}`.trim()
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${String(times)} random requests from seed ${String(seed)} in ${seconds} s:`)
  for (const [name, count] of [...counts].toSorted((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(7)}  ${name}`)
  for (const reference of told) console.log(`a defect: ${reference}`)

  const stored = await fetch(appending(world.log.id, [await world.log.content(world.ben)], url))
  const read = await fetch(reading(world.log.id, 0, url))
  const head = read.headers.get("Goldseam-Head") ?? ""
  const isGood = stored.status === 200 && head.startsWith(`${String(world.stored.length)}.`)
  console.log(
    `Then a good append: ${String(stored.status)}, and the log's head is ${head.split(".")[0] ?? ""}.`,
  )
  await close()
  rmSync(folder, { recursive: true, force: true })
  process.exit(wrong === 0 && told.length === 0 && isGood ? 0 : 1)
}
