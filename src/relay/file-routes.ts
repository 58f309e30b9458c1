import { createHash } from "node:crypto"
import type { Hono } from "hono"
import {
  blobId,
  devicesOf,
  equalBytes,
  fileLimits,
  fromBase64url,
  partCount,
  partLength,
  piecesIn,
  toBase64url,
} from "#wire"
import type { Bytes, LogState, RelayError } from "#wire"
import { apiHeaders, json, refusal } from "./answers.ts"
import type { Read } from "./bodies.ts"
import type { Counts } from "./counts.ts"
import type { Door } from "./door.ts"
import { isOctets } from "./log-routes.ts"
import type { Logs } from "./logs.ts"
import type { Begun, FilePlace, Part } from "./store/files.ts"
import type { Store } from "./store/store.ts"
import { createTurns } from "./turns.ts"

// spec/relay.md §14: files beside entries. They come in parts, in their order, and are not there for anybody before they are whole and are what their name says.

export interface FileDeps {
  readonly store: Store
  readonly logs: Logs
  readonly door: Door
  readonly counts: Counts
  readonly hourNow: () => Promise<number>
  readonly bodyOf: (request: Request, most: number) => Promise<Read>
  readonly onRoom?: ((isThere: boolean) => void) | undefined
}
/** A part as it came, before it is looked at beside what lies there. */
interface Coming extends Part {
  readonly at: FilePlace
  readonly size: number
}

export function fileRoutes(app: Hono, deps: FileDeps): void {
  const { logs, door } = deps
  const { files } = deps.store
  const inTurn = createTurns()
  const answered = (kept: "stored" | RelayError): Response => {
    if (kept === "stored" || kept === "full") deps.onRoom?.(kept === "stored")
    return kept === "stored" ? json({ ok: true }) : refusal(kept)
  }
  app.put("/api/files/:log/:id/:n", async (c) => {
    const [log, id] = [named(c.req.param("log")), named(c.req.param("id"))]
    const [n, size] = [numberIn(c.req.param("n")), numberIn(c.req.header("goldseam-size"))]
    if (log === null || id === null || n === null || size === null) return refusal("malformed")
    if (!isOctets(c.req.raw) || piecesIn(size) === null || n >= partCount(size)) return refusal("malformed")
    const body = await deps.bodyOf(c.req.raw, fileLimits.partBytes)
    if (body.is !== "whole") return refusal(body.is === "cut" ? "malformed" : body.is)
    if (body.bytes.length !== partLength(size, n)) return refusal("malformed")
    const state = await logs.stateOf(log)
    const device = await door.stores(state, c.req.header("goldseam-token"))
    if (typeof device === "string") return refusal(device)
    const at = { log, device: device.id, id }
    return inTurn(`${toBase64url(log)} ${toBase64url(device.id)}`, async () =>
      answered(await taken(deps, state, device.member, { at, size, n, bytes: body.bytes })),
    )
  })
  app.get("/api/files/:log/:id/:n", async (c) => {
    const [log, id, n] = [named(c.req.param("log")), named(c.req.param("id")), numberIn(c.req.param("n"))]
    if (log === null || id === null || n === null) return refusal("malformed")
    const reach = await door.reads(await logs.stateOf(log), {
      token: c.req.header("goldseam-token"),
      invite: undefined,
    })
    if (reach === "sign-in" || reach.is === "removed") return refusal(reach === "sign-in" ? reach : reach.is)
    if (reach.is !== "all" && reach.is !== "words") return refusal("nothing-here")
    const file = await files.whole(log, id)
    // Who left reads what was whole before they did.
    const isTheirs = file !== null && (reach.is === "all" || file.wholeAt < reach.until)
    const part = isTheirs ? await files.part({ log, device: file.device, id }, n) : null
    if (file === null || part === null) return refusal("nothing-here")
    const headers = { ...apiHeaders, "Content-Type": "application/octet-stream" }
    return new Response(part, { headers: { ...headers, "Goldseam-Size": String(file.size) } })
  })
  app.delete("/api/files/:log/:id", async (c) => {
    const [log, id] = [named(c.req.param("log")), named(c.req.param("id"))]
    if (log === null || id === null) return refusal("malformed")
    const state = await logs.stateOf(log)
    const member = await door.letsGo(state, c.req.header("goldseam-token"))
    if (typeof member === "string") return refusal(member)
    return answered(await files.drop(log, { devices: devicesOf(state, member.id), ids: [id] }))
  })
}

async function taken(
  deps: FileDeps,
  state: LogState,
  member: Bytes,
  part: Coming,
): Promise<"stored" | RelayError> {
  const { counts } = deps
  const { files } = deps.store
  const { at, size, n, bytes } = part
  const begun = await files.begun(at)
  if (begun !== null && begun.size !== size) return "slot-taken"
  if (n > (begun?.count ?? 0)) return "out-of-order"
  const there = n < (begun?.count ?? 0) ? await files.part(at, n) : null
  if (there !== null) return equalBytes(there, bytes) ? "stored" : "slot-taken"
  if (begun === null && !(await hasRoom(deps, state, member, size))) return "too-many"
  if (!counts.allowsBytes(state, member, bytes.length)) return "too-many"
  const isLast = n === partCount(size) - 1
  if (isLast && !(await isItself(deps, part, begun))) {
    const dropped = await files.drop(at.log, { devices: [at.device], ids: [at.id] })
    return dropped === "stored" ? "malformed" : dropped
  }
  const wholeAt = isLast ? (state.head?.seq ?? 0) : null
  const stored = await files.addPart(at, part, { size, wholeAt, hour: await deps.hourNow() })
  if (stored === "stored") counts.noteBytes(state, member, bytes.length)
  return stored === "ahead" ? "out-of-order" : stored
}

async function hasRoom(deps: FileDeps, state: LogState, member: Bytes, size: number): Promise<boolean> {
  const used = await deps.store.files.bytesOf(state.logId, devicesOf(state, member))
  return used + size <= fileLimits.memberBytes
}

/** Whether the parts here and this last one are what the name says. */
async function isItself({ store }: FileDeps, { at, bytes }: Coming, begun: Begun | null): Promise<boolean> {
  const hash = createHash("sha256")
  for (let n = 0; n < (begun?.count ?? 0); n += 1)
    hash.update((await store.files.part(at, n)) ?? new Uint8Array(0))
  return equalBytes(blobId(at.device, new Uint8Array(hash.update(bytes).digest())), at.id)
}

function named(name: string): Bytes | null {
  const id = fromBase64url(name)
  return id?.length === 32 ? id : null
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : null
}
