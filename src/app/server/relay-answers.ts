import { bad, copy, decodeRun, equalBytes, fromBase64url, good, limits, relayErrors, slots } from "#wire"
import type { Bytes, Entry, Head, Outcome, RelayError, Slot, Structural } from "#wire"
import { told } from "./signing-in.ts"
import { saidIn } from "./vouched.ts"
import type { Said } from "./vouched.ts"

// What a relay answers (spec/relay.md), read.

export interface Away {
  readonly type: "away"
}
/**
 * The relay is there and lets this one not in. "nothing": no such log, or none of theirs. "removed": these keys belonged to it and do not any more. "misnamed": it
 * does not know the address it is reached under. "stranger": it is not the one everybody agreed on.
 */
export interface Turned {
  readonly type: "nothing" | "removed" | "misnamed" | "stranger"
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

/** An answer, and the key of the relay it came from, where that is known. */
export interface Asked {
  readonly response: Response
  readonly relay: Bytes | null
}

export function answered(response: Response | null, relay: Bytes | null = null): Asked | null {
  return response === null ? null : { response, relay }
}

export async function readRun(
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

export async function appendedOf(response: Response | null, relay: Bytes | null = null): Promise<Appended> {
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

export async function lacksIn(response: Response): Promise<Lacks> {
  const answer = await told(response)
  if (response.status === 404 && answer?.["type"] === "nothing-here") return { is: "nothing" }
  const [next, waits] = [answer?.["next"], answer?.["waits"]]
  const isAnswer =
    response.status === 200 && typeof next === "number" && Number.isSafeInteger(next) && next >= 0
  return isAnswer && typeof waits === "boolean" ? { is: "lacks", next, waits } : { is: "away" }
}

export async function mailOf(response: Response | null): Promise<Outcome<Mail, Away>> {
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
