import { inviteKeys, sign } from "#ledger"
import type { DeviceKeys, Tools } from "#ledger"
import { authBytes, encodeSignIn, equalBytes, fromBase64url, toBase64url, toHex, utf8 } from "#wire"
import type { Bytes, Purpose } from "#wire"

// spec/relay.md §10, said from this side: a key of this log shows itself once, and what the relay gives for it goes with each request until the relay asks again.

/** Who asks: keys that stand in the log, or somebody with a link. */
export type By =
  | { readonly is: "keys"; readonly keys: Pick<DeviceKeys, "ed"> }
  | { readonly is: "link"; readonly inviteId: Bytes }

export function byLink(secret: Bytes): By {
  return { is: "link", inviteId: inviteKeys(secret).inviteId }
}

/** "misnamed": the relay does not know the address it is reached under. "stranger": it names another key than the one everybody agreed on; nothing was signed for it. */
export type Shown = Shows | "away" | "misnamed" | "stranger"
interface Shows {
  readonly token: string
  /** The relay's own key. */
  readonly relay: Bytes
}

export interface SigningIn {
  /** What this key shows; `again` when the relay no longer takes what it gave. */
  readonly show: (
    log: Bytes,
    purpose: Purpose,
    keys: Pick<DeviceKeys, "ed">,
    again: boolean,
  ) => Promise<Shown>
  /** Whether a relay answers at all. */
  readonly answers: () => Promise<boolean>
}

/** The key of the relay that everybody in this log agreed on; null: any. */
export type AgreedOn = (log: Bytes) => Bytes | null

export function createSigningIn(
  tools: Pick<Tools, "subtle">,
  origin: string,
  ask: (path: string, init: RequestInit) => Promise<Response | null>,
  agreedOn: AgreedOn,
): SigningIn {
  const given = new Map<string, Shows>()
  const nonce = async () => {
    const response = await ask("sign-in", {})
    const answer = response?.status === 200 ? await told(response) : null
    const bytes = bytesIn(answer, "nonce", 32)
    return bytes === null ? null : { bytes, relay: bytesIn(answer, "relay", 32) }
  }
  const show = async (log: Bytes, purpose: Purpose, keys: Pick<DeviceKeys, "ed">): Promise<Shown> => {
    const fresh = await nonce()
    if (fresh === null) return "away"
    const agreed = agreedOn(log)
    const isOther = (key: Bytes | null): boolean =>
      agreed !== null && (key === null || !equalBytes(key, agreed))
    if (isOther(fresh.relay)) return "stranger"
    const of = { origin: utf8(origin), logId: log, nonce: fresh.bytes, purpose }
    const sig = await sign(tools as Tools, keys, "auth", authBytes(of))
    const body = encodeSignIn({ ...of, ed: keys.ed.publicKey, sig })
    const response = await ask(`sign-in/${toBase64url(log)}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body,
    })
    if (response === null) return "away"
    const answer = await told(response)
    if (response.status === 403 && answer?.["type"] === "wrong-origin") return "misnamed"
    const [token, relay] = [answer?.["token"], bytesIn(answer, "relay", 32)]
    if (response.status !== 200 || typeof token !== "string" || !/^[\w-]{1,200}$/.test(token)) return "away"
    if (isOther(relay)) return "stranger"
    return relay === null ? "away" : { token, relay }
  }
  return {
    answers: async () => (await nonce()) !== null,
    show: async (log, purpose, keys, again) => {
      const name = `${toHex(log)} ${toHex(keys.ed.publicKey)} ${purpose}`
      const known = given.get(name)
      if (known !== undefined && !again) return known
      const shown = await show(log, purpose, keys)
      if (typeof shown === "string") given.delete(name)
      else given.set(name, shown)
      return shown
    },
  }
}

/** The object an answer says; null when it is none. */
export async function told(response: Response): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const value: unknown = await response.json()
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function bytesIn(
  answer: Readonly<Record<string, unknown>> | null,
  name: string,
  length: number,
): Bytes | null {
  const text = answer?.[name]
  const bytes = typeof text === "string" && text.length <= 400 ? fromBase64url(text) : null
  return bytes?.length === length ? bytes : null
}
