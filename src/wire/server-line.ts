import { equalBytes, fromBase64url, toBase64url, toHex, utf8 } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { decodeControl } from "./control-layout.ts"
import { H } from "./hash.ts"
import { decodeHeader } from "./header.ts"
import type { Entry } from "./header.ts"
import { checkEd25519Key } from "./keys.ts"
import type { LogState } from "./state.ts"

// spec/relay.md §13: a server's own line, which is its address with its key, and whether a log goes on there.

export interface ServerLine {
  /** As a browser says it (RFC 6454 §6.2). */
  readonly origin: string
  readonly ed: Bytes
}

export const ORIGIN_MAX = 357

const host = String.raw`[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?`
const port = String.raw`(?::[1-9]\d{0,4})?`
const secure = new RegExp(`^https://${host}${port}$`)
const thisComputer = new RegExp(String.raw`^http://(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])${port}$`)
const usualPort = /^https:.*:443$|^http:.*:80$/

/** An https origin, or one of this computer, exactly as a browser says it. */
export function isOrigin(text: string): boolean {
  return text.length <= ORIGIN_MAX && (secure.test(text) || thisComputer.test(text)) && !usualPort.test(text)
}

export function encodeServerLine({ origin, ed }: ServerLine): string {
  return `${origin}/#k=${toBase64url(ed)}`
}

/** Null: it is none. White space around it is dropped; anything else that differs makes it none. */
export function decodeServerLine(text: string): ServerLine | null {
  const [origin = "", key = "", ...more] = text.trim().split("/#k=")
  const ed = key.length === 43 ? fromBase64url(key) : null
  if (more.length > 0 || ed?.length !== 32 || !isOrigin(origin) || !checkEd25519Key(ed)) return null
  return { origin, ed }
}

export function originHash(origin: string): Bytes {
  return H("relay", utf8(origin))
}

/** This entry, the last of a log in this state, is the one with which everybody agreed on its relay: nothing was said there since. */
export function endsWithMove(
  { relay, proposals }: Pick<LogState, "relay" | "proposals">,
  last: Entry,
): boolean {
  const header = decodeHeader(last.header)
  if (relay === null || !header.ok || header.value.kind !== 2) return false
  const said = decodeControl(last.body ?? new Uint8Array(0))
  if (said.is !== "built") return false
  const { control } = said
  const act = control.op === "approve" ? proposals.get(toHex(control.proposal))?.act : control
  return act?.op === "relay.set" && equalBytes(act.ed, relay.ed) && equalBytes(act.origin, relay.origin)
}

/** Everybody agreed on a relay, and it is another one than that of this origin. */
export function goesOnElsewhere({ relay }: Pick<LogState, "relay">, origin: string): boolean {
  return relay !== null && !equalBytes(relay.origin, originHash(origin))
}
