import {
  bad,
  copy,
  decodeRun,
  encodeBack,
  encodeRun,
  equalBytes,
  fromBase64url,
  good,
  limits,
  relayErrors,
  slots,
  toBase64url,
} from "#wire"
import type { Tools } from "#ledger"
import type { Back, Bytes, Entry, Head, Outcome, Purpose, RelayError, Slot, Structural } from "#wire"
import type { RelayPort } from "./relay-port.ts"
import { createSigningIn, told } from "./signing-in.ts"
import type { By } from "./signing-in.ts"
import { saidIn } from "./vouched.ts"
import type { Said } from "./vouched.ts"

// spec/relay.md, said from this side. Whatever is no answer of a relay (no network, a hotel's log-in page, half a file) is "away": nothing is lost, nobody is
// accused, it is tried again.

export interface Away {
  readonly type: "away"
}
/**
 * The relay is there and lets this one not in. "nothing": no such log, or none of theirs. "removed": these keys belonged to it and do not any more. "misnamed": it
 * does not know the address it is reached under.
 */
export interface Turned {
  readonly type: "nothing" | "removed" | "misnamed"
}
export interface Served {
  readonly entries: readonly Entry[]
  readonly head: Head | null
  /** The relay's own word for that head; null where it gave none that can be read. */
  readonly said: Said | null
  /** It went back, and waits for everybody to show what they hold. */
  readonly isBack: boolean
}
/** What a relay that went back lacks, and whether it still waits; why it does not say. */
export type Lacks =
  | { readonly is: "lacks"; readonly next: number; readonly waits: boolean }
  | { readonly is: "nothing" }
  | { readonly is: "away" }
export type Appended =
  | { readonly is: "stored"; readonly receipt: Said | null }
  | { readonly is: "conflict" }
  /** It went back, and takes nothing new before everybody has shown what they hold. */
  | { readonly is: "waits" }
  /** For good: this run will not be taken. */
  | { readonly is: "refused"; readonly because: RelayError }
  /** The relay is there and has no room to keep anything just now. */
  | { readonly is: "full" }
  | { readonly is: "away" }
export type Mail = Readonly<Record<Slot, readonly Bytes[]>>
export interface RelayClient {
  /** A fault here is the record's own: it came from a relay, whole, and cannot be an entry. */
  readonly read: (log: Bytes, from: number, by: By) => Promise<Outcome<Served, Away | Turned | Structural>>
  readonly append: (log: Bytes, run: readonly Entry[], keys: Keys, as?: "back") => Promise<Appended>
  /** Says to a relay that went back what is here, or that somebody chose to go on. */
  readonly back: (log: Bytes, said: Back, keys: Keys) => Promise<Lacks>
  /** Whether a relay answers. */
  readonly answers: () => Promise<boolean>
  /** What a socket shows to hear of this log; null when there is nothing to show just now. */
  readonly toHear: (log: Bytes, by: By) => Promise<string | null>
  readonly mail: (box: Mailbox) => Promise<Outcome<Mail, Away>>
  readonly put: (box: Mailbox, slot: Slot, bytes: Bytes) => Promise<Appended>
}
export interface Mailbox {
  readonly H: Bytes
  readonly inviteId: Bytes
}

export type Keys = Extract<By, { readonly is: "keys" }>["keys"]

const away = bad({ type: "away" } as const)
/** Refusals that judge what was sent. The others ("too-many", "full", "internal", …) judge the moment. */
const forGood: readonly RelayError[] = [
  "malformed",
  "oversize",
  "unsigned",
  "refused",
  "slot-taken",
  "invite-over",
]

const octets = { "Content-Type": "application/octet-stream" }

function boxOf(box: Mailbox): string {
  return `mail/${toBase64url(box.H)}`
}

function invite(box: Mailbox): Record<string, string> {
  return { "Goldseam-Invite": toBase64url(box.inviteId) }
}

export function createRelayClient(
  port: RelayPort,
  origin: string,
  tools: Pick<Tools, "subtle">,
): RelayClient {
  const ask = async (path: string, init: RequestInit): Promise<Response | null> => {
    try {
      return await port.fetch(new Request(`${origin}/api/${path}`, { ...init, cache: "no-store" }))
    } catch {
      return null
    }
  }
  const signingIn = createSigningIn(tools, origin, ask)
  /** Asks with what these keys were given; once more, when the relay wants them to sign in anew. */
  const askAs = async (
    { log, purpose, by }: { readonly log: Bytes; readonly purpose: Purpose; readonly by: By },
    path: string,
    init: RequestInit,
  ): Promise<Asked | "misnamed" | null> => {
    if (by.is === "link")
      return answered(await ask(path, { ...init, headers: { "Goldseam-Invite": toBase64url(by.inviteId) } }))
    for (const again of [false, true]) {
      const shown = await signingIn.show(log, purpose, by.keys, again)
      if (shown === "away") return null
      if (shown === "misnamed") return shown
      const response = await ask(path, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), "Goldseam-Token": shown.token },
      })
      if (response?.status !== 401) return answered(response, shown.relay)
    }
    return null
  }
  return {
    read: async (log, from, by) => {
      const path = `log/${toBase64url(log)}?from=${String(from)}`
      const asked = await askAs({ log, purpose: "read", by }, path, {})
      return asked === "misnamed" ? bad({ type: asked }) : readRun(log, asked)
    },
    append: async (log, run, keys, as) => {
      const of = { log, purpose: as ?? "append", by: { is: "keys", keys } } as const
      const init = { method: "POST", headers: octets, body: encodeRun(run) }
      const asked = await askAs(of, `log/${toBase64url(log)}`, init)
      return asked === "misnamed" || asked === null ? { is: "away" } : appendedOf(asked.response, asked.relay)
    },
    back: async (log, said, keys) => {
      const of = { log, purpose: "back", by: { is: "keys", keys } } as const
      const init = { method: "POST", headers: octets, body: encodeBack(said) }
      const asked = await askAs(of, `back/${toBase64url(log)}`, init)
      return asked === "misnamed" || asked === null ? { is: "away" } : lacksIn(asked.response)
    },
    answers: signingIn.answers,
    toHear: async (log, by) => {
      if (by.is === "link") return toBase64url(by.inviteId)
      const shown = await signingIn.show(log, "read", by.keys, true)
      return typeof shown === "string" ? null : shown.token
    },
    mail: async (box) => mailOf(await ask(boxOf(box), { headers: invite(box) })),
    put: async (box, slot, bytes) =>
      appendedOf(
        await ask(`${boxOf(box)}/${slot}`, {
          method: "PUT",
          headers: { ...octets, ...invite(box) },
          body: bytes,
        }),
      ),
  }
}

/** An answer, and the key of the relay it came from, where that is known. */
interface Asked {
  readonly response: Response
  readonly relay: Bytes | null
}

function answered(response: Response | null, relay: Bytes | null = null): Asked | null {
  return response === null ? null : { response, relay }
}

async function readRun(
  log: Bytes,
  asked: Asked | null,
): Promise<Outcome<Served, Away | Turned | Structural>> {
  if (asked === null) return away
  const { response, relay } = asked
  const turned = await turnedIn(response)
  if (turned !== null) return bad({ type: turned })
  const head = headOf(response.headers.get("Goldseam-Head") ?? "")
  if (response.status !== 200 || head === undefined) return away
  let bytes: Bytes
  try {
    bytes = new Uint8Array(await response.arrayBuffer())
  } catch {
    return away
  }
  if (bytes.length > limits.runBytes * 2) return away
  const run = decodeRun(bytes, limits.runEntries)
  // A run cut short is the wire's doing, and bytes that do not even name this log are no answer of a relay.
  if (!run.ok) return run.error.type === "run" || !beginsIn(log, bytes) ? away : run
  const said = saidIn("head", head, relay, (response.headers.get("Goldseam-Signed") ?? "").split("."))
  return good({ entries: run.value, head, said, isBack: response.headers.has("Goldseam-Back") })
}

/** Only a relay says it in these words. */
async function turnedIn(response: Response): Promise<Turned["type"] | null> {
  if (response.status !== 404 && response.status !== 403) return null
  const type = (await told(response))?.["type"]
  if (type === "nothing-here") return "nothing"
  return type === "removed" ? type : null
}

/** Whether the first header names this log: flag, version, log id. */
function beginsIn(log: Bytes, bytes: Bytes): boolean {
  return bytes.length >= 34 && equalBytes(copy(bytes, 2, 34), log)
}

/** "none", or seq.hash; undefined when it is neither. */
function headOf(text: string): Head | null | undefined {
  if (text === "none") return null
  const [seq = "", name = "", more] = text.split(".")
  const hash = fromBase64url(name)
  if (more !== undefined || !/^\d{1,15}$/.test(seq) || hash?.length !== 32) return undefined
  return { seq: Number(seq), hash }
}

async function appendedOf(response: Response | null, relay: Bytes | null = null): Promise<Appended> {
  if (response === null) return { is: "away" }
  const isRun = response.headers.has("Goldseam-Head")
  if (response.status === 409 && isRun) return { is: "conflict" }
  const answer = await told(response)
  if (answer === null) return { is: "away" }
  if (response.status === 200) {
    const { seq, hash, hour, incarnation, receipt } = answer
    const head = headOf(`${String(seq)}.${String(hash)}`) ?? null
    return { is: "stored", receipt: saidIn("receipt", head, relay, [hour, incarnation, receipt].map(String)) }
  }
  const type = relayErrors.find((error) => error === answer["type"])
  if (type === "full") return { is: "full" }
  if (type === "went-back") return { is: "waits" }
  // Not as it was a moment ago: the next reading tells what it is.
  if (type === "nothing-here" || type === "removed") return { is: "conflict" }
  if (type === "out-of-order" || type === "conflict") return { is: "conflict" }
  return type !== undefined && forGood.includes(type) ? { is: "refused", because: type } : { is: "away" }
}

async function lacksIn(response: Response): Promise<Lacks> {
  const answer = await told(response)
  if (response.status === 404 && answer?.["type"] === "nothing-here") return { is: "nothing" }
  const [next, waits] = [answer?.["next"], answer?.["waits"]]
  const isAnswer =
    response.status === 200 && typeof next === "number" && Number.isSafeInteger(next) && next >= 0
  return isAnswer && typeof waits === "boolean" ? { is: "lacks", next, waits } : { is: "away" }
}

async function mailOf(response: Response | null): Promise<Outcome<Mail, Away>> {
  if (response === null || response.status !== 200) return away
  const given: unknown = (await told(response))?.["slots"]
  if (typeof given !== "object" || given === null) return away
  const of = (slot: Slot): readonly Bytes[] => {
    const list: unknown = Object.hasOwn(given, slot) ? Reflect.get(given, slot) : []
    if (!Array.isArray(list)) return []
    return list.slice(0, 64).flatMap((text: unknown) => {
      const bytes = typeof text === "string" && text.length <= 8192 ? fromBase64url(text) : null
      return bytes === null ? [] : [bytes]
    })
  }
  return good(Object.fromEntries(slots.map((slot) => [slot, of(slot)])) as unknown as Mail)
}
