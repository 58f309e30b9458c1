import { Hono } from "hono"
import type { Context } from "hono"
import { decodeRun, encodeRun, fromBase64url, limits as wireLimits, toBase64url } from "#wire"
import type { Bytes, Entry, Head, RelayError, Verify } from "#wire"
import type { Files } from "./files.ts"
import { emptyHost } from "./host.ts"
import type { HostInfo } from "./host.ts"
import { createLive } from "./live.ts"
import type { Live } from "./live.ts"
import { createLogs, errorOf } from "./logs.ts"
import type { Limits } from "./logs.ts"
import { createMailboxes, mailboxOf, slotOf } from "./mail.ts"
import type { Mailboxes } from "./mail.ts"
import type { Store } from "./store/store.ts"

export interface RelayOptions {
  readonly store: Store
  /** Milliseconds since 1970 UTC. Only whole hours of it are ever stored. */
  readonly clock: () => number
  readonly verify: Verify
  /** The built app, served as bytes; without it the relay serves its API alone. */
  readonly files?: Files
  readonly host?: HostInfo
  readonly limits?: Partial<Limits>
}
export interface Relay {
  readonly fetch: (request: Request) => Promise<Response>
  readonly live: Live
  readonly close: () => void
}

const statusOf: Readonly<Record<RelayError, 400 | 403 | 404 | 409 | 410 | 413 | 429 | 500 | 507>> = {
  malformed: 400,
  oversize: 413,
  unsigned: 403,
  refused: 403,
  "out-of-order": 400,
  conflict: 409,
  "too-many": 429,
  full: 507,
  unknown: 404,
  "slot-taken": 409,
  "invite-over": 410,
  "wrong-origin": 403,
  internal: 500,
}

const apiHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
}

/** The whole relay as one function from Request to Response; testable without a port (spec/relay.md). */
export function createRelay(options: RelayOptions): Relay {
  const limits: Limits = { ...wireLimits, ...options.limits }
  const { store, clock, verify, files } = options
  const logs = createLogs({ store, verify, clock, limits })
  const mailboxes = createMailboxes({ store, clock, limits })
  const live = createLive()
  const app = new Hono()
  app.use("/api/*", async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(apiHeaders)) c.res.headers.set(name, value)
  })
  logRoutes(app, { store, logs, live, limits })
  mailRoutes(app, mailboxes, live, limits)
  app.get("/health", (c) => c.json({ ok: true }, 200, { "Cache-Control": "no-store" }))
  app.get("/host.json", (c) =>
    c.json(options.host ?? emptyHost, 200, {
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    }),
  )
  app.all("/api/*", (c) => refuse(c, "unknown"))
  app.get("*", (c) => files?.answer(new URL(c.req.url).pathname) ?? refuse(c, "unknown"))
  app.notFound((c) => refuse(c, "unknown"))
  // Our own defect: one plain answer, and not a word about it anywhere that could name a person.
  app.onError((_, c) => refuse(c, "internal"))
  return { fetch: async (request) => app.fetch(request), live, close: () => store.close() }
}

function refuse(c: Context, error: RelayError): Response {
  return c.json({ type: error }, statusOf[error], apiHeaders)
}

/** The body, or null when it is longer than allowed; a declared length is believed only to refuse early. */
async function bodyOf(c: Context, most: number): Promise<Bytes | null> {
  if (Number(c.req.header("content-length") ?? 0) > most) return null
  const reader = c.req.raw.body?.getReader()
  if (reader === undefined) return new Uint8Array(0)
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function headText(head: Head | null): string {
  return head === null ? "none" : `${String(head.seq)}.${toBase64url(head.hash)}`
}

function runAnswer(entries: readonly Entry[], head: Head | null, status: 200 | 409): Response {
  return new Response(encodeRun(entries), {
    status,
    headers: { "Content-Type": "application/octet-stream", "Goldseam-Head": headText(head) },
  })
}

function logIdOf(c: Context): Bytes | null {
  const id = fromBase64url(c.req.param("log") ?? "")
  return id !== null && id.length === 32 ? id : null
}

function logRoutes(
  app: Hono,
  deps: {
    readonly store: Store
    readonly logs: ReturnType<typeof createLogs>
    readonly live: Live
    readonly limits: Limits
  },
): void {
  app.get("/api/log/:log", async (c) => {
    const log = logIdOf(c)
    const from = c.req.query("from") ?? "0"
    if (log === null || !/^\d{1,15}$/.test(from)) return refuse(c, "malformed")
    const head = await deps.store.head(log)
    return runAnswer(await deps.store.read(log, Number(from), deps.limits.runEntries), head, 200)
  })
  app.post("/api/log/:log", async (c) => {
    const log = logIdOf(c)
    if (log === null) return refuse(c, "malformed")
    const body = await bodyOf(c, deps.limits.runBytes)
    if (body === null) return refuse(c, "oversize")
    const run = decodeRun(body, deps.limits.runEntries)
    if (!run.ok) return refuse(c, errorOf(run.error))
    if (run.value.length === 0) return refuse(c, "malformed")
    const appended = await deps.logs.append(log, run.value)
    switch (appended.is) {
      case "refused":
        return refuse(c, appended.error)
      case "conflict":
        return runAnswer(appended.entries, appended.head, 409)
      case "stored":
        if (appended.news) deps.live.news(log, appended.head)
        return c.json({ seq: appended.head.seq, hash: toBase64url(appended.head.hash) })
    }
  })
}

function mailRoutes(app: Hono, mailboxes: Mailboxes, live: Live, limits: Limits): void {
  app.get("/api/mail/:box", async (c) => {
    const name = mailboxOf(c.req.param("box"), c.req.header("goldseam-invite"))
    return name === null ? refuse(c, "malformed") : c.json({ slots: await mailboxes.read(name) })
  })
  app.put("/api/mail/:box/:slot", async (c) => {
    const name = mailboxOf(c.req.param("box"), c.req.header("goldseam-invite"))
    const slot = slotOf(c.req.param("slot"))
    if (name === null || slot === null) return refuse(c, "malformed")
    const body = await bodyOf(c, limits.mailBytes)
    if (body === null) return refuse(c, "oversize")
    if (body.length === 0) return refuse(c, "malformed")
    const error = await mailboxes.put(name, slot, body)
    if (error !== null) return refuse(c, error)
    live.mail(name)
    return c.json({ ok: true })
  })
}
