import { checkLinkRequest, linkKeys, linkWords, readHello } from "#ledger"
import type { Hello, LinkEnd, LinkKeys, LinkRequest, LinkSaid } from "#ledger"
import { concat, deviceId, DEVICES_MAX, equalBytes, isActive, toHex } from "#wire"
import type { Bytes, DeviceAdd, Verify } from "#wire"
import type { Book } from "../keeping/book.ts"
import { mine } from "../people/here.ts"
import type { Packed } from "./parcel.ts"
import type { State } from "../keeping/state.ts"

// What the device that is there knows of an exchange with another one of its person (spec/ledger.md §20). What it leaves in the letterbox is stored first and then
// sent until it is taken, so that it goes on from wherever it was killed.

/** "over": the letterbox is not there any more. "changed": what came is none of ours. "not-added": the record would not have it. "moved": what is shared goes on at another server. */
export type LinkStopped = LinkEnd | "too-old" | "over" | "changed" | "not-added" | "moved"

export interface Linking {
  readonly secret: Bytes
  readonly nA: Bytes
  /** Milliseconds since 1970 UTC. */
  readonly since: number
  /** 1: the new device comes before this one. */
  readonly rank: 0 | 1
  readonly step: "asking" | "comparing" | "adding" | "done" | "stopped"
  readonly because: LinkStopped | null
  readonly hello: Bytes
  /** The last letter of this side. Its number is that of the step. */
  readonly out: { readonly n: number; readonly bytes: Bytes; readonly sent: boolean }
  readonly request: Bytes | null
  /** Copying was off before, and goes off again when nothing comes of this. */
  readonly beganCopying: boolean
  /** The new device stands in the private log. */
  readonly added: boolean
  /** What was put away goes along in this. Absent: nothing does, or it was not begun yet. */
  readonly parcel?: Packed
  /** Nothing of it lies at the relay any more. */
  readonly gone: boolean
  /** Its end was read by its person. */
  readonly seen: boolean
}

/** Minutes in which a link can be used. */
export const LINK_MINUTES = 15
/** Days after which the letterbox goes, though nobody has fetched what lies in it. */
export const LETTERS_DAYS = 7

export function isOpen({ step }: Linking): boolean {
  return step === "asking" || step === "comparing" || step === "adding"
}

export function isUnderWay(of: Linking | null): boolean {
  return of !== null && isOpen(of)
}

export function keysOf(of: Linking): LinkKeys {
  return linkKeys(of.secret)
}

/** Stored by ourselves, so it reads. */
export function helloOf(of: Pick<Linking, "hello">): Hello {
  const hello = readHello(of.hello)
  if (!hello.ok) throw new Error("a hello of our own that does not read")
  return hello.value
}

export async function requestOf(verify: Verify, of: Linking): Promise<LinkRequest | null> {
  if (of.request === null) return null
  const request = await checkLinkRequest(verify, helloOf(of), of.request)
  return request.ok ? request.value : null
}

export function saidIn({ hello, request, nA }: Linking): LinkSaid {
  return { hello, request: request ?? concat(), nA }
}

/** Once the nonce is out. */
export function wordsIn(of: Linking): readonly number[] | null {
  return of.step === "comparing" && of.out.n === 2 && of.out.sent ? linkWords(saidIn(of)) : null
}

export function addingOf(of: {
  readonly member: Bytes
  readonly rank: 0 | 1
  readonly proof: LinkRequest["own"]
}): DeviceAdd {
  const { ed, x, nonce, popDevice } = of.proof
  return {
    op: "device.add",
    member: of.member,
    ed,
    x,
    rank: of.rank,
    nonce,
    bundle: new Uint8Array(32),
    popDevice,
  }
}

/** Whether this is the log the link was made for: one may be put away, and another begun, while it is open. */
export function isOf({ shared: there }: Hello, { state }: Pick<Book, "state">): boolean {
  return there !== null && equalBytes(there.logId, state.logId)
}

/** Whether the shared log has the new device, or will never have it because this person is in it no more. */
export function standsThere({ shared }: State, of: Hello, request: LinkRequest): boolean {
  if (of.shared === null || request.shared === null) return true
  if (shared === null || mine(shared)?.left !== null || !isOf(of, shared)) return true
  return isActive(shared.state, deviceId(request.shared.ed, request.shared.x))
}

/** Whether the private log has the new device. */
export function standsAlone({ private: own }: State, { own: { ed, x } }: LinkRequest): boolean {
  return own !== null && isActive(own.state, deviceId(ed, x))
}

/** Or may have it still: this device may write there, and there is room for one more. */
export function canStandAlone(state: State, request: LinkRequest): boolean {
  const { private: own } = state
  if (own === null || standsAlone(state, request)) return own !== null
  return isActive(own.state, own.device.id) && (mine(own)?.devices.length ?? 0) < DEVICES_MAX
}

export function idOf({ ed, x }: Pick<LinkRequest["own"], "ed" | "x">): string {
  return toHex(deviceId(ed, x))
}

/** The record would not have the new device: this ends here. */
export function withoutAdding(of: Linking | null): Linking | null {
  return of?.step === "adding" ? { ...of, step: "stopped", because: "not-added" } : of
}
