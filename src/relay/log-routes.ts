import type { Context, Hono } from "hono"
import {
  BACK_MAX,
  decodeBack,
  decodeHeader,
  decodeRun,
  entryHash,
  fromBase64url,
  SIGN_IN_MAX,
  toBase64url,
  toHex,
} from "#wire"
import type { Bytes, Entry, Head, LogState } from "#wire"
import { json, refusal, runAnswer } from "./answers.ts"
import type { SignedHead } from "./answers.ts"
import type { Read } from "./bodies.ts"
import type { Asking, Door } from "./door.ts"
import type { Backs } from "./back.ts"
import type { Identity } from "./identity.ts"
import type { Incarnations } from "./incarnations.ts"
import type { Limits } from "./limits.ts"
import type { Live } from "./live.ts"
import type { Logs } from "./logs.ts"
import type { Reach } from "./reach.ts"
import type { RelayOptions } from "./relay.ts"
import { createSignIn } from "./sign-in.ts"
import type { Stretch } from "./store/store.ts"
import type { Tokens } from "./tokens.ts"
import { createTurns } from "./turns.ts"

const all = { is: "all" } as const

// spec/relay.md §3 and §10: reading, appending, and signing in for both.

export interface LogDeps {
  readonly options: RelayOptions
  readonly limits: Limits
  readonly logs: Logs
  readonly live: Live
  readonly tokens: Tokens
  readonly incarnations: Incarnations
  readonly identity: () => Promise<Identity>
  readonly backs: Backs
  readonly door: Door
  readonly bodyOf: (request: Request, most: number) => Promise<Read>
}

export function logRoutes(app: Hono, deps: LogDeps): void {
  const { options, limits, logs, live, bodyOf, tokens, incarnations, identity, backs, door } = deps
  const { store, verify, clock, origins = [], onWrongOrigin } = options
  const signIn = createSignIn({ verify, tokens, origins, onWrongOrigin })
  const inTurn = createTurns()
  const isOpen = options.isOpen === true
  const stated = async (as: "head" | "receipt", log: Bytes, head: Head): Promise<SignedHead> => {
    const hour = Math.floor(clock() / 3_600_000)
    const what = { ...head, hour, incarnation: await incarnations.of(log) }
    return { ...what, sig: (await identity()).states(as, log, what) }
  }
  const shown = async (log: Bytes, stretch: Stretch, reach: Reach, status: 200 | 409) => {
    const entries = stretch.entries.flatMap((entry) => seen(entry, reach))
    const head = reach.is === "entries" ? await headAt(log, reach.until) : stretch.head
    const isBack = await backs.isBack(log)
    return runAnswer(entries, head === null ? null : await stated("head", log, head), status, isBack)
  }
  const headAt = async (log: Bytes, seq: number): Promise<Head | null> => {
    const [entry] = (await store.read(log, seq, 1)).entries
    return entry === undefined ? null : { seq, hash: entryHash(entry) }
  }
  const read = (log: Bytes, from: number): Promise<Stretch> => store.read(log, from, limits.runEntries)

  app.get("/api/sign-in", async () =>
    json({ nonce: toBase64url(tokens.nonce()), relay: toBase64url((await identity()).ed) }),
  )
  app.post("/api/sign-in/:log", async (c) => {
    const log = logIdOf(c.req.param("log"))
    if (log === null || !isOctets(c.req.raw)) return refusal("malformed")
    const body = await bodyOf(c.req.raw, SIGN_IN_MAX)
    if (body.is !== "whole") return refusal(body.is === "cut" ? "malformed" : body.is)
    const signed = await signIn(log, body.bytes, c.req.url)
    if (signed.is === "refused") return refusal(signed.error)
    const { who, purpose } = signed
    const token = tokens.token({ log, purpose, who, incarnation: await incarnations.of(log) })
    return json({ token, relay: toBase64url((await identity()).ed) })
  })
  app.post("/api/back/:log", async (c) => {
    const log = logIdOf(c.req.param("log"))
    if (log === null || !isOctets(c.req.raw)) return refusal("malformed")
    const body = await bodyOf(c.req.raw, BACK_MAX)
    if (body.is !== "whole") return refusal(body.is === "cut" ? "malformed" : body.is)
    const said = decodeBack(body.bytes)
    if (said === null) return refusal("malformed")
    const who = await door.backs(log, askingIn(c).token)
    if (who === null) return refusal("sign-in")
    const heard = await inTurn(toHex(log), async () =>
      backs.hears(await logs.stateOf(log), who, said, c.req.url),
    )
    return typeof heard === "string" ? refusal(heard) : json(heard)
  })
  app.get("/api/log/:log", async (c) => {
    const log = logIdOf(c.req.param("log"))
    const from = c.req.query("from") ?? "0"
    if (log === null || !/^\d{1,15}$/.test(from)) return refusal("malformed")
    if (isOpen) return shown(log, await read(log, Number(from)), all, 200)
    const asking = askingIn(c)
    // Before a log is looked at: who says nothing of themselves costs nothing.
    if (asking.token === undefined && asking.invite === undefined) return refusal("sign-in")
    const reach = await door.reads(await logs.stateOf(log), asking)
    if (reach === "sign-in" || reach.is === "removed") return refusal(reach === "sign-in" ? reach : reach.is)
    return reach.is === "none"
      ? refusal("nothing-here")
      : shown(log, await read(log, Number(from)), reach, 200)
  })
  app.post("/api/log/:log", async (c) => {
    const log = logIdOf(c.req.param("log"))
    if (log === null || !isOctets(c.req.raw)) return refusal("malformed")
    const body = await bodyOf(c.req.raw, limits.runBytes)
    if (body.is !== "whole") return refusal(body.is === "cut" ? "malformed" : body.is)
    const run = decodeRun(body.bytes, limits.runEntries)
    if (!run.ok || run.value.length === 0) return refusal("malformed")
    const { token } = askingIn(c)
    const state = await logs.stateOf(log)
    const may = isOpen ? { reach: all, givesBack: false } : await door.appends(state, run.value, token)
    if (typeof may === "string") return refusal(may)
    if (!may.givesBack && isNew(state, run.value) && (await backs.isBack(log))) return refusal("went-back")
    const appended = await logs.append(log, run.value, may.givesBack)
    switch (appended.is) {
      case "refused":
        if (appended.error === "full") options.onRoom?.(false)
        return refusal(appended.error)
      case "conflict":
        return shown(log, appended, may.reach, 409)
      case "stored": {
        options.onRoom?.(true)
        if (may.givesBack && state.head === null) await backs.begins(log)
        if (appended.news) live.news(await logs.stateOf(log), appended.head, run.value.length)
        const { seq, hash, hour, incarnation, sig } = await stated("receipt", log, appended.head)
        return json({ seq, hash: toBase64url(hash), hour, incarnation, receipt: toBase64url(sig) })
      }
    }
  })
}

/** Whether this would stand after what is here. */
function isNew(state: LogState, run: readonly Entry[]): boolean {
  const first = run[0] === undefined ? null : decodeHeader(run[0].header)
  return first?.ok === true && first.value.seq > (state.head?.seq ?? -1)
}

/** As far as this one reads: without the words, or not at all. */
function seen(entry: Entry, reach: Reach): readonly Entry[] {
  const header = decodeHeader(entry.header)
  if (!header.ok || reach.is === "all") return [entry]
  const { seq, kind } = header.value
  if (reach.is === "entries") return seq <= reach.until ? [entry] : []
  const isWords = kind === 1 || kind === 4
  return [reach.is === "words" && isWords && seq > reach.until ? { ...entry, body: null } : entry]
}

/** A form or a script of another page would say another type; one that says none sends bytes (RFC 9110 §8.3). */
export function isOctets(request: Request): boolean {
  const type = request.headers.get("content-type")
  return type === null || type === "application/octet-stream"
}

function logIdOf(name: string): Bytes | null {
  const id = fromBase64url(name)
  return id !== null && id.length === 32 ? id : null
}

function askingIn(c: Context): Asking {
  return { token: c.req.header("goldseam-token"), invite: c.req.header("goldseam-invite") }
}
