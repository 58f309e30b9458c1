import { concat, good, H } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { firstWords } from "./invite.ts"
import { linkData, linkText } from "./link-data.ts"
import type { LinkFault } from "./link-data.ts"
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
  return `${app}#l=${linkText({ names: H("sas-commit", of.nA), secret: of.secret, relay })}`
}

export function readDeviceLink(
  link: string,
  decodeUtf8: Tools["decodeUtf8"],
): Outcome<DeviceLink, LinkFault> {
  const read = linkData(link, "#l=", decodeUtf8)
  if (!read.ok) return read
  const { names, secret, relay } = read.value
  return good({ commitment: names, secret, relay })
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
