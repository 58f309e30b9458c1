import { Hono } from "hono"
import { limits as wireLimits, toBase64url } from "#wire"
import type { batchLimits, Bytes, Verify } from "#wire"
import { apiHeaders, json, refusal } from "./answers.ts"
import { createBacks } from "./back.ts"
import { batchRoutes } from "./batches.ts"
import { createBodies } from "./bodies.ts"
import type { Read } from "./bodies.ts"
import { createCounts } from "./counts.ts"
import { referenceOf } from "./defects.ts"
import { fileRoutes } from "./file-routes.ts"
import { appHeaders } from "./files.ts"
import type { Files } from "./files.ts"
import { emptyHost } from "./host.ts"
import type { HostInfo } from "./host.ts"
import type { Limits } from "./limits.ts"
import { createLive } from "./live.ts"
import type { Live } from "./live.ts"
import { createDoor } from "./door.ts"
import { createHourly } from "./hourly.ts"
import { identityIn } from "./identity.ts"
import { incarnationsIn } from "./incarnations.ts"
import { isOctets, logRoutes } from "./log-routes.ts"
import { createLogs } from "./logs.ts"
import { createMailboxes, mailboxOf, slotOf } from "./mail.ts"
import type { Mailboxes } from "./mail.ts"
import { createTokens } from "./tokens.ts"
import type { Store } from "./store/store.ts"

export interface RelayOptions {
  readonly store: Store
  /** Milliseconds since 1970 UTC. Only whole hours of it are ever stored. */
  readonly clock: () => number
  readonly verify: Verify
  /** The built app, served as bytes; without it the relay serves its API alone. */
  readonly files?: Files
  readonly host?: HostInfo
  /** The origins people reach this relay under, beside the names of this computer; a sign-in for another one is none (spec/relay.md §10). */
  readonly origins?: readonly string[]
  /** Told when somebody signed in for an origin this relay does not know. */
  readonly onWrongOrigin?: () => void
  /** Nobody signs in. For who has the file itself in hand, and never for what is served. */
  readonly isOpen?: boolean
  readonly limits?: Partial<Limits>
  readonly batchLimits?: Partial<Record<keyof typeof batchLimits, number>>
  /** Told after each thing to be kept whether there was room for it. */
  readonly onRoom?: (isThere: boolean) => void
  /** Told of a defect of ours, by a name that carries nothing of the request. */
  readonly onDefect?: (reference: string) => void
}
export interface Relay {
  readonly fetch: (request: Request) => Promise<Response>
  readonly live: Live
  /** Its own public key. */
  readonly key: () => Promise<Bytes>
  readonly close: () => void
}

interface Deps {
  readonly options: RelayOptions
  readonly limits: Limits
  readonly live: Live
  readonly bodyOf: (request: Request, most: number) => Promise<Read>
}

/** The whole relay as one function from Request to Response; testable without a port (spec/relay.md). */
export function createRelay(options: RelayOptions): Relay {
  const limits: Limits = { ...wireLimits, ...options.limits }
  const { store, verify, clock } = options
  const tokens = createTokens(clock)
  const incarnations = incarnationsIn(store.facts)
  const identity = identityIn(store.facts)
  const backs = createBacks({ store, verify, identity, incarnations, origins: options.origins ?? [] })
  const door = createDoor({ store, tokens, incarnationOf: incarnations.of, isBack: backs.isBack })
  const live = createLive(options.isOpen === true ? () => () => true : door.hearsWith)
  const app = new Hono()
  const deps: Deps = { options, limits, live, bodyOf: createBodies() }
  app.use("/api/*", async (c, next) => {
    if (isFromElsewhere(c.req.raw)) return refusal("wrong-origin")
    return next()
  })
  const hourNow = createHourly({ store, clock, limits })
  const counts = createCounts(clock, limits)
  const logs = createLogs({ store, verify, hourNow, limits, counts })
  logRoutes(app, { ...deps, logs, tokens, incarnations, identity, backs, door })
  mailRoutes(app, deps, createMailboxes({ store, hourNow, limits }))
  fileRoutes(app, { store, logs, door, counts, hourNow, bodyOf: deps.bodyOf, onRoom: options.onRoom })
  batchRoutes(app, {
    store: options.store.batches,
    clock: options.clock,
    bodyOf: deps.bodyOf,
    ...(options.batchLimits === undefined ? {} : { limits: options.batchLimits }),
    ...(options.onRoom === undefined ? {} : { onRoom: options.onRoom }),
  })
  app.post("/api/forget", (c) => forget(c.req.raw))
  app.all("/api/*", () => refusal("unknown"))
  pageRoutes(app, options, async () => toBase64url((await identity()).ed))
  // Our own defect: one plain answer, and not a word about it anywhere that could name a person.
  app.onError((error) => {
    options.onDefect?.(referenceOf(error))
    return refusal("internal")
  })
  return {
    fetch: async (request) => app.fetch(request),
    live,
    key: async () => (await identity()).ed,
    close: () => options.store.close(),
  }
}

/** A browser says when a page of another origin asks. What says nothing is a program, and may ask: the record's signatures decide. */
function isFromElsewhere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site")
  return site !== null && site !== "same-origin" && site !== "none"
}

/** Tells the browser to clear what it holds of this origin. Only the app's own page may ask, and a browser that does not say who asks is not told: else a stranger's page could. */
function forget(request: Request): Response {
  if (request.headers.get("sec-fetch-site") !== "same-origin") return refusal("wrong-origin")
  return new Response(null, { status: 204, headers: { ...apiHeaders, "Clear-Site-Data": '"storage"' } })
}

/** The app's own origin outside of /api: each answer carries the app's headers, the 404 too. */
function pageRoutes(app: Hono, options: RelayOptions, key: () => Promise<string>): void {
  const host = options.host ?? emptyHost
  const headers = { ...appHeaders(host.publicUrl), "Cache-Control": "no-store" }
  const told = (value: unknown): Response =>
    new Response(JSON.stringify(value), { headers: { ...headers, "Content-Type": "application/json" } })
  app.get("/health", () => told({ ok: true }))
  app.get("/host.json", async () => told({ ...host, key: await key() }))
  app.get("*", (c) => {
    const acceptsGzip = /\bgzip\b/.test(c.req.header("accept-encoding") ?? "")
    return options.files?.answer(new URL(c.req.url).pathname, acceptsGzip) ?? refusal("unknown")
  })
  app.notFound(() =>
    options.files === undefined
      ? refusal("unknown")
      : new Response("", { status: 404, headers: { ...headers, "Content-Type": "text/plain" } }),
  )
}

function mailRoutes(app: Hono, { options, limits, live, bodyOf }: Deps, mailboxes: Mailboxes): void {
  app.get("/api/mail/:box", async (c) => {
    const name = mailboxOf(c.req.param("box"), c.req.header("goldseam-invite"))
    return name === null ? refusal("malformed") : json({ slots: await mailboxes.read(name) })
  })
  app.put("/api/mail/:box/:slot", async (c) => {
    const name = mailboxOf(c.req.param("box"), c.req.header("goldseam-invite"))
    const slot = slotOf(c.req.param("slot"))
    if (name === null || slot === null || !isOctets(c.req.raw)) return refusal("malformed")
    const body = await bodyOf(c.req.raw, limits.mailBytes)
    if (body.is !== "whole") return refusal(body.is === "cut" ? "malformed" : body.is)
    if (body.bytes.length === 0) return refusal("malformed")
    const error = await mailboxes.put(name, slot, body.bytes)
    if (error === null || error === "full") options.onRoom?.(error === null)
    if (error !== null) return refusal(error)
    live.mail(name)
    return json({ ok: true })
  })
}
