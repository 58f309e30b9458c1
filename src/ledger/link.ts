import { bad, copy, concat, fromBase64url, good, H, toBase64url, utf8, VERSION } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { firstWords } from "./invite.ts"
import { derive, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §20.1: the link by which another device of the same person is asked in. It carries the commitment to the nonce, so whoever is shown the link is
// shown it too; and a secret, out of which come the letterbox and the key of what lies there.

export interface DeviceLink {
  /** H("sas-commit", nA). */
  readonly commitment: Bytes
  readonly secret: Bytes
  readonly relay: string
}
export interface LinkKeys {
  /** The secret of the store that serves as letterbox (spec/relay.md §9). */
  readonly store: Bytes
  readonly letterKey: Bytes
}

export function linkKeys(secret: Uint8Array): LinkKeys {
  return {
    store: derive(secret, nothing, "link-store", nothing, 32),
    letterKey: derive(secret, nothing, "link-key", nothing, 32),
  }
}

/** APP#l=base64url(v | commitment | secret | relay origin). All of it in the fragment, which a browser never sends. */
export function deviceLink(
  app: string,
  of: { readonly secret: Bytes; readonly nA: Bytes },
  relay: string,
): string {
  const bytes = concat(Uint8Array.of(VERSION), H("sas-commit", of.nA), of.secret, utf8(relay))
  return `${app}#l=${toBase64url(bytes)}`
}

export function readDeviceLink(
  link: string,
  decodeUtf8: Tools["decodeUtf8"],
): Outcome<DeviceLink, { readonly type: "link-cut" | "link-version" | "link-data" }> {
  const at = link.indexOf("#l=")
  const bytes = at < 0 ? null : fromBase64url(link.slice(at + 3).trim())
  if (bytes === null) return bad({ type: "link-data" })
  if (bytes.length < 65) return bad({ type: "link-cut" })
  if (bytes[0] !== VERSION) return bad({ type: "link-version" })
  try {
    const relay = decodeUtf8(copy(bytes, 65, bytes.length))
    return good({ commitment: copy(bytes, 1, 33), secret: copy(bytes, 33, 65), relay })
  } catch {
    return bad({ type: "link-data" })
  }
}

/** What was said between the two, whole: hello | request | nA, each of a fixed length. */
export interface LinkSaid {
  readonly hello: Bytes
  readonly request: Bytes
  readonly nA: Bytes
}

const saidBytes = ({ hello, request, nA }: LinkSaid): Bytes => concat(hello, request, nA)

/** Seven numbers of six bits, which both screens show. */
export function linkWords(said: LinkSaid): readonly number[] {
  return firstWords(H("sas-link", saidBytes(said)))
}

/** Names this one exchange: the welcome opens in it and in no other. */
export function linkHash(said: LinkSaid): Bytes {
  return H("link", saidBytes(said))
}
