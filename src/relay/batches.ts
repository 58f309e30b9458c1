import type { Hono } from "hono"
import {
  batchLimits,
  concat,
  equalBytes,
  fromBase64url,
  H,
  isBatchSize,
  SLOT_SIZE,
  toBase64url,
  u32,
} from "#wire"
import type { Bytes, RelayError } from "#wire"
import { apiHeaders, json, refusal } from "./answers.ts"
import type { Read } from "./bodies.ts"
import type { Batch, BatchStore, StoreSize } from "./store/batches.ts"
import { createTurns } from "./turns.ts"

// spec/relay.md §9: batches of a private log, and the slot a recovery code opens. Whoever knows the secret behind a name may read and write; nothing here says
// whose it is, or that two names belong together.

export interface BatchDeps {
  readonly store: BatchStore
  readonly clock: () => number
  readonly bodyOf: (request: Request, most: number) => Promise<Read>
  readonly limits?: Partial<Record<keyof typeof batchLimits, number>>
  readonly onRoom?: (isThere: boolean) => void
}

/** As many batches in one answer as fit into so many bytes. */
const answerBytes = 4 * 1024 * 1024

export function batchRoutes(app: Hono, deps: BatchDeps): void {
  const { store } = deps
  const limits = { ...batchLimits, ...deps.limits }
  const inTurn = createTurns()
  const isBegun = createBegun(deps.clock, limits.begunPerHour)
  const hourNow = (): number => Math.floor(deps.clock() / 3_600_000)
  const answered = (kept: "stored" | "full"): Response => {
    deps.onRoom?.(kept === "stored")
    return kept === "stored" ? json({ ok: true }) : refusal("full")
  }
  const add = async (name: Bytes, batch: Batch): Promise<Response> => {
    const size = await store.size(name)
    const error = refused(size, batch, hourNow(), limits, isBegun)
    if (error !== null) return refusal(error)
    const added = await store.addBatch(name, batch, hourNow())
    if (added === "taken") return refusal("slot-taken")
    if (added === "ahead") return refusal("out-of-order")
    if (size === null && added === "stored") isBegun.note()
    return answered(added)
  }
  app.get("/api/batches/:name", async (c) => {
    const name = nameOf("batches", c.req.param("name"), c.req.header("goldseam-secret"))
    const from = c.req.query("from") ?? "0"
    if (name === null || !/^\d{1,9}$/.test(from)) return refusal("malformed")
    const [batches, size] = [await store.readBatches(name, Number(from), answerBytes), await store.size(name)]
    return batchAnswer(batches, size?.count ?? 0)
  })
  app.put("/api/batches/:name/:n", async (c) => {
    const name = nameOf("batches", c.req.param("name"), c.req.header("goldseam-secret"))
    const n = c.req.param("n")
    if (name === null || !/^(0|[1-9]\d{0,8})$/.test(n)) return refusal("malformed")
    const body = await deps.bodyOf(c.req.raw, limits.batchBytes)
    if (body.is !== "whole") return refusal(body.is === "cut" ? "malformed" : body.is)
    if (!isBatchSize(body.bytes.length)) return refusal("malformed")
    return inTurn(toBase64url(name), () => add(name, { n: Number(n), bytes: body.bytes }))
  })
  app.delete("/api/batches/:name", async (c) => {
    const name = nameOf("batches", c.req.param("name"), c.req.header("goldseam-secret"))
    if (name === null) return refusal("malformed")
    return answered(await inTurn(toBase64url(name), () => store.dropBatches(name)))
  })
  app.get("/api/slot/:name", async (c) => {
    const name = nameOf("locator", c.req.param("name"), c.req.header("goldseam-secret"))
    if (name === null) return refusal("malformed")
    return octets((await store.readSlot(name)) ?? new Uint8Array(0))
  })
  app.put("/api/slot/:name", async (c) => {
    const name = nameOf("locator", c.req.param("name"), c.req.header("goldseam-secret"))
    if (name === null) return refusal("malformed")
    const body = await deps.bodyOf(c.req.raw, SLOT_SIZE)
    if (body.is !== "whole") return refusal(body.is === "cut" ? "malformed" : body.is)
    if (body.bytes.length !== SLOT_SIZE) return refusal("malformed")
    return inTurn(`slot ${toBase64url(name)}`, async () => {
      const isNew = (await store.readSlot(name)) === null
      if (isNew && !isBegun.allows()) return refusal("too-many")
      const kept = await store.putSlot(name, body.bytes, hourNow())
      if (isNew && kept === "stored") isBegun.note()
      return answered(kept)
    })
  })
}

/** The name a caller may use: the secret in the header must hash to it. */
function nameOf(tag: "batches" | "locator", path: string, secret: string | undefined): Bytes | null {
  const name = fromBase64url(path)
  const known = secret === undefined ? null : fromBase64url(secret)
  if (name === null || known === null || name.length !== 32 || known.length !== 32) return null
  return equalBytes(H(tag, known), name) ? name : null
}

type BatchLimits = Record<keyof typeof batchLimits, number>

/** What is there already is never refused for its number: the same bytes again are the same batch. */
function refused(
  size: StoreSize | null,
  { n, bytes }: Batch,
  hour: number,
  limits: BatchLimits,
  begun: Begun,
): RelayError | null {
  if (n < (size?.count ?? 0)) return null
  if (size === null) return n === 0 && !begun.allows() ? "too-many" : null
  const today = Math.floor(hour / 24)
  const ofToday = size.hours.filter((h) => Math.floor(h / 24) === today).length
  const isFull = size.count >= limits.batches || size.bytes + bytes.length > limits.storeBytes
  return isFull || ofToday >= limits.batchesPerDay ? "too-many" : null
}

interface Begun {
  readonly allows: () => boolean
  readonly note: () => void
}

/** How many names were begun in this hour. In memory only, and of nobody: it keeps the disk from being filled by making names up. */
function createBegun(clock: () => number, most: number): Begun {
  let hour = { at: 0, count: 0 }
  const now = (): typeof hour => {
    const at = Math.floor(clock() / 3_600_000)
    if (hour.at !== at) hour = { at, count: 0 }
    return hour
  }
  return {
    allows: () => now().count < most,
    note: () => {
      now().count += 1
    },
  }
}

function octets(bytes: Bytes, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(bytes, {
    headers: { ...apiHeaders, "Content-Type": "application/octet-stream", ...more },
  })
}

function batchAnswer(batches: readonly Batch[], count: number): Response {
  const parts = batches.flatMap(({ n, bytes }) => [u32(n), u32(bytes.length), bytes])
  return octets(concat(...parts), { "Goldseam-Batches": String(count) })
}
